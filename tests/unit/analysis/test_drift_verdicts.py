"""When a month counts as other than the months before."""

from typing import Any

import pytest

from gateway.analysis.drift import Aspect, Mix, compare, mix, model_changed
from tests.unit.analysis.comments import group


def month(positive: int, negative: int, **more: Any) -> Mix:
    return mix(one for _, one in group("", positive, negative, **more))


def sentiment(now: Mix, before: Mix) -> Aspect:
    return next(each for each in compare(now, before, 5) if each.name == "sentiment")


@pytest.mark.parametrize(
    ("now", "verdict"),
    [
        ((800, 200), "alike"),
        ((690, 310), "alike"),
        ((650, 350), "shifted"),
        ((500, 500), "shifted much"),
        ((3, 1), "too few to compare"),
        ((20, 10), "alike"),
    ],
)
def test_a_shift_is_both_large_and_no_chance(now: tuple[int, int], verdict: str) -> None:
    assert sentiment(month(*now), month(4000, 1000)).verdict == verdict


def test_classes_of_fewer_than_five_are_hidden_with_what_would_tell_them() -> None:
    lines = sentiment(month(100, 3), month(100, 50)).lines
    assert {line.name for line in lines if line.now is None} == {"positive", "negative"}


def test_what_shifted_stands_first() -> None:
    found = compare(month(500, 500), month(4000, 1000), 5)
    assert found[0].name == "sentiment"


def test_a_topic_is_compared_with_its_polarity() -> None:
    now = month(0, 100, topics=(("access", "negative"),))
    before = month(0, 100, topics=(("access", "positive"),))
    found = {each.name: each.verdict for each in compare(now, before, 5)}
    assert (found["access"], found["digital"]) == ("shifted much", "alike")


def test_a_change_of_model_is_told() -> None:
    assert model_changed(month(9, 9, model_version="2"), month(9, 9))
    assert not model_changed(month(9, 9), month(9, 9))


def test_comments_whose_text_is_erased_have_no_length() -> None:
    names = {each.name for each in compare(month(9, 9, length=None), month(9, 9, length=None), 5)}
    assert "length" not in names
