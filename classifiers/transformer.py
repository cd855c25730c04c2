"""A sequence-classification transformer that reads comments."""

import os
import unicodedata
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import SafetensorError

from classifiers.errors import ModelUnusable
from classifiers.head import (
    SETTINGS_KEY,
    Floats,
    Head,
    Settings,
    decode,
    merge,
    parse,
    unread,
)
from classifiers.labels import Label

BUNDLED = Path(__file__).parent / "model"
BATCH = 32
LONGEST = 256
_MOST_CHARACTERS = 6_000
_LATIN_ENDS = "\u0250"
_WEIGHTS = ("*.safetensors", "pytorch_model*.bin")


@dataclass(frozen=True, slots=True)
class Transformer:
    """A loaded model; `read` is all that callers need."""

    model: Any
    tokenizer: Any
    head: Head
    settings: Settings
    longest: int

    @classmethod
    def load(
        cls,
        path_or_name: str | Path,
        *,
        labels: Mapping[str, str] | None = None,
        exact: bool = False,
    ) -> "Transformer":
        """Load a folder, or a model already in the local Hugging Face cache; never the network.

        `labels` translates a foreign model's label names to sentiments. `exact` keeps 32-bit
        floats; else the weights become bfloat16 or int8 where the processor gains from it.
        Raises ModelUnusable, which names the remedy.
        """
        name = str(path_or_name)
        tokenizer, model = _open(name)
        parsed = parse(_names(model.config), labels)
        written = getattr(model.config, SETTINGS_KEY, None) or {}
        longest = min(LONGEST, getattr(model.config, "max_position_embeddings", LONGEST))
        return cls(
            model=model.eval() if exact else _shrink(model.eval()),
            tokenizer=tokenizer,
            head=parsed,
            settings=Settings.read(written, Path(name).name),
            longest=longest,
        )

    def read(self, texts: Sequence[str]) -> list[Label]:
        """Label any texts, in their order; one with nothing to read comes back unsure."""
        cleaned = [clean(text) for text in texts]
        labels = [unread(self.settings.version) for _ in texts]
        filled = [at for at, text in enumerate(cleaned) if text]
        if not filled:
            return labels
        logits = self._logits([cleaned[at] for at in filled])
        for at, label in zip(filled, decode(logits, self.head, self.settings), strict=True):
            labels[at] = replace(label, unsure=True) if _foreign(cleaned[at]) else label
        return labels

    def _logits(self, texts: Sequence[str]) -> Floats:
        """Return the raw outputs, one row for each text; batches go by length to save padding."""
        cut = self.tokenizer(
            list(texts),
            truncation=True,
            max_length=self.longest,
            stride=self.longest // 8,
            return_overflowing_tokens=True,
        )
        ids = cut["input_ids"]
        rows = np.zeros((len(ids), self.model.config.num_labels))
        with torch.inference_mode():
            for batch in _batches(ids):
                padded = self.tokenizer.pad(
                    {"input_ids": [ids[at] for at in batch]}, return_tensors="pt"
                )
                rows[batch] = self.model(**padded).logits.float().numpy()
        return merge(rows, cut["overflow_to_sample_mapping"], self.head)


def clean(text: str) -> str:
    """Drop what no tokenizer can take: lone surrogates, control characters, outer space."""
    kept = (" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in text[:_MOST_CHARACTERS])
    return "".join(kept).strip()


def _foreign(text: str) -> bool:
    """Whether most letters are of no alphabet that Finnish, Swedish or English is written in."""
    letters = [each for each in text if each.isalpha()]
    return 2 * sum(each >= _LATIN_ENDS for each in letters) > len(letters)


def _batches(ids: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    order = sorted(range(len(ids)), key=lambda at: len(ids[at]))
    for start in range(0, len(order), BATCH):
        yield order[start : start + BATCH]


def _open(name: str) -> tuple[Any, Any]:
    os.environ["HF_HUB_OFFLINE"] = "1"
    # Importing transformers takes seconds: a caller that only needs `clean` shouldn't pay.
    from transformers import (
        AutoConfig,
        AutoModelForSequenceClassification,
        AutoTokenizer,
        logging,
    )

    logging.disable_progress_bar()
    _look(Path(name))
    try:
        config = AutoConfig.from_pretrained(name, local_files_only=True)
        _must_classify(name, config)
        tokenizer = AutoTokenizer.from_pretrained(name, local_files_only=True)
        model, found = AutoModelForSequenceClassification.from_pretrained(
            name, local_files_only=True, output_loading_info=True, dtype=torch.float32
        )
    except (OSError, ValueError, KeyError, RuntimeError, SafetensorError) as error:
        why = next(iter(str(error).splitlines()), "")[:200]
        raise ModelUnusable(
            f"model {name!r} can't be loaded ({type(error).__name__}: {why}); give a folder in "
            "Hugging Face layout, or a name that is in the local cache already"
        ) from error
    if found["missing_keys"]:
        raise ModelUnusable(f"model {name!r} lacks the weights {sorted(found['missing_keys'])[:3]}")
    return tokenizer, model


def _look(folder: Path) -> None:
    """Say what a folder lacks before the library says it in its own words."""
    if not folder.is_dir():
        if folder.is_absolute() or folder.exists():
            raise ModelUnusable(f"no such model folder: {folder}; correct the path")
        return
    if not (folder / "config.json").is_file():
        raise ModelUnusable(f"{folder} has no config.json; copy the whole model folder")
    if not any(folder.glob("tokenizer*")) and not any(folder.glob("vocab*")):
        raise ModelUnusable(f"{folder} has no tokenizer files; copy the whole model folder")
    if not any(file for pattern in _WEIGHTS for file in folder.glob(pattern)):
        raise ModelUnusable(f"{folder} has no weights (*.safetensors); copy the whole model folder")


def _must_classify(name: str, config: Any) -> None:
    architectures = config.architectures or []
    if not any(each.endswith("ForSequenceClassification") for each in architectures):
        raise ModelUnusable(
            f"model {name!r} is {', '.join(architectures) or 'of no stated kind'}, not a sequence "
            "classifier; fine-tune it first with `korva train --base`"
        )


def _names(config: Any) -> list[str]:
    return [config.id2label[place] for place in range(config.num_labels)]


def _shrink(model: Any) -> Any:
    can = torch.cpu.get_capabilities()
    if can.get("avx512_bf16") or can.get("amx_bf16"):
        return model.bfloat16()
    if can.get("avx512_vnni") or can.get("avx_vnni"):
        to_int8: Any = torch.ao.quantization.quantize_dynamic
        with warnings.catch_warnings():
            # Marked for removal, but its successor is a dependency of its own (torchao).
            warnings.simplefilter("ignore")
            return to_int8(model, {torch.nn.Linear})
    return model
