"""What is kept of a teacher's and a network's answers."""

from pathlib import Path

import numpy as np
import pytest

from classifiers import head
from classifiers.labels import POLARITIES, SENTIMENTS, TOPICS
from classifiers.training import teacher, teaching
from classifiers.training.embeddings import beside


def outputs(texts: int = 3) -> np.ndarray:
    return np.random.default_rng(0).normal(size=(texts, len(head.OWN_NAMES)))


def test_a_network_answers_in_probabilities_as_a_teacher_does() -> None:
    answers = teaching.heard(outputs())
    for each in (answers.sentiment, answers.topics, answers.intent):
        assert np.allclose(each.sum(axis=-1), 1, atol=1e-5)
    assert answers.topics.shape == (3, len(TOPICS), 1 + len(POLARITIES))


def test_the_likeliest_answer_of_a_network_is_the_one_it_is_decoded_to() -> None:
    rows = outputs(20)
    labels = head.decode(rows, head.parse(head.OWN_NAMES), head.Settings("test"))
    likeliest = teaching.heard(rows).sentiment.argmax(axis=1)
    assert [SENTIMENTS[at] for at in likeliest] == [label.sentiment for label in labels]


def test_answers_come_back_from_their_file(tmp_path: Path) -> None:
    answers = teaching.heard(outputs())
    teaching.keep(tmp_path / "answers.npz", answers)
    again = teaching.kept(tmp_path / "answers.npz")
    for name in teacher.Answers.__slots__:
        assert np.array_equal(getattr(answers, name), getattr(again, name))


def test_several_readers_together_say_their_mean() -> None:
    rows = outputs()
    both = teacher.blend([teaching.heard(rows), teaching.heard(-rows)])
    assert both.urgent == pytest.approx(np.full(3, 0.5))
    assert np.allclose(both.topics.sum(axis=-1), 1, atol=1e-5)


def test_scores_stand_beside_the_vectors_and_outweigh_them() -> None:
    chance = np.random.default_rng(0)
    vectors, scores = chance.normal(size=(50, 6)), 0.01 * chance.normal(size=(50, 4))
    together = beside(vectors.astype(np.float32), scores.astype(np.float32))
    assert together.shape == (50, 10)
    assert together[:, 6:].std() == pytest.approx(2 * together[:, :6].std(), rel=1e-3)
