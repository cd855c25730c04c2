"""The way from data to the model folder that ships, one resumable step after another."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch

from classifiers import baselines, comments
from classifiers.comments import Comment
from classifiers.training import (
    auxiliary,
    body,
    calibration,
    card,
    embeddings,
    finetuning,
    pretraining,
    raw_text,
    vocabulary,
)
from classifiers.training.finetuning import Plan as FinetuningPlan
from classifiers.training.finetuning import Report
from classifiers.training.pretraining import Plan as PretrainingPlan

_OWN_REPEATS = 10
_LONGEST_PIECE = 96


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a training starts from; `work` keeps finished steps, so that a stopped one goes on.

    `raw` and `auxiliary` are for a body of our own; `base` is an encoder to fine-tune instead.
    """

    train: Sequence[Comment]
    dev: Sequence[Comment]
    measured: Sequence[Comment]
    work: Path
    raw: Path | None = None
    auxiliary: Path | None = None
    base: str | None = None
    seeds: int = 3
    threads: int = 2
    pretraining: PretrainingPlan = field(default_factory=PretrainingPlan)
    finetuning: FinetuningPlan = field(default_factory=FinetuningPlan)


def train(inputs: Inputs, output: Path, report: Report) -> None:
    """Write a model folder with its card to `output`; raises CorpusUnusable."""
    inputs.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(inputs.threads)
    torch.manual_seed(0)
    tokenizer = _tokenizer(inputs, report)
    model = _body(inputs, tokenizer, report)
    start = {name: value.clone() for name, value in model.state_dict().items()}
    found = [_seed(inputs, model, start, tokenizer, seed, report) for seed in range(inputs.seeds)]
    model.load_state_dict(_best(model, tokenizer, inputs.dev, found, report))
    ship(model, tokenizer, inputs, output)
    report(f"the model is in {output}")


def ship(model: Any, tokenizer: Any, inputs: Inputs, output: Path) -> None:
    """Calibrate on dev and write weights as 16-bit floats, config, tokenizer and card."""
    from classifiers.transformer import Transformer

    logits = finetuning.predict(model, tokenizer, [each.text for each in inputs.dev])
    corpus = comments.fingerprint([*inputs.train, *inputs.dev])
    settings = calibration.calibrate(logits, inputs.dev, f"1-{corpus}")
    model.config.korva = {**asdict(settings), "corpus": corpus}
    model.half().save_pretrained(output)
    tokenizer.save_pretrained(output)
    readers = {
        "this model": Transformer.load(output).read,
        "TF-IDF": baselines.tfidf(inputs.train),
        "majority": baselines.majority(inputs.train),
    }
    text = card.write(
        model.config, model.num_parameters(), len(inputs.train), inputs.measured, readers
    )
    (output / "README.md").write_text(text, encoding="utf-8")


def _tokenizer(inputs: Inputs, report: Report) -> Any:
    from transformers import AutoTokenizer

    if inputs.base:
        return AutoTokenizer.from_pretrained(inputs.base)
    kept = inputs.work / "tokenizer"
    if not kept.is_dir():
        report("learning the tokenizer")
        raw = raw_text.read(inputs.raw) if inputs.raw else []
        vocabulary.learn([each.text for each in inputs.train], raw).save_pretrained(kept)
    return AutoTokenizer.from_pretrained(kept)


def _body(inputs: Inputs, tokenizer: Any, report: Report) -> Any:
    """Return a network with our own outputs, its body pre-trained as far as the data allows."""
    if inputs.base:
        return body.borrow(inputs.base)
    kept = inputs.work / "body.pt"
    model = body.build(tokenizer)
    if kept.is_file():
        model.load_state_dict(torch.load(kept, weights_only=True))
    elif inputs.raw:
        model = _pretrained(inputs, tokenizer, report)
        torch.save(model.state_dict(), kept)
    body.trim(model)
    return model


def _pretrained(inputs: Inputs, tokenizer: Any, report: Report) -> Any:
    own = [each.text for each in inputs.train]
    raw = raw_text.read(inputs.raw) if inputs.raw else []
    encoded = tokenizer([*own, *raw], truncation=True, max_length=_LONGEST_PIECE)["input_ids"]
    pieces = [np.array(each, dtype=np.int32) for each in encoded]
    kept = inputs.work / "vectors.npy"
    if not kept.is_file():
        report("counting word-piece vectors")
        np.save(kept, embeddings.learn(pieces, len(tokenizer), body.WIDTH, seed=0))
    model = body.build(tokenizer, np.load(kept))
    pretraining.pretrain(
        model,
        tokenizer,
        pieces[: len(own)] * (_OWN_REPEATS - 1) + pieces,
        auxiliary.read(inputs.auxiliary) if inputs.auxiliary else [],
        inputs.pretraining,
        0,
        inputs.work / "pretraining.pt",
        report,
    )
    return model


def _seed(
    inputs: Inputs, model: Any, start: Any, tokenizer: Any, seed: int, report: Report
) -> dict[str, torch.Tensor]:
    kept = inputs.work / f"seed-{seed}.pt"
    if not kept.is_file():
        model.load_state_dict(start)
        weights = finetuning.finetune(
            model, tokenizer, inputs.train, inputs.dev, inputs.finetuning, seed, report
        )
        torch.save(weights, kept)
    return dict(torch.load(kept, weights_only=True))


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
