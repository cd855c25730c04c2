"""What a teacher said, kept in a file: of practice texts, and of every word piece by itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from classifiers import head
from classifiers.training.finetuning import Practice
from classifiers.training.teacher import Answers, Rows, Teacher

_INSIDE = "##"


@dataclass(frozen=True, slots=True)
class Taught:
    """`scores` has a row for each word piece of the tokenizer."""

    practice: Practice
    scores: Rows


def save(file: Path, teacher: Teacher, texts: Sequence[str], tokenizer: Any) -> None:
    """Ask the teacher; write the file whole or not at all."""
    keep(file, teacher.answer(texts), scores=_scores(teacher, tokenizer))


def load(file: Path, texts: Sequence[str]) -> Taught:
    """Read what `save` wrote; `texts` are the same ones."""
    with np.load(file) as held:
        return Taught(Practice(texts, kept(file)), held["scores"])


def keep(file: Path, answers: Answers, **others: Any) -> None:
    """Write answers, whole or not at all."""
    fresh = file.with_suffix(".new.npz")
    held: dict[str, Any] = {name: getattr(answers, name) for name in Answers.__slots__}
    np.savez(fresh, **held, **others)
    fresh.replace(file)


def kept(file: Path) -> Answers:
    """Read answers that `keep` wrote."""
    with np.load(file) as held:
        return Answers(*(held[name] for name in Answers.__slots__))


def heard(logits: head.Floats) -> Answers:
    """Return what a network says as a teacher would say it."""
    parsed = head.parse(head.OWN_NAMES)
    topics = [head.topic_probabilities(logits, places) for places in parsed.topics.values()]
    return Answers(
        sentiment=_chances(logits, parsed.sentiments.values()),
        topics=np.stack(topics, axis=1).astype(np.float32),
        intent=_chances(logits, parsed.intents.values()),
        urgent=(1 / (1 + np.exp(-logits[:, parsed.urgent]))).astype(np.float32),
    )


def _chances(logits: head.Floats, places: Iterable[int]) -> Rows:
    return head.softmax(logits[:, list(places)]).astype(np.float32)


def _scores(teacher: Teacher, tokenizer: Any) -> Rows:
    """Return how far each piece, read as a text, moves every answer; special ones move nothing."""
    pieces = tokenizer.convert_ids_to_tokens(range(len(tokenizer)))
    scores = teacher.pull([each.removeprefix(_INSIDE) for each in pieces])
    scores[tokenizer.all_special_ids] = 0
    return scores
