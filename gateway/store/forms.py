"""Which forms have been taken: a second tap or a copy is recognised for two weeks."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from gateway.store.among import among, room_for, spread
from gateway.store.dialect import insert_new
from gateway.store.schema import taken

SOURCE = "form"


@dataclass(frozen=True, slots=True)
class Taken:
    """A form that was taken. `digest` is a keyed hash of its code and its answers together: equal
    ones are recognised, and nothing leads from an answer to a worker's badge."""

    key: str
    digest: bytes
    at: datetime


def known_keys(connection: Connection, keys: Collection[str]) -> set[str]:
    """Those of the keys whose form was taken before."""
    listed = list(keys)
    query = select(taken.c.message_id).where(
        taken.c.provider == SOURCE, among(taken.c.message_id, "key", room_for(listed))
    )
    return set(connection.scalars(query, spread("key", listed)))


def equal_since(
    connection: Connection, digests: Collection[bytes], since: datetime
) -> Mapping[bytes, int]:
    """How many forms with each of these digests have been taken since then."""
    listed = list(digests)
    query = (
        select(taken.c.hash, func.count())
        .where(among(taken.c.hash, "digest", room_for(listed)), taken.c.taken_at > since)
        .group_by(taken.c.hash)
    )
    rows = connection.execute(query, spread("digest", listed))
    return {row.hash: row[1] for row in rows}


def remember(connection: Connection, forms: Sequence[Taken]) -> None:
    """Keep them in mind. The digest stands where messages have their sender's hash: there it is
    found by an index."""
    rows = [
        {
            "provider": SOURCE,
            "message_id": form.key,
            "hash": form.digest,
            "digest": form.digest,
            "step": 0,
            "taken_at": form.at,
        }
        for form in forms
    ]
    insert_new(connection, taken, rows)
