"""Codes: read from the rendered page, led to the right address, measured in millimetres."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

import zxingcpp

from print_assets.checks.page import Box, Link, Page, Word
from print_assets.facts import Facts
from print_assets.item import payload
from print_assets.problem import Problem
from print_assets.symbol import QUIET_MODULES

#: What an ordinary office printer resolves.
_DPI = 300
_PIXEL = 25.4 / _DPI
#: Anything darker than this in the quiet zone can be taken for a module.
_DARK = 200
#: Kept off the code's own edge: pixels there are half the field around it.
_RIM = 0.2
#: Two pixels: the code's edge and the picture's each fall between two.
_ROUNDING = 2 * _PIXEL
#: Of error correction, weak to strong.
_LEVELS = "LMQH"
_QR = zxingcpp.barcode_formats_from_str("QRCode")


@dataclass(frozen=True, slots=True)
class Seen:
    """A code as a reader sees it; `module` and `quiet`, the narrowest side, are millimetres."""

    text: str
    level: str
    module: float
    quiet: float


def problems(
    page: Page, words: Sequence[Word], links: Sequence[Link], facts: Facts
) -> Iterator[Problem]:
    """Everything wrong with the codes of `page`."""
    codes = [link for link in links if link.is_code]
    expected = _expected(page, facts)
    if len(codes) < expected:
        what = f"has {len(codes)} codes that can be opened, {expected} are expected"
        yield Problem(page.where, what, "print it again")
    said = "".join("".join(word.text.split()) for word in words)
    for link in codes:
        yield from _judged(page.where, link, look(page, link.box), facts)
        letters = link.address.rpartition("/")[2]
        if letters not in said:
            yield Problem(page.where, f"does not say {letters} in letters", "print it again")


def look(page: Page, box: Box) -> Seen | None:
    """The one code inside `box`, if a reader sees it."""
    inner = Box(box.left + _RIM, box.top + _RIM, box.right - _RIM, box.bottom - _RIM)
    grey = page.picture(inner, _DPI).convert("L")
    found = zxingcpp.read_barcodes(grey, formats=_QR)
    dark = grey.point(lambda value: 255 if value < _DARK else 0).getbbox()
    if len(found) != 1 or dark is None:
        return None
    code = found[0]
    left, top, right, bottom = dark
    quiet = min(left, top, grey.width - right, grey.height - bottom) * _PIXEL + _RIM
    modules = 17 + 4 * int(cast("dict[str, str]", code.extra)["Version"])
    return Seen(code.text, code.ec_level, (right - left) * _PIXEL / modules, quiet)


def _judged(where: str, link: Link, seen: Seen | None, facts: Facts) -> Iterator[Problem]:
    design = facts.design
    if seen is None:
        yield Problem(where, f"the code to {link.address} cannot be read", "print it again")
        return
    if seen.text != payload(link.address):
        what = f"the code leads to {seen.text}, its link to {link.address}"
        yield Problem(where, what, "print it again")
    if _LEVELS.index(seen.level) < _LEVELS.index(design.level):
        what = f"the code's error correction is {seen.level}, {design.level} is needed"
        yield Problem(where, what, "print it again")
    if seen.module < design.module:
        what = f"the code's modules are {seen.module:.2f} mm, {design.module:g} mm is the least"
        yield Problem(where, what, "use a shorter address or a larger design")
    if seen.quiet < QUIET_MODULES * seen.module - _ROUNDING:
        what = f"the code has {seen.quiet:.1f} mm of white around it"
        yield Problem(where, what, f"{QUIET_MODULES * seen.module:.1f} mm is the least")


def _expected(page: Page, facts: Facts) -> int:
    if facts.sheet is None:
        return 1
    labels, used = facts.sheet.labels, facts.start - 1
    first, last = (page.number - 1) * labels, page.number * labels
    return max(0, min(last, used + facts.sides) - max(first, used))
