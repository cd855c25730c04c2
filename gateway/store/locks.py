"""The order in which rows are locked, so that two processes on PostgreSQL never wait for each
other: senders by their hash, their dialogues, responses, cases. SQLite has one writer at a time.
"""

from collections.abc import Collection

from sqlalchemy import Connection, select

from gateway.store.schema import dialogue, response, sender


def lock_senders(connection: Connection, dialogues: Collection[str]) -> None:
    """Have the senders of these dialogues to ourselves until the commit, as intake has."""
    theirs = select(dialogue.c.hash).where(dialogue.c.id.in_(dialogues))
    locked = select(sender.c.hash).where(sender.c.hash.in_(theirs)).order_by(sender.c.hash)
    connection.execute(locked.with_for_update())


def lock_response(connection: Connection, response_id: str) -> None:
    """Have a response to ourselves until the commit."""
    locked = select(response.c.id).where(response.c.id == response_id)
    connection.execute(locked.with_for_update())
