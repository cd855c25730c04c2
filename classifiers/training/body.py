"""The untrained network, with room for the auxiliary classes until it ships."""

from typing import Any

import torch
from torch import nn

from classifiers import head
from classifiers.training import auxiliary

LAYERS, WIDTH, INNER, HEADS, LONGEST = 4, 256, 384, 4, 256
# The usual 0.02 suits widths of 768 and more; at 256 signals die out and nothing is learnt.
_SPREAD = 0.05
_DROPOUT = 0.1


def build(tokenizer: Any, vectors: Any = None) -> Any:
    """Return a ModernBERT of random weights whose word-piece vectors are `vectors` when given.

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
        **labelled((*head.OWN_NAMES, *auxiliary.NAMES)),
    )
    model = ModernBertForSequenceClassification(config)
    if vectors is not None:
        scaled = torch.as_tensor(vectors) * (_SPREAD / float(vectors.std()))
        with torch.no_grad():
            model.get_input_embeddings().weight.copy_(scaled)
    return model


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
    from transformers import AutoModelForSequenceClassification

    return AutoModelForSequenceClassification.from_pretrained(
        name_or_path,
        problem_type="multi_label_classification",
        ignore_mismatched_sizes=True,
        # An encoder stored in 16 bits would be trained in them, and overflow.
        dtype=torch.float32,
        **labelled(head.OWN_NAMES),
    )
