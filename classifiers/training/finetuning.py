"""Fine-tuning of a body on labelled comments, with a teacher's answers on other texts beside."""

import copy
import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from torch import Tensor

from classifiers import head, metrics
from classifiers.comments import Comment
from classifiers.training import augmentation, targets
from classifiers.training.pace import pace
from classifiers.training.teacher import Answers

Report = Callable[[str], None]
_JUDGED = ("sentiment macro-F1", "topics micro-F1", "topics with polarity micro-F1")
_POOL = 16


@dataclass(frozen=True, slots=True)
class Plan:
    """How one fine-tuning goes; `joined` is the share of comments told together with another.

    A step takes `batch` comments, and `practice` texts with the teacher's answers beside them; or,
    where what is `labelled` has been learnt already, those texts alone.
    """

    epochs: int = 6
    batch: int = 32
    practice: int = 64
    labelled: bool = True
    rate: float = 1e-3
    decay: float = 0.05
    warm: float = 0.1
    joined: float = 0.25
    hidden: float = 0.1
    longest: int = 128
    averaging: float = 0.995
    patience: int = 4


@dataclass(frozen=True, slots=True)
class Practice:
    """Texts nobody has labelled, and what the teacher said of them."""

    texts: Sequence[str]
    answers: Answers


class Course:
    """One fine-tuning under way: the model, and the running mean of its weights that is judged."""

    def __init__(self, model: Any, tokenizer: Any, plan: Plan, steps: int) -> None:
        self.model = model
        self.labelled = plan.labelled
        self.average = copy.deepcopy(model).eval()
        self._tokenizer, self._plan, self._steps, self._done = tokenizer, plan, steps, 0
        self._optimizer = torch.optim.AdamW(model.parameters(), weight_decay=plan.decay)
        self._special = torch.tensor(tokenizer.all_special_ids)

    def read(self, texts: Sequence[str]) -> Tensor:
        """Return the outputs for texts of which some pieces are hidden, lest one word decides."""
        encoded = encode(self._tokenizer, texts, self._plan.longest)
        ids = encoded["input_ids"]
        hidden = (torch.rand(ids.shape) < self._plan.hidden) & ~torch.isin(ids, self._special)
        encoded["input_ids"] = torch.where(hidden, torch.tensor(self._tokenizer.mask_token_id), ids)
        with halved():
            logits = self.model(**encoded).logits
        return torch.as_tensor(logits.float())

    def step(self, loss: Tensor) -> None:
        """Follow the gradient of `loss`, and let the mean follow the model."""
        self._optimizer.zero_grad()
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        for group in self._optimizer.param_groups:
            group["lr"] = self._plan.rate * pace(self._done, self._steps, self._plan.warm)
        self._optimizer.step()
        self._done += 1
        # The mean of few steps follows at once, or it would remember the untrained weights.
        kept = min(self._plan.averaging, self._done / (self._done + 10))
        with torch.no_grad():
            for mean, new in zip(self.average.parameters(), self.model.parameters(), strict=True):
                mean.lerp_(new, 1 - kept)


def finetune(
    model: Any,
    tokenizer: Any,
    train: Sequence[Comment],
    dev: Sequence[Comment],
    practice: Practice | None,
    plan: Plan,
    seed: int,
    report: Report,
) -> dict[str, Tensor]:
    """Train `model` in place; return the averaged weights that did best on dev."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    course = Course(model, tokenizer, plan, plan.epochs * math.ceil(len(train) / plan.batch))
    exercises = _exercises(practice, plan, chance) if practice else iter(())
    best, best_figure, best_epoch = course.average.state_dict(), -1.0, 0
    for epoch in range(1, plan.epochs + 1):
        loss = _learn(course, _batches(train, plan, chance), exercises)
        figure = judge(course.average, tokenizer, dev)
        report(f"seed {seed} epoch {epoch}/{plan.epochs} loss {loss:.3f} dev {figure:.4f}")
        if figure > best_figure:
            best, best_figure = copy.deepcopy(course.average.state_dict()), figure
            best_epoch = epoch
        if epoch - best_epoch >= plan.patience:
            break
    return dict(best)


def judge(model: Any, tokenizer: Any, comments: Sequence[Comment]) -> float:
    """Return the mean of sentiment macro-F1 and topic micro-F1 without and with polarity."""
    rows = predict(model, tokenizer, [each.text for each in comments])
    labels = head.decode(rows, head.parse(head.OWN_NAMES), head.Settings("training"))
    found = metrics.headlines(list(zip(comments, labels, strict=True)))
    return float(np.mean([found[name] for name in _JUDGED]))


def predict(model: Any, tokenizer: Any, texts: Sequence[str], longest: int = 256) -> head.Floats:
    """Return the outputs of a model for texts, in their order."""
    model.eval()
    order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
    rows = np.zeros((len(texts), model.config.num_labels))
    with torch.inference_mode():
        for start in range(0, len(order), 64):
            batch = order[start : start + 64]
            encoded = encode(tokenizer, [texts[at] for at in batch], longest)
            rows[batch] = model(**encoded).logits.float().numpy()
    return rows


def encode(tokenizer: Any, texts: Sequence[str], longest: int) -> Any:
    """Return padded tensors for a batch of texts."""
    return tokenizer(
        list(texts), truncation=True, max_length=longest, padding=True, return_tensors="pt"
    )


def halved() -> torch.autocast:
    """Return a context in which products are of 16 bits where the processor gains from it."""
    able = bool(torch.cpu.get_capabilities().get("avx512_bf16"))
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=able)


def _learn(
    course: Course, batches: Sequence[Sequence[Comment]], exercises: Iterator[Practice]
) -> float:
    """Take as many steps as there are batches; return the mean of the first part of the loss."""
    course.model.train()
    losses = []
    for batch in batches:
        parts = []
        if course.labelled:
            parts.append(targets.loss(course.read([one.text for one in batch]), targets.of(batch)))
        exercise = next(exercises, None)
        if exercise:
            said = course.read(exercise.texts)
            parts.append(targets.likeness_loss(said, exercise.answers))
        course.step(torch.stack(parts).sum())
        losses.append(parts[0].item())
    return float(np.mean(losses))


def _batches(train: Sequence[Comment], plan: Plan, chance: random.Random) -> list[list[Comment]]:
    """Return batches of comments alike in length, each comment once, some joined, some noisy."""
    told = [_told(each, train, plan, chance) for each in chance.sample(train, len(train))]
    groups = _alike([len(each.text) for each in told], plan.batch, chance)
    return [[told[at] for at in group] for group in groups]


def _exercises(practice: Practice, plan: Plan, chance: random.Random) -> Iterator[Practice]:
    """Yield batches of practice texts alike in length, for ever."""
    while True:
        order = chance.sample(range(len(practice.texts)), len(practice.texts))
        for group in _alike([len(practice.texts[at]) for at in order], plan.practice, chance):
            places = [order[at] for at in group]
            yield Practice([practice.texts[at] for at in places], practice.answers.of(places))


def _alike(lengths: Sequence[int], size: int, chance: random.Random) -> list[list[int]]:
    """Return places in groups of like length, drawn from pools so that they stay mixed."""
    groups = []
    for start in range(0, len(lengths), _POOL * size):
        pool = range(start, min(start + _POOL * size, len(lengths)))
        alike = sorted(pool, key=lambda at: lengths[at])
        groups += [alike[at : at + size] for at in range(0, len(alike), size)]
    chance.shuffle(groups)
    return groups


def _told(comment: Comment, train: Sequence[Comment], plan: Plan, chance: random.Random) -> Comment:
    if chance.random() < plan.joined:
        other = chance.choice(train)
        if augmentation.joinable(comment, other):
            comment = augmentation.joined(comment, other)
    return replace(comment, text=augmentation.noisy(comment.text, chance))
