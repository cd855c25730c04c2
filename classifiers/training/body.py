"""The untrained network, with room for the auxiliary classes until it ships."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
from safetensors import SafetensorError
from torch import nn

from classifiers import head
from classifiers.errors import ModelUnusable
from classifiers.training import auxiliary
from classifiers.training.embeddings import Vectors

LAYERS, WIDTH, INNER, HEADS, LONGEST = 2, 256, 384, 4, 256
# The usual 0.02 suits widths of 768 and more; at 256 signals die out and nothing is learnt.
_SPREAD = 0.05
_DROPOUT = 0.1


def build(tokenizer: Any) -> Any:
    """Return a ModernBERT of random weights.

    Of those tried on a thousand comments without pre-training, it learnt at once what a BERT did
    not learn at all: it normalises before each layer and classifies the mean of all states.
    """
    from transformers import ModernBertConfig, ModernBertForSequenceClassification

    config = ModernBertConfig(
        vocab_size=len(tokenizer),
        hidden_size=WIDTH,
        num_hidden_layers=LAYERS,
        num_attention_heads=HEADS,
        intermediate_size=INNER,
        max_position_embeddings=LONGEST,
        global_attn_every_n_layers=1,
        classifier_pooling="mean",
        initializer_range=_SPREAD,
        embedding_dropout=_DROPOUT,
        attention_dropout=_DROPOUT,
        mlp_dropout=_DROPOUT,
        classifier_dropout=_DROPOUT,
        pad_token_id=tokenizer.pad_token_id,
        cls_token_id=tokenizer.cls_token_id,
        bos_token_id=tokenizer.cls_token_id,
        sep_token_id=tokenizer.sep_token_id,
        eos_token_id=tokenizer.sep_token_id,
        problem_type="multi_label_classification",
        # Plain matrix products train twice as fast on a processor as its fused attention.
        attn_implementation="eager",
        **labelled((*head.OWN_NAMES, *auxiliary.NAMES)),
    )
    return ModernBertForSequenceClassification(config)


def endow(model: Any, vectors: Vectors) -> None:
    """Give the word pieces their vectors, in place."""
    scaled = torch.as_tensor(vectors) * (_SPREAD / float(vectors.std()))
    with torch.no_grad():
        model.get_input_embeddings().weight.copy_(scaled)


def labelled(names: tuple[str, ...]) -> dict[str, Any]:
    """Return the settings of a Hugging Face config that name the outputs."""
    return {
        "num_labels": len(names),
        "id2label": dict(enumerate(names)),
        "label2id": {name: place for place, name in enumerate(names)},
    }


def trim(model: Any) -> None:
    """Cut the auxiliary outputs off, in place: what ships knows the taxonomy alone."""
    kept = len(head.OWN_NAMES)
    final = _final_layer(model)
    final.weight = nn.Parameter(final.weight[:kept].detach().clone())
    final.bias = nn.Parameter(final.bias[:kept].detach().clone())
    final.out_features = kept
    for name, value in labelled(head.OWN_NAMES).items():
        setattr(model.config, name, value)
    model.num_labels = kept


def _final_layer(model: Any) -> nn.Linear:
    layers = [each for each in model.modules() if isinstance(each, nn.Linear)]
    return next(each for each in reversed(layers) if each.out_features == model.config.num_labels)


def borrow(name_or_path: str) -> Any:
    """Return any Hugging Face encoder with fresh outputs of ours on top."""
    from transformers import AutoModelForSequenceClassification, logging

    # It would list every new weight of the head, as if something were amiss.
    logging.set_verbosity_error()
    with _borrowing(name_or_path):
        return AutoModelForSequenceClassification.from_pretrained(
            name_or_path,
            problem_type="multi_label_classification",
            ignore_mismatched_sizes=True,
            # An encoder stored in 16 bits would be trained in them, and overflow.
            dtype=torch.float32,
            **labelled(head.OWN_NAMES),
        )


def borrow_tokenizer(name_or_path: str) -> Any:
    """Return the tokenizer of a Hugging Face encoder; it must know a piece that hides others."""
    from transformers import AutoTokenizer

    with _borrowing(name_or_path):
        tokenizer = AutoTokenizer.from_pretrained(name_or_path)
    if tokenizer.mask_token_id is None or tokenizer.pad_token_id is None:
        raise ModelUnusable(
            f"{name_or_path!r} has no mask or padding piece; give an encoder such as a BERT"
        )
    return tokenizer


@contextmanager
def _borrowing(name_or_path: str) -> Iterator[None]:
    """Say in one sentence why an encoder can't be had."""
    try:
        yield
    except (OSError, ValueError, KeyError, ImportError, RuntimeError, SafetensorError) as error:
        why = next(iter(str(error).splitlines()), "")[:120].rstrip(".")
        raise ModelUnusable(
            f"encoder {name_or_path!r} can't be loaded ({type(error).__name__}: {why}); correct "
            "--base: a folder in Hugging Face layout, or a name that can be reached or is cached"
        ) from error
