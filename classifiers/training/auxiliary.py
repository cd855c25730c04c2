"""Other people's sentiment data, a second task that teaches the body tone."""

import csv
from dataclasses import dataclass
from pathlib import Path

from classifiers.errors import CorpusUnusable

CLASSES = ("negative", "neutral", "positive")
SETS = {"finnsentiment": "finnsentiment-emodim/train.tsv", "xed": "xed-fi/train.tsv"}
NAMES: tuple[str, ...] = tuple(f"auxiliary:{name}:{each}" for name in SETS for each in CLASSES)


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence; `column` is its class's place among NAMES."""

    text: str
    column: int


def read(folder: Path) -> list[Example]:
    """Read every set in `folder` (tab-separated, columns text and sentiment)."""
    examples = []
    for name, path in SETS.items():
        file = folder / path
        if not file.is_file():
            raise CorpusUnusable(f"auxiliary data {file} is missing; correct --auxiliary")
        with file.open(encoding="utf-8", newline="") as lines:
            examples += [
                Example(row["text"], NAMES.index(f"auxiliary:{name}:{row['sentiment']}"))
                for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
                if row["sentiment"] in CLASSES
            ]
    return examples
