"""Masked-language pre-training of the body, with tone learnt beside it."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from classifiers import head
from classifiers.training import auxiliary
from classifiers.training.embeddings import Ids
from classifiers.training.pace import pace

Report = Callable[[str], None]
_IGNORED = -100


@dataclass(frozen=True, slots=True)
class Plan:
    """How pre-training goes; `tokens` in all, `per_step` of them in a step; none by default.

    Two processor cores get through too few in an hour to help what starts from a teacher's scores.
    """

    tokens: int = 0
    per_step: int = 2_048
    rate: float = 1.5e-3
    warm: float = 0.08
    masked: float = 0.15
    bag_weight: float = 0.3
    tone_every: int = 2
    tone_batch: int = 64
    report_every: int = 50
    save_every: int = 200


class Reader(nn.Module):
    """A body with what only pre-training needs: guesses of hidden pieces, tied to the vectors."""

    def __init__(self, model: Any) -> None:
        super().__init__()
        width = model.config.hidden_size
        self.model = model
        self.transform = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.LayerNorm(width))
        self.bias = nn.Parameter(torch.zeros(model.config.vocab_size))

    def guess(self, states: Tensor) -> Tensor:
        """Return a score for every word piece for each state."""
        vectors = self.model.get_input_embeddings().weight
        return functional.linear(self.transform(states), vectors, self.bias)

    def loss(self, ids: Tensor, hidden: Tensor, mask: Tensor, bag_weight: float) -> Tensor:
        """Return the loss of hidden pieces, guessed in place and once more from the mean state.

        That makes the mean, which is what gets classified, a summary of the text.
        """
        states = self.model.base_model(ids, attention_mask=mask).last_hidden_state
        rows, _ = places = (hidden != _IGNORED).nonzero(as_tuple=True)
        pieces = hidden[places]
        here = functional.cross_entropy(self.guess(states[places]), pieces)
        mean = (states * mask.unsqueeze(2)).sum(1) / mask.sum(1, keepdim=True)
        bags = functional.log_softmax(self.guess(mean), dim=1)
        return here - bag_weight * bags[rows, pieces].mean()


class Course:
    """Pre-training under way, kept in a file that a later run goes on from."""

    def __init__(self, reader: Reader, plan: Plan, checkpoint: Path) -> None:
        self.reader = reader
        self.steps = plan.tokens // plan.per_step
        self.done = 0
        self._checkpoint = checkpoint
        self._plan = plan
        self._optimizer = torch.optim.AdamW(reader.parameters(), weight_decay=0.01)
        if checkpoint.is_file():
            self._resume()

    def step(self, loss: Tensor) -> None:
        """Follow the gradient of `loss`."""
        self._optimizer.zero_grad()
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(self.reader.parameters(), 1.0)
        rate = self._plan.rate * pace(self.done, self.steps, self._plan.warm)
        for group in self._optimizer.param_groups:
            group["lr"] = rate
        self._optimizer.step()
        self.done += 1

    def save(self) -> None:
        """Write the checkpoint whole or not at all."""
        fresh = self._checkpoint.with_suffix(".new")
        parts = {name: part.state_dict() for name, part in self._parts().items()}
        torch.save({"step": self.done, **parts}, fresh)
        fresh.replace(self._checkpoint)

    def _resume(self) -> None:
        kept = torch.load(self._checkpoint, weights_only=True)
        self.done = int(kept["step"])
        for name, part in self._parts().items():
            part.load_state_dict(kept[name])

    def _parts(self) -> dict[str, Any]:
        return {"reader": self.reader, "optimizer": self._optimizer}


def pretrain(
    model: Any,
    tokenizer: Any,
    pieces: Sequence[Ids],
    tone: Sequence[auxiliary.Example],
    plan: Plan,
    seed: int,
    checkpoint: Path,
    report: Report,
) -> None:
    """Train `model` in place on word pieces; `tone` is learnt in between."""
    course = Course(Reader(model), plan, checkpoint)
    torch.manual_seed(seed + course.done)
    chance = random.Random(seed + course.done)
    batches = _batches(pieces, plan.per_step, chance)
    # No dropout: less than an epoch of text can't be learnt by heart.
    course.reader.eval()
    while course.done < course.steps:
        loss = course.reader.loss(*_shown(next(batches), tokenizer, plan), plan.bag_weight)
        told = loss.item()
        if tone and course.done % plan.tone_every == 0:
            examples = chance.sample(tone, min(plan.tone_batch, len(tone)))
            loss = loss + _tone(model, tokenizer, examples)
        course.step(loss)
        if course.done % plan.report_every == 0:
            report(f"pre-training step {course.done}/{course.steps} loss {told:.3f}")
        if course.done % plan.save_every == 0 or course.done == course.steps:
            course.save()


def _shown(batch: Sequence[Ids], tokenizer: Any, plan: Plan) -> tuple[Tensor, Tensor, Tensor]:
    ids, mask = _pad(batch, tokenizer.pad_token_id)
    return *hide(ids, mask, tokenizer, plan.masked), mask


def hide(ids: Tensor, mask: Tensor, tokenizer: Any, share: float) -> tuple[Tensor, Tensor]:
    """Hide pieces as Devlin et al. 2019 do; return what is shown, and what was hidden where."""
    special = torch.isin(ids, torch.tensor(tokenizer.all_special_ids)) | (mask == 0)
    chosen = (torch.rand(ids.shape) < share) & ~special
    chosen[0, 1] |= not chosen.any()
    hidden = torch.where(chosen, ids, torch.tensor(_IGNORED))
    roll = torch.rand(ids.shape)
    shown = torch.where(chosen & (roll < 0.8), torch.tensor(tokenizer.mask_token_id), ids)
    random_ids = torch.randint(len(tokenizer), ids.shape)
    return torch.where(chosen & (roll > 0.9), random_ids, shown), hidden


def _tone(model: Any, tokenizer: Any, examples: Sequence[auxiliary.Example]) -> Tensor:
    """Return the loss of the auxiliary sentiment, each example against its own set's classes."""
    encoded = tokenizer(
        [each.text for each in examples],
        truncation=True, max_length=64, padding=True, return_tensors="pt",
    )  # fmt: skip
    return tone_loss(model(**encoded).logits, examples)


def tone_loss(logits: Tensor, examples: Sequence[auxiliary.Example]) -> Tensor:
    """Return the cross-entropy over the auxiliary columns of `logits`."""
    size = len(auxiliary.CLASSES)
    columns = torch.tensor([each.column for each in examples])
    sets = logits[:, len(head.OWN_NAMES) :].reshape(len(logits), -1, size)
    own = sets[torch.arange(len(examples)), columns // size]
    return functional.cross_entropy(own, columns % size)


def _batches(pieces: Sequence[Ids], per_step: int, chance: random.Random) -> Iterator[list[Ids]]:
    """Yield batches of pieces of like length, `per_step` tokens each with padding, for ever."""
    while True:
        order = chance.sample(range(len(pieces)), len(pieces))
        for start in range(0, len(order), 4_000):
            window = sorted(order[start : start + 4_000], key=lambda at: len(pieces[at]))
            groups = list(_groups([pieces[at] for at in window], per_step))
            chance.shuffle(groups)
            yield from groups


def _groups(window: Sequence[Ids], per_step: int) -> Iterator[list[Ids]]:
    held: list[Ids] = []
    for piece in window:
        if held and len(piece) * (len(held) + 1) > per_step:
            yield held
            held = []
        held.append(piece)
    yield held


def _pad(batch: Sequence[Ids], pad: int) -> tuple[Tensor, Tensor]:
    longest = max(map(len, batch))
    ids = np.full((len(batch), longest), pad, dtype=np.int64)
    for row, piece in zip(ids, batch, strict=True):
        row[: len(piece)] = piece
    tensor = torch.from_numpy(ids)
    return tensor, (tensor != pad).long()
