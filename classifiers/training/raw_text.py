"""Raw text for pre-training: files of one text a line, cut to pieces a small model can take in."""

import lzma
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from classifiers.errors import CorpusUnusable

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÅÄÖ0-9\"–-])")
_SHORTEST, _LONGEST = 15, 240
_FEWEST_LETTERS = 0.7
_LATIN_ENDS = "\u0250"


def read(folder: Path) -> list[str]:
    """Return the distinct pieces of every .txt and .txt.xz file, in the order of their names."""
    files = sorted([*folder.glob("*.txt"), *folder.glob("*.txt.xz")])
    if not files:
        raise CorpusUnusable(f"{folder} holds no .txt or .txt.xz file; give a folder of raw text")
    return list(dict.fromkeys(piece for file in files for piece in pieces(_lines(file))))


def pieces(lines: Iterable[str]) -> Iterator[str]:
    """Yield runs of whole sentences of 15 to 240 characters that are mostly Latin letters."""
    for line in lines:
        held = ""
        for sentence in _SENTENCE_END.split(line.strip()):
            if held and len(held) + len(sentence) >= _LONGEST:
                yield from _worth(held)
                held = ""
            held = f"{held} {sentence}" if held else sentence
        yield from _worth(held)


def _worth(piece: str) -> Iterator[str]:
    letters = sum(each == " " or (each.isalpha() and each < _LATIN_ENDS) for each in piece)
    if _SHORTEST <= len(piece) <= 2 * _LONGEST and letters >= _FEWEST_LETTERS * len(piece):
        yield piece


def _lines(file: Path) -> Iterator[str]:
    opened = lzma.open if file.suffix == ".xz" else open
    with opened(file, "rt", encoding="utf-8") as lines:
        yield from lines
