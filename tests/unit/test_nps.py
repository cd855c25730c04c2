"""The Net Promoter Score, its interval and what it may be compared with."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.nps import Classes, Nps, classify, compare, measure, nps_class, variance

numbers = st.integers(0, 3000)
groups = st.builds(Classes, numbers, numbers, numbers).filter(lambda classes: classes.n >= 5)


def test_scores_fold_into_promoters_passives_and_detractors() -> None:
    counts = dict.fromkeys(range(11), 1)
    assert classify(counts) == Classes(promoters=2, passives=2, detractors=7)


@pytest.mark.parametrize("score", range(11))
def test_one_score_is_counted_in_its_class(score: int) -> None:
    counted = {
        "promoter": Classes(1, 0, 0),
        "passive": Classes(0, 1, 0),
        "detractor": Classes(0, 0, 1),
    }
    assert classify({score: 1}) == counted[nps_class(score)]


# Worked by hand: 100 (p - d), and around 100 (P - D) / N, with 3/4, 3/2 and 3/4 added to the
# classes, 1.96 times the root of 10,000 (P/N + D/N - ((P - D)/N)^2) / N.
@pytest.mark.parametrize(
    ("classes", "shown"),
    [
        (Classes(84, 10, 6), Nps(78, 65, 87)),
        (Classes(24, 5, 1), Nps(77, 50, 89)),
        (Classes(8, 2, 0), Nps(80, 29, 94)),
        (Classes(19, 12, 5), Nps(39, 13, 59)),
        (Classes(55163, 6567, 3940), Nps(78, 78, 78)),
        (Classes(0, 0, 5), Nps(-100, -100, -17)),
        (Classes(1, 0, 7), Nps(-75, -99, -10)),
        (Classes(1, 7, 0), Nps(13, -19, 37)),
    ],
)
def test_the_score_and_its_interval(classes: Classes, shown: Nps) -> None:
    assert measure(classes) == shown


# Eighty-four promoters and six detractors in a hundred: the widths known for a score of 78.
@pytest.mark.parametrize(("n", "half_width"), [(10, 33), (30, 19), (100, 11), (65_670, 0.4)])
def test_the_variance_gives_the_known_half_widths_at_78(n: int, half_width: float) -> None:
    exact = 100 * 1.96 * sqrt(variance(0.84, 0.06) / n)
    assert round(exact, 0 if half_width > 1 else 1) == half_width


@given(groups)
def test_the_score_lies_in_its_interval_on_the_scale(classes: Classes) -> None:
    found = measure(classes)
    assert -100 <= found.low <= found.value <= found.high <= 100


@given(groups)
def test_promoters_and_detractors_mirror_each_other(classes: Classes) -> None:
    mirrored = Classes(classes.detractors, classes.passives, classes.promoters)
    found = measure(mirrored)
    assert measure(classes) == Nps(-found.value, -found.high, -found.low)


@given(groups)
def test_more_answers_of_the_same_kind_never_widen_the_interval(classes: Classes) -> None:
    ten = measure(
        Classes(*(10 * n for n in (classes.promoters, classes.passives, classes.detractors)))
    )
    one = measure(classes)
    assert ten.high - ten.low <= one.high - one.low


@pytest.mark.parametrize(
    ("n", "k", "verdict"),
    [
        (4, 5, "hidden"),
        (5, 5, "too_few_to_compare"),
        (29, 5, "too_few_to_compare"),
        (30, 5, "comparable"),
        (30, 40, "hidden"),
        (40, 40, "comparable"),
    ],
)
def test_a_score_is_ranked_from_thirty_answers(n: int, k: int, verdict: str) -> None:
    assert compare(n, k) == verdict
