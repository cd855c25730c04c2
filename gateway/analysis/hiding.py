"""Which classes of one group may be shown beside its total: rules a to d for a single table."""

from collections.abc import Mapping


def shown(counts: Mapping[str, int], k: int) -> frozenset[str]:
    """The classes that may be shown where each answer has one of them and their sum is known.

    No class of 1 to `k` - 1; what is hidden is at least `k` answers of two classes or more, so
    that none is the total minus the others. When all answers are of one class, there are 2 `k` of
    them or nothing is shown.
    """
    total = sum(counts.values())
    if 0 < total < k or (total < 2 * k and total and max(counts.values()) == total):
        return frozenset()
    hidden = {name for name, count in counts.items() if 0 < count < k}
    rest = sorted(counts.keys() - hidden, key=lambda name: (counts[name] == 0, counts[name], name))
    while hidden and rest and (len(hidden) < 2 or sum(counts[each] for each in hidden) < k):
        hidden.add(rest.pop(0))
    return frozenset(counts) - hidden


def shown_alone(counts: Mapping[str, int], n: int, k: int) -> frozenset[str]:
    """The labels that may be shown of `n` comments where a comment has any number of them."""
    return frozenset(
        name
        for name, count in counts.items()
        if n >= k and (count == 0 or count >= k) and not (count == n < 2 * k)
    )
