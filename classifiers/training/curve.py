"""The learning curve: how well a quarter, a half and all of the comments teach to read."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from classifiers import baselines, evaluation, head
from classifiers.baselines import Reader
from classifiers.comments import Comment
from classifiers.labels import Label
from classifiers.training import calibration, finetuning, pipeline, rounds
from classifiers.training.finetuning import Report
from classifiers.training.inputs import Inputs

SHARES = (0.25, 0.5, 1.0)
FIGURES = ("sentiment macro-F1", "topics micro-F1", "topics with polarity micro-F1")


@dataclass(frozen=True, slots=True)
class Point:
    """The figures of one reader taught with so many comments."""

    comments: int
    reader: str
    figures: tuple[float, ...]


def measure(inputs: Inputs, report: Report) -> str:
    """Return a Markdown table; each share is trained from the start, with one seed."""
    points = []
    for share in SHARES:
        some = part(inputs.train, share)
        own = replace(inputs, train=some, work=inputs.work / f"share-{share:g}", seeds=1)
        for name, reader in {
            "the model": _taught(own, report),
            "TF-IDF": baselines.tfidf(some),
        }.items():
            found = evaluation.intervals(evaluation.pair(inputs.measured, reader))
            figures = tuple(found[name].value for name in FIGURES)
            points.append(Point(len(some), name, figures))
            report(f"{len(some)} comments, {name}: {', '.join(f'{each:.3f}' for each in figures)}")
    return _table(points)


def part(comments: Sequence[Comment], share: float, seed: int = 0) -> list[Comment]:
    """Return a share of the comments drawn at random; a smaller one lies within a larger."""
    drawn = random.Random(seed).sample(list(comments), len(comments))
    return drawn[: round(share * len(comments))]


def _taught(inputs: Inputs, report: Report) -> Reader:
    tokenizer, model = pipeline.prepared(inputs, report)
    model = rounds.finetuned(inputs, model, tokenizer, report)
    logits = finetuning.predict(model, tokenizer, [each.text for each in inputs.dev])
    settings = calibration.calibrate(logits, inputs.dev, "curve")

    def read(texts: Sequence[str]) -> list[Label]:
        rows = finetuning.predict(model, tokenizer, texts)
        return head.decode(rows, head.parse(head.OWN_NAMES), settings)

    return read


def _table(points: Sequence[Point]) -> str:
    lines = [f"| comments | reader | {' | '.join(FIGURES)} |", "| --- " * (2 + len(FIGURES)) + "|"]
    for each in points:
        figures = " | ".join(f"{one:.3f}" for one in each.figures)
        lines.append(f"| {each.comments} | {each.reader} | {figures} |")
    return "\n".join(lines) + "\n"
