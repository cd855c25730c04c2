"""What the outputs are trained towards."""

import numpy as np
import pytest
import torch

from classifiers import head
from classifiers.comments import Comment
from classifiers.labels import INTENTS, POLARITIES, SENTIMENTS, TOPICS
from classifiers.training import targets
from classifiers.training.teacher import Answers

COMMENT = Comment(
    "a", "jono kauhea", "fi", "negative", {"access": "negative"}, "criticism", urgent=True
)


def right() -> torch.Tensor:
    """Outputs that say COMMENT's labels with great confidence."""
    said = ["sentiment:negative", "topic:access:negative", "intent:criticism", "urgent"]
    row = [9.0 if name in said else -9.0 for name in head.OWN_NAMES]
    return torch.tensor([row])


def test_an_absent_topic_is_class_zero_and_a_named_one_its_polarity() -> None:
    row = targets.of([COMMENT]).topics[0].tolist()
    assert row == [1 + POLARITIES.index("negative") if each == "access" else 0 for each in TOPICS]


def test_the_columns_are_cut_where_the_names_say() -> None:
    names = torch.arange(len(head.OWN_NAMES)).float().unsqueeze(0)
    _, topics, intent, urgent = targets.split(names)
    assert head.OWN_NAMES[int(topics[0, TOPICS.index("fees"), 2])] == "topic:fees:negative"
    assert head.OWN_NAMES[int(intent[0, 0])] == "intent:thanks"
    assert head.OWN_NAMES[int(urgent[0])] == "urgent"


def test_right_outputs_cost_less_than_silent_ones() -> None:
    wanted = targets.of([COMMENT])
    silent = torch.zeros(1, len(head.OWN_NAMES))
    assert targets.loss(right(), wanted) < targets.loss(silent, wanted) / 2


@pytest.mark.parametrize("name", ["sentiment:positive", "topic:rights:neutral", "intent:idea"])
def test_every_wrong_output_costs(name: str) -> None:
    wanted = targets.of([COMMENT])
    wrong = right()
    wrong[0, head.OWN_NAMES.index(name)] = 12.0
    assert targets.loss(wrong, wanted) > targets.loss(right(), wanted)


def test_outputs_that_say_what_the_teacher_said_cost_less_than_others() -> None:
    topics = np.zeros((1, len(TOPICS), 1 + len(POLARITIES)), dtype=np.float32)
    topics[:, :, 0] = 1
    topics[0, TOPICS.index("access")] = (0, 0, 1, 0)
    told = Answers(
        np.array([[name == "negative" for name in SENTIMENTS]], dtype=np.float32),
        topics,
        np.array([[name == "criticism" for name in INTENTS]], dtype=np.float32),
        np.ones(1, dtype=np.float32),
    )
    silent = torch.zeros(1, len(head.OWN_NAMES))
    assert targets.likeness_loss(right(), told) < targets.likeness_loss(silent, told) / 10
