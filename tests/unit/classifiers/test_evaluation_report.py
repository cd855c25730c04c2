"""The evaluation report."""

import numpy as np
import pytest

from classifiers import evaluation, metrics
from classifiers.comments import Comment
from classifiers.labels import Label

COMMENTS = [
    Comment(str(at), f"sana {at}", "fi" if at % 3 else "sv", sentiment)
    for at, sentiment in enumerate(["positive", "negative", "neutral", "mixed"] * 20)
]


def always(sentiment: str) -> evaluation.Reader:
    return lambda texts: [Label(sentiment, (), "other", False, 0.5, False, "v") for _ in texts]


def test_an_interval_holds_its_value() -> None:
    pairs = evaluation.pair(COMMENTS, always("positive"))
    found = evaluation.intervals(pairs)["sentiment accuracy"]
    assert found.value == pytest.approx(0.25)
    assert found.low < 0.25 < found.high


def test_a_reader_is_never_ahead_of_itself() -> None:
    pairs = evaluation.pair(COMMENTS, always("positive"))
    gaps = evaluation.differences(pairs, pairs)
    assert {(each.value, each.low, each.high) for each in gaps.values()} == {(0.0, 0.0, 0.0)}


def test_the_real_mix_gives_the_positive_their_share() -> None:
    pairs = evaluation.pair(COMMENTS, always("positive"))
    weights = evaluation.real_mix(pairs)
    positive = np.array([comment.sentiment == "positive" for comment, _ in pairs])
    assert weights[positive].sum() / weights.sum() == pytest.approx(0.83)


def test_saying_positive_of_all_is_as_precise_as_the_real_mix_is_positive() -> None:
    pairs = evaluation.pair(COMMENTS, always("positive"))
    counts = metrics.tally(pairs, metrics.QUESTIONS["sentiment"])
    sums = metrics.weighed(counts, evaluation.real_mix(pairs))
    assert metrics.precision(sums).max() == pytest.approx(0.83)


@pytest.fixture(scope="module")
def report() -> str:
    return evaluation.report(COMMENTS, {"one": always("positive"), "other": always("negative")})


def test_the_report_compares_the_first_reader_with_the_others(report: str) -> None:
    assert "one minus other" in report


def test_the_report_counts_whom_it_confuses_with_whom(report: str) -> None:
    assert "| mixed | 0 | 0 | 20 | 0 |" in report


def test_the_report_has_a_line_for_each_language(report: str) -> None:
    assert "| fi | " in report
    assert "| sv | " in report
