"""How many rows a second `korva analyse` reads, and how much of that is the model's own time.

Every fourth comment of the corpus's training part, each once, in a CSV with groups, all the way
to the page. Processor time on one thread: wall times swing with whatever else runs.
"""

import csv
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from typing import TypeVar

import torch

from benchmarks import table
from classifiers import comments
from classifiers.transformer import BUNDLED, Transformer
from gateway.analysis import labelling
from gateway.analysis.export import Export
from gateway.analysis.files import read
from gateway.analysis.labelled import Labelled
from gateway.analysis.report import Report, render
from gateway.analysis.tabulation import tabulate

ROUNDS = 3
EVERY = 4
GROUPS = 40
MADE = date(2026, 11, 22)
T = TypeVar("T")
#: How much of the whole the model must take: the rest is what we add.
BAR = 0.6


def main() -> None:
    table.machine()
    torch.set_num_threads(1)
    reader = Transformer.load(BUNDLED)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.csv"
        rows = _write(path)
        rounds = [_round(reader, path) for _ in range(ROUNDS + 1)][1:]
    steps = {name: median(each[name] for each in rounds) for name in rounds[0]}
    whole = sum(steps.values())
    shown = [(name, f"{each:.2f}", f"{each / whole:.0%}") for name, each in steps.items()]
    title = f"{rows} rows in {GROUPS} groups, one thread, medians of {ROUNDS} rounds"
    table.show(
        title, ("", "processor s", ""), [*shown, ("rows a second", f"{rows / whole:,.0f}", "")]
    )
    share = median(each["the model"] / sum(each.values()) for each in rounds)
    table.judge("the model's share of the whole", share, BAR, at_most=False)


def _write(path: Path) -> int:
    texts = sorted({each.text for each in comments.read_part("train")[::EVERY]})
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["Yksikkö", "Palaute"])
        writer.writerows([f"Yksikkö {at % GROUPS}", text] for at, text in enumerate(texts))
    return len(texts)


def _round(reader: Transformer, path: Path) -> dict[str, float]:
    steps: dict[str, float] = {}

    def timed(name: str, work: Callable[[], T]) -> T:
        began = time.process_time()
        result = work()
        steps[name] = time.process_time() - began
        return result

    export: Export = timed("reading the file", lambda: read(path))
    texts = timed("redaction", lambda: labelling.prepare(export.cells("Palaute")))
    labels = timed("the model", lambda: labelling.label(texts, reader.read, lambda _: None))
    counted: list[Labelled] = timed(
        "urgent words, language",
        lambda: [labelling.counted(text, said) for text, said in zip(texts, labels, strict=True)],
    )
    groups = export.cells("Yksikkö")
    tabulation = timed(
        "counting, hiding", lambda: tabulate(list(zip(groups, counted, strict=True)), 5)
    )
    report = Report("export.csv", "Palaute", "Yksikkö", MADE, tabulation, (), 0, 5, "1")
    timed("the page", lambda: render(report, "fi"))
    return steps


if __name__ == "__main__":
    main()
