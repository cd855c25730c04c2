"""Figures of agreement."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifiers.comments import Comment
from classifiers.labels import SENTIMENTS, TOPICS, Label, TopicLabel
from classifiers.metrics import (
    QUESTIONS,
    Pair,
    calibration_error,
    f1,
    headlines,
    macro_f1,
    micro_f1,
    precision,
    recall,
    tally,
    weighed,
)


def comment(sentiment: str = "neutral", **topics: str) -> Comment:
    return Comment("1", "text", "fi", sentiment, topics)


def label(sentiment: str = "neutral", confidence: float = 1.0, **topics: str) -> Label:
    named = tuple(TopicLabel(topic, polarity, 0.9) for topic, polarity in topics.items())
    return Label(sentiment, named, "other", False, confidence, False, "test")


# people: 2 positive, 2 negative; the model: 3 positive (2 right), 1 negative (right)
FOUR = [
    (comment("positive"), label("positive")),
    (comment("positive"), label("positive")),
    (comment("negative"), label("positive")),
    (comment("negative"), label("negative")),
]


def test_precision_and_recall_of_each_class_are_those_counted_by_hand() -> None:
    sums = weighed(tally(FOUR, QUESTIONS["sentiment"]))
    positive = sums[SENTIMENTS.index("positive")]
    assert (precision(positive), recall(positive)) == (pytest.approx(2 / 3), 1.0)


def test_macro_f1_is_the_mean_over_the_classes_that_are_there() -> None:
    sums = weighed(tally(FOUR, QUESTIONS["sentiment"]))
    assert macro_f1(sums) == pytest.approx((0.8 + 2 / 3) / 2)


def test_micro_f1_of_one_answer_each_is_accuracy() -> None:
    assert micro_f1(weighed(tally(FOUR, QUESTIONS["sentiment"]))) == pytest.approx(0.75)


def test_a_topic_with_the_wrong_polarity_counts_as_found_but_not_with_polarity() -> None:
    pairs = [(comment(access="negative"), label(access="positive"))]
    found = headlines(pairs)
    assert (found["topics micro-F1"], found["topics with polarity micro-F1"]) == (1.0, 0.0)


def test_a_class_that_is_never_said_nor_there_has_an_f1_of_zero_without_a_warning() -> None:
    assert f1(np.zeros(3)) == 0.0


def test_weights_that_repeat_texts_are_the_same_as_the_texts_repeated() -> None:
    weights = np.array([[2.0, 0.0, 1.0, 3.0]])
    repeated = [FOUR[0], FOUR[0], FOUR[2], FOUR[3], FOUR[3], FOUR[3]]
    by_weight, by_hand = headlines(FOUR, weights), headlines(repeated)
    assert by_weight["sentiment macro-F1"][0] == pytest.approx(by_hand["sentiment macro-F1"])


def test_confidence_that_is_right_as_often_as_it_says_has_no_calibration_error() -> None:
    pairs = [(comment("positive"), label("positive", 0.75))] * 3
    pairs += [(comment("negative"), label("positive", 0.75))]
    assert calibration_error(pairs) == pytest.approx(0.0)


def test_sure_and_always_wrong_is_the_largest_calibration_error() -> None:
    assert calibration_error([(comment("negative"), label("positive"))]) == 1.0


topics = st.dictionaries(st.sampled_from(TOPICS), st.sampled_from(["positive", "negative"]))
pairs = st.builds(
    lambda gold, said, people, model: (comment(people, **gold), label(model, **said)),
    topics,
    topics,
    st.sampled_from(SENTIMENTS),
    st.sampled_from(SENTIMENTS),
)


@given(st.lists(pairs, min_size=1), st.randoms())
def test_figures_lie_between_0_and_1_and_do_not_depend_on_order(
    some: list[Pair], chance: random.Random
) -> None:
    shuffled = some.copy()
    chance.shuffle(shuffled)
    found, again = headlines(some), headlines(shuffled)
    assert all(0 <= value <= 1 for value in found.values())
    assert [float(each) for each in found.values()] == pytest.approx(
        [float(each) for each in again.values()]
    )


@given(st.lists(pairs, min_size=1))
def test_topics_with_polarity_are_never_found_oftener_than_topics(some: list[Pair]) -> None:
    found = headlines(some)
    assert found["topics with polarity micro-F1"] <= found["topics micro-F1"] + 1e-12
