"""Shares of the comments."""

from classifiers.comments import Comment
from classifiers.training import curve

COMMENTS = [Comment(str(at), "x", "fi", "neutral") for at in range(40)]


def test_a_smaller_share_lies_within_a_larger_one() -> None:
    quarter, half = (curve.part(COMMENTS, share) for share in (0.25, 0.5))
    assert (len(quarter), len(half)) == (10, 20)
    assert {each.id for each in quarter} < {each.id for each in half}


def test_all_of_them_are_all() -> None:
    assert sorted(each.id for each in curve.part(COMMENTS, 1)) == sorted(
        each.id for each in COMMENTS
    )
