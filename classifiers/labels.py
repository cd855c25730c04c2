"""The taxonomy: what can be said of a comment."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SENTIMENTS = ("negative", "neutral", "positive", "mixed")
TOPICS = (
    "access",
    "timeliness",
    "encounter",
    "participation",
    "information",
    "quality",
    "safety",
    "continuity",
    "facilities",
    "digital",
    "fees",
    "rights",
)
POLARITIES = ("positive", "negative", "neutral")
INTENTS = ("thanks", "criticism", "idea", "question", "complaint", "other")


@dataclass(frozen=True, slots=True)
class TopicLabel:
    """One topic a comment names; `confidence` is the probability that it is named at all."""

    topic: str
    polarity: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Label:
    """What a model said of one comment; `confidence` is that of the sentiment, calibrated."""

    sentiment: str
    topics: tuple[TopicLabel, ...]
    intent: str
    urgent: bool
    confidence: float
    unsure: bool
    model_version: str


def to_dict(label: Label) -> dict[str, Any]:
    """Return the form that is written as JSON; topics become {id, polarity, confidence}."""
    return {
        "sentiment": label.sentiment,
        "topics": [
            {"id": each.topic, "polarity": each.polarity, "confidence": each.confidence}
            for each in label.topics
        ],
        "intent": label.intent,
        "confidence": label.confidence,
        "unsure": label.unsure,
        "urgent": label.urgent,
        "model_version": label.model_version,
    }


def from_dict(written: Mapping[str, Any]) -> Label:
    """Read what `to_dict` wrote; a key that is missing raises KeyError."""
    return Label(
        sentiment=written["sentiment"],
        topics=tuple(
            TopicLabel(each["id"], each["polarity"], each["confidence"])
            for each in written["topics"]
        ),
        intent=written["intent"],
        urgent=written["urgent"],
        confidence=written["confidence"],
        unsure=written["unsure"],
        model_version=written["model_version"],
    )
