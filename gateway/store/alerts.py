"""Alerts about cases that nobody has acknowledged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from gateway.store import claims
from gateway.store.cases import OPEN
from gateway.store.schema import case, unit

_MOST_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class DueAlert:
    """A case that this process has to tell of before `claimed_until`.

    `unit` has the unit's names by language, `owner` who looks after its cases: the unit's own or
    the nearest one's above it. `attempts` counts from the last time that somebody was reached.
    """

    case_id: str
    kind: str
    unit: Mapping[str, str]
    owner: str
    opened_at: datetime
    attempts: int
    claimed_until: datetime


def claim_due(connection: Connection, now: datetime, lease: timedelta) -> Sequence[DueAlert]:
    """Claim open cases that are due for an alert, the one that has waited longest first."""
    rows = claims.claim(
        connection,
        case,
        (case.c.state == OPEN) & (case.c.due_at <= now),
        order=case.c.due_at,
        now=now,
        lease=lease,
        limit=_MOST_AT_ONCE,
    )
    units = _units(connection) if rows else {}
    return [
        DueAlert(
            case_id=row["id"],
            kind=row["kind"],
            unit=units[row["unit_id"]].names,
            owner=_owner(units, row["unit_id"]),
            opened_at=row["opened_at"],
            attempts=row["attempts"],
            claimed_until=row["claimed_until"],
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class _Unit:
    names: Mapping[str, str]
    owner: str
    parent_id: str | None


def _units(connection: Connection) -> Mapping[str, _Unit]:
    rows = connection.execute(
        select(
            unit.c.id,
            unit.c.name_fi,
            unit.c.name_sv,
            unit.c.name_en,
            unit.c.case_owner,
            unit.c.parent_id,
        )
    )
    return {
        unit_id: _Unit({"fi": fi, "sv": sv, "en": en}, owner, parent_id)
        for unit_id, fi, sv, en, owner, parent_id in rows
    }


def _owner(units: Mapping[str, _Unit], unit_id: str | None) -> str:
    while unit_id and not units[unit_id].owner:
        unit_id = units[unit_id].parent_id
    return units[unit_id].owner if unit_id else ""


def reached(connection: Connection, alert: DueAlert, again_at: datetime) -> None:
    """Somebody was told; tell again at `again_at` unless the case is acknowledged before."""
    _put_off(connection, alert, again_at, attempts=0)


def missed(connection: Connection, alert: DueAlert, again_at: datetime) -> None:
    """Nobody could be told; try again at `again_at`."""
    _put_off(connection, alert, again_at, attempts=alert.attempts)


def _put_off(connection: Connection, alert: DueAlert, again_at: datetime, attempts: int) -> None:
    # A case acknowledged meanwhile, or claimed by another process since, is left alone.
    connection.execute(
        case.update()
        .where(case.c.id == alert.case_id, case.c.claimed_until == alert.claimed_until)
        .values(due_at=again_at, claimed_until=None, attempts=attempts)
    )
