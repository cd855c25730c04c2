"""The boxes of a page: what the printing house cuts by."""

from collections.abc import Iterator

from print_assets.checks.page import MM, Box, Page
from print_assets.design import Product
from print_assets.facts import Facts
from print_assets.problem import Problem

#: What printing houses ask for around the trimmed size.
BLEED = 3.0
_ROUNDING = 0.05


def problems(page: Page, facts: Facts) -> Iterator[Problem]:
    """Trimmed to the design's or the sheet's size; for the printer also 3 mm of bleed."""
    size = facts.sheet.paper if facts.sheet else (facts.design.width, facts.design.height)
    trim = page.trim
    if not _is(trim.width * MM, size[0]) or not _is(trim.height * MM, size[1]):
        yield Problem(
            page.where,
            f"is cut to {trim.width * MM:.1f} x {trim.height * MM:.1f} mm,"
            f" {size[0]:g} x {size[1]:g} mm is expected",
            "print it again",
        )
    if facts.product is Product.PRINTER:
        yield from _printer(page)


def _printer(page: Page) -> Iterator[Problem]:
    if not all(_is(side, BLEED) for side in _around(page.bleed, page.trim)):
        what = f"does not bleed {BLEED:g} mm on every side"
        yield Problem(page.where, what, "print it again for the printer")
    if min(_around(page.media, page.bleed)) <= _ROUNDING:
        yield Problem(page.where, "has no room for crop marks", "print it again for the printer")


def _around(outer: Box, inner: Box) -> tuple[float, float, float, float]:
    return (
        (inner.left - outer.left) * MM,
        (inner.top - outer.top) * MM,
        (outer.right - inner.right) * MM,
        (outer.bottom - inner.bottom) * MM,
    )


def _is(measured: float, wanted: float) -> bool:
    return abs(measured - wanted) <= _ROUNDING
