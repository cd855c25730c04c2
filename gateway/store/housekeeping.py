"""What time does to the tables: windows close, numbers and texts are erased."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from gateway.store.numbers import erase_all_numbers
from gateway.store.schema import (
    audit,
    case,
    dialogue,
    invitation,
    outbound,
    part,
    quarantine,
    response,
    sender,
    taken,
)


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Everything older than its instant goes: what each is for is said at the setting."""

    late_replies: datetime
    rest: datetime
    taken: datetime
    parts: datetime
    quarantine: datetime
    texts: datetime
    audit: datetime
    reports: datetime


def tidy(connection: Connection, deadlines: Deadlines, now: datetime) -> int:
    """Close the windows that have passed and erase what has been kept long enough.

    Returns how many rows changed.
    """
    return sum(
        (
            _expire_dialogues(connection, now),
            erase_all_numbers(connection),
            _forget_hashes(connection, deadlines),
            _settle_reports(connection, deadlines.reports, now),
            connection.execute(delete(taken).where(taken.c.taken_at < deadlines.taken)).rowcount,
            connection.execute(delete(part).where(part.c.taken_at < deadlines.parts)).rowcount,
            connection.execute(
                update(quarantine)
                .where(quarantine.c.received_at < deadlines.quarantine)
                .where(quarantine.c.cipher.is_not(None))
                .values(cipher=None, state="erased")
            ).rowcount,
            _erase_texts(connection, deadlines.texts),
            connection.execute(delete(audit).where(audit.c.at < deadlines.audit)).rowcount,
        )
    )


def _expire_dialogues(connection: Connection, now: datetime) -> int:
    over = (dialogue.c.state == "open", dialogue.c.expires_at <= now)
    return connection.execute(update(dialogue).where(*over).values(state="expired")).rowcount


def _forget_hashes(connection: Connection, deadlines: Deadlines) -> int:
    """After this, a reply can no longer be led to its visit. What is left of a person is the hash
    on the stop list and the date of the rest period, until neither is needed."""
    before, rest = deadlines.late_replies, min(deadlines.late_replies, deadlines.rest)
    needed = select(case.c.id).where(case.c.dialogue_id == dialogue.c.id, case.c.state != "closed")
    forgotten = connection.execute(
        update(dialogue)
        .where(dialogue.c.asked_at < before, dialogue.c.hash.is_not(None))
        .where(dialogue.c.state != "open", ~needed.exists())
        .values(hash=None)
    ).rowcount
    connection.execute(
        update(outbound)
        .where(outbound.c.queued_at < before, outbound.c.hash.is_not(None))
        .where(outbound.c.state != "queued")
        .values(hash=None)
    )
    connection.execute(
        update(invitation)
        .where(invitation.c.created_at < before, invitation.c.hash.is_not(None))
        .where(invitation.c.state != "planned")
        .values(hash=None)
    )
    connection.execute(
        delete(sender)
        .where(sender.c.stopped_at.is_(None))
        .where(sender.c.invited_on.is_(None) | (sender.c.invited_on < rest.date()))
        .where(sender.c.greeted_at.is_(None) | (sender.c.greeted_at < rest))
        .where(~select(dialogue.c.id).where(dialogue.c.hash == sender.c.hash).exists())
    )
    return forgotten


def _settle_reports(connection: Connection, before: datetime, now: datetime) -> int:
    return connection.execute(
        update(outbound)
        .where(outbound.c.state == "accepted", outbound.c.sent_at < before)
        .where(outbound.c.number.is_not(None))
        .values(number=None, ended_at=now)
    ).rowcount


def _erase_texts(connection: Connection, before: datetime) -> int:
    """Comments go; what the model said of them stays, as do the cells."""
    return connection.execute(
        update(response)
        .where(response.c.received_at < before, response.c.comment.is_not(None))
        .values(comment=None, labelling="none")
    ).rowcount
