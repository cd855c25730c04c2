"""A code's symbol as one vector path, quiet zone included."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_Q
from qrcode.main import QRCode

#: ISO/IEC 18004: four modules of nothing on every side.
QUIET_MODULES = 4

_LEVELS = {"Q": ERROR_CORRECT_Q, "H": ERROR_CORRECT_H}


@dataclass(frozen=True, slots=True)
class Symbol:
    """`modules` counts one side without the quiet zone; `svg` is drawn one unit to a module."""

    modules: int
    svg: str


def draw(payload: str, level: str) -> Symbol:
    """The smallest symbol for `payload` at error correction `level` (Q or H)."""
    code: QRCode[object] = QRCode(error_correction=_LEVELS[level], border=0)
    code.add_data(payload, optimize=0)
    code.make(fit=True)
    matrix = code.get_matrix()
    side = len(matrix) + 2 * QUIET_MODULES
    bars = "".join(_bars(matrix))
    return Symbol(
        modules=len(matrix),
        svg=f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<rect width="{side}" height="{side}" fill="#fff"/>'
        f'<path d="{bars}" fill="#000"/></svg>',
    )


def _bars(matrix: list[list[bool]]) -> Iterator[str]:
    """Each run of dark modules in a row as a rectangle.

    All are one path: rectangles painted one by one leave hairlines where rows meet.
    """
    for y, row in enumerate(matrix, QUIET_MODULES):
        x = QUIET_MODULES
        for dark, run in groupby(row):
            length = sum(1 for _ in run)
            if dark:
                yield f"M{x} {y}h{length}v1h-{length}z"
            x += length
