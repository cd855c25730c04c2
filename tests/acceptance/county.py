"""A county with four units, the people who visited them, and what these people answer."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from gateway.core.nps import nps_class
from gateway.core.periods import HELSINKI
from gateway.texts import load_texts
from tests.acceptance.server import Server

COUNTY = "Pirha"
#: The short name of each unit, and how many of every hundred people visited it.
UNITS = {"hatanpaa": ("Hatanpää", 50), "acuta": ("Acuta", 30), "kotihoito": ("Kotihoito", 18)}
#: So few visited this one that nothing may be shown of it.
SMALL = ("saaristo", "Saaristo")
LANGUAGES = ("fi", "sv", "en")

#: What people write after their score; the question why is not asked then.
_WORDS = {
    "fi": (
        "kiitos hyvästä hoidosta",
        "😀 hyvin meni, lääkäri kuunteli",
        "pysäköinti vie eurot, € € €, muuten asiallista",
        "Öinen päivystys oli hyvä, åländsk tolkkikin löytyi. "
        "Odotushuoneessa oli rauhallista ja kaikki selitettiin niin, että ymmärsin. " * 3,
    ),
    "sv": (
        "tack för gott bemötande på mottagningen",
        "👍🏽 läkaren lyssnade på mig hela tiden",
        "parkeringen kostar många €, annars bra",
        "Vården i skärgården är jättebra och sköterskan förklarade allt på svenska. "
        "Jag fick hjälp samma dag fast kön var lång, och återbesöket ordnades genast. " * 3,
    ),
    "en": (
        "thank you, the staff were kind",
        "🙏 the doctor listened, très bien",
        "parking costs too many €, otherwise fine",
        "The ward was calm and everybody explained what would happen next, in words I understood. "
        "The food could be warmer, but the nurses came whenever I called for them. " * 3,
    ),
}
#: What people write who gave nothing but a score and are asked why.
_REASONS = {
    "fi": "Hoitaja oli ystävällinen, mutta aikaa sai odottaa viikkoja ☎",
    "sv": "Sköterskan var vänlig, men tiden fick man vänta på i flera veckor ☎",
    "en": "The nurse was friendly, but I waited for weeks to be seen ☎",
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who visited a unit. `words` follow their score; empty when they give only that."""

    number: str
    unit: str
    language: str
    score: int
    words: str

    @property
    def answer(self) -> str:
        return f"{self.score} {self.words}".strip()

    @property
    def reason(self) -> str:
        """The second answer of those who are asked why."""
        return _REASONS[self.language]

    @property
    def comment(self) -> str:
        """All that they say beyond the score."""
        return self.words or self.reason

    @property
    def hears(self) -> Sequence[str]:
        """Every text that they should get, in order."""
        unit = next(name for key, name in _names() if key == self.unit)
        question = _text(self.language, "ask", county=COUNTY, unit=unit)
        follow_up = _text(self.language, f"follow_up.{nps_class(self.score)}")
        thanks = _text(self.language, "thanks")
        return [question, thanks] if self.words else [question, follow_up, thanks]


def people(count: int) -> Sequence[Person]:
    """Of every hundred, two visited the small unit. All languages, scores and kinds of words."""
    return [_person(number) for number in range(count)]


def _person(number: int) -> Person:
    language = LANGUAGES[number % 3]
    kind = number // 3 % 5
    words = _WORDS[language][kind].strip() if kind < 4 else ""
    return Person(f"+35840{7000000 + number}", _unit(number % 100), language, number % 11, words)


def _unit(place: int) -> str:
    for key, (_, share) in UNITS.items():
        if place < share:
            return key
        place -= share
    return SMALL[0]


async def invite(server: Server, asked: Iterable[Person]) -> None:
    """Have these people asked about a visit yesterday, by the commands that the county uses."""
    _write(server.folder / "units.csv", _unit_lines())
    _write(server.folder / "visits.csv", _visit_lines(asked))
    await server.korva("units", "import", "units.csv")
    await server.korva("invite", "visits.csv")


def day_of_visits() -> date:
    """Yesterday in Finland."""
    return datetime.now(HELSINKI).date() - timedelta(days=1)


def _names() -> Sequence[tuple[str, str]]:
    return [*((key, name) for key, (name, _) in UNITS.items()), SMALL]


def _unit_lines() -> Iterable[Sequence[str]]:
    yield "id", "parent", "name_fi", "name_sv", "name_en"
    yield "pirha", "", "Pirkanmaa", "Birkaland", "Pirkanmaa"
    yield "sairaalat", "pirha", "Sairaalat", "Sjukhus", "Hospitals"
    for key, name in _names():
        yield key, "sairaalat" if key in ("hatanpaa", "acuta") else "pirha", name, name, name


def _visit_lines(asked: Iterable[Person]) -> Iterable[Sequence[str]]:
    yield "number", "unit", "visited_at", "language", "age"
    for one in asked:
        yield one.number, one.unit, f"{day_of_visits()}T12:00", one.language, "50"


def _write(path: Path, lines: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)


def _text(language: str, key: str, **values: str) -> str:
    return load_texts().say(language, f"sms.{key}", **values)
