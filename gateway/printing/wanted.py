"""One thing that somebody wants printed, before its code is known to be good."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Texts = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """`place` is what a problem with it is named by; without a `code` a new one is made, which
    leads to `unit`. `texts` are by language."""

    place: str
    languages: tuple[str, ...]
    code: str = ""
    unit: str = ""
    given_name: str = ""
    surname: str = ""
    texts: Texts = field(default_factory=dict)


def languages(written: str) -> tuple[str, ...]:
    """The languages in `fi+sv`; whether they are any is for the print's own checks to say."""
    return tuple(part.strip() for part in written.casefold().split("+"))
