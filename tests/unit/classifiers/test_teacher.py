"""The linear models that the network learns from."""

import numpy as np
import pytest

from classifiers.comments import Comment
from classifiers.labels import INTENTS, POLARITIES, SENTIMENTS, TOPICS
from classifiers.training import teacher
from classifiers.training.lexicon import Term

COMMENTS = [
    Comment("a", "hoitaja oli ihana", "fi", "positive", {"encounter": "positive"}, "thanks"),
    Comment("b", "hoitaja oli töykeä", "fi", "negative", {"encounter": "negative"}, "criticism"),
    Comment("c", "lasku oli ihana yllätys", "fi", "positive", {"fees": "positive"}, "thanks"),
    Comment("d", "lasku oli kamala", "fi", "negative", {"fees": "negative"}, "criticism"),
    Comment("e", "milloin lasku tulee", "fi", "neutral", {"fees": "neutral"}, "question"),
    Comment("f", "tapan itseni", "fi", "negative", {}, "other", urgent=True),
] * 3
TERMS = [
    Term("parkkipaikka", "fi", "facilities", None),
    Term("parkkipaikat", "fi", "facilities", None),
    Term("sieppaus", "fi", "urgent", "negative"),
    Term("sieppaaja", "fi", "urgent", "negative"),
]


@pytest.fixture(scope="module")
def fitted() -> teacher.Teacher:
    return teacher.fit(COMMENTS, TERMS)


def chance(answers: teacher.Answers, topic: str) -> float:
    """The probability that the first text names the topic."""
    return float(1 - answers.topics[0, TOPICS.index(topic), 0])


def test_the_answers_are_probabilities_of_every_label(fitted: teacher.Teacher) -> None:
    answers = fitted.answer(["hoitaja oli ihana", "", "🙂"])
    assert answers.sentiment.shape == (3, len(SENTIMENTS))
    assert answers.topics.shape == (3, len(TOPICS), 1 + len(POLARITIES))
    assert answers.intent.shape == (3, len(INTENTS))
    for each in (answers.sentiment, answers.topics, answers.intent):
        assert np.allclose(each.sum(axis=-1), 1, atol=1e-5)
    assert ((answers.urgent > 0) & (answers.urgent < 1)).all()


def test_it_reads_what_it_was_taught(fitted: teacher.Teacher) -> None:
    answers = fitted.answer(["töykeä hoitaja"])
    assert SENTIMENTS[int(answers.sentiment[0].argmax())] == "negative"
    assert chance(answers, "encounter") > 0.5 > chance(answers, "fees")
    assert POLARITIES[int(answers.topics[0, TOPICS.index("encounter"), 1:].argmax())] == "negative"


def test_it_knows_the_topic_of_a_term_that_no_comment_holds(fitted: teacher.Teacher) -> None:
    alone = teacher.fit(COMMENTS, [])
    text = ["parkkipaikkaa ei ole"]
    assert (
        chance(fitted.answer(text), "facilities") > 0.5 > chance(alone.answer(text), "facilities")
    )


def test_it_knows_an_alarm_that_no_comment_holds(fitted: teacher.Teacher) -> None:
    calm, alarm = fitted.answer(["lasku tuli", "sieppaajat tulivat"]).urgent
    assert alarm > calm


def test_lost_umlauts_change_nothing(fitted: teacher.Teacher) -> None:
    with_them, without = fitted.answer(["TÖYKEÄ", "toykea"]).sentiment
    assert np.allclose(with_them, without)


def test_a_term_without_polarity_says_nothing_of_tone() -> None:
    asked = teacher.lessons(COMMENTS, TERMS)[0]
    named = [at for at in asked.texts if at >= len(COMMENTS)]
    assert named == [len(COMMENTS) + 2, len(COMMENTS) + 3]


def test_some_of_the_answers_are_those_of_their_texts(fitted: teacher.Teacher) -> None:
    texts = ["hoitaja", "lasku", "milloin"]
    some = fitted.answer(texts).of([2, 0])
    assert np.allclose(some.sentiment, fitted.answer(["milloin", "hoitaja"]).sentiment)
    assert len(some) == 2
