"""One thing to print: whose it is, where its code leads, in which languages it speaks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

#: Groups stay on one line: people read a code aloud, and a line break inside it costs a mistake.
_NO_BREAK = "\N{NO-BREAK SPACE}"
_ALPHANUMERIC = re.compile(r"[0-9A-Z $%*+\-./:]*")


@dataclass(frozen=True, slots=True)
class Item:
    """`address` is what the code opens and ends with `code`; `languages` are one or two.

    `texts` are the item's own words by language: `role`, `team`, `contact`, or any phrase of
    the design said in another way. `sms_number` is set where people can text. `place` is what
    a problem is named by: the row of a list, for example.
    """

    code: str
    address: str
    languages: tuple[str, ...] = ("fi",)
    given_name: str = ""
    surname: str = ""
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sms_number: str = ""
    place: str = ""

    @property
    def name(self) -> str:
        return " ".join(filter(None, (self.given_name, self.surname)))

    @property
    def title(self) -> str:
        """How a problem names this item."""
        return self.place or f"item {grouped(self.code)}"


def grouped(code: str) -> str:
    """As people read it: `7K3 QX9 A`, held together on one line."""
    return _NO_BREAK.join(filter(None, (code[:3], code[3:6], code[6:])))


def payload(address: str) -> str:
    """What the symbol holds: capitals fit the alphanumeric mode, which makes it a size smaller."""
    capitals = address.upper()
    return capitals if _ALPHANUMERIC.fullmatch(capitals) else address


def typed(address: str, code: str) -> str:
    """Where somebody without a camera goes before typing the code: `palaute.example.fi/p`."""
    parts = urlsplit(address)
    return (parts.netloc + parts.path).removesuffix(code).rstrip("/")
