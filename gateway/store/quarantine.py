"""Requests that could not be read: kept encrypted for a while, to be replayed once they can."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, select, update

from gateway.core.errors import InputError
from gateway.store import audit
from gateway.store.schema import quarantine

_LONGEST_REASON = 200
KEPT = "kept"
REPLAYED = "replayed"


@dataclass(frozen=True, slots=True)
class Kept:
    """One request; `kind` is inbound or report, `cipher` None once its time has run out."""

    id: str
    provider: str
    kind: str
    reason: str
    state: str
    cipher: bytes | None
    received_at: datetime


def add(connection: Connection, kept: Kept) -> None:
    """Keep a request."""
    connection.execute(
        quarantine.insert().values(
            id=kept.id,
            provider=kept.provider,
            kind=kept.kind,
            reason=kept.reason[:_LONGEST_REASON],
            state=kept.state,
            cipher=kept.cipher,
            received_at=kept.received_at,
        )
    )


def listed(connection: Connection) -> Sequence[Kept]:
    """All that is kept, oldest first."""
    rows = connection.execute(select(quarantine).order_by(quarantine.c.received_at))
    return [_kept(row) for row in rows]


def get(connection: Connection, id_: str) -> Kept:
    """The request with this id. Raises `InputError` when there is none."""
    row = connection.execute(select(quarantine).where(quarantine.c.id == id_)).first()
    if row is None:
        raise InputError(f"no request {id_} in quarantine; korva quarantine list shows all")
    return _kept(row)


def show(connection: Connection, id_: str, actor: str, now: datetime) -> Kept:
    """The request with this id, for a person to read: that is noted."""
    kept = get(connection, id_)
    audit.record(connection, now, actor, "request shown", f"request {id_}")
    return kept


def mark_replayed(connection: Connection, id_: str, actor: str, now: datetime) -> None:
    """The request has been read after all: nothing of it needs to be kept."""
    connection.execute(
        update(quarantine).where(quarantine.c.id == id_).values(state=REPLAYED, cipher=None)
    )
    audit.record(connection, now, actor, "request replayed", f"request {id_}")


def _kept(row: Row[tuple[object, ...]]) -> Kept:
    return Kept(**row._mapping)
