"""Stored comments whose label is by another model version than the present one.

The queue is the tables themselves: whatever has no label of the version is work. What came
anew waits in `gateway.store.labels` instead and is none of it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select, true, update
from sqlalchemy import case as sql_case

from gateway.core.case import OpenedCase
from gateway.store import cases, claims
from gateway.store.labels import Waiting, as_waiting, kinds_of, put_labels
from gateway.store.locks import lock_senders
from gateway.store.responses import DONE, SET_ASIDE, UNCOUNTABLE
from gateway.store.schema import case, label, response


@dataclass(frozen=True, slots=True)
class Choice:
    """Which comments are relabelled: those about days from `since` on, without the responses
    `without`. What is urgent or a complaint opens a case when it came from `cases_since` on."""

    version: str
    since: date | None = None
    cases_since: datetime | None = None
    without: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Left:
    """What is left to be relabelled: how many comments, the time of the oldest, their days, and
    when the last claim on one of them runs out."""

    comments: int
    oldest: datetime | None
    days: Sequence[date]
    claimed_until: datetime | None


def left(connection: Connection, choice: Choice) -> Left:
    """What there is to do."""
    found = (func.count(), func.min(response.c.received_at), func.max(response.c.claimed_until))
    count, oldest, claimed_until = connection.execute(select(*found).where(_other(choice))).one()
    days = select(response.c.day).where(_other(choice)).distinct().order_by(response.c.day)
    return Left(count, oldest, list(connection.scalars(days)), claimed_until)


def claim(
    connection: Connection,
    choice: Choice,
    oldest: datetime,
    now: datetime,
    lease: timedelta,
    limit: int,
) -> list[tuple[Waiting, datetime]]:
    """Claim comments that came at `oldest` or later, with the time when each came.

    Going on from the last one claimed keeps the look short: what lies before it is done.
    """
    ready = and_(response.c.received_at >= oldest, _other(choice))
    order = response.c.received_at
    rows = claims.claim(connection, response, ready, order=order, now=now, lease=lease, limit=limit)
    return [(as_waiting(row), row["received_at"]) for row in rows]


def book(
    connection: Connection,
    choice: Choice,
    read: Sequence[tuple[Waiting, Mapping[str, Any]]],
    now: datetime,
) -> tuple[int, int]:
    """Store the new labels of comments that are still what was read; how many those were, and how
    many cases they opened.

    A case is opened where there has never been one of its kind about the response: the words are
    the same, so a person who has had it has read them.
    """
    lock_senders(connection, [one.dialogue_id for one, _ in read if one.dialogue_id])
    booked = [(one, found) for one, found in read if _finish(connection, one)]
    opened = _new_cases(connection, choice, booked, now)
    cases.add(connection, opened)
    put_labels(connection, booked, now)
    return len(booked), len(opened)


def _other(choice: Choice) -> ColumnElement[bool]:
    same = label.c.response_id == response.c.id, label.c.model_version == choice.version
    return and_(
        # Hidden from the planner, which would take the index on it and sort all that is left.
        func.coalesce(response.c.labelling, "").in_((DONE, SET_ASIDE)),
        ~select(label.c.response_id).where(*same).exists(),
        response.c.comment.is_not(None),
        response.c.day >= choice.since if choice.since else true(),
        response.c.id.not_in(choice.without) if choice.without else true(),
    )


def _finish(connection: Connection, one: Waiting) -> bool:
    return (
        connection.execute(
            update(response)
            .where(
                response.c.id == one.response_id,
                response.c.claimed_until == one.claimed_until,
                response.c.labelling.in_((DONE, SET_ASIDE)),
            )
            .values(
                labelling=DONE,
                claimed_until=None,
                # What could not be counted may have been the label.
                held=sql_case((response.c.held == UNCOUNTABLE, ""), else_=response.c.held),
            )
        ).rowcount
        == 1
    )


def _new_cases(
    connection: Connection,
    choice: Choice,
    booked: Sequence[tuple[Waiting, Mapping[str, Any]]],
    now: datetime,
) -> list[OpenedCase]:
    called = [
        OpenedCase(kind, one.unit_id, one.response_id, one.dialogue_id, now)
        for one, found in booked
        for kind in kinds_of(found)
    ]
    if not called:
        return []
    ids = [one.response_id for one in called]
    recent = select(response.c.id).where(
        response.c.id.in_(ids),
        response.c.received_at >= choice.cases_since if choice.cases_since else true(),
    )
    may = set(connection.scalars(recent))
    about = select(case.c.response_id, case.c.kind).where(case.c.response_id.in_(ids))
    known = {(row.response_id, row.kind) for row in connection.execute(about)}
    return [
        one for one in called if one.response_id in may and (one.response_id, one.kind) not in known
    ]
