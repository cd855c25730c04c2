"""Figures of agreement between the labels people gave and those a model gave.

Everything starts from a tally of shape (texts, classes, 3): whether the class was rightly found,
was said at all, was there at all. Weights over the texts make samples and other mixes of it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from classifiers.comments import Comment
from classifiers.labels import INTENTS, POLARITIES, SENTIMENTS, TOPICS, Label

Pair = tuple[Comment, Label]
Floats = NDArray[np.float64]

TOPIC_POLARITIES = tuple(f"{topic}:{polarity}" for topic in TOPICS for polarity in POLARITIES)


@dataclass(frozen=True, slots=True)
class Question:
    """Something asked of each text: what people and a model answered, among `classes`."""

    classes: tuple[str, ...]
    gold: Callable[[Comment], set[str]]
    said: Callable[[Label], set[str]]


QUESTIONS: Mapping[str, Question] = {
    "sentiment": Question(SENTIMENTS, lambda one: {one.sentiment}, lambda one: {one.sentiment}),
    "topics": Question(
        TOPICS, lambda one: set(one.topics), lambda one: {each.topic for each in one.topics}
    ),
    "topics with polarity": Question(
        TOPIC_POLARITIES,
        lambda one: {f"{topic}:{polarity}" for topic, polarity in one.topics.items()},
        lambda one: {f"{each.topic}:{each.polarity}" for each in one.topics},
    ),
    "intent": Question(INTENTS, lambda one: {one.intent}, lambda one: {one.intent}),
    "urgent": Question(
        ("urgent",),
        lambda one: {"urgent"} if one.urgent else set(),
        lambda one: {"urgent"} if one.urgent else set(),
    ),
}


def tally(pairs: Sequence[Pair], question: Question) -> Floats:
    """Return 0 or 1 for each text, class, and (right, said, gold)."""
    counts = np.zeros((len(pairs), len(question.classes), 3))
    places = {name: place for place, name in enumerate(question.classes)}
    for row, (comment, label) in zip(counts, pairs, strict=True):
        gold, said = question.gold(comment), question.said(label)
        for kind, names in enumerate((gold & said, said, gold)):
            row[[places[name] for name in names], kind] = 1
    return counts


def weighed(counts: Floats, weights: Floats | None = None) -> Floats:
    """Sum a tally over its texts; `weights` of shape (..., texts) gives one sum for each row."""
    return counts.sum(axis=0) if weights is None else np.tensordot(weights, counts, axes=1)


def precision(sums: Floats) -> Floats:
    """Return the share of what was said that is right."""
    return _ratio(sums[..., 0], sums[..., 1])


def recall(sums: Floats) -> Floats:
    """Return the share of what is there that was found."""
    return _ratio(sums[..., 0], sums[..., 2])


def f1(sums: Floats) -> Floats:
    """Return the harmonic mean of precision and recall."""
    return _ratio(2 * sums[..., 0], sums[..., 1] + sums[..., 2])


def micro_f1(sums: Floats) -> Floats:
    """Return F1 with all classes pooled: every (text, class) counts the same."""
    return f1(sums.sum(axis=-2))


def macro_f1(sums: Floats) -> Floats:
    """Return the mean F1 of the classes that are there."""
    there = sums[..., 2] > 0
    return _ratio((f1(sums) * there).sum(axis=-1), there.sum(axis=-1).astype(float))


def _ratio(part: Floats, whole: Floats) -> Floats:
    return np.asarray(np.divide(part, whole, out=np.zeros_like(part), where=whole > 0))


def calibration_error(pairs: Sequence[Pair], bins: int = 10) -> float:
    """Return the expected calibration error of the sentiment (Guo et al. 2017, equal widths)."""
    confidence = np.array([label.confidence for _, label in pairs])
    right = np.array([comment.sentiment == label.sentiment for comment, label in pairs])
    places = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [
        abs(confidence[places == at].mean() - right[places == at].mean()) * np.mean(places == at)
        for at in np.unique(places)
    ]
    return float(sum(gaps))


HEADLINES: Mapping[str, tuple[str, Callable[[Floats], Floats]]] = {
    "sentiment macro-F1": ("sentiment", macro_f1),
    "sentiment accuracy": ("sentiment", micro_f1),
    "topics micro-F1": ("topics", micro_f1),
    "topics macro-F1": ("topics", macro_f1),
    "topics with polarity micro-F1": ("topics with polarity", micro_f1),
    "topics with polarity macro-F1": ("topics with polarity", macro_f1),
    "intent macro-F1": ("intent", macro_f1),
    "intent accuracy": ("intent", micro_f1),
    "urgent recall": ("urgent", lambda sums: recall(sums)[..., 0]),
    "urgent precision": ("urgent", lambda sums: precision(sums)[..., 0]),
}


def headlines(pairs: Sequence[Pair], weights: Floats | None = None) -> dict[str, Floats]:
    """Return every headline figure: a number, or one for each row of `weights`."""
    sums = {name: weighed(tally(pairs, asked), weights) for name, asked in QUESTIONS.items()}
    return {name: figure(sums[asked]) for name, (asked, figure) in HEADLINES.items()}
