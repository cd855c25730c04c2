"""Noise on comments, and comments told together."""

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from classifiers.comments import Comment
from classifiers.training.augmentation import joinable, joined, noisy

GOOD = Comment("a", "Hoitaja ihana", "fi", "positive", {"encounter": "positive"}, "thanks")
BAD = Comment("b", "jono kauhea", "fi", "negative", {"access": "negative"}, "criticism")


def test_a_good_and_a_bad_comment_together_are_mixed_with_the_topics_of_both() -> None:
    both = joined(GOOD, BAD)
    assert (both.sentiment, dict(both.topics)) == (
        "mixed",
        {"encounter": "positive", "access": "negative"},
    )


def test_a_neutral_comment_does_not_change_the_sentiment_of_the_other() -> None:
    neutral = replace(BAD, sentiment="neutral", topics={"access": "neutral"})
    assert (joined(GOOD, neutral).sentiment, joined(neutral, GOOD).sentiment) == (
        "positive",
        "positive",
    )


def test_two_comments_together_are_urgent_when_either_is() -> None:
    assert joined(GOOD, replace(BAD, urgent=True)).urgent


def test_comments_that_judge_one_topic_both_ways_are_not_joined() -> None:
    assert not joinable(GOOD, replace(BAD, topics={"encounter": "negative"}))


def test_comments_in_two_languages_are_not_joined() -> None:
    assert not joinable(GOOD, replace(BAD, lang="sv"))


@given(st.text(), st.integers())
def test_noise_depends_on_the_seed_alone_and_changes_little(text: str, seed: int) -> None:
    once = noisy(text, random.Random(seed))
    assert once == noisy(text, random.Random(seed))
    letters = sum(each.isalpha() for each in text)
    assert abs(sum(each.isalpha() for each in once) - letters) <= 2
