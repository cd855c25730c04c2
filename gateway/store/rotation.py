"""Encrypting again what was encrypted with an older key."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, and_, func, select, update

from gateway.crypto import NAME_BYTES, Undecipherable, Vault
from gateway.store.schema import contact, dialogue, outbound, part, quarantine

#: Every column that holds a cipher.
CIPHERS: Sequence[Column[Any]] = (
    dialogue.c.number,
    outbound.c.number,
    part.c.cipher,
    quarantine.c.cipher,
    contact.c.cipher,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where one cipher is: its column, and the primary key of its row."""

    column: Column[Any]
    key: tuple[Any, ...]


def outdated(connection: Connection, vault: Vault) -> Sequence[Place]:
    """Where a cipher of an older key of the vault is."""
    older = [name for name, _ in vault.keys[1:]]
    return [
        Place(column, tuple(row))
        for column in CIPHERS
        for row in connection.execute(
            select(*column.table.primary_key.columns).where(_key_name(column).in_(older))
        )
    ]


def lost(connection: Connection, vault: Vault) -> int:
    """How many ciphers have none of the vault's keys."""
    ours = [name for name, _ in vault.keys]
    return sum(
        connection.scalar(
            select(func.count()).where(column.is_not(None), _key_name(column).not_in(ours))
        )
        or 0
        for column in CIPHERS
    )


def renew(connection: Connection, vault: Vault, places: Sequence[Place]) -> int:
    """Encrypt with the newest key what is at `places`; how many could not be decrypted."""
    return sum(not _renew(connection, vault, place) for place in places)


def _renew(connection: Connection, vault: Vault, place: Place) -> bool:
    table = place.column.table
    here = and_(
        *(column == value for column, value in zip(table.primary_key, place.key, strict=True))
    )
    cipher = connection.scalar(select(place.column).where(here))
    if cipher is None:
        return True
    try:
        renewed = vault.encrypt(vault.decrypt(cipher))
    except Undecipherable:
        return False
    connection.execute(update(table).where(here).values({place.column.name: renewed}))
    return True


def _key_name(column: Column[Any]) -> Any:
    return func.substr(column, 1, NAME_BYTES)
