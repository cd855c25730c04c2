"""What the outputs are trained towards: the labels of comments as tensors, loss over them."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from classifiers.comments import Comment
from classifiers.labels import INTENTS, POLARITIES, SENTIMENTS, TOPICS
from classifiers.training.teacher import Answers, Rows

_URGENT_WEIGHT = 4.0
_TOPIC_WEIGHT = 6.0
_INTENT_WEIGHT = 0.5
_SMOOTHING = 0.05


@dataclass(frozen=True, slots=True)
class Targets:
    """Classes of n comments: each of shape (n), topics (n, 12) where 0 is absent."""

    sentiment: Tensor
    topics: Tensor
    intent: Tensor
    urgent: Tensor


def of(comments: Sequence[Comment]) -> Targets:
    """Return the targets of comments in their order."""
    return Targets(
        sentiment=torch.tensor([SENTIMENTS.index(each.sentiment) for each in comments]),
        topics=torch.tensor([[_polarity(each, topic) for topic in TOPICS] for each in comments]),
        intent=torch.tensor([INTENTS.index(each.intent) for each in comments]),
        urgent=torch.tensor([float(each.urgent) for each in comments]),
    )


def _polarity(comment: Comment, topic: str) -> int:
    return 1 + POLARITIES.index(comment.topics[topic]) if topic in comment.topics else 0


def loss(logits: Tensor, targets: Targets) -> Tensor:
    """Return the joint loss; the columns of `logits` are those of head.OWN_NAMES."""
    sentiment, topics, intent, urgent = split(logits)
    return (
        functional.cross_entropy(sentiment, targets.sentiment, label_smoothing=_SMOOTHING)
        + _TOPIC_WEIGHT * functional.cross_entropy(topics.flatten(0, 1), targets.topics.flatten())
        + _INTENT_WEIGHT
        * functional.cross_entropy(intent, targets.intent, label_smoothing=_SMOOTHING)
        + functional.binary_cross_entropy_with_logits(
            urgent, targets.urgent, pos_weight=torch.tensor(_URGENT_WEIGHT)
        )
    )


def likeness_loss(logits: Tensor, answers: Answers) -> Tensor:
    """Return how far `logits` are from what a teacher answered (Hinton et al. 2015)."""
    sentiment, topics, intent, urgent = split(logits)
    return (
        _surprise(sentiment, answers.sentiment)
        + _TOPIC_WEIGHT * _surprise(topics, answers.topics)
        + _INTENT_WEIGHT * _surprise(intent, answers.intent)
        + functional.binary_cross_entropy_with_logits(urgent, torch.from_numpy(answers.urgent))
    )


def _surprise(logits: Tensor, chances: Rows) -> Tensor:
    """Return the mean cross-entropy along the last axis."""
    told = functional.log_softmax(logits, dim=-1)
    return -(torch.from_numpy(chances) * told).sum(dim=-1).mean()


def split(logits: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Cut outputs to sentiment (n, 4), topics (n, 12, 4) with absent first, intent, urgent (n)."""
    sizes = [len(SENTIMENTS), len(TOPICS) * len(POLARITIES), len(INTENTS), 1]
    sentiment, topics, intent, urgent = torch.split(logits, sizes, dim=1)
    named = topics.reshape(len(logits), len(TOPICS), len(POLARITIES))
    absent = named.new_zeros(len(logits), len(TOPICS), 1)
    return sentiment, torch.cat([absent, named], dim=2), intent, urgent.squeeze(1)
