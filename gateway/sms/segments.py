"""Counts what a text costs on the air: its alphabet, its length and its parts.

Alphabets and lengths: 3GPP TS 23.038 and TS 23.040.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from gsm0338.charset import BASIC_CHARACTER_SET, BASIC_CHARACTER_SET_EXTENSION

Encoding = Literal["GSM-7", "UCS-2"]

_ESCAPE = 0x1B
_EXTENSION = frozenset(map(unicodedata.lookup, BASIC_CHARACTER_SET_EXTENSION.values()))
_ALPHABET = _EXTENSION.union(
    unicodedata.lookup(name) for code, name in BASIC_CHARACTER_SET.items() if code != _ESCAPE
)
# Units that fit into a message alone, and into each part of a long one (six bytes are its header).
_ROOM: dict[Encoding, tuple[int, int]] = {"GSM-7": (160, 153), "UCS-2": (70, 67)}


@dataclass(frozen=True, slots=True)
class Segments:
    """`units` are septets (GSM-7) or UTF-16 code units (UCS-2); `segments` is what is paid for."""

    encoding: Encoding
    units: int
    segments: int


def count(text: str) -> Segments:
    """Count a text as a sender splits it: no escape and no surrogate pair over two parts.

    An empty text is one segment.
    """
    encoding: Encoding = "UCS-2" if unusual(text) else "GSM-7"
    widths = [_width(char, encoding) for char in text]
    alone, in_parts = _ROOM[encoding]
    units = sum(widths)
    return Segments(encoding, units, 1 if units <= alone else _parts(widths, in_parts))


def unusual(text: str) -> str:
    """The characters that force a text into UCS-2, each once, in order of appearance."""
    return "".join(dict.fromkeys(char for char in text if char not in _ALPHABET))


def _width(char: str, encoding: Encoding) -> int:
    if encoding == "GSM-7":
        return 2 if char in _EXTENSION else 1
    return 2 if ord(char) > 0xFFFF else 1


def _parts(widths: Iterable[int], room: int) -> int:
    parts, used = 1, 0
    for width in widths:
        used += width
        if used > room:
            parts, used = parts + 1, width
    return parts
