"""A release as a flat table."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from gateway.core.cells import MEASURES, STATEMENTS
from gateway.core.suppression import Place

NOT_APPLICABLE = "not_applicable"

_COUNTS = (("asked",), ("delivered",), ("response_rate",), ("answered",), ("comment",))
_STATEMENT = ("n", "mean", "agree")
_NPS = ("value", "low", "high", "n", "promoters", "passives", "detractors")


class Row(NamedTuple):
    """One figure: a number in `value`; or None, and in `mark` the reason why.

    The numbers of an NPS can have a mark as well: "too_few_to_compare".
    """

    sequence: int
    period: str
    unit: str
    channel: str
    measure: str
    key: str
    value: float | None
    mark: str


def rows(payload: Mapping[str, Any]) -> Iterator[Row]:
    """The figures of a payload, for every group the same rows in the same order."""
    head = payload["data"]
    paths = [*_paths(), *_statement_paths(payload)]
    for unit in head["units"]:
        for group in unit["figures"]:
            for path in paths:
                value, mark = _read(group, path)
                measure, key = path[0], ":".join(path[1:])
                yield Row(
                    sequence=head["sequence"],
                    period=head["period"]["id"],
                    unit=unit["id"],
                    channel=group["channel"],
                    measure=measure,
                    key=key,
                    value=value,
                    mark=mark,
                )


def shown(payload: Mapping[str, Any]) -> frozenset[Place]:
    """The places whose figures a payload shows: those that a correction of it keeps to."""
    return frozenset(
        (row.unit, row.channel, row.measure, _key_of_place(row))
        for row in rows(payload)
        if row.value is not None and row.measure != "response_rate"
    )


def _key_of_place(row: Row) -> str:
    """An NPS is one figure of several numbers, a statement is one."""
    if row.measure == "nps":
        return ""
    return row.key.partition(":")[0] if row.measure == "statement" else row.key


def _statement_paths(payload: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """Of the statements that were answered anywhere."""
    groups = [group for unit in payload["data"]["units"] for group in unit["figures"]]
    answered = {name for group in groups for name in group.get("statement") or ()}
    for name in STATEMENTS:
        if name in answered:
            yield from (("statement", name, figure) for figure in _STATEMENT)


def _paths() -> Iterator[tuple[str, ...]]:
    yield from _COUNTS
    yield from (("nps", key) for key in _NPS)
    for name, measure in MEASURES.items():
        if measure.divides:
            yield from ((name, *key.split(":")) for key in measure.keys)


def _read(group: Mapping[str, Any], path: tuple[str, ...]) -> tuple[float | None, str]:
    """The figure at a path, or the mark that stands there or in place of what is around it. What
    an older release did not tell is not applicable."""
    mark = ""
    found: Any = group
    for step in path:
        if "hidden" in found:
            return None, str(found["hidden"])
        comparability = found.get("comparability", "comparable")
        mark = "" if comparability == "comparable" else comparability
        found = found.get(step)
        if found is None:
            return None, NOT_APPLICABLE
    if isinstance(found, Mapping):
        return None, str(found["hidden"])
    return found, mark
