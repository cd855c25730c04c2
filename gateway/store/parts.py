"""Parts of long messages whose rest does not come."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, select

from gateway.crypto import Vault
from gateway.store.schema import part


@dataclass(frozen=True, slots=True)
class Incomplete:
    """What has arrived of one long message, its parts in order."""

    hash: bytes
    reference: str
    text: str


def take_incomplete(connection: Connection, vault: Vault, before: datetime) -> list[Incomplete]:
    """Take out the messages of which no part has come since `before`."""
    stale = (
        select(part.c.hash, part.c.reference)
        .group_by(part.c.hash, part.c.reference)
        .having(func.max(part.c.taken_at) < before)
    )
    return [_take(connection, vault, *row) for row in connection.execute(stale).all()]


def _take(connection: Connection, vault: Vault, hash_: bytes, reference: str) -> Incomplete:
    of_it = (part.c.hash == hash_, part.c.reference == reference)
    ciphers = connection.scalars(select(part.c.cipher).where(*of_it).order_by(part.c.number))
    text = " … ".join(vault.decrypt(cipher) for cipher in ciphers)
    connection.execute(delete(part).where(*of_it))
    return Incomplete(hash_, reference, text)
