"""The tree of units that figures add up in."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gateway.core.cells import Sums
from gateway.core.errors import InputError

ALL = "all"


@dataclass(frozen=True, slots=True)
class Tree:
    """Units by id; `children` has a key for every unit, `parents` one for all but the root."""

    root: str
    parents: Mapping[str, str]
    children: Mapping[str, Sequence[str]]

    def upwards(self, unit: str) -> Iterator[str]:
        """The unit itself, its parent, and so on to the root."""
        yield unit
        while unit in self.parents:
            unit = self.parents[unit]
            yield unit


def plant(parents: Mapping[str, str | None]) -> Tree:
    """A tree from each unit's parent; InputError when it's no tree with a single root."""
    roots = [unit for unit, parent in parents.items() if parent is None]
    if len(roots) != 1:
        raise InputError(f"units without a parent: {len(roots)}; a county has exactly one root")
    children: defaultdict[str, list[str]] = defaultdict(list)
    for unit, parent in parents.items():
        if parent is not None:
            children[parent].append(unit)
    _check_reachable(roots[0], parents, children)
    above = {unit: parent for unit, parent in parents.items() if parent is not None}
    return Tree(roots[0], above, {unit: tuple(sorted(children[unit])) for unit in parents})


def total(tree: Tree, own: Sums) -> Counter[tuple[str, str, str, str]]:
    """Sum up the tree and over the channels, whose sum is the channel "all"."""
    totals: Counter[tuple[str, str, str, str]] = Counter()
    for (unit, channel, measure, key), count in own.items():
        for above in tree.upwards(_known(tree, unit)):
            totals[above, channel, measure, key] += count
            totals[above, ALL, measure, key] += count
    return totals


def _known(tree: Tree, unit: str) -> str:
    if unit not in tree.children:
        raise InputError(f"cells of unit {unit!r}, which is not in the tree; add it to the units")
    return unit


def _check_reachable(
    root: str, units: Iterable[str], children: Mapping[str, Sequence[str]]
) -> None:
    reached, waiting = {root}, [root]
    while waiting:
        below = children.get(waiting.pop(), ())
        reached.update(below)
        waiting.extend(below)
    if lost := sorted(set(units) - reached):
        raise InputError(f"unit {lost[0]!r} does not hang from the root; correct its parent")
