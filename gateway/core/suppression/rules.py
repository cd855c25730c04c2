"""When the counts of a group may be known: the thresholds of the publishing rules.

A rule takes the counts of a group, divided in whatever the table counts, and says whether they
may be known. Every rule keeps this promise, which the tables rest on: two separate groups that
may be known may be known together.
"""

from collections.abc import Callable

from gateway.core.errors import SettingsError

LEAST = 5

Counts = tuple[int, ...]
Rule = Callable[[Counts, int], bool]


def check_threshold(k: int) -> int:
    """`k` itself; SettingsError when it's below 5, the least that may ever be used."""
    if k < LEAST:
        raise SettingsError(f"threshold {k} is too low; it may only be raised: set {LEAST} or more")
    return k


def enough(counts: Counts, k: int) -> bool:
    """Rule a: nobody, or at least `k`."""
    return not 0 < sum(counts) < k


def varied(counts: Counts, k: int) -> bool:
    """Rules a, b and c for NPS classes: any class may be small, but all alike needs `2k`."""
    return enough(counts, k) and not _alike(counts, k)


def answers(counts: Counts, k: int) -> bool:
    """Rules a to c for (promoters, passives, detractors, without a score).

    A group whose NPS may not be known is hidden whole: if its size stood there without an NPS, it
    would be plain that all gave alike scores.
    """
    return enough(counts, k) and varied(counts[:3], k)


def classes(counts: Counts, k: int) -> bool:
    """Rules a, b and c where every class is exact: each is empty or at least `k`."""
    return all(enough((count,), k) for count in counts) and not _alike(counts, k)


def statement(counts: Counts, k: int) -> bool:
    """Rules a to c for the answers 1 to 5 to a statement, of which the number, the mean and the
    share of 4 and 5 are told. These pin single answers down only at the ends of the scale."""
    low, _, _, agree, most = counts
    agreeing, others = agree + most, sum(counts[:3])
    if not classes((agreeing, others), k):
        return False
    if not others:
        return classes((agree, most), k)
    from_top = counts[1] + 2 * low
    return agreeing > 0 or from_top not in (1, 2 * others - 1)


def label(counts: Counts, k: int) -> bool:
    """Rules b and c for (with the label, without it).

    How many lack a label isn't protected: that says nothing of what they wrote. How many lack it
    still decides when everybody has it.
    """
    having, lacking = counts
    return having == 0 or (having >= k and (lacking > 0 or having >= 2 * k))


def _alike(counts: Counts, k: int) -> bool:
    return 0 < sum(counts) < 2 * k and max(counts) == sum(counts)
