"""The way from data to the model folder that ships, one resumable step after another."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch

from classifiers import baselines, comments
from classifiers.errors import CorpusUnusable
from classifiers.training import (
    auxiliary,
    body,
    calibration,
    card,
    embeddings,
    finetuning,
    pretraining,
    rounds,
    vocabulary,
)
from classifiers.training.embeddings import Ids
from classifiers.training.finetuning import Report
from classifiers.training.inputs import Inputs

_OWN_REPEATS = 6
_LONGEST_PIECE = 96
_RAW_LANGUAGE = "fi"
_RARE_REPEATS = 4


def train(inputs: Inputs, output: Path, report: Report) -> None:
    """Write a model folder with its card to `output`; raises CorpusUnusable and ModelUnusable."""
    tokenizer, model = prepared(inputs, report)
    ship(rounds.finetuned(inputs, model, tokenizer, report), tokenizer, inputs, output)
    report(f"the model is in {output}")


def prepared(inputs: Inputs, report: Report) -> tuple[Any, Any]:
    """Return the tokenizer and the body from which fine-tuning starts."""
    _begin(inputs)
    torch.set_num_threads(inputs.threads)
    torch.manual_seed(0)
    tokenizer = _tokenizer(inputs, report)
    model = body.borrow(inputs.base) if inputs.base else _body(inputs, tokenizer, report)
    return tokenizer, model


def ship(model: Any, tokenizer: Any, inputs: Inputs, output: Path) -> None:
    """Calibrate on dev and write weights as 16-bit floats, config, tokenizer and card."""
    from transformers.utils import logging

    from classifiers.transformer import Transformer

    logits = finetuning.predict(model, tokenizer, [each.text for each in inputs.dev])
    corpus = comments.fingerprint([*inputs.train, *inputs.dev])
    settings = calibration.calibrate(logits, inputs.dev, f"1-{corpus}")
    model.config.korva = {**asdict(settings), "corpus": corpus}
    logging.disable_progress_bar()
    model.half().save_pretrained(output)
    # Written for its owner alone, whatever the umask says.
    (output / "model.safetensors").chmod(0o644)
    tokenizer.save_pretrained(output)
    readers = {
        "this model": Transformer.load(output).read,
        "TF-IDF": baselines.tfidf(inputs.train),
        "majority": baselines.majority(inputs.train),
    }
    origin = card.Origin(
        parameters=model.num_parameters(),
        comments=len(inputs.train),
        base=inputs.base,
        raw=inputs.raw is not None,
        auxiliary=inputs.auxiliary is not None,
        pretraining=inputs.pretraining.tokens,
    )
    text = card.write(model.config, origin, inputs.measured, inputs.urgent, readers)
    (output / "README.md").write_text(text, encoding="utf-8")


def _begin(inputs: Inputs) -> None:
    """Make the folder for finished steps; those of other comments must not be gone on from."""
    inputs.work.mkdir(parents=True, exist_ok=True)
    made_from = inputs.work / "comments"
    corpus = comments.fingerprint([*inputs.train, *inputs.dev])
    if not made_from.is_file():
        made_from.write_text(corpus)
    elif made_from.read_text() != corpus:
        raise CorpusUnusable(
            f"{inputs.work} holds steps made from other comments; remove it or give another --work"
        )


def _tokenizer(inputs: Inputs, report: Report) -> Any:
    from transformers import AutoTokenizer

    if inputs.base:
        return body.borrow_tokenizer(inputs.base)
    kept = inputs.work / "tokenizer"
    if not kept.is_dir():
        report("learning the tokenizer")
        vocabulary.learn(_own_texts(inputs), inputs.raw_texts()).save_pretrained(kept)
    return AutoTokenizer.from_pretrained(kept)


def _own_texts(inputs: Inputs) -> list[str]:
    """Return texts and terms, those of no raw text's language several times over."""
    texts = [(each.text, each.lang) for each in inputs.train]
    texts += [(each.text, each.lang) for each in inputs.terms]
    return [
        text
        for text, language in texts
        for _ in range(1 if language == _RAW_LANGUAGE else _RARE_REPEATS)
    ]


def _body(inputs: Inputs, tokenizer: Any, report: Report) -> Any:
    """Return a network with our own outputs, its body pre-trained as far as the data allows."""
    kept = inputs.work / "body.pt"
    model = body.build(tokenizer)
    if kept.is_file():
        model.load_state_dict(torch.load(kept, weights_only=True))
    else:
        body.endow(model, _vectors(inputs, tokenizer, report))
        _pretrain(inputs, model, tokenizer, report)
        torch.save(model.state_dict(), kept)
    body.trim(model)
    return model


def _vectors(inputs: Inputs, tokenizer: Any, report: Report) -> embeddings.Vectors:
    """Return what the word pieces start as: what stands beside them, and the teacher's scores."""
    kept = inputs.work / "vectors.npy"
    if not kept.is_file():
        report("counting word-piece vectors")
        scores = rounds.taught(inputs, tokenizer, report).scores
        near = embeddings.learn(
            _pieces(inputs, tokenizer), len(tokenizer), body.WIDTH - scores.shape[1], seed=0
        )
        np.save(kept, embeddings.beside(near, scores))
    return np.asarray(np.load(kept))


def _pieces(inputs: Inputs, tokenizer: Any) -> list[Ids]:
    """Return the word pieces of our own texts, several times over, and of raw ones."""
    own = _own_texts(inputs)
    encoded = tokenizer([*own, *inputs.raw_texts()], truncation=True, max_length=_LONGEST_PIECE)
    pieces = [np.array(each, dtype=np.int32) for each in encoded["input_ids"]]
    return pieces[: len(own)] * (_OWN_REPEATS - 1) + pieces


def _pretrain(inputs: Inputs, model: Any, tokenizer: Any, report: Report) -> None:
    if not inputs.raw or not inputs.pretraining.tokens:
        return
    pretraining.pretrain(
        model,
        tokenizer,
        _pieces(inputs, tokenizer),
        auxiliary.read(inputs.auxiliary) if inputs.auxiliary else [],
        inputs.pretraining,
        0,
        inputs.work / "pretraining.pt",
        report,
    )
