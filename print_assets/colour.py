"""Colours, and whether one can be read on the other."""

import re

#: WCAG 2.2, success criterion 1.4.3, for text of any size.
READABLE = 4.5

Colour = tuple[float, float, float]
WHITE: Colour = (1.0, 1.0, 1.0)
BLACK: Colour = (0.0, 0.0, 0.0)


def parse(written: str) -> Colour | None:
    """`#0b4a6f` as red, green and blue of 0 to 1; None for anything else."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", written):
        return None
    red, green, blue = (int(written[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def written(colour: Colour) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """`share` of `other` in `one`."""
    red, green, blue = (a * (1 - share) + b * share for a, b in zip(one, other, strict=True))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def darkened(colour: Colour, against: Colour, wanted: float) -> Colour:
    """The nearest darker shade of `colour` that reaches `wanted` against `against`."""
    shades = (mix(colour, BLACK, step / 50) for step in range(51))
    return next((shade for shade in shades if contrast(shade, against) >= wanted), BLACK)


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
