"""Labelled comments as JSON Lines files."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from classifiers.errors import CorpusUnusable
from classifiers.labels import INTENTS, POLARITIES, SENTIMENTS, TOPICS

CORPUS = Path(__file__).parent / "corpus"


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment with its labels; `topics` maps a topic id to its polarity."""

    id: str
    text: str
    lang: str
    sentiment: str
    topics: Mapping[str, str] = field(default_factory=dict)
    intent: str = "other"
    urgent: bool = False
    service: str = ""
    channel: str = ""
    part: str = ""
    batch: str = ""


def read(file: Path) -> list[Comment]:
    """Read a file of comments; raises CorpusUnusable with the line number."""
    comments = []
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                comments.append(_comment(json.loads(line)))
            except (ValueError, TypeError, KeyError) as error:
                raise CorpusUnusable(f"{file}, line {number}: {error}; correct the line") from error
    return comments


def read_part(part: str) -> list[Comment]:
    """Read `train`, `dev`, `test` or `urgent` of the corpus that ships."""
    return read(CORPUS / f"{part}.jsonl")


def fingerprint(comments: Iterable[Comment]) -> str:
    """Return a short hash of texts and labels that doesn't depend on their order."""
    lines = sorted(f"{each.id} {_labels(each)}" for each in comments)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]


def faults(comment: Comment) -> list[str]:
    """Return what is out of the taxonomy in a comment's labels."""
    found = [f"topic {topic}" for topic in comment.topics if topic not in TOPICS]
    found += [f"polarity {each}" for each in comment.topics.values() if each not in POLARITIES]
    if comment.sentiment not in SENTIMENTS:
        found.append(f"sentiment {comment.sentiment}")
    if comment.intent not in INTENTS:
        found.append(f"intent {comment.intent}")
    return found


def _comment(written: Mapping[str, Any]) -> Comment:
    known = {name: written[name] for name in Comment.__slots__ if name in written}
    return Comment(**known)


def _labels(comment: Comment) -> str:
    topics = " ".join(f"{topic}{comment.topics[topic]}" for topic in sorted(comment.topics))
    return f"{comment.sentiment} {comment.intent} {comment.urgent} {topics}"
