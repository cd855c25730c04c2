"""The stop list as the staff keep it: opt-outs that came by telephone or letter."""

from datetime import datetime

from sqlalchemy import Connection, select

from gateway.store import audit
from gateway.store.changes import cancel_invitations
from gateway.store.invitations import read_people
from gateway.store.numbers import erase_numbers
from gateway.store.schema import dialogue, sender

BY_STAFF = "staff"


def enter(connection: Connection, hash_: bytes, actor: str, now: datetime) -> bool:
    """Put a number on the list: what is planned for it is taken back, its open dialogues end.

    False when it was there already. The audit log has no hash: who is taken off leaves no trace.
    """
    is_new = not read_people(connection, [hash_])[hash_].opted_out
    if is_new:
        _set(connection, hash_, now, BY_STAFF)
        audit.record(connection, now, actor, "opt-out entered", "stop list")
    cancel_invitations(connection, [hash_], now)
    mine = dialogue.c.hash == hash_, dialogue.c.state == "open"
    ids = list(connection.scalars(select(dialogue.c.id).where(*mine)))
    connection.execute(dialogue.update().where(*mine).values(state="stopped"))
    erase_numbers(connection, ids)
    return is_new


def undo(connection: Connection, hash_: bytes, actor: str, now: datetime) -> bool:
    """Take a number off the list; False when it was not there."""
    if not read_people(connection, [hash_])[hash_].opted_out:
        return False
    _set(connection, hash_, None, "")
    audit.record(connection, now, actor, "opt-out undone", "stop list")
    return True


def _set(connection: Connection, hash_: bytes, at: datetime | None, by: str) -> None:
    connection.execute(
        sender.update().where(sender.c.hash == hash_).values(stopped_at=at, stopped_by=by)
    )
