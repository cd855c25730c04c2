"""One additive table of figures: units by features."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add, sub

from gateway.core.suppression.rules import Counts, Rule
from gateway.core.suppression.tree import Tree

Features = int
"""A set of features of a table, as bits in their order."""

Shown = dict[str, Features]
"""What each shown unit shows exactly beside its total; a unit that is missing is hidden."""


@dataclass(frozen=True, slots=True)
class Table:
    """The figures of every unit with all below it, divided into features: its channels, say.

    `counts` has one item for each feature. `told` picks from it the counts that a reader gets one
    by one; their sum must reach `k` for a figure to be shown. `rule` says which groups may be
    known, and `total_rule` which of those that have all features.
    """

    tree: Tree
    features: tuple[str, ...]
    counts: Mapping[str, Sequence[Counts]]
    k: int
    rule: Rule
    total_rule: Rule
    told: Callable[[Counts], Counts] = tuple

    @property
    def everything(self) -> Features:
        """All features."""
        return (1 << len(self.features)) - 1

    def mask(self, names: Iterable[str]) -> Features:
        """The features with these names."""
        known = frozenset(names)
        return sum(1 << each for each, name in enumerate(self.features) if name in known)

    def names(self, features: Features) -> frozenset[str]:
        """The names of these features."""
        return frozenset(self.features[each] for each in bits(features))

    def size(self, counts: Counts) -> int:
        """How many answers the counts of a group tell of."""
        return sum(self.told(counts))

    def over(self, counts: Sequence[Counts], features: Features) -> Counts:
        """The sum of some features."""
        nothing = (0,) * len(counts[0])
        return reduce(plus, (counts[each] for each in bits(features)), nothing)

    def total(self, unit: str) -> Counts:
        """All of a unit."""
        return self.over(self.counts[unit], self.everything)

    def filled(self, counts: Sequence[Counts]) -> Features:
        """The features that have something in them."""
        return sum(1 << each for each, count in enumerate(counts) if self.size(count))

    def pool(self, unit: str, shown: Features) -> Features:
        """The features whose sum a unit tells by not showing them.

        Those with nothing in them don't count: a reader may know that a unit has no kiosk.
        """
        return self.filled(self.counts[unit]) & ~shown

    def smallest(self, unit: str, features: Features) -> Features:
        """The one of these features that has the fewest answers of the unit."""
        counts = self.counts[unit]
        return 1 << min(bits(features), key=lambda each: (self.size(counts[each]), each))


def bits(features: Features) -> Iterator[int]:
    """The places of these features."""
    return (each for each in range(features.bit_length()) if features >> each & 1)


def plus(one: Counts, other: Counts) -> Counts:
    """Two groups together."""
    return tuple(map(add, one, other))


def minus(whole: Counts, part: Counts) -> Counts:
    """A group without a part of it."""
    return tuple(map(sub, whole, part))
