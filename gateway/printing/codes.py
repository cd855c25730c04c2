"""Codes of a print run: looked up, drawn, and kept once the files are whole."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from gateway.core.codes import make_code
from gateway.core.errors import InputError
from gateway.printing.wanted import Wanted
from gateway.store import touchpoints
from gateway.store.database import Connection
from gateway.store.touchpoints import Listed, Run
from print_assets.problem import Problem


@dataclass(frozen=True, slots=True)
class Found:
    """The touchpoints among those wanted that there are, by code, and all units' keys."""

    touchpoints: Mapping[str, Listed]
    units: frozenset[str]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is wanted, each with its code; `numbers` are what the new codes are made of."""

    wanted: Sequence[Wanted]
    numbers: Mapping[str, int]


def problems(wanted: Sequence[Wanted], found: Found) -> Iterator[Problem]:
    """Codes that are unknown, retired or there twice, and units that there are not."""
    first: dict[str, str] = {}
    for one in wanted:
        listed = found.touchpoints.get(one.code)
        if not one.code:
            if one.unit and one.unit not in found.units:
                remedy = "`korva units list` shows all"
                yield Problem(one.place, f"there is no unit {one.unit!r}", remedy)
        elif listed is None:
            remedy = "`korva touchpoints list` shows all"
            yield Problem(one.place, f"there is no touchpoint {one.code}", remedy)
        elif listed.state == touchpoints.RETIRED:
            remedy = "leave the code out and a new one is made"
            yield Problem(one.place, f"touchpoint {one.code} is retired for good", remedy)
        if one.code and (earlier := first.setdefault(one.code, one.place)) != one.place:
            yield Problem(one.place, f"{earlier} has the same code", "leave one of them")


def at_their_units(wanted: Sequence[Wanted], found: Found) -> list[Wanted]:
    """With the unit that each code leads to now, whatever a list says."""
    return [
        replace(one, unit=found.touchpoints[one.code].unit)
        if one.code in found.touchpoints
        else one
        for one in wanted
    ]


def draw(connection: Connection, wanted: Sequence[Wanted], random: Callable[[], int]) -> Drawn:
    """New codes that nothing has, for those that bring none. Nothing is stored yet: when the
    drawing fails, no touchpoint is left that nobody holds."""
    missing = sum(not one.code for one in wanted)
    numbers: dict[str, int] = {}
    while len(numbers) < missing:
        more = {make_code(n): n for n in (random() for _ in range(missing - len(numbers)))}
        taken = touchpoints.known(connection, list(more))
        numbers |= {code: number for code, number in more.items() if code not in taken}
    codes = iter(numbers)
    return Drawn([one if one.code else replace(one, code=next(codes)) for one in wanted], numbers)


def keep(connection: Connection, drawn: Drawn, run: Run, actor: str, now: datetime) -> str:
    """Store the new codes as one batch, as `run` says but at the unit of each; its name.

    `InputError` when a code was given to something else meanwhile.
    """
    by_unit: dict[str, list[int]] = {}
    for one in drawn.wanted:
        if one.code in drawn.numbers:
            by_unit.setdefault(one.unit, []).append(drawn.numbers[one.code])
    batch = run.batch
    for unit, numbers in by_unit.items():
        part = replace(run, unit_key=unit, count=len(numbers), batch=batch)
        batch, _ = touchpoints.create(connection, part, _once(numbers).__next__, actor, now)
    return batch


def _once(numbers: Sequence[int]) -> Iterator[int]:
    yield from numbers
    raise InputError("a code was given to something else meanwhile; print again")
