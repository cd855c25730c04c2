"""What somebody wants printed: from a unit, a batch or a list, held against the store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gateway.core.codes import grouped
from gateway.core.errors import InputError
from gateway.core.unit import Unit
from gateway.core.unit_tree import inherit
from gateway.printing import codes, people
from gateway.printing.codes import Found
from gateway.printing.people import People
from gateway.printing.wanted import Wanted
from gateway.store import touchpoints
from gateway.store.database import Database
from gateway.store.units import read_units
from print_assets.design import Design
from print_assets.problem import CannotPrintError, Problem


@dataclass(frozen=True, slots=True)
class Source:
    """Where the things to print come from: a list, else a batch that there is, else `count` new
    codes at `unit`. `only` is the one code of the list or batch that is printed again."""

    design: Design
    languages: tuple[str, ...]
    unit: str = ""
    count: int = 1
    batch: str = ""
    csv: Path | None = None
    only: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted, all that is wrong with it, and the county's units with inherited marks.

    `people` is the list where it came from one, `left_out` counts retired codes of a batch.
    """

    wanted: Sequence[Wanted]
    units: Mapping[str, Unit]
    problems: Sequence[Problem]
    people: People | None
    left_out: int


@dataclass(frozen=True, slots=True)
class _Read:
    wanted: Sequence[Wanted]
    problems: Sequence[Problem] = field(default_factory=tuple)
    people: People | None = None
    left_out: int = 0


async def order(database: Database, source: Source) -> Order:
    """The order of `source`. Raises `InputError` or CannotPrintError when nothing of it could be
    printed."""
    given = await _read(database, source)
    named = [one.code for one in given.wanted if one.code]
    there = await database.read(touchpoints.known, named)
    kept = await database.read(read_units)
    units = inherit({key: one.unit for key, one in kept.items()})
    found = Found(there, frozenset(units))
    wrong = [*given.problems, *codes.problems(given.wanted, found)]
    wanted = codes.at_their_units(given.wanted, found)
    return Order(wanted, units, wrong, given.people, given.left_out)


async def _read(database: Database, source: Source) -> _Read:
    if source.csv:
        return _listed(source, source.csv)
    if source.batch:
        return await _of_batch(database, source)
    numbers = range(1, source.count + 1)
    return _Read([Wanted(f"item {n}", source.languages, unit=source.unit) for n in numbers])


def _listed(source: Source, file: Path) -> _Read:
    found = people.read(file, source.design, source.unit, source.languages)
    if not found.wanted:
        raise CannotPrintError(found.problems)
    found = people.only(found, source.only) if source.only else found
    return _Read(found.wanted, found.problems, found)


async def _of_batch(database: Database, source: Source) -> _Read:
    found = await database.read(touchpoints.listed, None, None, source.batch)
    if source.only:
        chosen = [one for one in found if one.code == source.only]
    else:
        chosen = [one for one in found if one.state == touchpoints.ACTIVE]
    if not chosen:
        which = f"{source.only} in batch" if source.only else "batch"
        what = f"there is nothing to print of {which} {source.batch!r}"
        raise InputError(f"{what}; `korva touchpoints list` shows all")
    wanted = [
        Wanted(f"item {grouped(one.code)}", source.languages, one.code, one.unit) for one in chosen
    ]
    return _Read(wanted, left_out=0 if source.only else len(found) - len(chosen))
