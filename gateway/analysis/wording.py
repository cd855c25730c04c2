"""The words and numbers of a report in one language."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

from gateway.analysis.statistics import Share

LANGUAGES = ("fi", "sv", "en")


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts of one language by dotted key."""

    language: str
    texts: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """A text, its placeholders filled; whole numbers are grouped."""
        told = {name: self.number(v) if type(v) is int else v for name, v in values.items()}
        return self.texts[key].format(**told)

    def number(self, value: int) -> str:
        """A whole number with its thousands apart."""
        return f"{value:,}".replace(",", self.texts["numbers.thousands"])

    def percent(self, share: Share | None) -> str:
        """A share in whole percents; the mark of what is hidden for None."""
        if share is None:
            return self.texts["hidden_mark"]
        if 0 < share.value < 0.005:  # would be rounded to nothing
            return self.texts["numbers.under_one"]
        return self.say("numbers.percent", value=f"{100 * share.value:.0f}")

    def interval(self, share: Share | None) -> str:
        """The ends of its interval in whole percents, without the sign."""
        if share is None:
            return ""
        low, high = f"{100 * share.low:.0f}", f"{100 * share.high:.0f}"
        return self.say("headline.between", low=low, high=high)

    def day(self, day: date) -> str:
        """A date as people write it."""
        if self.language == "en":
            return f"{day.day} {day:%B} {day.year}"
        return f"{day.day}.{day.month}.{day.year}"


def load(language: str) -> Wording:
    """The words of one of the `LANGUAGES`."""
    written = (files(__package__) / "texts" / f"{language}.toml").read_text("utf-8")
    return Wording(language, dict(_flat(tomllib.loads(written))))


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value
