"""Fine-tuning of a pre-trained body on labelled comments."""

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

Report = Callable[[str], None]
_JUDGED = ("sentiment macro-F1", "topics micro-F1", "topics with polarity micro-F1")
_POOL = 8


@dataclass(frozen=True, slots=True)
class Plan:
    """How one fine-tuning goes; `joined` is the share of comments told together with another."""

    epochs: int = 12
    batch: int = 32
    rate: float = 7e-4
    decay: float = 0.05
    warm: float = 0.1
    joined: float = 0.25
    hidden: float = 0.1
    longest: int = 128
    averaging: float = 0.99
    patience: int = 4


class Course:
    """One fine-tuning under way: the model, and the running mean of its weights that is judged."""

    def __init__(self, model: Any, plan: Plan, steps: int) -> None:
        self.model = model
        self.average = copy.deepcopy(model).eval()
        self._plan, self._steps, self._done = plan, steps, 0
        self._optimizer = torch.optim.AdamW(model.parameters(), weight_decay=plan.decay)

    def step(self, loss: Tensor) -> None:
        """Follow the gradient of `loss`, and let the mean follow the model."""
        self._optimizer.zero_grad()
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        for group in self._optimizer.param_groups:
            group["lr"] = self._plan.rate * pace(self._done, self._steps, self._plan.warm)
        self._optimizer.step()
        self._done += 1
        with torch.no_grad():
            for kept, new in zip(self.average.parameters(), self.model.parameters(), strict=True):
                kept.lerp_(new, 1 - self._plan.averaging)


def finetune(
    model: Any,
    tokenizer: Any,
    train: Sequence[Comment],
    dev: Sequence[Comment],
    plan: Plan,
    seed: int,
    report: Report,
) -> dict[str, Tensor]:
    """Train `model` in place; return the averaged weights that did best on dev."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    course = Course(model, plan, plan.epochs * math.ceil(len(train) / plan.batch))
    best, best_figure, best_epoch = course.average.state_dict(), -1.0, 0
    for epoch in range(1, plan.epochs + 1):
        loss = _learn(course, tokenizer, train, plan, chance)
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
            rows[batch] = model(**encoded).logits.numpy()
    return rows


def encode(tokenizer: Any, texts: Sequence[str], longest: int) -> Any:
    """Return padded tensors for a batch of texts."""
    return tokenizer(
        list(texts), truncation=True, max_length=longest, padding=True, return_tensors="pt"
    )


def _learn(
    course: Course, tokenizer: Any, train: Sequence[Comment], plan: Plan, chance: random.Random
) -> float:
    """Go through the comments once; return the mean loss."""
    course.model.train()
    losses = []
    for batch in _batches(train, plan, chance):
        encoded = encode(tokenizer, [each.text for each in batch], plan.longest)
        encoded["input_ids"] = _hide(encoded["input_ids"], tokenizer, plan.hidden)
        loss = targets.loss(course.model(**encoded).logits, targets.of(batch))
        course.step(loss)
        losses.append(loss.item())
    return float(np.mean(losses))


def _hide(ids: Tensor, tokenizer: Any, share: float) -> Tensor:
    """Hide some word pieces, lest one word decides."""
    special = torch.isin(ids, torch.tensor(tokenizer.all_special_ids))
    chosen = (torch.rand(ids.shape) < share) & ~special
    return torch.where(chosen, torch.tensor(tokenizer.mask_token_id), ids)


def _batches(
    train: Sequence[Comment], plan: Plan, chance: random.Random
) -> Iterator[list[Comment]]:
    """Yield batches of comments alike in length, each comment once, some joined, some noisy."""
    told = [_told(each, train, plan, chance) for each in chance.sample(train, len(train))]
    pool = _POOL * plan.batch
    batches = []
    for start in range(0, len(told), pool):
        alike = sorted(told[start : start + pool], key=lambda each: len(each.text))
        batches += [alike[at : at + plan.batch] for at in range(0, len(alike), plan.batch)]
    chance.shuffle(batches)
    yield from batches


def _told(comment: Comment, train: Sequence[Comment], plan: Plan, chance: random.Random) -> Comment:
    if chance.random() < plan.joined:
        other = chance.choice(train)
        if augmentation.joinable(comment, other):
            comment = augmentation.joined(comment, other)
    return replace(comment, text=augmentation.noisy(comment.text, chance))
