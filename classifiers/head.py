"""The output layer: what each of its numbers means, for our own models or a foreign one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from classifiers.errors import ModelUnusable
from classifiers.labels import INTENTS, POLARITIES, SENTIMENTS, TOPICS, Label, TopicLabel

Floats = NDArray[np.float64]

OWN_NAMES: tuple[str, ...] = (
    *(f"sentiment:{name}" for name in SENTIMENTS),
    *(f"topic:{topic}:{polarity}" for topic in TOPICS for polarity in POLARITIES),
    *(f"intent:{name}" for name in INTENTS),
    "urgent",
)
SETTINGS_KEY = "korva"
_LIKELY_INTENT = {"positive": "thanks", "negative": "criticism", "mixed": "criticism"}


@dataclass(frozen=True, slots=True)
class Settings:
    """What was chosen on the dev part; lives in the model's config under `korva`."""

    version: str
    temperature: float = 1.0
    topic_thresholds: Mapping[str, float] = field(default_factory=dict)
    urgent_threshold: float = 0.5
    unsure_below: float = 0.5

    @classmethod
    def read(cls, written: Mapping[str, Any], fallback_version: str) -> "Settings":
        """Read the config's `korva` mapping; keys it doesn't know are for people."""
        known = {name: written[name] for name in cls.__slots__ if name in written}
        return cls(**{"version": fallback_version, **known})


@dataclass(frozen=True, slots=True)
class Head:
    """Where each group of labels lies among the outputs.

    `topics` maps a topic to the places of its POLARITIES; a foreign sentiment-only model has none.
    """

    sentiments: Mapping[str, int]
    topics: Mapping[str, tuple[int, ...]]
    intents: Mapping[str, int]
    urgent: int | None

    @property
    def sentiment_only(self) -> bool:
        """Whether the model can say nothing but the sentiment."""
        return not self.topics


def parse(names: Sequence[str], mapping: Mapping[str, str] | None = None) -> Head:
    """Find the groups by the label names; `mapping` translates a foreign model's names first.

    Raises ModelUnusable when the names hold no sentiment, or a topic without all polarities.
    """
    translated = [(mapping or {}).get(name, name) for name in names]
    places = {name: place for place, name in enumerate(translated)}
    if not any(name.startswith("sentiment:") for name in places):
        return _foreign(translated)
    return Head(
        sentiments=_group(places, "sentiment:", SENTIMENTS),
        topics={
            topic: tuple(_group(places, f"topic:{topic}:", POLARITIES).values())
            for topic in TOPICS
            if f"topic:{topic}:{POLARITIES[0]}" in places
        },
        intents=_group(places, "intent:", INTENTS),
        urgent=places.get("urgent"),
    )


def _group(places: Mapping[str, int], prefix: str, members: Sequence[str]) -> dict[str, int]:
    missing = [prefix + name for name in members if prefix + name not in places]
    if missing:
        raise ModelUnusable(f"the model's labels lack {', '.join(missing)}; train it again")
    return {name: places[prefix + name] for name in members}


def _foreign(names: Sequence[str]) -> Head:
    found = {name.lower(): place for place, name in enumerate(names)}
    unknown = sorted(set(found) - set(SENTIMENTS))
    if unknown or not {"negative", "positive"} <= set(found):
        raise ModelUnusable(
            f"labels {', '.join(names)} can't be mapped to {', '.join(SENTIMENTS)}; "
            "give a mapping from the model's label names to these"
        )
    return Head(sentiments=found, topics={}, intents={}, urgent=None)


def softmax(logits: Floats) -> Floats:
    """Return probabilities along the last axis."""
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True))


def topic_probabilities(logits: Floats, places: Sequence[int]) -> Floats:
    """Return absent followed by POLARITIES for each row; the logit of absent is always 0."""
    absent = np.zeros((len(logits), 1))
    return softmax(np.concatenate([absent, logits[:, list(places)]], axis=1))


def decode(logits: Floats, head: Head, settings: Settings) -> list[Label]:
    """Turn outputs of shape (texts, labels) into labels by the thresholds of `settings`."""
    names = list(head.sentiments)
    sentiments = softmax(logits[:, list(head.sentiments.values())] / settings.temperature)
    topics = _topics(logits, head, settings)
    intents = _intents(logits, head, [names[row.argmax()] for row in sentiments])
    urgent = _urgent(logits, head, settings)
    return [
        Label(
            sentiment=names[row.argmax()],
            topics=topics[at],
            intent=intents[at],
            urgent=urgent[at],
            confidence=round(float(row.max()), 4),
            unsure=bool(row.max() < settings.unsure_below),
            model_version=settings.version,
        )
        for at, row in enumerate(sentiments)
    ]


def merge(rows: Floats, owners: Sequence[int], head: Head) -> Floats:
    """Join the outputs for the windows of long texts; `owners` says whose window each row is.

    A text's tone is that of its windows on the whole; a topic or an alarm need stand in one only.
    """
    starts = np.flatnonzero(np.diff(np.asarray(owners), prepend=-1))
    means = np.add.reduceat(rows, starts) / np.diff([*starts, len(rows)])[:, None]
    peaks = [place for places in head.topics.values() for place in places]
    peaks += [] if head.urgent is None else [head.urgent]
    means[:, peaks] = np.maximum.reduceat(rows, starts)[:, peaks]
    return means


def _topics(logits: Floats, head: Head, settings: Settings) -> list[tuple[TopicLabel, ...]]:
    found: list[list[TopicLabel]] = [[] for _ in logits]
    for topic, places in head.topics.items():
        rows = topic_probabilities(logits, places)
        threshold = settings.topic_thresholds.get(topic, 0.5)
        for at in np.flatnonzero(1 - rows[:, 0] >= threshold):
            polarity = POLARITIES[int(rows[at, 1:].argmax())]
            found[at].append(TopicLabel(topic, polarity, round(float(1 - rows[at, 0]), 4)))
    return [tuple(sorted(each, key=lambda one: -one.confidence)) for each in found]


def _intents(logits: Floats, head: Head, sentiments: Sequence[str]) -> list[str]:
    if not head.intents:
        return [_LIKELY_INTENT.get(sentiment, "other") for sentiment in sentiments]
    names = list(head.intents)
    return [names[row.argmax()] for row in logits[:, list(head.intents.values())]]


def _urgent(logits: Floats, head: Head, settings: Settings) -> list[bool]:
    if head.urgent is None:
        return [False] * len(logits)
    probabilities = 1 / (1 + np.exp(-logits[:, head.urgent]))
    return [bool(each) for each in probabilities >= settings.urgent_threshold]


def unread(version: str) -> Label:
    """Return the label of a text with nothing in it to read."""
    return Label("neutral", (), "other", False, 0.0, True, version)
