"""Responses, and the days whose cells they change."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from gateway.core.dialogue import has_words
from gateway.core.response import Response
from gateway.store.dialect import insert_new, upsert
from gateway.store.schema import dirty, response

PENDING = "pending"
NOTHING = "none"
DONE = "done"
SET_ASIDE = "set aside"


def put(connection: Connection, given: Sequence[Response]) -> None:
    """Store each response whole: a known (source, key) is replaced, its id stays. Comments wait
    for their label, days for their cells."""
    upsert(connection, response, [_row(one) for one in given], ("source", "key"))
    mark_dirty(connection, {(one.unit_id, one.day) for one in given})


def mark_dirty(connection: Connection, changed: set[tuple[str, Any]]) -> None:
    """Have the cells of these (unit id, day) counted again."""
    insert_new(connection, dirty, [{"unit_id": unit, "day": day} for unit, day in sorted(changed)])


def _row(given: Response) -> Mapping[str, Any]:
    return {
        "id": given.id,
        "source": given.source,
        "key": given.key,
        "unit_id": given.unit_id,
        "channel": given.channel,
        "day": given.day,
        "language": given.language,
        "score": given.score,
        "answers": dict(given.answers),
        "comment": given.comment or None,
        "late": given.late,
        "held": given.held,
        "received_at": given.received_at,
        "labelling": PENDING if has_words(given.comment) else NOTHING,
        "attempts": 0,
        "claimed_until": None,
    }
