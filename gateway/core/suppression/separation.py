"""What can be worked out where groups have nothing in common.

Groups that are only known together come apart when a reader knows of each class whose it is. Two
units tell their NPS classes but not their channels, one has promoters only, the other detractors
only, and the unit above them tells both by channel: then all is known by channel.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from gateway.core.suppression.leaks import rest_of, told_by
from gateway.core.suppression.rules import Counts
from gateway.core.suppression.table import Features, Shown, Table, plus


@dataclass(frozen=True, slots=True)
class _Part:
    """The answers of one rest in some features, and in the others of the pool that hides them."""

    inside: Counts
    outside: Counts


def find_separated(
    table: Table, shown: Shown, rows: Mapping[str, Shown]
) -> tuple[str, Features] | None:
    """A unit, and features of it in which a group that may not be known comes apart.

    Only where more than one class is told: what has a single class in common doesn't.
    """
    if len(table.told(table.total(table.tree.root))) == 1:
        return None
    rests = {unit: rest_of(table, unit, rows[unit]) for unit in shown}
    for unit, exact in shown.items():
        for told in told_by(table, unit, exact) if exact else ():
            parts = list(_parts(table, rows, rests, unit, told))
            if not all(table.rule(group, table.k) for group in _apart(table, parts)):
                return unit, told
    return None


def _parts(
    table: Table,
    rows: Mapping[str, Shown],
    rests: Mapping[str, Sequence[Counts]],
    unit: str,
    told: Features,
) -> Iterator[_Part]:
    """The rests at and below a unit of which `told` features are not known by themselves.

    A rest that lies all inside or all outside of them is known: a reader may know from outside
    that there is nothing in the other features.
    """
    hidden = [(unit, table.everything)]
    for row, exact in rows[unit].items():
        hidden.extend((below, table.everything & ~exact) for below in _down(rows, row))
    for each, features in hidden:
        rest = rests[each]
        pool = table.filled(rest) & features
        if pool & told and pool & ~told:
            yield _Part(table.over(rest, pool & told), table.over(rest, pool & ~told))


def _down(rows: Mapping[str, Shown], unit: str) -> Iterator[str]:
    yield unit
    for row in rows[unit]:
        yield from _down(rows, row)


def _apart(table: Table, parts: Sequence[_Part]) -> list[Counts]:
    """The smallest groups that the parts come apart into, by what is inside."""
    linking = _linking(table, parts)
    groups: list[tuple[set[int], Counts]] = []
    for part in parts:
        classes = linking & _filled(table.told(plus(part.inside, part.outside)))
        linked = [group for group in groups if group[0] & classes]
        groups = [group for group in groups if not group[0] & classes]
        inside = reduce(plus, (each for _, each in linked), part.inside)
        groups.append((classes.union(*(each for each, _ in linked)), inside))
    return [inside for _, inside in groups]


def _linking(table: Table, parts: Iterable[_Part]) -> set[int]:
    """The classes that occur both inside and outside, so that no part tells where its own are."""
    inside: set[int] = set()
    outside: set[int] = set()
    for part in parts:
        inside |= _filled(table.told(part.inside))
        outside |= _filled(table.told(part.outside))
    return inside & outside


def _filled(counts: Counts) -> set[int]:
    return {at for at, count in enumerate(counts) if count}
