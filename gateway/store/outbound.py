"""Messages to phones: queued, claimed, sent, reported on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, RowMapping, and_, bindparam, case, func, select, update

from gateway.core.delivery import DeliveryState
from gateway.store import claims
from gateway.store.dialect import insert
from gateway.store.numbers import erase_numbers
from gateway.store.responses import mark_dirty
from gateway.store.schema import dialogue, invitation, outbound, sender

INVITATION = "invitation"
REPLY = "reply"

_LONGEST_REASON = 80


@dataclass(frozen=True, slots=True)
class Queued:
    """A message as it is queued; `number` is the cipher of its recipient."""

    id: str
    kind: str
    hash: bytes
    number: bytes
    text: str
    due_at: datetime
    queued_at: datetime
    dialogue_id: str | None = None
    invitation_id: str | None = None
    step: int = 0


@dataclass(frozen=True, slots=True)
class Reported:
    """What a provider says became of a message, by our id of it or by the provider's."""

    state: DeliveryState
    provider: str
    id: str | None
    reference: str | None
    reason: str


def queue(connection: Connection, messages: Iterable[Queued]) -> None:
    """Queue messages to be sent when they are due."""
    rows = [
        {
            "id": one.id,
            "kind": one.kind,
            "dialogue_id": one.dialogue_id,
            "invitation_id": one.invitation_id,
            "hash": one.hash,
            "number": one.number,
            "text": one.text,
            "step": one.step,
            "state": DeliveryState.QUEUED,
            "attempts": 0,
            "due_at": one.due_at,
            "queued_at": one.queued_at,
        }
        for one in messages
    ]
    insert(connection, outbound, rows)


def claim(
    connection: Connection, kind: str, now: datetime, lease: timedelta, limit: int
) -> Sequence[RowMapping]:
    """Claim messages of one kind that are due."""
    ready = and_(
        outbound.c.state == DeliveryState.QUEUED, outbound.c.kind == kind, outbound.c.due_at <= now
    )
    order = outbound.c.due_at
    return claims.claim(connection, outbound, ready, order=order, now=now, lease=lease, limit=limit)


def open_dialogues(
    connection: Connection, rows: Sequence[RowMapping], now: datetime, window: timedelta
) -> None:
    """Open the dialogues of invitations as they go out, not when the operator has accepted them:
    an answer may be here before that. Older dialogues of the same people end."""
    ids = [row["dialogue_id"] for row in rows]
    if not ids:
        return
    older = list(
        connection.scalars(
            select(dialogue.c.id).where(
                dialogue.c.hash.in_([row["hash"] for row in rows]),
                dialogue.c.state == "open",
                dialogue.c.id.not_in(ids),
            )
        )
    )
    connection.execute(update(dialogue).where(dialogue.c.id.in_(older)).values(state="expired"))
    erase_numbers(connection, older)
    connection.execute(
        update(dialogue)
        .where(dialogue.c.id.in_(ids), dialogue.c.state.in_(("waiting", "open")))
        .values(state="open", asked_at=now, expires_at=now + window)
    )


def drop_unwanted(
    connection: Connection, rows: Sequence[RowMapping], now: datetime
) -> Sequence[RowMapping]:
    """The claimed invitations that may still go out. Others were on their way to the operator, and
    came back, while their people opted out or their visit was withdrawn: they are cancelled."""
    wanted = set(
        connection.scalars(
            select(dialogue.c.id)
            .outerjoin(sender, sender.c.hash == dialogue.c.hash)
            .where(dialogue.c.id.in_([row["dialogue_id"] for row in rows]))
            .where(dialogue.c.state.in_(("waiting", "open")), sender.c.stopped_at.is_(None))
        )
    )
    for row in rows:
        if row["dialogue_id"] not in wanted:
            fail(connection, row["id"], "no longer wanted", now)
    return [row for row in rows if row["dialogue_id"] in wanted]


def mark_sent(
    connection: Connection, sent: Sequence[tuple[str, str, str | None]], now: datetime
) -> None:
    """Note (id, provider, reference) of messages that the operator has accepted."""
    if not sent:
        return
    connection.execute(
        _SENT,
        [
            {"_id": id_, "_provider": name, "_reference": ref, "_now": now}
            for id_, name, ref in sent
        ],
    )
    ids = [id_ for id_, _, _ in sent]
    went_out = select(outbound.c.dialogue_id, outbound.c.step).where(
        outbound.c.id.in_(ids), outbound.c.dialogue_id.is_not(None)
    )
    asked = [
        {"_id": dialogue_id, "_step": step, "_now": now}
        for dialogue_id, step in connection.execute(went_out)
    ]
    if asked:
        connection.execute(_ASKED, asked)
    of_these = select(outbound.c.invitation_id).where(outbound.c.id.in_(ids))
    connection.execute(
        update(invitation)
        .where(invitation.c.id.in_(of_these), invitation.c.state == "planned")
        .values(state="asked")
    )
    _mark_asked(connection, ids)


_SENT = (
    update(outbound)
    .where(outbound.c.id == bindparam("_id"))
    .values(
        # A report may have come before the operator's own answer was here.
        state=case(
            (outbound.c.state == DeliveryState.QUEUED, DeliveryState.ACCEPTED),
            else_=outbound.c.state,
        ),
        provider=bindparam("_provider"),
        reference=func.coalesce(bindparam("_reference"), outbound.c.reference),
        sent_at=bindparam("_now"),
    )
)
_ASKED = (
    update(dialogue)
    .where(
        dialogue.c.id == bindparam("_id"),
        dialogue.c.step == bindparam("_step"),
        dialogue.c.step_asked_at.is_(None),
    )
    .values(step_asked_at=bindparam("_now"))
)


def retry_at(connection: Connection, id_: str, due_at: datetime, reason: str) -> None:
    """Queue a message again after a failure that may pass."""
    connection.execute(
        update(outbound)
        .where(outbound.c.id == id_, outbound.c.state == DeliveryState.QUEUED)
        .values(due_at=due_at, claimed_until=None, reason=reason[:_LONGEST_REASON])
    )


def report(connection: Connection, reports: Sequence[Reported], now: datetime) -> list[str | None]:
    """Move each reported message forward. The state it is in afterwards, None for one we never
    sent. Reports may come twice, late and out of order."""
    return [_report(connection, one, now) for one in reports]


def _report(connection: Connection, one: Reported, now: datetime) -> str | None:
    if one.id:
        row = connection.execute(_BY_ID, {"_id": one.id}).first()
    else:
        ours = {"_provider": one.provider, "_reference": one.reference}
        row = connection.execute(_BY_REFERENCE, ours).first()
    if row is None:
        return None
    if not DeliveryState(row.state).may_become(one.state):
        return str(row.state)
    moved = {"_id": row.id, "_state": one.state, "_reason": one.reason[:_LONGEST_REASON]}
    if one.state.ended:
        connection.execute(_END, {**moved, "_now": now})
    else:
        connection.execute(_MOVE, moved)
    if row.kind == INVITATION:
        _mark_asked(connection, [row.id])
    return one.state


_KNOWN = select(outbound.c.id, outbound.c.kind, outbound.c.state).with_for_update()
_BY_ID = _KNOWN.where(outbound.c.id == bindparam("_id"))
_BY_REFERENCE = _KNOWN.where(
    outbound.c.provider == bindparam("_provider"),
    outbound.c.reference == bindparam("_reference"),
)
_MOVE = (
    update(outbound)
    .where(outbound.c.id == bindparam("_id"))
    .values(state=bindparam("_state"), reason=bindparam("_reason"))
)
#: Whoever a message was for is of no interest once its way has ended.
_END = _MOVE.values(ended_at=bindparam("_now"), number=None)


def fail(connection: Connection, id_: str, reason: str, now: datetime) -> None:
    """Give a message up for good."""
    row = connection.execute(select(outbound).where(outbound.c.id == id_)).first()
    if row is None or row.state != DeliveryState.QUEUED:
        return
    connection.execute(
        update(outbound)
        .where(outbound.c.id == id_)
        .values(
            state=DeliveryState.FAILED, number=None, ended_at=now, reason=reason[:_LONGEST_REASON]
        )
    )
    if row.kind == INVITATION:
        _never_asked(connection, row.invitation_id)


def _never_asked(connection: Connection, invitation_id: str) -> None:
    """Nothing is kept of somebody whom no question could reach, nor does a rest period begin."""
    mine = invitation.c.id == invitation_id
    hashes = select(invitation.c.hash).where(mine)
    connection.execute(update(sender).where(sender.c.hash.in_(hashes)).values(invited_on=None))
    connection.execute(
        update(dialogue)
        .where(dialogue.c.invitation_id == invitation_id, dialogue.c.step_asked_at.is_(None))
        .values(state="unsent", number=None, hash=None, asked_at=None)
    )
    connection.execute(update(invitation).where(mine).values(state="unsent", hash=None))


def outdated(connection: Connection, kind: str, before: datetime) -> list[str]:
    """Messages that were queued for an instant before this and never went out."""
    waiting = and_(outbound.c.state == DeliveryState.QUEUED, outbound.c.kind == kind)
    found = select(outbound.c.id).where(waiting, outbound.c.queued_at < before)
    return list(connection.scalars(found))


def _mark_asked(connection: Connection, ids: Sequence[str]) -> None:
    """Asked and delivered are figures of the day of the visit."""
    days = (
        select(invitation.c.unit_id, invitation.c.day)
        .join(outbound, outbound.c.invitation_id == invitation.c.id)
        .where(outbound.c.id.in_(ids))
    )
    mark_dirty(connection, {(row.unit_id, row.day) for row in connection.execute(days)})


def backlog(connection: Connection, now: datetime) -> Mapping[str, Any]:
    """How many messages are due and how long the oldest has waited, by kind."""
    rows = connection.execute(
        select(outbound.c.kind, func.count(), func.min(outbound.c.due_at))
        .where(outbound.c.state == DeliveryState.QUEUED, outbound.c.due_at <= now)
        .group_by(outbound.c.kind)
    )
    return {kind: (count, (now - oldest).total_seconds()) for kind, count, oldest in rows}
