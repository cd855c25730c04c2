"""Visits taken back before anybody is asked about them."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, select

from gateway.core.delivery import DeliveryState
from gateway.core.eligibility import Reason
from gateway.core.errors import InputError
from gateway.store import audit
from gateway.store.invitations import REFUSED, Name, named, read_people, waits
from gateway.store.schema import dialogue, invitation, sender
from gateway.store.schema import outbound as message


def take_back(
    connection: Connection, ids: Collection[str], reason: Reason, now: datetime
) -> Collection[str]:
    """Refuse planned visits after all; those whose question had not gone out, which are returned.

    All that was kept of the person goes, and the rest period that had not begun.
    """
    cancelled = connection.execute(
        message.update()
        .where(message.c.invitation_id.in_(ids), waits(now))
        .values(state=DeliveryState.CANCELLED, number=None, hash=None, ended_at=now)
        .returning(message.c.invitation_id)
    )
    if not (taken := list(cancelled.scalars())):
        return taken
    mine = invitation.c.id.in_(taken)
    hashes = select(invitation.c.hash).where(mine)
    connection.execute(sender.update().where(sender.c.hash.in_(hashes)).values(invited_on=None))
    connection.execute(
        dialogue.update()
        .where(dialogue.c.invitation_id.in_(taken))
        .values(state="cancelled", number=None, hash=None)
    )
    connection.execute(
        invitation.update().where(mine).values(state=REFUSED, reason=reason, **_NOTHING_PERSONAL)
    )
    return taken


_NOTHING_PERSONAL = {"hash": None, "age_band": "", "municipality": "", "service_type": ""}


def withdraw(connection: Connection, name: Name, actor: str, now: datetime) -> bool:
    """Take a visit back at the wish of its source; False when nobody was to be asked anyway.

    Raises `InputError` for an unknown visit, and when the question has gone out.
    """
    row = connection.execute(
        select(invitation.c.id, invitation.c.state, invitation.c.hash).where(named([name]))
    ).first()
    if row is None:
        raise InputError(f"visit {name[1]} of {name[0]} is unknown; `korva invitations list`")
    if row.state == REFUSED:
        return False
    # Whoever plans for this person has to wait, and has then planned already.
    read_people(connection, [row.hash] if row.hash else [])
    if not take_back(connection, [row.id], Reason.WITHDRAWN, now):
        raise InputError(f"visit {name[1]} of {name[0]}: too late, its question has gone out")
    audit.record(connection, now, actor, "visit withdrawn", f"invitation {row.id}")
    return True
