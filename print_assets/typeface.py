"""Which letters our typeface has: a letter that it lacks would be printed as an empty box."""

import io
import struct
import unicodedata
from functools import cache, lru_cache
from importlib import resources

from PIL import ImageFont

FILES = ("NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf")

_SPACES = {0x20, 0xA0}
#: Points to measure at: large enough that rounding to pixels does not show.
_EXACT = 1_000


def lacking(text: str) -> list[str]:
    """Letters of `text` that cannot be set, by name: `U+1F600 GRINNING FACE`."""
    strange = {letter for letter in text if ord(letter) not in covered()}
    return [
        f"U+{ord(letter):04X} {unicodedata.name(letter, 'unnamed')}" for letter in sorted(strange)
    ]


@lru_cache(maxsize=20_000)
def breadths(word: str) -> tuple[float, ...]:
    """How wide `word` is in each weight, in type of one point; kerning makes it narrower."""
    return tuple(font.getlength(word) / _EXACT for font in _fonts())


@cache
def _fonts() -> tuple[ImageFont.FreeTypeFont, ...]:
    folder = resources.files("print_assets") / "fonts"
    return tuple(
        ImageFont.truetype(
            io.BytesIO((folder / file).read_bytes()), _EXACT, layout_engine=ImageFont.Layout.BASIC
        )
        for file in FILES
    )


@cache
def covered() -> frozenset[int]:
    """Code points that every weight has."""
    folder = resources.files("print_assets") / "fonts"
    weights = [_mapped((folder / file).read_bytes()) for file in FILES]
    return frozenset.intersection(*weights) | _SPACES


def _mapped(font: bytes) -> frozenset[int]:
    """The font's own list, format 4: https://learn.microsoft.com/typography/opentype/spec/cmap."""
    table = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", table, 2)
    for index in range(count):
        _, _, offset = struct.unpack_from(">HHL", table, 4 + 8 * index)
        (kind,) = struct.unpack_from(">H", table, offset)
        if kind == 4:
            return frozenset(_segments(table[offset:]))
    return frozenset()


def _table(font: bytes, tag: bytes) -> bytes:
    (count,) = struct.unpack_from(">H", font, 4)
    for index in range(count):
        name, _, offset, length = struct.unpack_from(">4sLLL", font, 12 + 16 * index)
        if name == tag:
            return font[offset : offset + length]
    return b""


def _segments(table: bytes) -> set[int]:
    (twice,) = struct.unpack_from(">H", table, 6)
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", table, 14)
    starts = struct.unpack_from(f">{count}H", table, 16 + twice)
    return {
        point
        for start, end in zip(starts, ends, strict=True)
        for point in range(start, end + 1)
        if point != 0xFFFF
    }
