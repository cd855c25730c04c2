"""What a table may show.

Each unit shows its total, some features exactly, and with them, by subtraction, the sum of those
that it does not show. Two habits keep what can be worked out from all of it easy to see:

- a unit shows no feature that the nearest shown unit above it doesn't show;
- a unit that is hidden shows nothing at all, and is part of the rest of that unit.

Then every group that sums and differences of shown figures single out is made of groups that can
be worked out below one unit, so it's enough that each of these may be known (see leaks). Where
one may not, the unit below that tells least of it tells less, until all may be known.
"""

from collections.abc import Collection, Iterator, Mapping

from gateway.core.suppression.leaks import find_leak
from gateway.core.suppression.rules import Counts, Rule
from gateway.core.suppression.separation import find_separated
from gateway.core.suppression.table import Features, Shown, Table


def protect(table: Table, ceiling: Mapping[str, Collection[str]]) -> dict[str, frozenset[str]]:
    """Decide what the units show exactly, each at most its features in `ceiling`.

    Units that are missing, there or in what is returned, are hidden. The same figures give the
    same decision.
    """
    most = {unit: table.mask(features) for unit, features in ceiling.items()}
    shown, rows = _decide(table, most)
    while found := find_separated(table, shown, rows):
        unit, features = found
        most[unit] = shown[unit] & ~table.smallest(unit, shown[unit] & features or shown[unit])
        shown, rows = _decide(table, most)
    return {unit: table.names(features) for unit, features in shown.items()}


def _decide(table: Table, most: Shown) -> tuple[Shown, dict[str, Shown]]:
    """What is shown, and the rows of every shown unit, from the root down."""
    first = _open(table, most, table.tree.root, table.everything)
    shown: Shown = {} if first is None else {table.tree.root: first}
    rows: dict[str, Shown] = {}
    waiting = list(shown)
    while waiting:
        unit = waiting.pop()
        rows[unit] = _settle(table, most, unit, shown[unit])
        shown.update(rows[unit])
        waiting.extend(rows[unit])
    return shown, rows


def _settle(table: Table, most: Shown, unit: str, features: Features) -> Shown:
    """The rows below a shown unit: what they show so that nothing leaks."""
    rows = dict(_nearest(table, most, unit, features))
    while leak := find_leak(table, unit, features, rows):
        row, tells = _least_telling(table, rows, leak)
        if tells and rows[row] and leak != table.everything:
            rows[row] &= ~table.smallest(row, rows[row] & leak or rows[row])
        else:
            del rows[row]
            rows.update(_nearest(table, most, row, features))
    return rows


def _nearest(
    table: Table, most: Shown, unit: str, features: Features
) -> Iterator[tuple[str, Features]]:
    for child in table.tree.children[unit]:
        opened = _open(table, most, child, features)
        if opened is None:
            yield from _nearest(table, most, child, features)
        else:
            yield child, opened


def _open(table: Table, most: Shown, unit: str, features: Features) -> Features | None:
    """The most that a unit can show by itself, below one that shows `features`."""
    counts = table.counts[unit]
    if unit not in most or not _may_show(table, table.total(unit), table.total_rule):
        return None
    open_ = features & most[unit]
    shown = sum(
        1 << at
        for at, count in enumerate(counts)
        if open_ >> at & 1 and _may_show(table, count, table.rule)
    )
    while not table.rule(table.over(counts, table.everything & ~shown), table.k):
        shown &= ~table.smallest(unit, shown)
    return shown


def _may_show(table: Table, counts: Counts, rule: Rule) -> bool:
    return table.size(counts) >= table.k and rule(counts, table.k)


def _least_telling(table: Table, rows: Shown, leak: Features) -> tuple[str, bool]:
    """The row to tell less, and whether it tells anything inside of the leak."""
    sizes = {row: _told(table, row, shown, leak) for row, shown in rows.items()}
    telling = {row: size for row, size in sizes.items() if size}
    if not telling:
        sizes = {row: table.size(table.total(row)) for row in rows}
    candidates = telling or sizes
    return min(candidates, key=lambda row: (candidates[row], row)), bool(telling)


def _told(table: Table, row: str, shown: Features, leak: Features) -> int:
    pool = table.pool(row, shown)
    told = shown & leak | (pool if pool & leak == pool else 0)
    return table.size(table.over(table.counts[row], told))
