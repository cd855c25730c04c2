"""Writing down what a batch of messages changed, one statement a table."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from itertools import chain
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, tuple_, update

from gateway.core.conversation.effects import Effects
from gateway.core.conversation.world import Message, Sender, Taken, Thread
from gateway.core.eligibility import Reason
from gateway.store.dialect import insert, insert_new, run_for_all
from gateway.store.numbers import erase_numbers
from gateway.store.schema import dialogue, invitation, outbound, part, sender, taken
from gateway.store.withdrawals import take_back

Cipher = Callable[[str], bytes]


def write_before(connection: Connection, effects: Effects, encrypt: Cipher) -> None:
    """Write what responses and cases refer to: dialogues, senders, the messages taken."""
    insert(connection, taken, [_taken_row(one) for one in effects.taken])
    run_for_all(connection, _SENDER, [_sender_row(one) for one in effects.senders.values()])
    begun = effects.begun.values()
    insert(
        connection,
        dialogue,
        [_begun_row(thread, encrypt(number) if number else None) for thread, number in begun],
    )
    run_for_all(connection, _DIALOGUE, [_moved_row(one) for one in effects.moved.values()])
    numbers = effects.numbers.items()
    run_for_all(
        connection, _NUMBER, [{"_id": id_, "_number": encrypt(number)} for id_, number in numbers]
    )
    if effects.joined:
        joined = tuple_(part.c.hash, part.c.reference).in_(effects.joined)
        connection.execute(delete(part).where(joined))
    waiting = chain.from_iterable(effects.parts.values())
    insert_new(connection, part, [_part_row(one, encrypt(one.text)) for one in waiting])


def write_after(connection: Connection, effects: Effects, now: datetime) -> None:
    """Write what follows from them: opt-outs honoured, numbers erased that nobody needs."""
    if effects.stopped:
        cancel_invitations(connection, effects.stopped, now)
    if effects.wrong_numbers:
        wrong = update(invitation).where(invitation.c.id.in_(effects.wrong_numbers))
        connection.execute(wrong.values(state="wrong number"))
    threads = (*effects.moved.values(), *(thread for thread, _ in effects.begun.values()))
    erase_numbers(connection, [thread.id for thread in threads if thread.state != "open"])


def cancel_invitations(connection: Connection, hashes: Collection[bytes], now: datetime) -> None:
    """Take back what has been planned for these people and has not gone out."""
    planned = select(outbound.c.invitation_id).where(
        outbound.c.hash.in_(hashes), outbound.c.state == "queued", outbound.c.kind == "invitation"
    )
    if ids := list(connection.scalars(planned)):
        take_back(connection, ids, Reason.OPTED_OUT, now)


_SENDER = (
    update(sender)
    .where(sender.c.hash == bindparam("_hash"))
    .values(
        stopped_at=bindparam("_stopped_at"),
        stopped_by=bindparam("_stopped_by"),
        greeted_at=bindparam("_greeted_at"),
    )
)
_DIALOGUE = (
    update(dialogue)
    .where(dialogue.c.id == bindparam("_id"))
    .values(
        {
            name: bindparam(f"_{name}")
            for name in ("state", "step", "reasked", "replies", "step_asked_at", "expires_at")
        }
    )
)

# Erased again by `write_after`, unless a case or a comment without a label needs it.
_NUMBER = (
    update(dialogue).where(dialogue.c.id == bindparam("_id")).values(number=bindparam("_number"))
)


def _taken_row(one: Taken) -> Mapping[str, Any]:
    return {
        "provider": one.provider,
        "message_id": one.id,
        "hash": one.hash,
        "digest": one.digest,
        "dialogue_id": one.dialogue_id,
        "step": one.step,
        "taken_at": one.at,
    }


def _sender_row(one: Sender) -> Mapping[str, Any]:
    return {
        "_hash": one.hash,
        "_stopped_at": one.stopped_at,
        "_stopped_by": one.stopped_by,
        "_greeted_at": one.greeted_at,
    }


def _begun_row(thread: Thread, number: bytes | None) -> Mapping[str, Any]:
    return {
        "id": thread.id,
        "definition": thread.definition,
        "unit_id": thread.unit_id,
        "touchpoint_id": thread.touchpoint_id,
        "hash": thread.hash,
        "number": number or None,
        "language": thread.language,
        "day": thread.day,
        "asked_at": thread.asked_at,
        **{name.removeprefix("_"): value for name, value in _moved_row(thread).items()},
    }


def _moved_row(thread: Thread) -> Mapping[str, Any]:
    return {
        "_id": thread.id,
        "_state": thread.state,
        "_step": thread.standing.step,
        "_reasked": thread.standing.reasked,
        "_replies": thread.standing.replies,
        "_step_asked_at": thread.step_asked_at,
        "_expires_at": thread.expires_at,
    }


def _part_row(message: Message, cipher: bytes) -> Mapping[str, Any]:
    part_ = message.part
    if part_ is None:
        raise ValueError("only parts of long messages are kept here")
    return {
        "hash": message.hash,
        "reference": part_.reference,
        "number": part_.index,
        "total": part_.total,
        "cipher": cipher,
        "taken_at": message.received_at,
    }
