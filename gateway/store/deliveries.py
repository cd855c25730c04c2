"""Deliveries: one release on its way to one destination, each destination in order."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import uuid_utils
from sqlalchemy import ColumnElement, Connection, and_, exists, func, select

from gateway.store import claims, dialect, schema

WAITING = "waiting"
DELIVERED = "delivered"
PARKED = "parked"

_LONGEST_REASON = 200

delivery = schema.delivery


@dataclass(frozen=True, slots=True)
class Claimed:
    """A delivery that this process has to attempt before `claimed_until`."""

    sequence: int
    destination: str
    message_id: str
    attempts: int
    queued_at: datetime
    claimed_until: datetime
    period: str
    body: bytes
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Listed:
    """Where a delivery is; `due_at` counts while it waits, `ended_at` afterwards."""

    sequence: int
    period: str
    destination: str
    state: str
    attempts: int
    reason: str
    due_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Backlog:
    """What has not reached a destination."""

    destination: str
    waiting: int
    parked: int
    oldest_queued_at: datetime | None


def queue(
    connection: Connection, sequences: Iterable[int], destinations: Collection[str], now: datetime
) -> None:
    """Queue the releases for the destinations; a delivery that exists is left as it is."""
    rows = [
        {
            "sequence": sequence,
            "destination": destination,
            "message_id": str(uuid_utils.uuid7()),
            "state": WAITING,
            "attempts": 0,
            "due_at": now,
            "reason": "",
            "queued_at": now,
        }
        for sequence in sequences
        for destination in destinations
    ]
    dialect.insert_new(connection, delivery, rows)


def replay(
    connection: Connection, since: int, destinations: Collection[str], now: datetime
) -> None:
    """Queue every release from number `since` on again.

    The same bytes under the same message id: who has taken them can tell. A destination that
    did not exist at the time of a release gets it for the first time.
    """
    sequences = connection.scalars(
        select(schema.release.c.sequence).where(schema.release.c.sequence >= since)
    ).all()
    queue(connection, sequences, destinations, now)
    chosen = and_(delivery.c.sequence >= since, delivery.c.destination.in_(destinations))
    _requeue(connection, chosen, now)


def retry(connection: Connection, sequence: int, destination: str, now: datetime) -> bool:
    """Queue one parked or delivered release again; False when there is no such delivery."""
    chosen = and_(delivery.c.sequence == sequence, delivery.c.destination == destination)
    _requeue(connection, chosen, now)
    return bool(connection.scalar(select(exists().where(chosen))))


def _requeue(connection: Connection, chosen: ColumnElement[bool], now: datetime) -> None:
    # A delivery that waits is left alone: another process may be at it just now.
    connection.execute(
        delivery.update()
        .where(chosen, delivery.c.state != WAITING)
        .values(state=WAITING, attempts=0, due_at=now, queued_at=now, reason="", ended_at=None)
    )


def claim_due(
    connection: Connection, destinations: Collection[str], now: datetime, lease: timedelta
) -> Sequence[Claimed]:
    """Claim the first delivery that waits for each destination, if it is due.

    A later release never overtakes one that waits before it; a parked one holds up nothing.
    """
    before = delivery.alias()
    first = ~exists().where(
        before.c.destination == delivery.c.destination,
        before.c.state == WAITING,
        before.c.sequence < delivery.c.sequence,
    )
    ready = and_(
        delivery.c.state == WAITING,
        delivery.c.due_at <= now,
        delivery.c.destination.in_(destinations),
        first,
    )
    rows = claims.claim(
        connection,
        delivery,
        ready,
        order=delivery.c.sequence,
        now=now,
        lease=lease,
        limit=len(destinations),
    )
    released = _releases(connection, {row["sequence"] for row in rows})
    return [_claimed(row, released[row["sequence"]]) for row in rows]


def _releases(connection: Connection, sequences: Collection[int]) -> dict[int, Any]:
    release = schema.release
    columns = (release.c.sequence, release.c.period, release.c.body, release.c.created_at)
    rows = connection.execute(select(*columns).where(release.c.sequence.in_(sequences)))
    return {row.sequence: row for row in rows}


def _claimed(row: Any, release: Any) -> Claimed:
    return Claimed(
        sequence=row["sequence"],
        destination=row["destination"],
        message_id=row["message_id"],
        attempts=row["attempts"],
        queued_at=row["queued_at"],
        claimed_until=row["claimed_until"],
        period=release.period,
        body=release.body,
        created_at=release.created_at,
    )


def delivered(connection: Connection, claim: Claimed, now: datetime) -> bool:
    """The destination has it. False when the claim had run out and is somebody else's."""
    return _mark(connection, claim, state=DELIVERED, reason="", ended_at=now)


def put_off(connection: Connection, claim: Claimed, until: datetime, reason: str) -> bool:
    """The attempt failed; it is due again `until`."""
    return _mark(connection, claim, due_at=until, reason=reason[:_LONGEST_REASON])


def park(connection: Connection, claim: Claimed, now: datetime, reason: str) -> bool:
    """Set it aside until a person retries it."""
    return _mark(connection, claim, state=PARKED, reason=reason[:_LONGEST_REASON], ended_at=now)


def _mark(connection: Connection, claim: Claimed, **values: object) -> bool:
    marked = connection.execute(
        delivery.update()
        .where(
            delivery.c.sequence == claim.sequence,
            delivery.c.destination == claim.destination,
            delivery.c.claimed_until == claim.claimed_until,
        )
        .values(claimed_until=None, **values)
    )
    return bool(marked.rowcount)


def listed(connection: Connection, most: int) -> Sequence[Listed]:
    """The newest `most` deliveries, newest release first."""
    rows = connection.execute(
        select(
            delivery.c.sequence,
            schema.release.c.period,
            delivery.c.destination,
            delivery.c.state,
            delivery.c.attempts,
            delivery.c.reason,
            delivery.c.due_at,
            delivery.c.ended_at,
        )
        .join(schema.release)
        .order_by(delivery.c.sequence.desc(), delivery.c.destination)
        .limit(most)
    )
    return [Listed(**row._mapping) for row in rows]


def backlogs(connection: Connection) -> Sequence[Backlog]:
    """For each destination that ever was: what waits, what is parked."""
    waits = delivery.c.state == WAITING
    rows = connection.execute(
        select(
            delivery.c.destination,
            func.count().filter(waits).label("waiting"),
            func.count().filter(delivery.c.state == PARKED).label("parked"),
            func.min(delivery.c.queued_at).filter(waits).label("oldest_queued_at"),
        ).group_by(delivery.c.destination)
    )
    return [Backlog(**row._mapping) for row in rows]
