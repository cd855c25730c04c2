"""The tree that units make: which lines of a file fit into it."""

from collections.abc import Iterable, KeysView, Mapping
from dataclasses import replace

from gateway.core.unit import Unit

#: Why a line is refused, by its number.
Refused = dict[int, str]
_Parents = Mapping[str, str]


def fit(
    lines: Mapping[int, Unit], known: Mapping[str, str]
) -> tuple[Mapping[int, Unit], Mapping[int, str]]:
    """The lines that make one tree together with the units that are `known`, and why the others
    can't; both by line number.

    `known` is `{key: parent's key}`, "" for the root. The order of the lines does not matter, but
    for the choice among two with the same id, or two that want to be the root.
    """
    accepted, refused = _without_duplicates(lines)
    # A refused line may leave others without their parent, or give the old root its place back.
    while wrong := _misfits(accepted, known, {lines[number].key for number in refused}):
        accepted = {number: unit for number, unit in accepted.items() if number not in wrong}
        refused |= wrong
    return accepted, dict(sorted(refused.items()))


def parents_first(units: Iterable[Unit], known: Mapping[str, str]) -> list[Unit]:
    """The units of a tree in an order in which no unit comes before the one above it."""
    listed = list(units)
    parents = {**known, **{unit.key: unit.parent for unit in listed}}
    return sorted(listed, key=lambda unit: len(_above(unit.key, parents)))


def inherit(units: Mapping[str, Unit]) -> Mapping[str, Unit]:
    """The units by key with the marks of those above them: what is sensitive or switched off is so
    with all that is below it."""
    parents = {unit.key: unit.parent for unit in units.values()}

    def marked(unit: Unit) -> Unit:
        line = [unit, *(units[key] for key in _above(unit.key, parents))]
        return replace(
            unit,
            sensitive=any(one.sensitive for one in line),
            sms_allowed=all(one.sms_allowed for one in line),
        )

    return {key: marked(unit) for key, unit in units.items()}


def _without_duplicates(lines: Mapping[int, Unit]) -> tuple[dict[int, Unit], Refused]:
    first: dict[str, int] = {}
    refused: Refused = {}
    for number, unit in sorted(lines.items()):
        if (earlier := first.setdefault(unit.key, number)) != number:
            refused[number] = f"id: line {earlier} has the same one; leave only one of them"
    return {number: lines[number] for number in first.values()}, refused


def _misfits(lines: Mapping[int, Unit], known: _Parents, refused: set[str]) -> Refused:
    parents = {**known, **{unit.key: unit.parent for unit in lines.values()}}
    root = _root(lines, known)
    wrong: Refused = {}
    for number, unit in lines.items():
        if not unit.parent and unit.key != root:
            wrong[number] = f"parent: it is empty, but {root} is the root; name the unit above"
        elif unit.parent and unit.parent not in parents:
            wrong[number] = _orphaned(unit.parent, refused)
        elif unit.key in _above(unit.key, parents):
            wrong[number] = "parent: this unit would be above itself; correct the parent"
    return wrong


def _root(lines: Mapping[int, Unit], known: _Parents) -> str | None:
    """The root that is there, unless a line puts it under another unit: then the first new one."""
    moved = {unit.key for unit in lines.values() if unit.parent}
    staying = (key for key, parent in known.items() if not parent and key not in moved)
    new = (unit.key for _, unit in sorted(lines.items()) if not unit.parent)
    return next(staying, None) or next(new, None)


def _orphaned(parent: str, refused: set[str]) -> str:
    if parent in refused:
        return f"parent: the line of {parent} was refused; correct that line"
    return f"parent: there is no unit {parent}; add a line for it, or correct the parent"


def _above(key: str, parents: _Parents) -> KeysView[str]:
    """The keys above `key`, nearest first; those of a circle once."""
    seen: dict[str, None] = {}
    at = parents.get(key)
    while at and at not in seen:
        seen[at] = None
        at = parents.get(at)
    return seen.keys()
