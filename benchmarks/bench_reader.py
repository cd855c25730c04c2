"""How fast the shipped reader is beside a BERT of FinBERT's size, and what loading it costs.

Both get the same batches of texts of 32 word pieces in turns; the BERT has random weights, 12
layers, a width of 768, and runs in torch's 32-bit floats.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from statistics import median
from typing import Any

import torch
from transformers import BertConfig, BertForSequenceClassification

from benchmarks import table
from classifiers import comments
from classifiers.transformer import BATCH, BUNDLED, Transformer

PIECES = 32
ROUNDS = 7
BATCHES = 20
THREADS = 2
SPEED_BAR, LOAD_BAR, MEMORY_BAR = 60.0, 1.0, 400.0
_LARGE_VOCABULARY = 50_000
# What loading adds to a process that has torch: seconds, megabytes, seconds of loading once more.
_LOAD = """
import json, os, time
import psutil, torch
before = psutil.Process().memory_info().rss
began = time.perf_counter()
from classifiers.transformer import BUNDLED, Transformer
model = Transformer.load(BUNDLED)
loaded = time.perf_counter() - began
model.read(["Kiitos"])
added = (psutil.Process().memory_info().rss - before) / 1e6
began = time.perf_counter()
Transformer.load(BUNDLED)
print(json.dumps([loaded, added, time.perf_counter() - began]))
"""


def main() -> None:
    table.machine()
    torch.set_num_threads(THREADS)
    _speed()
    _loading()


def _speed() -> None:
    model = Transformer.load(BUNDLED)
    large = _large()
    texts = _texts(model.tokenizer)
    ids = torch.randint(5, _LARGE_VOCABULARY, (BATCH, PIECES))
    rounds = [
        (
            len(texts) / _seconds(lambda: model.read(texts)),
            BATCH / _seconds(lambda: _through(large, ids)),
        )
        for _ in range(ROUNDS + 1)
    ][1:]
    ratios = [ours / theirs for ours, theirs in rounds]
    rows = [
        ("the reader, from text to labels", f"{median(ours for ours, _ in rounds):,.0f}"),
        ("BERT 12x768, outputs only", f"{median(theirs for _, theirs in rounds):,.0f}"),
        ("ratio", f"{median(ratios):.1f}"),
        ("of single rounds", f"{min(ratios):.1f} - {max(ratios):.1f}"),
    ]
    title = f"Texts a second, {PIECES} word pieces, {THREADS} threads, medians of {ROUNDS} rounds"
    table.show(title, ("", ""), rows)
    table.judge("the reader's speed, ratio", median(ratios), SPEED_BAR, at_most=False)


def _loading() -> None:
    found = [
        json.loads(
            subprocess.run([sys.executable, "-c", _LOAD], capture_output=True, check=True).stdout
        )
        for _ in range(5)
    ]
    seconds, megabytes, again = (median(column) for column in zip(*found, strict=True))
    print(f"loading once more, the libraries being there: {again:.3f} s")
    table.judge("loading beyond the import of torch, s", seconds, LOAD_BAR)
    table.judge("resident memory added, MB", megabytes, MEMORY_BAR)


def _texts(tokenizer: Any) -> list[str]:
    """Texts of exactly PIECES word pieces, cut from comments put one after the other."""
    told = " ".join(each.text for each in comments.read_part("dev"))
    pieces = tokenizer(told, add_special_tokens=False, truncation=False)["input_ids"]
    inside = PIECES - tokenizer.num_special_tokens_to_add()
    starts = range(0, BATCH * BATCHES * inside, inside)
    return [tokenizer.decode(pieces[at % len(pieces) :][:inside]) for at in starts]


def _large() -> Any:
    config = BertConfig(vocab_size=_LARGE_VOCABULARY, num_labels=4)
    return BertForSequenceClassification(config).eval()


def _through(model: Any, ids: torch.Tensor) -> Sequence[float]:
    with torch.inference_mode():
        return model(ids).logits.sum(1).tolist()  # type: ignore[no-any-return]


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
