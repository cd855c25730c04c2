"""Making the payload of a release."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gateway.core.cells import Sums
from gateway.core.errors import InputError
from gateway.core.periods import Period
from gateway.core.release.group import Group
from gateway.core.suppression import ALL, Ground, Place, lay, plant, visible

TYPE = "aggregate.release.v1"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it stood in the period; `names` by language (fi, sv, en), `oid` the national id."""

    id: str
    parent: str | None
    names: Mapping[str, str]
    oid: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over the figures.

    `k` is the size of the smallest group that is shown, `corrects` the sequence number of the
    release of the same period that this one replaces,
    `question_sets` the versions that at least `k` people of the county answered ("adult.v1").
    """

    sequence: int
    period: Period
    county: str
    created_at: datetime
    k: int
    corrects: int | None = None
    question_sets: Sequence[str] = ()


def build(
    heading: Heading,
    units: Sequence[Unit],
    own: Sums,
    shown_before: Collection[Place] | None = None,
) -> dict[str, Any]:
    """Make the payload from each unit's own counts; sums up the tree are made here.

    A correction takes `shown(...)` of the release that it corrects, and the units as they were
    there, and shows the same places. More would uncover what was hidden beside them; fewer would
    hide nothing, as the earlier figures are known. Raises InputError when the new figures can't be
    shown in the same places: then the correction doesn't leave.
    """
    if (heading.corrects is None) != (shown_before is None):
        raise InputError("a correction needs both the release it corrects and what that showed")
    tree = plant({unit.id: unit.parent for unit in units})
    ground = lay(tree, own, heading.k, shown_before)
    places = visible(ground)
    _check_nothing_lost(heading, frozenset(shown_before or ()) - places)
    return {
        "type": TYPE,
        "timestamp": heading.created_at.isoformat(),
        "data": {
            **_head(heading),
            "channels": list(ground.channels),
            "units": [_unit(unit, ground, places) for unit in units],
        },
    }


def render(payload: Mapping[str, Any]) -> bytes:
    """The bytes that leave: UTF-8 JSON with sorted keys, one line; equal payloads, equal bytes."""
    text = json.dumps(
        payload, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    return text.encode() + b"\n"


def _check_nothing_lost(heading: Heading, lost: Collection[Place]) -> None:
    if lost:
        raise InputError(
            f"a correction would hide figures that release {heading.corrects} shows, the first at "
            f"{'/'.join(min(lost))}; keep that release until the figures allow a correction"
        )


def _head(heading: Heading) -> dict[str, Any]:
    return {
        "sequence": heading.sequence,
        "corrects": heading.corrects,
        "county": heading.county,
        "period": {
            "id": heading.period.id,
            "length": heading.period.length,
            "first_day": heading.period.first_day.isoformat(),
            "last_day": heading.period.last_day.isoformat(),
        },
        "threshold": heading.k,
        "question_sets": list(heading.question_sets),
    }


def _unit(unit: Unit, ground: Ground, places: Collection[Place]) -> dict[str, Any]:
    groups = (Group(ground, places, unit.id, channel) for channel in (ALL, *ground.channels))
    return {
        "id": unit.id,
        "parent": unit.parent,
        "oid": unit.oid,
        "name": dict(unit.names),
        "figures": [group.write() for group in groups],
    }
