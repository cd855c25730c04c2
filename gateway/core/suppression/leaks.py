"""What can be worked out below one unit of a table.

A shown unit and the shown units nearest below it, its rows, make a small table of their own, with
one more row for the rest: the unit's own answers and those of everything hidden below it. A row
tells each feature that it shows, and the sum of its others, its pool. Take any features J of the
unit, and take out of J all that rows tell inside of it: what is left can be known, and nothing
smaller. So the rest and what is left of every J must be groups that may be known.
"""

from collections.abc import Sequence

from gateway.core.suppression.rules import Counts
from gateway.core.suppression.table import Features, Shown, Table, bits, minus, plus


def find_leak(table: Table, unit: str, shown: Features, rows: Shown) -> Features:
    """Features of which what is left may not be known; all of them for the rest; 0 for none."""
    rest = rest_of(table, unit, rows)
    if not table.total_rule(table.over(rest, table.everything), table.k):
        return table.everything
    left, pools = _hidden(table, rows, rest)
    for features in told_by(table, unit, shown):
        if not table.rule(_left_of(table, features, left, pools), table.k):
            return features
    return 0


def rest_of(table: Table, unit: str, rows: Shown) -> list[Counts]:
    """By feature, the unit's own answers and those of everything hidden below it."""
    rest = list(table.counts[unit])
    for row in rows:
        rest = list(map(minus, rest, table.counts[row]))
    return rest


def told_by(table: Table, unit: str, shown: Features) -> list[Features]:
    """The sets of features whose sum a unit tells, but for all of them together."""
    pool = table.pool(unit, shown)
    return [each for each in range(1, table.everything) if each & pool in (0, pool)]


def _hidden(
    table: Table, rows: Shown, rest: Sequence[Counts]
) -> tuple[list[Counts], dict[Features, Counts]]:
    """By feature, what no row shows; and the sums in it that are known, by their features."""
    left = list(rest)
    pools = {table.filled(rest): table.over(rest, table.everything)}
    for row, shown in rows.items():
        counts, pool = table.counts[row], table.pool(row, shown)
        known = table.over(counts, pool)
        pools[pool] = plus(pools[pool], known) if pool in pools else known
        for each in bits(table.everything & ~shown):
            left[each] = plus(left[each], counts[each])
    return left, pools


def _left_of(
    table: Table, features: Features, left: Sequence[Counts], pools: dict[Features, Counts]
) -> Counts:
    group = table.over(left, features)
    for pool, known in pools.items():
        if pool & features == pool:
            group = minus(group, known)
    return group
