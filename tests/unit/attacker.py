"""A reader of a small table who tries every table that fits what was shown."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations

Cell = tuple[str, ...]
Group = frozenset[Cell]
Counts = Mapping[Cell, int]


@dataclass
class Attacker:
    """Knows which sums of cells were shown, and that no cell holds less than nobody."""

    truth: Counts
    sums: set[Group] = field(default_factory=set)

    def sees(self, shown: Callable[[Cell], bool]) -> None:
        """Take in the sum of the cells that are shown together."""
        self.sums.add(frozenset(filter(shown, self.truth)))

    def knows(self, group: Group, told: Callable[[Counts], object]) -> bool:
        """Whether what is told of a group is the same in every table that fits."""
        so = told(self.truth)
        return all(told(table) == so for table in self._tables(group))

    def small_groups(self, k: int) -> list[Group]:
        """The groups of 1 to k - 1 people whose size is known."""
        few = [cell for cell, count in self.truth.items() if count < k]
        possible = [group for group in _groups(few) if 0 < self._size(group) < k]
        known = []
        while possible:
            group = possible[-1]
            other = self._other_table(group)
            if other is None:
                known.append(possible.pop())
            else:
                possible = [each for each in possible if _size(other, each) == self._size(each)]
        return known

    def _size(self, group: Group) -> int:
        return _size(self.truth, group)

    def _other_table(self, group: Group) -> Counts | None:
        size = self._size(group)
        return next((each for each in self._tables(group) if _size(each, group) != size), None)

    def _tables(self, varied: Collection[Cell]) -> Iterator[Counts]:
        """Every table that fits; those that differ in the `varied` cells come soon."""
        order = sorted(self.truth, key=lambda cell: cell in varied)
        sums = sorted(self.sums, key=sorted)
        left = [self._size(group) for group in sums]
        around = [[at for at, group in enumerate(sums) if cell in group] for cell in order]
        last = [max((order.index(cell) for cell in group), default=-1) for group in sums]
        most = max(self.truth.values()) + 1
        counts: list[int] = []

        def fill() -> Iterator[Counts]:
            at = len(counts)
            if at == len(order):
                yield dict(zip(order, counts, strict=True))
                return
            limit = min((left[each] for each in around[at]), default=most)
            least = max((left[each] for each in around[at] if last[each] == at), default=0)
            for count in range(least, limit + 1):
                yield from put(at, count)

        def put(at: int, count: int) -> Iterator[Counts]:
            counts.append(count)
            for each in around[at]:
                left[each] -= count
            yield from fill()
            for each in around[at]:
                left[each] += count
            counts.pop()

        return fill()


def _size(table: Counts, group: Group) -> int:
    return sum(table[cell] for cell in group)


def _groups(cells: Sequence[Cell]) -> Iterator[Group]:
    sizes = range(1, len(cells) + 1)
    return map(frozenset, chain.from_iterable(combinations(cells, size) for size in sizes))
