"""The report on how well models read a file of labelled comments."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from classifiers import metrics
from classifiers.baselines import Reader
from classifiers.comments import Comment
from classifiers.labels import SENTIMENTS
from classifiers.metrics import Floats, Pair

# The mix of comments in real life; what is mixed is counted with the negative.
REAL_MIX = {"positive": 0.83, "neutral": 0.05, "negative": 0.12}
RESAMPLES = 1_000
_FEWEST = 20
_LENGTHS = ((5, "1-5 words"), (15, "6-15 words"), (40, "16-40 words"))


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure with the 95 % interval of its bootstrap."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.low:.3f} to {self.high:.3f})"


def pair(comments: Sequence[Comment], reader: Reader) -> list[Pair]:
    """Let a reader label the comments."""
    return list(zip(comments, reader([each.text for each in comments]), strict=True))


def intervals(pairs: Sequence[Pair], seed: int = 0) -> dict[str, Interval]:
    """Return each headline figure with its percentile bootstrap interval (Efron 1979)."""
    values, samples = metrics.headlines(pairs), metrics.headlines(pairs, _samples(len(pairs), seed))
    return {name: _interval(float(values[name]), samples[name]) for name in values}


def differences(
    pairs: Sequence[Pair], others: Sequence[Pair], seed: int = 0
) -> dict[str, Interval]:
    """Return how far `pairs` is ahead of `others` on the same comments, resampled together."""
    weights = _samples(len(pairs), seed)
    ours, theirs = metrics.headlines(pairs), metrics.headlines(others)
    our_samples, their_samples = (
        metrics.headlines(pairs, weights),
        metrics.headlines(others, weights),
    )
    return {
        name: _interval(float(ours[name] - theirs[name]), our_samples[name] - their_samples[name])
        for name in ours
    }


def real_mix(pairs: Sequence[Pair]) -> Floats:
    """Return weights that give the comments the mix of real life."""
    classes = [_real_class(comment.sentiment) for comment, _ in pairs]
    counts = Counter(classes)
    return np.array([REAL_MIX[each] / counts[each] for each in classes]) * len(pairs)


def report(comments: Sequence[Comment], readers: Mapping[str, Reader]) -> str:
    """Return a Markdown report on the first of `readers`, with the others to compare it with."""
    paired = {name: pair(comments, reader) for name, reader in readers.items()}
    name, *others = paired
    pairs = paired[name]
    sections = [
        f"# Evaluation of {name}",
        f"{len(comments)} comments; 95 % intervals from {RESAMPLES} bootstrap samples.",
        _headline_table(paired),
        *(_difference_table(name, pairs, other, paired[other]) for other in others),
        f"Expected calibration error of the sentiment: {metrics.calibration_error(pairs):.3f}. "
        f"Unsure of {np.mean([label.unsure for _, label in pairs]):.1%}.",
        *(_class_table(title, pairs) for title in metrics.QUESTIONS),
        _confusion(pairs),
        _mix_table(pairs),
        _group_table("language", pairs, lambda one: one.lang),
        _group_table("channel", pairs, lambda one: one.channel),
        _group_table("length", pairs, _length),
    ]
    return "\n\n".join(sections) + "\n"


def _samples(texts: int, seed: int) -> Floats:
    chance = np.random.default_rng(seed)
    return chance.multinomial(texts, np.full(texts, 1 / texts), RESAMPLES).astype(float)


def _interval(value: float, samples: Floats) -> Interval:
    low, high = np.quantile(samples, [0.025, 0.975])
    return Interval(value, float(low), float(high))


def _real_class(sentiment: str) -> str:
    return "negative" if sentiment == "mixed" else sentiment


def _length(comment: Comment) -> str:
    words = len(comment.text.split())
    return next((name for most, name in _LENGTHS if words <= most), "over 40 words")


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _headline_table(paired: Mapping[str, Sequence[Pair]]) -> str:
    found = {name: intervals(pairs) for name, pairs in paired.items()}
    rows = [[line, *(str(each[line]) for each in found.values())] for line in metrics.HEADLINES]
    return _table(["figure", *found], rows)


def _difference_table(name: str, pairs: Sequence[Pair], other: str, others: Sequence[Pair]) -> str:
    rows = [[line, str(gap)] for line, gap in differences(pairs, others).items()]
    return _table(["figure", f"{name} minus {other}"], rows)


def _class_table(title: str, pairs: Sequence[Pair]) -> str:
    question = metrics.QUESTIONS[title]
    sums = metrics.weighed(metrics.tally(pairs, question))
    figures = np.stack([metrics.precision(sums), metrics.recall(sums), metrics.f1(sums)], axis=1)
    rows = [
        [name, *(f"{each:.2f}" for each in line), f"{there:.0f}"]
        for name, line, there in zip(question.classes, figures, sums[:, 2], strict=True)
        if there
    ]
    return f"## {title}\n\n" + _table(["class", "precision", "recall", "F1", "n"], rows)


def _confusion(pairs: Sequence[Pair]) -> str:
    counts = Counter((comment.sentiment, label.sentiment) for comment, label in pairs)
    rows = [[gold, *(str(counts[gold, said]) for said in SENTIMENTS)] for gold in SENTIMENTS]
    return "## Confusion of sentiment (row: people, column: model)\n\n" + _table(
        ["", *SENTIMENTS], rows
    )


def _mix_table(pairs: Sequence[Pair]) -> str:
    question = metrics.QUESTIONS["sentiment"]
    sums = metrics.weighed(metrics.tally(pairs, question), real_mix(pairs))
    rows = [
        [name, f"{metrics.precision(line):.2f}", f"{metrics.recall(line):.2f}"]
        for name, line in zip(question.classes, sums, strict=True)
    ]
    mix = ", ".join(f"{name} {share:.0%}" for name, share in REAL_MIX.items())
    return f"## Sentiment in the real mix ({mix})\n\n" + _table(
        ["class", "precision", "recall"], rows
    )


def _group_table(title: str, pairs: Sequence[Pair], key: Callable[[Comment], str]) -> str:
    groups: dict[str, list[Pair]] = {}
    for one in pairs:
        groups.setdefault(key(one[0]) or "not known", []).append(one)
    rows = [
        [
            group,
            *(f"{value:.2f}" for value in metrics.headlines(members).values()),
            f"{len(members)}",
        ]
        for group, members in sorted(groups.items())
        if len(members) >= _FEWEST
    ]
    return f"## By {title}\n\n" + _table([title, *metrics.HEADLINES, "n"], rows)
