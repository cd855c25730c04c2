"""When the figures of a released period may leave again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from gateway.core.cells import MEASURES, Sums

Changes = Mapping[tuple[str, str], int]
"""By how many answers a (unit, channel) group differs; groups without a difference are missing."""


def changes(previous: Sums, current: Sums) -> Changes:
    """Compare what a release was made of with what is known now, each unit's own counts.

    A group differs by the fewest answers that explain the difference of one of its measures, and
    of its measures the one with the smallest counts: a comment with a new sentiment is one. So
    at least that many answers were added, removed or relabelled wherever anything shows.
    Sums up the tree and over channels differ by the answers of all groups in them, hence by no
    fewer than one of these.
    """
    groups = {(unit, channel) for unit, channel, _, _ in previous.keys() | current.keys()}
    sizes = {group: _smallest(group, previous, current) for group in sorted(groups)}
    return {group: size for group, size in sizes.items() if size}


def may_correct(changed: Changes, k: int, year_ended: bool) -> bool:
    """Rule e: whether a correcting release leaves.

    Every changed group differs by at least `k` answers, or the year of the period is over.
    """
    return bool(changed) and (year_ended or min(changed.values()) >= k)


def _smallest(group: tuple[str, str], previous: Sums, current: Sums) -> int:
    def differences(measure: str) -> list[int]:
        places = [(*group, measure, key) for key in MEASURES[measure].keys]
        return [current.get(place, 0) - previous.get(place, 0) for place in places]

    every = {measure: differences(measure) for measure in MEASURES}
    return min(filter(None, _sizes(every)), default=0)


def _sizes(every: Mapping[str, Sequence[int]]) -> Iterator[int]:
    for name, measure in MEASURES.items():
        if measure.several:
            yield from map(_answers, _questions(measure.keys, every[name]))
        elif measure.divides is None or measure.exclusive:
            yield _answers(every[name])
        else:
            whole = sum(every[measure.divides])
            yield from (_answers((having, whole - having)) for having in every[name])


def _questions(keys: Sequence[str], differences: Sequence[int]) -> Iterable[Sequence[int]]:
    """The differences of each question by itself."""
    found: dict[str, list[int]] = {}
    for key, difference in zip(keys, differences, strict=True):
        found.setdefault(key.partition(":")[0], []).append(difference)
    return found.values()


def _answers(differences: Sequence[int]) -> int:
    added = sum(each for each in differences if each > 0)
    return max(added, added - sum(differences))
