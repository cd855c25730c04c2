"""Words: inside the safe area, off the code, off one another, large and dark enough to read."""

from collections.abc import Iterable, Iterator, Sequence

from PIL import Image

from print_assets import colour
from print_assets.checks.page import MM, Box, Page, Word
from print_assets.facts import Facts
from print_assets.problem import Problem
from print_assets.sheet import Cell, laid

#: Enough to see what a word stands on; decoding a code needs more.
_DPI = 100
#: A tail above may reach between dots below; lines that overlap reach further than this share
#: of the lower word into one another.
_TOUCH = 0.12
_ROUNDING = 0.05


def problems(
    page: Page, words: Sequence[Word], codes: Sequence[Box], facts: Facts
) -> Iterator[Problem]:
    """Everything wrong with the words of `page`; `codes` are where its codes stand."""
    where = page.where
    yield from _outside(where, words, areas(page, facts), facts)
    yield from _on_codes(where, words, codes)
    yield from _on_each_other(where, words)
    yield from _small(where, words, facts.design.smallest_type)
    yield from _faint(page, words)
    yield from _unprintable(where, words)


def areas(page: Page, facts: Facts) -> list[Box]:
    """Where the items of `page` are cut out."""
    width, height = facts.design.width, facts.design.height
    if facts.sheet is None:
        return [Box(0, 0, width, height)]
    cells = _cells(facts)[page.number - 1 : page.number]
    return [Box(cell.x, cell.y, cell.x + width, cell.y + height) for page in cells for cell in page]


def _cells(facts: Facts) -> list[list[Cell]]:
    assert facts.sheet is not None
    return laid(facts.sheet, facts.design, [1] * facts.sides, facts.start)


def _outside(
    where: str, words: Iterable[Word], cut: Sequence[Box], facts: Facts
) -> Iterator[Problem]:
    for word in words:
        area = next((area for area in cut if area.holds(*word.box.middle)), None)
        if area is None or not _safe(word.box, area, facts):
            yield Problem(
                where,
                f"{word.text!r} is less than {facts.design.safe:g} mm from the edge",
                "shorten the text",
            )


def _safe(box: Box, area: Box, facts: Facts) -> bool:
    if not facts.design.round:
        return box.within(area, facts.design.safe)
    x, y = area.middle
    corners = ((a, b) for a in (box.left, box.right) for b in (box.top, box.bottom))
    reach = area.width / 2 - facts.design.safe
    return all((a - x) ** 2 + (b - y) ** 2 <= reach**2 for a, b in corners)


def _on_codes(where: str, words: Iterable[Word], codes: Sequence[Box]) -> Iterator[Problem]:
    for word in words:
        if any(min(word.box.overlap(code)) > 0 for code in codes):
            yield Problem(where, f"{word.text!r} reaches into the code", "shorten the text")


def _on_each_other(where: str, words: Iterable[Word]) -> Iterator[Problem]:
    """Neighbours in order from the top; a word overlaps only what begins above its bottom."""
    ordered = sorted(words, key=lambda word: word.box.top)
    for index, word in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.box.top >= word.box.bottom:
                break
            across, down = word.box.overlap(other.box)
            if across > _ROUNDING and down > _TOUCH * min(word.box.height, other.box.height):
                what = f"{word.text!r} and {other.text!r} stand on one another"
                yield Problem(where, what, "shorten the text")


def _small(where: str, words: Iterable[Word], smallest: float) -> Iterator[Problem]:
    for word in words:
        if word.size < smallest - 0.05:
            what = f"{word.text!r} is set in {word.size:.1f} pt, {smallest:g} pt is the least"
            yield Problem(where, what, "shorten the text")


def _faint(page: Page, words: Sequence[Word]) -> Iterator[Problem]:
    whole = Box(0, 0, page.trim.width * MM, page.trim.height * MM)
    picture = page.picture(whole, _DPI)
    for word in words:
        reached = colour.contrast(word.colour, _ground(picture, word.box))
        if reached < colour.READABLE:
            yield Problem(
                page.where,
                f"{word.text!r} has a contrast of {reached:.1f}:1, {colour.READABLE}:1 is needed",
                "choose darker colours",
            )


def _ground(picture: Image.Image, box: Box) -> colour.Colour:
    """The most frequent colour around a word."""
    scale, spread = _DPI / 25.4, 0.5
    cut = picture.crop(
        (
            max(0, int((box.left - spread) * scale)),
            max(0, int((box.top - spread) * scale)),
            min(picture.width, int((box.right + spread) * scale) + 1),
            min(picture.height, int((box.bottom + spread) * scale) + 1),
        )
    )
    found = cut.getcolors(cut.width * cut.height) or [(1, (255, 255, 255))]
    _, most = max(found)
    red, green, blue = most if isinstance(most, tuple) else (255, 255, 255)
    return red / 255, green / 255, blue / 255


def _unprintable(where: str, words: Iterable[Word]) -> Iterator[Problem]:
    for word in words:
        if any(letter in "\0\ufffd\ufffe" for letter in word.text):
            yield Problem(where, f"{word.text!r} holds an empty box", "use letters of the typeface")
