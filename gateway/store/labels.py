"""Comments that wait for their label, and the labels they get."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, or_, select, update

from gateway.core.case import COMPLAINT, URGENT, OpenedCase
from gateway.core.conversation.scene import SOURCE
from gateway.store import cases, claims
from gateway.store.dialect import upsert
from gateway.store.numbers import erase_numbers
from gateway.store.responses import DONE, PENDING, SET_ASIDE, mark_dirty
from gateway.store.schema import case, label, response

#: A comment that was being read when a reader died is read alone, and at most this often.
MOST_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Waiting:
    """A comment claimed for labelling. A changed comment loses its claim, so a label of the old
    one is not booked."""

    response_id: str
    dialogue_id: str | None
    unit_id: str
    day: Any
    comment: str
    claimed_until: datetime


def claim(connection: Connection, now: datetime, lease: timedelta, limit: int) -> list[Waiting]:
    """Claim comments to be labelled together; one that a reader has failed at comes alone."""
    free = or_(response.c.claimed_until.is_(None), response.c.claimed_until <= now)
    connection.execute(
        update(response)
        .where(response.c.labelling == PENDING, response.c.attempts >= MOST_ATTEMPTS, free)
        .values(labelling=SET_ASIDE)
    )
    fresh = and_(response.c.labelling == PENDING, response.c.attempts == 0)
    return _claim(connection, fresh, now, lease, limit) or _claim(
        connection, response.c.labelling == PENDING, now, lease, 1
    )


def _claim(
    connection: Connection, ready: ColumnElement[bool], now: datetime, lease: timedelta, limit: int
) -> list[Waiting]:
    order = response.c.received_at
    rows = claims.claim(connection, response, ready, order=order, now=now, lease=lease, limit=limit)
    return [
        Waiting(
            response_id=row["id"],
            dialogue_id=row["key"] if row["source"] == SOURCE else None,
            unit_id=row["unit_id"],
            day=row["day"],
            comment=row["comment"] or "",
            claimed_until=row["claimed_until"],
        )
        for row in rows
    ]


def book(
    connection: Connection,
    read: Sequence[tuple[Waiting, Mapping[str, Any]]],
    now: datetime,
) -> int:
    """Store the labels of comments that are still what was read; how many those were.

    What the model calls urgent, or a formal complaint, opens a case; an urgent answer stays out
    of the figures until a person has looked.
    """
    booked = [(waiting, found) for waiting, found in read if _finish(connection, waiting)]
    rows = [_row(waiting.response_id, found, now) for waiting, found in booked]
    upsert(connection, label, rows, ("response_id",))
    mark_dirty(connection, {(waiting.unit_id, waiting.day) for waiting, _ in booked})
    _open_cases(connection, booked, now)
    erase_numbers(connection, [one.dialogue_id for one, _ in booked if one.dialogue_id])
    return len(booked)


def release(connection: Connection, waiting: Sequence[Waiting]) -> None:
    """Give claims back after a reader died; the attempt stays counted."""
    ids = [one.response_id for one in waiting]
    connection.execute(
        update(response)
        .where(response.c.id.in_(ids), response.c.labelling == PENDING)
        .values(claimed_until=None)
    )


def backlog(connection: Connection) -> tuple[int, datetime | None, int]:
    """How many comments wait, since when the oldest does, and how many were set aside."""
    waiting = connection.execute(
        select(func.count(), func.min(response.c.received_at)).where(
            response.c.labelling == PENDING
        )
    ).one()
    aside = select(func.count()).where(response.c.labelling == SET_ASIDE)
    return waiting[0], waiting[1], connection.scalar(aside) or 0


def _finish(connection: Connection, waiting: Waiting) -> bool:
    claimed = {"_id": waiting.response_id, "_claimed_until": waiting.claimed_until}
    return connection.execute(_FINISH, claimed).rowcount == 1


_FINISH = (
    update(response)
    .where(
        response.c.id == bindparam("_id"),
        response.c.claimed_until == bindparam("_claimed_until"),
        response.c.labelling == PENDING,
    )
    .values(labelling=DONE, claimed_until=None)
)


def _row(response_id: str, found: Mapping[str, Any], now: datetime) -> Mapping[str, Any]:
    return {
        "response_id": response_id,
        "sentiment": found["sentiment"],
        "topics": [[one["id"], one["polarity"], one["confidence"]] for one in found["topics"]],
        "intent": found["intent"],
        "urgent": found["urgent"],
        "confidence": found["confidence"],
        "unsure": found["unsure"],
        "model_version": found["model_version"],
        "labelled_at": now,
    }


def _open_cases(
    connection: Connection, booked: Sequence[tuple[Waiting, Mapping[str, Any]]], now: datetime
) -> None:
    opened = [
        OpenedCase(kind, waiting.unit_id, waiting.response_id, waiting.dialogue_id, now)
        for waiting, found in booked
        for kind in _kinds(found)
    ]
    if not opened:
        return
    # The model reads the whole comment each time: what a person has seen must not come back for
    # every word that is added.
    known = select(case.c.response_id, case.c.kind).where(
        case.c.response_id.in_([one.response_id for one in opened])
    )
    seen = {(row.response_id, row.kind) for row in connection.execute(known)}
    opened = [one for one in opened if (one.response_id, one.kind) not in seen]
    cases.add(connection, opened)
    held = [one.response_id for one in opened if one.kind == URGENT]
    connection.execute(update(response).where(response.c.id.in_(held)).values(held=URGENT))


def _kinds(found: Mapping[str, Any]) -> list[str]:
    kinds = [URGENT] if found["urgent"] else []
    return [*kinds, COMPLAINT] if found["intent"] == "complaint" else kinds
