"""Reads the visits that a county's own system hands in as lines of a table."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from gateway.core import filled
from gateway.core.eligibility import Visit
from gateway.core.errors import InputError
from gateway.settings import HELSINKI
from gateway.sms.numbers import is_mobile, normalise

NEEDED = ("number", "unit", "visited_at", "language")
COLUMNS = (
    *NEEDED,
    "source",
    "key",
    "age",
    "age_band",
    "own_number",
    "municipality",
    "service_type",
    "permission",
    "deceased",
    "involuntary",
    "non_disclosure",
    "several_numbers",
)

#: ISO 639, two letters or three. Who speaks another language is asked in English.
_LANGUAGES = {"fi": "fi", "fin": "fi", "sv": "sv", "swe": "sv"}
#: A record without a language: most people of a county speak this one.
_USUAL = "fi"
_OTHER = "en"

_BAND = re.compile(r"(\d{1,3})(?:-(\d{1,3})|\+)")
#: Ages from which the bands run that are kept of an age.
_BANDS = (0, 13, 18, 30, 45, 65, 75, 85)
_OLDEST = 130
_YEARS = range(2000, 2100)


def parse_visit(cells: Mapping[str, str], source: str, digest: Callable[[str], bytes]) -> Visit:
    """The visit of a line. `source` is whose it is where the line does not say, `digest` a keyed
    hash. Raises `InputError` naming the cell that can't be read, never what it holds."""
    number = filled.text(cells, "number", 40)
    unit = filled.text(cells, "unit", 64, needed=True)
    visited_at = _instant(filled.text(cells, "visited_at", 40, needed=True))
    source = filled.text(cells, "source", 40) or source
    key = filled.text(cells, "key", 80)
    if not key:
        key = digest(f"{normalise(number) or number}\n{unit}\n{visited_at.isoformat()}").hex()
    age, age_band = _age(filled.text(cells, "age", 3), filled.text(cells, "age_band", 16))
    return Visit(
        source=source,
        key=key,
        unit=unit,
        visited_at=visited_at,
        number=_mobile(number),
        language=_language(filled.text(cells, "language", 16)),
        chance=_chance(digest(f"{source}\n{key}")),
        age=age,
        age_band=age_band,
        municipality=filled.text(cells, "municipality", 40),
        service_type=filled.text(cells, "service_type", 40),
        own_number=filled.answer(cells, "own_number"),
        permission=filled.answer(cells, "permission"),
        deceased=filled.answer(cells, "deceased") or False,
        involuntary=filled.answer(cells, "involuntary") or False,
        non_disclosure=filled.answer(cells, "non_disclosure") or False,
        several_numbers=filled.answer(cells, "several_numbers") or False,
    )


def _mobile(written: str) -> str | None:
    number = normalise(written)
    return number if number and is_mobile(number) else None


def _instant(written: str) -> datetime:
    """In UTC; a time without an offset is one of Finland."""
    try:
        at = datetime.fromisoformat(written)
    except ValueError as error:
        raise InputError("visited_at: write it like 2026-03-02T14:30") from error
    if at.year not in _YEARS:
        raise InputError("visited_at: the year can't be right")
    return (at if at.tzinfo else at.replace(tzinfo=HELSINKI)).astimezone(UTC)


def _language(written: str) -> str:
    if not written:
        return _USUAL
    return _LANGUAGES.get(re.split("[-_]", written.casefold())[0], _OTHER)


def _chance(hashed: bytes) -> float:
    # 48 bits are exact in a float, which then never rounds up to 1.
    return int.from_bytes(hashed[:6]) / (1 << 48)


def _age(age: str, band: str) -> tuple[int | None, str]:
    """The least age that is known, and the band that is kept of it."""
    if age:
        if not age.isdecimal() or int(age) > _OLDEST:
            raise InputError("age: write whole years, or nothing")
        return int(age), band_of(int(age))
    if not band:
        return None, ""
    found = _BAND.fullmatch(band.replace("\u2013", "-"))
    if not found:
        raise InputError("age_band: write it like 18-29 or 85+")
    return int(found[1]), found[0]


def band_of(age: int) -> str:
    """The band of an age in years, such as 18-29 or 85+."""
    first = max(start for start in _BANDS if start <= age)
    after = next((start for start in _BANDS if start > age), None)
    return f"{first}-{after - 1}" if after else f"{first}+"
