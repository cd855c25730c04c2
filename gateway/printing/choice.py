"""What a unit has chosen on the page."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from gateway.printing.wanted import Wanted, languages
from print_assets.design import Design

#: Longer runs are for the command line, which has a bar and writes several files.
MOST = 200
SPOKEN = ("fi", "sv", "en", "fi+sv", "fi+en", "sv+en")
_NAMES = ("given_name", "surname")
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Choice:
    """`said` are names and texts by field; `batch` is empty until the codes are made."""

    unit: str = ""
    batch: str = ""
    count: int = 1
    spoken: str = "fi"
    said: Mapping[str, str] = field(default_factory=dict)

    @property
    def languages(self) -> tuple[str, ...]:
        return languages(self.spoken)

    def on(self, wanted: Wanted) -> Wanted:
        """What is wanted, with what was typed on it: texts in the first language."""
        texts = {key: text for key, text in self.said.items() if key not in _NAMES and text}
        return replace(
            wanted,
            given_name=self.said.get("given_name", ""),
            surname=self.said.get("surname", ""),
            texts={self.languages[0]: texts},
        )


def fields(design: Design) -> list[str]:
    """What can be typed: names, role, team, and the first words that the design says."""
    heading = [key for key in design.phrases if key.endswith((".heading", ".ask"))]
    return [*design.needs, *design.offers, *heading[:1]]


def is_personal(design: Design) -> bool:
    """Whether each item has a name of its own, so that they are made one by one."""
    return bool(design.needs)


def chosen(design: Design, given: Mapping[str, str]) -> Choice:
    """What was sent; whatever it holds, something that can be looked at."""
    plain = {key: _plain(value) for key, value in given.items()}
    count = plain.get("count", "")
    most = 1 if is_personal(design) else MOST
    spoken = plain.get("spoken", "")
    return Choice(
        unit=plain.get("unit", ""),
        batch=plain.get("batch", ""),
        count=min(max(int(count), 1), most) if count.isdecimal() and len(count) < 6 else 1,
        spoken=spoken if spoken in SPOKEN else SPOKEN[0],
        said={key: plain.get(key, "") for key in fields(design)},
    )


def _plain(value: str) -> str:
    text = "".join(sign for sign in value[:_LONGEST] if sign.isprintable())
    return " ".join(text.split())
