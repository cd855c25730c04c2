"""Invitations: visits booked as planned, or as refused."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import uuid_utils
from sqlalchemy import ColumnElement, Connection, and_, bindparam, false, or_, select

from gateway.core.delivery import DeliveryState
from gateway.core.eligibility import Person, Reason, Visit
from gateway.store import outbound
from gateway.store.dialect import insert_new
from gateway.store.schema import dialogue, invitation, sender
from gateway.store.schema import outbound as message

PLANNED = "planned"
ASKED = "asked"
UNSENT = "unsent"
REFUSED = "refused"
WRONG_NUMBER = "wrong number"
STATES = (PLANNED, ASKED, UNSENT, REFUSED, WRONG_NUMBER)

#: A visit's (source, key): its name in the county's own system.
Name = tuple[str, str]
NAME = (invitation.c.source, invitation.c.key)


@dataclass(frozen=True, slots=True)
class Planned:
    """A visit that will be asked about: `number` is the cipher of whoever is asked, `text` the
    question, `definition` the dialogue that it begins, `due_on` the Helsinki date of `due_at`."""

    id: str
    visit: Visit
    unit_id: str
    hash: bytes
    number: bytes
    definition: str
    text: str
    due_at: datetime
    due_on: date


@dataclass(frozen=True, slots=True)
class Known:
    """A visit booked earlier as planned; `waits` as long as its question can be taken back."""

    id: str
    name: Name
    hash: bytes | None
    day: date
    visited_at: datetime
    waits: bool


def read_people(connection: Connection, hashes: Iterable[bytes]) -> Mapping[bytes, Person]:
    """What is known of these numbers, their rows locked until the commit."""
    ordered = sorted(set(hashes))
    # The row comes first: another process that plans for the same person waits for it.
    insert_new(connection, sender, [{"hash": hash_, "stopped_by": ""} for hash_ in ordered])
    rows = connection.execute(
        select(sender.c.hash, sender.c.stopped_at, sender.c.invited_on)
        .where(sender.c.hash.in_(ordered))
        .order_by(sender.c.hash)
        .with_for_update()
    )
    return {
        hash_: Person(opted_out=stopped_at is not None, asked_on=invited_on)
        for hash_, stopped_at, invited_on in rows
    }


def read_names(connection: Connection, names: Collection[Name]) -> set[Name]:
    """Those of the visits that were booked before, whatever became of them."""
    rows = connection.execute(select(*NAME).where(named(names)))
    return {(source, key) for source, key in rows}


def named(names: Iterable[Name]) -> ColumnElement[bool]:
    """Whether an invitation has one of these names. SQLite finds no index for pairs of columns."""
    keys: dict[str, set[str]] = {}
    for source, key in names:
        keys.setdefault(source, set()).add(key)
    return or_(
        false(),
        *(
            and_(invitation.c.source == source, invitation.c.key.in_(sorted(of_source)))
            for source, of_source in keys.items()
        ),
    )


def read_planned(
    connection: Connection, hashes: Collection[bytes], names: Collection[Name], now: datetime
) -> list[Known]:
    """The visits of these people, or of these names, that are or were to be asked about."""
    rows = connection.execute(
        select(
            *NAME,
            invitation.c.id,
            invitation.c.hash,
            invitation.c.day,
            invitation.c.visited_at,
            waits(now),
        )
        .join(message, message.c.invitation_id == invitation.c.id)
        .where(invitation.c.state.in_((PLANNED, ASKED)))
        .where(or_(invitation.c.hash.in_(hashes), named(names)))
        # Nobody hands these questions over until it is settled what becomes of them.
        .with_for_update(of=message)
    )
    return [
        Known(id_, (source, key), hash_, day, visited_at, waiting)
        for source, key, id_, hash_, day, visited_at, waiting in rows
    ]


def waits(now: datetime) -> ColumnElement[bool]:
    """Whether nobody is handing the question over at this moment, or has done so."""
    free = or_(message.c.claimed_until.is_(None), message.c.claimed_until <= now)
    return and_(message.c.state == DeliveryState.QUEUED, free)


def plan(connection: Connection, planned: Sequence[Planned], now: datetime) -> None:
    """Book visits that will be asked about, each with its dialogue and its question."""
    if not planned:
        return
    dialogues = {one.id: str(uuid_utils.uuid7()) for one in planned}
    connection.execute(invitation.insert(), [_planned_row(one, now) for one in planned])
    connection.execute(
        dialogue.insert(), [_dialogue_row(one, dialogues[one.id]) for one in planned]
    )
    outbound.queue(connection, [_question(one, dialogues[one.id]) for one in planned])
    connection.execute(
        _ASKED_ON, [{"_hash": one.hash, "_invited_on": one.due_on} for one in planned]
    )


_ASKED_ON = (
    sender.update()
    .where(sender.c.hash == bindparam("_hash"))
    .values(invited_on=bindparam("_invited_on"))
)


def _planned_row(one: Planned, now: datetime) -> Mapping[str, Any]:
    return {
        **_row(one.id, one.visit, one.unit_id, now),
        "hash": one.hash,
        "age_band": one.visit.age_band,
        "municipality": one.visit.municipality,
        "service_type": one.visit.service_type,
        "state": PLANNED,
        "reason": "",
    }


def _row(id_: str, visit: Visit, unit_id: str, now: datetime) -> Mapping[str, Any]:
    return {
        "id": id_,
        "source": visit.source,
        "key": visit.key,
        "unit_id": unit_id,
        "visited_at": visit.visited_at,
        "day": visit.day,
        "language": visit.language,
        "created_at": now,
    }


def _dialogue_row(one: Planned, id_: str) -> Mapping[str, Any]:
    return {
        "id": id_,
        "definition": one.definition,
        "unit_id": one.unit_id,
        "invitation_id": one.id,
        "hash": one.hash,
        "number": one.number,
        "language": one.visit.language,
        "day": one.visit.day,
        "state": "waiting",
        "step": 0,
        "reasked": False,
        "replies": 0,
    }


def _question(one: Planned, dialogue_id: str) -> outbound.Queued:
    return outbound.Queued(
        id=str(uuid_utils.uuid7()),
        kind=outbound.INVITATION,
        hash=one.hash,
        number=one.number,
        text=one.text,
        due_at=one.due_at,
        # The three days in which a failed message is tried again begin when it is due.
        queued_at=one.due_at,
        dialogue_id=dialogue_id,
        invitation_id=one.id,
    )


def refuse(
    connection: Connection, refused: Iterable[tuple[Visit, str, Reason]], now: datetime
) -> None:
    """Book visits, each with its unit's id, that nobody is asked about. Nothing of the person is
    kept: only the name of the visit, so that it is not asked about later, and the reason."""
    rows = [
        {**_row(str(uuid_utils.uuid7()), visit, unit_id, now), "state": REFUSED, "reason": reason}
        for visit, unit_id, reason in refused
    ]
    insert_new(connection, invitation, rows)
