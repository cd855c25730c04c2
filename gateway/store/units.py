"""Units: bringing the county's tree in, reading it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import uuid_utils
from sqlalchemy import Connection, bindparam, select

from gateway.core.errors import InputError
from gateway.core.unit import Unit
from gateway.core.unit_tree import fit, parents_first
from gateway.store.schema import unit as table


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file of units did: keys added and unchanged, the columns changed by key, the reason
    why a line was refused by its number. Of these, `present` are the units that are there now."""

    added: Sequence[str]
    changed: Mapping[str, Sequence[str]]
    unchanged: Sequence[str]
    refused: Mapping[int, str]
    present: Sequence[Unit]


@dataclass(frozen=True, slots=True)
class Kept:
    """A unit as it is stored, under its own id."""

    id: str
    unit: Unit


def read_units(connection: Connection) -> Mapping[str, Kept]:
    """All units by the county's key."""
    rows = connection.execute(select(table).order_by(table.c.key)).all()
    keys = {row.id: row.key for row in rows}
    return {row.key: Kept(row.id, _unit(row, keys)) for row in rows}


def unit_id(connection: Connection, key: str) -> str:
    """The id of the unit with this key. Raises `InputError` when there is none."""
    found = connection.scalar(select(table.c.id).where(table.c.key == key))
    if found is None:
        raise InputError(f"there is no unit {key!r}; `korva units list` shows all")
    return str(found)


def import_units(connection: Connection, lines: Mapping[int, Unit]) -> Imported:
    """Add or change the units of a file, by line number. Units that it does not name stay."""
    before = read_units(connection)
    known = {key: kept.unit.parent for key, kept in before.items()}
    accepted, refused = fit(lines, known)
    units = parents_first(accepted.values(), known)
    added = [unit for unit in units if unit.key not in before]
    differences = {
        unit.key: _differences(before[unit.key].unit, unit) for unit in units if unit.key in before
    }
    changed = [unit for unit in units if differences.get(unit.key)]
    ids = {key: kept.id for key, kept in before.items()}
    ids |= {unit.key: str(uuid_utils.uuid7()) for unit in added}
    if added:
        connection.execute(table.insert(), [_row(unit, ids) for unit in added])
    if changed:
        connection.execute(_CHANGE, [_bound(_row(unit, ids)) for unit in changed])
    return Imported(
        added=[unit.key for unit in added],
        changed={unit.key: differences[unit.key] for unit in changed},
        unchanged=[key for key, columns in differences.items() if not columns],
        refused=refused,
        present=units,
    )


def _unit(row: Any, keys: Mapping[str, str]) -> Unit:
    return Unit(
        parent=keys[row.parent_id] if row.parent_id else "",
        **{name: getattr(row, name) for name in ("key", *_SAME)},
    )


def _differences(before: Unit, after: Unit) -> list[str]:
    return [name for name in ("parent", *_SAME) if getattr(before, name) != getattr(after, name)]


def _row(unit: Unit, ids: Mapping[str, str]) -> dict[str, Any]:
    values = asdict(unit)
    parent = values.pop("parent")
    return {"id": ids[unit.key], "parent_id": ids[parent] if parent else None, **values}


def _bound(row: Mapping[str, Any]) -> dict[str, Any]:
    return {f"_{name}": value for name, value in row.items() if name != "id"}


#: Columns that hold what the field of the same name holds.
_SAME = (
    "name_fi",
    "name_sv",
    "name_en",
    "short_name",
    "public_name",
    "oid",
    "sensitive",
    "sms_allowed",
    "case_owner",
)
_CHANGE = (
    table.update()
    .where(table.c.key == bindparam("_key"))
    .values({name: bindparam(f"_{name}") for name in ("parent_id", *_SAME)})
)
