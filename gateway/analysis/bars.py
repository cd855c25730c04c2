"""Bars drawn as inline SVG: shapes only, stretched to the width there is; all words stay HTML."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from gateway.analysis.statistics import Share

_WIDTH = 1000
_BAR, _TALL = 20, 30

Part = tuple[str, float]
"""A piece of a bar: the CSS class of its colour, and its share of the whole."""


def stacked(parts: Iterable[Part], interval: Share | None) -> Markup:
    """Pieces side by side from the left; below them the interval of the first one."""
    shapes, x = [], 0.0
    for name, share in parts:
        shapes.append(_piece(name, x, share * _WIDTH))
        x += share * _WIDTH
    if interval:
        shapes.append(_whisker(interval.low * _WIDTH, interval.high * _WIDTH, _BAR + 5))
    return _drawing(shapes, _TALL)


def diverging(sides: Sequence[tuple[str, Share | None]], most: Sequence[float]) -> Markup:
    """The first of two sides to the left of the axis, the other to the right. `most` is what
    reaches to the edge on either side; so it says where the axis is."""
    scale = _WIDTH / sum(most)
    axis = most[0] * scale
    shapes = [Markup('<path class="axis" d="M{:.1f} 0V{}"/>').format(axis, _BAR)]
    for (name, share), direction in zip(sides, (-scale, scale), strict=True):
        if share:
            end = axis + share.value * direction
            shapes.insert(0, _piece(name, min(axis, end), abs(end - axis)))
            ends = [axis + each * direction for each in (share.low, share.high)]
            shapes.append(_whisker(*_inside(ends), _BAR / 2))
    return _drawing(shapes, _BAR)


def single(share: Share | None, most: float) -> Markup:
    """One bar from the left with its interval; `most` reaches to the edge."""
    if share is None:
        return _drawing([], _BAR)
    ends = [each / most * _WIDTH for each in (share.low, share.high)]
    bar = _piece("plain", 0, share.value / most * _WIDTH)
    return _drawing([bar, _whisker(*_inside(ends), _BAR / 2)], _BAR)


def _inside(ends: Iterable[float]) -> tuple[float, float]:
    low, high = sorted(max(0.0, min(float(_WIDTH), each)) for each in ends)
    return low, high


def _piece(name: str, x: float, width: float) -> Markup:
    return Markup('<rect class="{}" x="{:.1f}" y="0" width="{:.1f}" height="{}"/>').format(
        name, x, width, _BAR
    )


def _whisker(low: float, high: float, y: float) -> Markup:
    path = f"M{low:.1f} {y - 3:g}v6M{low:.1f} {y:g}H{high:.1f}M{high:.1f} {y - 3:g}v6"
    return Markup('<path class="whisker" d="{}"/>').format(path)


def _drawing(shapes: Sequence[Markup], height: int) -> Markup:
    # The figures stand beside it and in the table below: a screen reader needs no drawing.
    head = Markup(
        '<svg class="bar" viewBox="0 0 {} {}" style="--tall:{}px" preserveAspectRatio="none" '
        'aria-hidden="true" focusable="false">'
    ).format(_WIDTH, height, height)
    return head + Markup("").join(shapes) + Markup("</svg>")
