"""How to reach those who asked for it: apart from the answer, encrypted, for a while."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select

from gateway.crypto import Vault
from gateway.store.dialect import insert_new
from gateway.store.schema import case, contact


@dataclass(frozen=True, slots=True)
class Wish:
    """Contact details (name, phone, email: what was given) of one response, encrypted."""

    response_id: str
    cipher: bytes
    consented_at: datetime


def wish(vault: Vault, response_id: str, details: Mapping[str, str], at: datetime) -> Wish:
    """A wish to be contacted, its details encrypted."""
    return Wish(response_id, vault.encrypt(json.dumps(dict(details), ensure_ascii=False)), at)


def add(connection: Connection, wishes: Sequence[Wish]) -> None:
    """Keep what is needed to fulfil these wishes."""
    rows = [
        {"response_id": one.response_id, "cipher": one.cipher, "consented_at": one.consented_at}
        for one in wishes
    ]
    insert_new(connection, contact, rows)


def read(connection: Connection, vault: Vault, response_id: str) -> Mapping[str, str] | None:
    """The details of a response, None when there are none."""
    cipher = connection.scalar(select(contact.c.cipher).where(contact.c.response_id == response_id))
    if cipher is None:
        return None
    details: Mapping[str, str] = json.loads(vault.decrypt(cipher))
    return details


def erase_unneeded(connection: Connection, response_id: str) -> None:
    """Erase the details of a response that has no case any more that is not closed."""
    needed = select(case.c.id).where(
        case.c.response_id == contact.c.response_id, case.c.state != "closed"
    )
    connection.execute(
        delete(contact).where(contact.c.response_id == response_id, ~needed.exists())
    )
