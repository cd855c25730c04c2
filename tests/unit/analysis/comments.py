"""Labelled comments for the tests of what is counted of them."""

from typing import Any

from gateway.analysis.labelled import Labelled

_SAID: dict[str, Any] = {
    "sentiment": "positive",
    "topics": (),
    "intent": "thanks",
    "unsure": False,
    "urgent": False,
    "language": "fi",
    "length": 30,
    "model_version": "1",
}


def comment(**more: Any) -> Labelled:
    return Labelled(**{**_SAID, **more})


def group(name: str, positive: int, negative: int, **more: Any) -> list[tuple[str, Labelled]]:
    good = [(name, comment(sentiment="positive", **more))] * positive
    return good + [(name, comment(sentiment="negative", **more))] * negative
