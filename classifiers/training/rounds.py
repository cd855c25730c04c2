"""Fine-tuning in two rounds: several seeds learn from the teacher, then one model from them all.

What many readers say on the mean is righter than what each of them says (Hinton et al. 2015).
"""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import torch

from classifiers.comments import Comment
from classifiers.training import finetuning, practice, teacher, teaching
from classifiers.training.finetuning import Practice, Report
from classifiers.training.inputs import Inputs

# The second round starts from what the first learnt.
_SECOND_SHARE = 0.5
Weights = dict[str, torch.Tensor]


def finetuned(inputs: Inputs, model: Any, tokenizer: Any, report: Report) -> Any:
    """Return the model with the best weights that both rounds found."""
    first = taught(inputs, tokenizer, report).practice
    start = {name: value.clone() for name, value in model.state_dict().items()}
    found = [
        _weights(inputs, model, tokenizer, start, first, seed, report)
        for seed in range(inputs.seeds)
    ]
    best = _best(model, tokenizer, inputs.dev, found, report)
    later = replace(inputs, work=inputs.work / "second", finetuning=_shorter(inputs.finetuning))
    later.work.mkdir(exist_ok=True)
    second = _heard(later, model, tokenizer, found, first, report)
    last = _weights(later, model, tokenizer, best, second, 0, report)
    model.load_state_dict(_best(model, tokenizer, inputs.dev, [best, last], report))
    return model


def _shorter(plan: finetuning.Plan) -> finetuning.Plan:
    epochs = math.ceil(_SECOND_SHARE * plan.epochs)
    rate, practice = _SECOND_SHARE * plan.rate, 2 * plan.practice
    return replace(plan, epochs=epochs, rate=rate, practice=practice, labelled=False)


def taught(inputs: Inputs, tokenizer: Any, report: Report) -> teaching.Taught:
    """Return what a teacher says of practice texts and of single word pieces."""
    texts = practice.texts(inputs.train, inputs.terms, inputs.raw_texts(), inputs.practice, seed=0)
    kept = inputs.work / "taught.npz"
    if not kept.is_file():
        report("fitting the teacher")
        teaching.save(kept, teacher.fit(inputs.train, inputs.terms), texts, tokenizer)
    return teaching.load(kept, texts)


def _weights(
    inputs: Inputs,
    model: Any,
    tokenizer: Any,
    start: Weights,
    exercises: Practice,
    seed: int,
    report: Report,
) -> Weights:
    """Return what one fine-tuning makes of `start`; done before, it is read."""
    kept = inputs.work / f"seed-{seed}.pt"
    if not kept.is_file():
        model.load_state_dict(start)
        weights = finetuning.finetune(
            model, tokenizer, inputs.train, inputs.dev, exercises, inputs.finetuning, seed, report
        )
        torch.save(weights, kept)
    return dict(torch.load(kept, weights_only=True))


def _heard(
    inputs: Inputs,
    model: Any,
    tokenizer: Any,
    found: Sequence[Weights],
    first: Practice,
    report: Report,
) -> Practice:
    """Return the practice texts with the mean of what the teacher and every seed say of them."""
    kept = inputs.work / "heard.npz"
    if not kept.is_file():
        report("asking the seeds")
        said = []
        for weights in found:
            model.load_state_dict(weights)
            with finetuning.halved():
                said.append(teaching.heard(finetuning.predict(model, tokenizer, first.texts)))
        # The teacher counts as much as all seeds together: they learnt from it, not it from them.
        together = teacher.blend([first.answers, teacher.blend(said)])
        teaching.keep(kept, together)
    return Practice(first.texts, teaching.kept(kept))


def _best(
    model: Any,
    tokenizer: Any,
    dev: Sequence[Comment],
    found: Sequence[dict[str, torch.Tensor]],
    report: Report,
) -> dict[str, torch.Tensor]:
    """Return the best on dev of each seed's weights and their mean (Wortsman et al. 2022)."""
    mean = {
        name: torch.stack([each[name].float() for each in found]).mean(0).to(value.dtype)
        for name, value in found[0].items()
    }
    figures = []
    for weights in (candidates := [mean, *found]):
        model.load_state_dict(weights)
        figures.append(finetuning.judge(model, tokenizer, dev))
    report(f"mean of seeds {figures[0]:.4f}, each {', '.join(f'{one:.4f}' for one in figures[1:])}")
    return candidates[int(np.argmax(figures))]
