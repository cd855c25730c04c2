"""The senders of a batch of messages: all that is known of them, read with one query a table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from gateway.core.codes import leading_code
from gateway.core.conversation.joining import Part
from gateway.core.conversation.rules import COPY_WITHIN
from gateway.core.conversation.scene import INVITED, SOURCE, UNASKED
from gateway.core.conversation.world import (
    Given,
    Message,
    Place,
    Sender,
    Taken,
    Thread,
    World,
)
from gateway.core.dialogue import Standing
from gateway.crypto import Vault
from gateway.store.among import among, room_for, spread
from gateway.store.dialect import insert_new
from gateway.store.schema import dialogue, part, response, sender, taken, touchpoint, unit

#: Parts that wait for the rest of their message, by sender and reference.
_Parts = dict[tuple[bytes, str], list[tuple[Part, str]]]


def read_world(
    connection: Connection, vault: Vault, messages: Sequence[Message], now: datetime
) -> World:
    """What is known about the senders of `messages`, their rows locked until the commit."""
    hashes = sorted({message.hash for message in messages})
    # The sender's row comes first: other processes wait for it before they look for a dialogue.
    insert_new(connection, sender, [{"hash": hash_, "stopped_by": ""} for hash_ in hashes])
    parts = _parts(connection, vault, messages)
    return World(
        root_id=connection.execute(_ROOT).scalar_one(),
        senders=_known(connection, hashes),
        seen=_seen(connection, messages),
        recent=_recent(connection, hashes, now - COPY_WITHIN),
        threads=_threads(connection, hashes),
        places=_places(connection, _beginnings(messages, parts)),
        parts=parts,
    )


_ROOT = select(unit.c.id).where(unit.c.parent_id.is_(None)).limit(1)
_PLACES = (
    select(touchpoint.c.code, touchpoint.c.id, unit.c.id, unit.c.short_name, unit.c.public_name)
    .join(unit, unit.c.id == touchpoint.c.unit_id)
    .where(touchpoint.c.code.in_(bindparam("in", expanding=True)), touchpoint.c.state == "active")
)
_PARTS = select(part).where(part.c.hash.in_(bindparam("in", expanding=True)))


@cache
def _senders(room: int) -> Select[Any]:
    return (
        select(sender.c.hash, sender.c.stopped_at, sender.c.stopped_by, sender.c.greeted_at)
        .where(among(sender.c.hash, "hash", room))
        .order_by(sender.c.hash)
        .with_for_update()
    )


def _known(connection: Connection, hashes: Sequence[bytes]) -> dict[bytes, Sender]:
    rows = connection.execute(_senders(room_for(hashes)), spread("hash", hashes))
    return {row.hash: Sender(*row) for row in rows}


@cache
def _ids(providers: int, ids: int) -> Select[Any]:
    return select(taken.c.provider, taken.c.message_id).where(
        among(taken.c.provider, "provider", providers), among(taken.c.message_id, "id", ids)
    )


def _seen(connection: Connection, messages: Sequence[Message]) -> set[tuple[str, str]]:
    providers = list({message.provider for message in messages})
    ids = list({message.id for message in messages})
    query = _ids(room_for(providers), room_for(ids))
    rows = connection.execute(query, spread("provider", providers) | spread("id", ids))
    return {(provider, id_) for provider, id_ in rows}


@cache
def _taken_since(room: int) -> Select[Any]:
    return select(
        taken.c.provider,
        taken.c.message_id,
        taken.c.hash,
        taken.c.digest,
        taken.c.dialogue_id,
        taken.c.step,
        taken.c.taken_at,
    ).where(among(taken.c.hash, "hash", room), taken.c.taken_at > bindparam("since"))


def _recent(
    connection: Connection, hashes: Sequence[bytes], since: datetime
) -> dict[bytes, list[Taken]]:
    found: dict[bytes, list[Taken]] = {}
    bound = spread("hash", hashes) | {"since": since}
    for row in connection.execute(_taken_since(room_for(hashes)), bound):
        found.setdefault(row.hash, []).append(Taken(*row))
    return found


@cache
def _dialogues(room: int) -> Select[Any]:
    return (
        select(
            *(dialogue.c.hash, dialogue.c.step, dialogue.c.reasked, dialogue.c.replies),
            *(response.c.score, response.c.answers, response.c.comment),
            *(response.c.id, response.c.received_at, response.c.late, response.c.held),
            *(dialogue.c.id, dialogue.c.definition, dialogue.c.unit_id, dialogue.c.language),
            *(dialogue.c.day, dialogue.c.state, dialogue.c.asked_at, dialogue.c.expires_at),
            *(dialogue.c.step_asked_at, dialogue.c.invitation_id, dialogue.c.touchpoint_id),
        )
        .outerjoin(response, (response.c.source == SOURCE) & (response.c.key == dialogue.c.id))
        .where(among(dialogue.c.hash, "hash", room), dialogue.c.asked_at.is_not(None))
        .order_by(dialogue.c.asked_at.desc())
    )


def _threads(connection: Connection, hashes: Sequence[bytes]) -> dict[bytes, list[Thread]]:
    found: dict[bytes, list[Thread]] = {}
    for row in connection.execute(_dialogues(room_for(hashes)), spread("hash", hashes)):
        found.setdefault(row[0], []).append(_thread(*row))
    return found


def _thread(
    hash_: bytes,
    step: int,
    reasked: bool,
    replies: int,
    score: int | None,
    answers: Mapping[str, int] | None,
    comment: str | None,
    response_id: str | None,
    received_at: datetime,
    late: bool,
    held: str,
    id_: str,
    definition: str,
    unit_id: str,
    language: str,
    day: date,
    state: str,
    asked_at: datetime,
    expires_at: datetime,
    step_asked_at: datetime | None,
    invitation_id: str | None,
    touchpoint_id: str | None,
) -> Thread:
    """The columns of `_dialogues` in their order; finding each by its name takes longer."""
    return Thread(
        id=id_,
        definition=definition,
        unit_id=unit_id,
        hash=hash_,
        language=language,
        channel=INVITED if invitation_id else UNASKED,
        day=day,
        state=state,
        standing=Standing(step, reasked, replies, state == "ended", score, answers, comment or ""),
        asked_at=asked_at,
        expires_at=expires_at,
        step_asked_at=step_asked_at,
        invitation_id=invitation_id,
        touchpoint_id=touchpoint_id,
        given=Given(response_id, received_at, late, held) if response_id else None,
    )


def _beginnings(messages: Sequence[Message], parts: _Parts) -> Iterator[str]:
    """The texts that may begin with a code; of a long message it may have come before."""
    yield from (message.text for message in messages)
    yield from (text for known in parts.values() for one, text in known if one.index == 1)


def _places(connection: Connection, texts: Iterable[str]) -> dict[str, Place]:
    codes = {found.code for found in map(leading_code, texts) if found}
    if not codes:
        return {}
    return {
        code: Place(touchpoint_id, unit_id, public_name or short_name)
        for code, touchpoint_id, unit_id, short_name, public_name in connection.execute(
            _PLACES, {"in": list(codes)}
        )
    }


def _parts(connection: Connection, vault: Vault, messages: Sequence[Message]) -> _Parts:
    hashes = list({message.hash for message in messages if message.part})
    found: _Parts = {}
    for row in connection.execute(_PARTS, {"in": hashes}) if hashes else ():
        one = (Part(row.reference, row.number, row.total), vault.decrypt(row.cipher))
        found.setdefault((row.hash, row.reference), []).append(one)
    return found
