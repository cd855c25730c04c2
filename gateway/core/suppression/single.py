"""Units that are told by one channel alone.

Where all but one to four people of a unit answered on one channel, either the unit's total can be
shown or that channel, never both: their difference would be those few. The channel is shown, with
its response rate and with what its comments said, and the few are counted above, as if they had
answered at the unit above this one. To every table such a unit is one that has no other channel,
so all that holds of tables holds of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import reduce

from gateway.core.suppression import rules
from gateway.core.suppression.ground import Ground
from gateway.core.suppression.rules import Counts
from gateway.core.suppression.table import plus
from gateway.core.suppression.tree import ALL

_Told = Mapping[str, str]
"""The one channel that a unit is told by; units that tell their total are missing."""


def tell_singly(ground: Ground) -> Ground:
    """The ground on which units with a few people on other channels are told by one alone. In a
    correction those are the units that were told so before."""
    told: dict[str, str] = {}
    waiting = [ground.tree.root]
    while waiting:
        unit = waiting.pop()
        told.update(_below(ground, unit, told.get(unit)))
        waiting.extend(ground.tree.children[unit])
    return replace(ground, totals=_without_others(ground, told), told=told) if told else ground


def _below(ground: Ground, unit: str, channel: str | None) -> _Told:
    """Which of the units right below are told singly: with their few people, those of the unit
    that is told singly itself are counted above it."""
    children = ground.tree.children[unit]
    before = {} if ground.held is None else dict(_before(ground, children))
    if channel:
        return before | {each: channel for each in children if sum(_others(ground, each, channel))}
    if ground.held is not None:
        return before
    told = dict(_suited(ground, children))
    return told if _enough_above(ground, unit, told) else {}


def _before(ground: Ground, units: Iterable[str]) -> Iterator[tuple[str, str]]:
    for unit in units:
        shown = [each for each in ground.channels if ground.may(unit, each, "answered")]
        if shown and not ground.may(unit, ALL, "answered"):
            yield unit, shown[0]


def _suited(ground: Ground, units: Iterable[str]) -> Iterator[tuple[str, str]]:
    for unit in units:
        channel = max(ground.channels, key=lambda each: ground.count(unit, each, "answered"))
        few = sum(_others(ground, unit, channel))
        may = rules.answers(ground.answers(unit, channel), ground.k)
        if may and 0 < few < ground.k <= ground.count(unit, channel, "answered"):
            yield unit, channel


def _enough_above(ground: Ground, unit: str, told: _Told) -> bool:
    """Whether the few, with what else nobody tells of their channels below the unit, are a group
    that may be known, and its own answers on the told channel too: otherwise more would be hidden
    beside them than is gained."""
    for channel in set(told.values()):
        others = [each for each in ground.channels if each != channel]
        few = reduce(plus, (_left(ground, unit, each, told) for each in others))
        own = _left(ground, unit, channel, dict.fromkeys(ground.tree.children[unit], channel))
        if not (rules.answers(few, ground.k) and rules.answers(own, ground.k)):
            return False
    return True


def _left(ground: Ground, unit: str, channel: str, told: _Told) -> Counts:
    """A channel at the unit without what the units right below it tell of it."""
    left = ground.answers(unit, channel)
    for child in ground.tree.children[unit]:
        if told.get(child, channel) == channel and (child in told or _may_tell(ground, child)):
            left = _less(left, ground.answers(child, channel))
    return left


def _may_tell(ground: Ground, unit: str) -> bool:
    counts = ground.answers(unit, ALL)
    return sum(counts) >= ground.k and rules.answers(counts, ground.k)


def _others(ground: Ground, unit: str, channel: str) -> Counts:
    return _less(ground.answers(unit, ALL), ground.answers(unit, channel))


def _less(whole: Counts, part: Counts) -> Counts:
    return tuple(n - m for n, m in zip(whole, part, strict=True))


def _without_others(ground: Ground, told: _Told) -> dict[tuple[str, str, str, str], int]:
    totals = {}
    for (unit, channel, measure, key), count in ground.totals.items():
        if unit not in told:
            totals[unit, channel, measure, key] = count
        elif channel == told[unit]:
            totals[unit, channel, measure, key] = totals[unit, ALL, measure, key] = count
    return totals
