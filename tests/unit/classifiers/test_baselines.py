"""The standing baselines."""

import pytest

from classifiers.baselines import Reader, majority, tfidf
from classifiers.comments import Comment

GOOD = ["hoitaja oli ihana", "ihana kohtaaminen", "todella ihana hoitaja", "ihana lääkäri"]
BAD = ["jono oli kauhea", "kauhea jono puhelimessa", "kauhea jonotus", "kauhea puhelinjono"]
COMMENTS = [
    *(Comment(text, text, "fi", "positive", {"encounter": "positive"}, "thanks") for text in GOOD),
    *(Comment(text, text, "fi", "negative", {"access": "negative"}, "criticism") for text in BAD),
]


@pytest.fixture(scope="module")
def learnt() -> Reader:
    return tfidf(COMMENTS)


def test_majority_says_what_is_most_frequent_of_everything() -> None:
    label = majority([*COMMENTS, COMMENTS[0]])(["jono oli kauhea"])[0]
    assert (label.sentiment, label.intent, label.topics) == ("positive", "thanks", ())
    assert label.confidence == pytest.approx(5 / 9)


def test_tfidf_tells_apart_what_it_has_learnt(learnt: Reader) -> None:
    good, bad = learnt(["hoitajat aivan ihania", "kauheassa jonossa"])
    assert (good.sentiment, bad.sentiment) == ("positive", "negative")
    assert [(each.topic, each.polarity) for each in bad.topics] == [("access", "negative")]


def test_tfidf_never_says_what_no_comment_had(learnt: Reader) -> None:
    labels = learnt(["kauhea ihana jono hoitaja"])
    assert not labels[0].urgent
    assert {each.topic for each in labels[0].topics} <= {"access", "encounter"}
