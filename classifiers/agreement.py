"""Agreement of the two independent labellings of the corpus, before disagreements were settled."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from classifiers import comments
from classifiers.comments import CORPUS, Comment
from classifiers.corpus_check import PARTS
from classifiers.labels import TOPICS

LABELS = ("sentiment", "topics", "intent", "urgent")
Pairs = Sequence[tuple[Comment, Mapping[str, Any]]]


def kappa(first: Sequence[object], second: Sequence[object]) -> float:
    """Return Cohen's kappa; 1 where both gave everything the same single label."""
    total = len(first)
    observed = sum(one == other for one, other in zip(first, second, strict=True)) / total
    expected = sum(
        first.count(name) * second.count(name) / total**2 for name in set(first) | set(second)
    )
    return 1.0 if expected == 1 else (observed - expected) / (1 - expected)


def labelled_twice(folder: Path = CORPUS) -> Iterator[tuple[Comment, Mapping[str, Any]]]:
    """Yield comments as they were first labelled, each with its second labels."""
    second = {each["id"]: each for each in _lines(folder / "second_labels.jsonl")}
    before: dict[str, dict[str, Any]] = {}
    for each in _lines(folder / "settled.jsonl"):
        before.setdefault(each["id"], {})[each["field"]] = each["first"]
    for part in PARTS:
        for comment in comments.read(folder / f"{part}.jsonl"):
            if comment.id in second:
                yield replace(comment, **before.get(comment.id, {})), second[comment.id]


def agreement(pairs: Pairs) -> dict[str, float]:
    """Return kappa of each label; a topic's classes are its polarities and its absence."""
    found = {
        name: kappa([getattr(one, name) for one, _ in pairs], [other[name] for _, other in pairs])
        for name in LABELS
        if name != "topics"
    }
    for topic in TOPICS:
        found[topic] = kappa(
            [one.topics.get(topic) for one, _ in pairs],
            [other["topics"].get(topic) for _, other in pairs],
        )
    return found


def main() -> int:
    """Print kappa of every label of the corpus that ships."""
    pairs = list(labelled_twice())
    print(f"{len(pairs)} comments labelled twice")
    for name, figure in agreement(pairs).items():
        print(f"{name:14} {figure:.3f}")
    return 0


def _lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    sys.exit(main())
