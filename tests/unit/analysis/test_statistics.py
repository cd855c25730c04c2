"""Intervals and tests against values from books and tables."""

import pytest

from gateway.analysis.statistics import compare, p_value, share


@pytest.mark.parametrize(
    ("count", "n", "low", "high"),
    [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (81, 263, 0.2553, 0.3662)],
)
def test_the_interval_of_a_share_is_wilsons(count: int, n: int, low: float, high: float) -> None:
    """The last one is the example of Newcombe, Statistics in Medicine 17, 1998."""
    found = share(count, n)
    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-4)


@pytest.mark.parametrize(
    ("chi_square", "freedom", "p"),
    [(3.841, 1, 0.05), (5.991, 2, 0.05), (7.815, 3, 0.05), (13.277, 4, 0.01), (18.307, 10, 0.05)],
)
def test_the_p_value_is_that_of_the_printed_tables(
    chi_square: float, freedom: int, p: float
) -> None:
    assert p_value(chi_square, freedom) == pytest.approx(p, abs=2e-5)


def test_the_difference_of_two_mixes_is_pearsons() -> None:
    """Worked by hand: 2 x 2, expected 25 in every place."""
    found = compare({"a": 30, "b": 20}, {"a": 20, "b": 30})
    assert found is not None
    assert (found.chi_square, found.freedom) == pytest.approx((4.0, 1))
    assert found.p == pytest.approx(0.0455, abs=1e-4)


def test_equal_mixes_do_not_differ() -> None:
    found = compare({"a": 30, "b": 20}, {"a": 300, "b": 200})
    assert found is not None
    assert found.chi_square == pytest.approx(0)
    assert found.psi == pytest.approx(0, abs=1e-3)


def test_the_stability_index_of_a_marked_change_is_over_its_mark() -> None:
    found = compare({"a": 400, "b": 600}, {"a": 700, "b": 300})
    assert found is not None
    assert found.psi == pytest.approx(0.376, abs=1e-3)


def test_rare_classes_are_put_together_before_they_are_compared() -> None:
    found = compare({"a": 90, "b": 8, "c": 1, "d": 1}, {"a": 90, "b": 8, "c": 1, "d": 1})
    assert found is not None
    assert found.freedom == 1


@pytest.mark.parametrize("now", [{}, {"a": 3, "b": 1}])
def test_too_few_are_not_compared(now: dict[str, int]) -> None:
    assert compare(now, {"a": 3, "b": 1}) is None


def test_one_and_the_same_class_on_both_sides_is_no_difference() -> None:
    found = compare({"a": 50, "b": 0}, {"a": 10})
    assert found is not None
    assert found.p == 1
