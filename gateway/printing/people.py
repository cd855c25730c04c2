"""A list of people or places, as somebody keeps it in a spreadsheet."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gateway.analysis import files
from gateway.analysis.export import Export
from gateway.core.codes import normalise
from gateway.core.errors import InputError
from gateway.printing.wanted import Wanted, languages
from print_assets import phrases
from print_assets.design import Design
from print_assets.problem import Problem

#: Columns that say the same in the languages in which such lists are kept.
_NAMES: Mapping[str, str] = {
    "koodi": "code",
    "kod": "code",
    "yksikkö": "unit",
    "enhet": "unit",
    "etunimi": "given_name",
    "förnamn": "given_name",
    "first_name": "given_name",
    "sukunimi": "surname",
    "efternamn": "surname",
    "last_name": "surname",
    "kieli": "language",
    "språk": "language",
    "tiimi": "team",
    "ammattinimike": "role",
    "nimike": "role",
    "yrkesbeteckning": "role",
    "yhteystieto": "contact",
    "kontakt": "contact",
}
_COLUMNS = ("code", "unit", "given_name", "surname", "language")
_TEXTS = ("role", "team", "contact")
#: What is not of every design; a list for badges may still be used for cards.
_KNOWN = (
    *_COLUMNS,
    *_TEXTS,
    *(f"{text}_{language}" for text in _TEXTS for language in phrases.languages()),
)


@dataclass(frozen=True, slots=True)
class People:
    """The list as it was read, what it wants, and all that is wrong with it."""

    export: Export
    wanted: Sequence[Wanted]
    problems: Sequence[Problem]


def read(path: Path, design: Design, unit: str, spoken: tuple[str, ...]) -> People:
    """The list in a CSV or a workbook, whatever Excel made of it. A row without a unit of its own
    is of `unit`, without a language of its own in those `spoken`. `InputError` when it is no list.
    """
    export = files.read(path)
    columns = [_column(name) for name in export.columns]
    wrong = list(_header(path.name, columns, design, unit))
    if wrong:
        return People(export, (), wrong)
    rows = [
        (f"row {number}", dict(zip(columns, map(_clean, row), strict=True)))
        for number, row in zip(export.numbers, export.rows, strict=True)
    ]
    wanted = [_wanted(place, cells, unit, spoken) for place, cells in rows]
    return People(export, wanted, [found for row in rows for found in _row(*row, unit)])


def with_codes(export: Export, wanted: Sequence[Wanted]) -> tuple[list[str], list[list[str]]]:
    """The list again, header and rows, with the code of each row."""
    at = next((i for i, name in enumerate(export.columns) if _column(name) == "code"), None)
    if at is None:
        rows = [[one.code, *row] for one, row in zip(wanted, export.rows, strict=True)]
        return ["code", *export.columns], rows
    rows = [list(row) for row in export.rows]
    for one, row in zip(wanted, rows, strict=True):
        row[at] = one.code
    return list(export.columns), rows


def _column(name: str) -> str:
    plain = "_".join(name.casefold().split())
    return _NAMES.get(plain, plain)


def _header(file: str, columns: Sequence[str], design: Design, unit: str) -> Iterator[Problem]:
    known = f"known columns: {', '.join(_KNOWN)}"
    for need in design.needs:
        if need not in columns:
            yield Problem(file, f"there is no column {need}", f"{design.name} needs it; {known}")
    if not unit and not {"code", "unit"} & set(columns):
        yield Problem(file, "there is no column code or unit", "add one, or give --unit")
    for name in columns:
        if name not in _KNOWN:
            yield Problem(file, f"column {name!r} is unknown", f"rename or remove it; {known}")
    for name, times in Counter(columns).items():
        if times > 1:
            yield Problem(file, f"column {name} is there {times} times", "leave one")


def _wanted(place: str, cells: Mapping[str, str], unit: str, spoken: tuple[str, ...]) -> Wanted:
    own = languages(cells["language"]) if cells.get("language") else spoken
    return Wanted(
        place=place,
        languages=own,
        code=normalise(cells.get("code", "")) or "",
        unit=cells.get("unit") or unit,
        given_name=cells.get("given_name", ""),
        surname=cells.get("surname", ""),
        texts={language: _texts(cells, language, first=language == own[0]) for language in own},
    )


def _texts(cells: Mapping[str, str], language: str, *, first: bool) -> dict[str, str]:
    """A column that names no language is in the first one: a screen reader must not read Finnish
    aloud as Swedish."""
    said = {text: cells.get(f"{text}_{language}", "") for text in _TEXTS}
    plain = {text: cells.get(text, "") if first else "" for text in _TEXTS}
    return {text: said[text] or plain[text] for text in _TEXTS if said[text] or plain[text]}


def _row(place: str, cells: Mapping[str, str], unit: str) -> Iterator[Problem]:
    typed = cells.get("code", "")
    if typed and normalise(typed) is None:
        what = f"{typed!r} is mistyped: a code has seven signs, the last one checks them"
        yield Problem(place, what, "compare it with the print")
    if not typed and not cells.get("unit") and not unit:
        yield Problem(place, "it has neither code nor unit", "fill one in, or give --unit")


def _clean(cell: str) -> str:
    return " ".join(cell.split())


def only(people: People, code: str) -> People:
    """The list cut to the row of one code, for a reprint. `InputError` when it is not there."""
    if not people.wanted:
        return people
    at = [i for i, one in enumerate(people.wanted) if one.code == code]
    if not at:
        raise InputError(f"no row of the list has the code {code}")
    wanted = [people.wanted[i] for i in at]
    places = {one.place for one in wanted}
    export = Export(
        people.export.columns,
        [people.export.rows[i] for i in at],
        [people.export.numbers[i] for i in at],
    )
    return People(export, wanted, [one for one in people.problems if one.where in places])
