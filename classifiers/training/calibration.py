"""Temperature and thresholds, chosen on the dev part."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from classifiers import head
from classifiers.comments import Comment
from classifiers.labels import SENTIMENTS, TOPICS

Flags = NDArray[np.bool_]

_TEMPERATURES = np.geomspace(0.4, 4.0, 60)
_THRESHOLDS = np.arange(0.10, 0.91, 0.02)
# A topic seldom named in dev says little of its threshold; it is drawn to the one of all topics.
_PRIOR_NAMED = 20
_URGENT_RECALL = 0.97
_URGENT_LOWEST = 0.02
# The share of calm comments that a person can be asked to look at for nothing: dev holds few urgent
# ones, and plain ones, so what recalls them all there would miss others.
_FALSE_ALARMS = 0.1
_UNSURE_ACCURACY = 0.5


def calibrate(logits: head.Floats, dev: Sequence[Comment], version: str) -> head.Settings:
    """Return the settings that do best on `dev`, whose outputs are `logits`."""
    parsed = head.parse(head.OWN_NAMES)
    sentiments = logits[:, list(parsed.sentiments.values())]
    gold = np.array([SENTIMENTS.index(each.sentiment) for each in dev])
    temperature = min(_TEMPERATURES, key=lambda each: _surprise(sentiments / each, gold))
    urgent = 1 / (1 + np.exp(-logits[:, parsed.urgent]))
    return head.Settings(
        version=version,
        temperature=round(float(temperature), 3),
        topic_thresholds=_topic_thresholds(logits, parsed, dev),
        urgent_threshold=_urgent_threshold(urgent, np.array([each.urgent for each in dev])),
        unsure_below=_unsure(head.softmax(sentiments / temperature), gold),
    )


def _surprise(logits: head.Floats, gold: NDArray[np.intp]) -> float:
    """Return the mean negative log-likelihood (Guo et al. 2017)."""
    chances = head.softmax(logits)[np.arange(len(gold)), gold]
    return float(-np.log(np.maximum(chances, 1e-9)).mean())


def _topic_thresholds(
    logits: head.Floats, parsed: head.Head, dev: Sequence[Comment]
) -> dict[str, float]:
    chances = np.stack(
        [1 - head.topic_probabilities(logits, parsed.topics[topic])[:, 0] for topic in TOPICS],
        axis=1,
    )
    named = np.array([[topic in each.topics for topic in TOPICS] for each in dev])
    common = _best(chances.ravel(), named.ravel())
    thresholds = {}
    for place, topic in enumerate(TOPICS):
        times = int(named[:, place].sum())
        own = _best(chances[:, place], named[:, place]) if times else common
        thresholds[topic] = round((times * own + _PRIOR_NAMED * common) / (times + _PRIOR_NAMED), 3)
    return thresholds


def _best(chances: head.Floats, named: Flags) -> float:
    """Return the threshold of the highest F1; of equals the middle one."""
    figures = np.array([_f1(chances >= each, named) for each in _THRESHOLDS])
    return float(np.median(_THRESHOLDS[figures >= figures.max() - 1e-9]))


def _f1(said: Flags, named: Flags) -> float:
    both = said.sum() + named.sum()
    return float(2 * (said & named).sum() / both) if both else 0.0


def _urgent_threshold(chances: head.Floats, urgent: Flags) -> float:
    """Return the threshold that misses almost none, or lower as long as false alarms are few."""
    if not urgent.any():
        return 0.5
    recalled = 0.9 * float(np.quantile(chances[urgent], 1 - _URGENT_RECALL))
    bearable = float(np.quantile(chances[~urgent], 1 - _FALSE_ALARMS)) if not urgent.all() else 0.5
    return round(min(0.5, max(_URGENT_LOWEST, min(recalled, bearable))), 3)


def _unsure(chances: head.Floats, gold: NDArray[np.intp]) -> float:
    """Return the confidence under which the sentiment is as often wrong as right."""
    confidence, right = chances.max(axis=1), chances.argmax(axis=1) == gold
    levels = [level for level in np.arange(0.3, 0.8, 0.02) if (confidence < level).sum() >= 10]
    poor = [level for level in levels if right[confidence < level].mean() < _UNSURE_ACCURACY]
    return round(float(max(poor, default=0.35)), 2)
