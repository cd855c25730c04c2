"""Comments that wait for their label, and the labels they get."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    and_,
    bindparam,
    func,
    or_,
    select,
    update,
)
from sqlalchemy import case as sql_case

from gateway.core.case import COMPLAINT, URGENT, OpenedCase
from gateway.core.conversation.scene import SOURCE
from gateway.store import cases, claims
from gateway.store.dialect import upsert
from gateway.store.locks import lock_senders
from gateway.store.numbers import erase_numbers
from gateway.store.responses import DONE, PENDING, SET_ASIDE, UNCOUNTABLE, mark_dirty
from gateway.store.schema import case, dialogue, label, response, taken

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
    return [as_waiting(row) for row in rows]


def as_waiting(claimed: RowMapping) -> Waiting:
    """What is read of a claimed response."""
    return Waiting(
        response_id=claimed["id"],
        dialogue_id=claimed["key"] if claimed["source"] == SOURCE else None,
        unit_id=claimed["unit_id"],
        day=claimed["day"],
        comment=claimed["comment"] or "",
        claimed_until=claimed["claimed_until"],
    )


def book(
    connection: Connection,
    read: Sequence[tuple[Waiting, Mapping[str, Any]]],
    now: datetime,
) -> int:
    """Store the labels of comments that are still what was read; how many those were.

    What the model calls urgent, or a formal complaint, opens a case; an urgent answer stays out
    of the figures until a person has looked.
    """
    dialogues = [waiting.dialogue_id for waiting, _ in read if waiting.dialogue_id]
    lock_senders(connection, dialogues)
    booked = [(waiting, found) for waiting, found in read if _finish(connection, waiting)]
    _open_cases(connection, booked, now)
    put_labels(connection, booked, now)
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


def waiting_between(connection: Connection, first: date, last: date) -> int:
    """How many comments of these days wait whose labels will be in figures: held answers are in
    none."""
    counted = response.c.labelling == PENDING, response.c.held == ""
    waiting = select(func.count()).where(*counted, response.c.day.between(first, last))
    return connection.scalar(waiting) or 0


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
    .values(
        labelling=DONE,
        claimed_until=None,
        # What could not be counted may have been the label.
        held=sql_case((response.c.held == UNCOUNTABLE, ""), else_=response.c.held),
    )
)


def put_labels(
    connection: Connection, read: Sequence[tuple[Waiting, Mapping[str, Any]]], now: datetime
) -> None:
    """Store what was said of comments, in place of what was said before; their days wait to be
    counted."""
    rows = [_row(waiting.response_id, found, now) for waiting, found in read]
    upsert(connection, label, rows, ("response_id",))
    mark_dirty(connection, {(waiting.unit_id, waiting.day) for waiting, _ in read})


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
        for kind in kinds_of(found)
    ]
    if not opened:
        return
    seen = _seen(connection, {one.response_id for one in opened})
    cases.add(connection, [one for one in opened if (one.response_id, one.kind) not in seen])


def _seen(connection: Connection, responses: Collection[str]) -> set[tuple[str, str]]:
    """The cases, by response and kind, to which no words have been added since a person had them.

    The first label of a comment may come after the person. But what was added since, nobody has
    read; the model reads the whole comment each time, so words of no weight alert too.
    """
    known = select(case.c.response_id, case.c.kind).where(
        case.c.response_id.in_(responses), ~or_(_TEXTED_SINCE, _CHANGED_SINCE)
    )
    return {(row.response_id, row.kind) for row in connection.execute(known)}


_TEXTED_SINCE = (
    select(taken.c.message_id)
    .join(dialogue, dialogue.c.hash == taken.c.hash)
    .where(dialogue.c.id == case.c.dialogue_id, taken.c.dialogue_id == dialogue.c.id)
    .where(taken.c.taken_at > func.coalesce(case.c.closed_at, case.c.opened_at))
    .exists()
)
#: Other channels keep no messages; a comment that is labelled once more has other words.
_CHANGED_SINCE = and_(
    case.c.dialogue_id.is_(None),
    select(label.c.response_id).where(label.c.response_id == case.c.response_id).exists(),
)


def kinds_of(found: Mapping[str, Any]) -> list[str]:
    """The kinds of case that a label calls for."""
    kinds = [URGENT] if found["urgent"] else []
    return [*kinds, COMPLAINT] if found["intent"] == "complaint" else kinds
