"""How many urgent texts the rules, the model and both together find, and at what precision.

Give the folder of another model to measure that.
"""

import sys
from collections.abc import Mapping, Sequence
from math import sqrt
from pathlib import Path

from benchmarks import table
from classifiers import comments
from classifiers.comments import Comment
from classifiers.transformer import BUNDLED, Transformer
from gateway.core.reading import read

LANGUAGES = ("all", "fi", "sv", "en")
RECALL_BAR = 0.95
_DEVIATIONS = 1.96


def main() -> None:
    table.machine()
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else BUNDLED
    model = Transformer.load(folder)
    written = comments.read_part("urgent")
    sets = {
        "first": [each for each in written if each.batch == "blind-1"],
        "fresh": [each for each in written if each.batch == "blind-2"],
        "dev and test": [*comments.read_part("dev"), *comments.read_part("test")],
    }
    for name, texts in sets.items():
        found = _found(texts, model)
        table.show(
            f"Urgent texts, {name}",
            ("by", "language", "recall", "precision"),
            [
                (reader, language, *_figures(texts, said, language))
                for reader, said in found.items()
                for language in LANGUAGES
            ],
        )
        flags = [flag for text, flag in zip(texts, found["both"], strict=True) if text.urgent]
        table.judge("recall of both", sum(flags) / len(flags), RECALL_BAR, at_most=False)


def _found(texts: Sequence[Comment], model: Transformer) -> Mapping[str, list[bool]]:
    """What each reader calls urgent; a comment reaches the rules as an answer by SMS."""
    rules = [read(each.text, "comment").urgent for each in texts]
    learnt = [label.urgent for label in model.read([each.text for each in texts])]
    both = [one or other for one, other in zip(rules, learnt, strict=True)]
    return {"rules": rules, "model": learnt, "both": both}


def _figures(texts: Sequence[Comment], said: Sequence[bool], language: str) -> tuple[str, str]:
    kept = [
        (text.urgent, flag)
        for text, flag in zip(texts, said, strict=True)
        if language in ("all", text.lang)
    ]
    hits = sum(urgent and flag for urgent, flag in kept)
    return (
        share(hits, sum(urgent for urgent, _ in kept)),
        share(hits, sum(flag for _, flag in kept)),
    )


def share(part: int, whole: int) -> str:
    """A share with its 95 % interval (Wilson 1927) and the numbers."""
    if not whole:
        return "-"
    at, spread = part / whole, _DEVIATIONS**2 / whole
    middle = (at + spread / 2) / (1 + spread)
    half = _DEVIATIONS / (1 + spread) * sqrt(at * (1 - at) / whole + spread / (4 * whole))
    return f"{at:.2f} ({max(0.0, middle - half):.2f}-{middle + half:.2f}) {part}/{whole}"


if __name__ == "__main__":
    main()
