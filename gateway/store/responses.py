"""Responses, and the days whose cells they change."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Executable, case, literal_column
from sqlalchemy.dialects import postgresql, sqlite

from gateway.core.dialogue import has_words
from gateway.core.response import Response
from gateway.store.dialect import insert_new, run_for_all
from gateway.store.schema import dirty, response

PENDING = "pending"
NOTHING = "none"
DONE = "done"
SET_ASIDE = "set aside"
#: Held by the counting, which can do nothing with its values.
UNCOUNTABLE = "uncountable"


def put(connection: Connection, given: Sequence[Response]) -> None:
    """Store each response whole: a known (source, key) is replaced, its id stays. Comments wait
    for their label, unless they are as they were, days for their cells.

    `held` is what a new response begins with; of a known one it stays. A channel gives what it
    read a moment ago, when the model had not held the answer yet, or a person not let it go:
    afterwards only `gateway.store.cases` changes it. One that could not be counted is tried again.
    """
    if rows := [_row(one) for one in given]:
        run_for_all(connection, _put(connection.dialect.name, tuple(rows[0])), rows)
        mark_dirty(connection, {(one.unit_id, one.day) for one in given})


def mark_dirty(connection: Connection, changed: set[tuple[str, Any]]) -> None:
    """Have the cells of these (unit id, day) counted again."""
    insert_new(connection, dirty, [{"unit_id": unit, "day": day} for unit, day in sorted(changed)])


_INSERT: Mapping[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
_OF_THE_FIRST = {"id", "source", "key", "held"}
_UNCOUNTABLE: ColumnElement[str] = literal_column(f"'{UNCOUNTABLE}'")
_COUNTED: ColumnElement[str] = literal_column("''")
_OF_THE_COMMENT = {"labelling", "attempts", "claimed_until"}


@cache
def _put(dialect: str, columns: Sequence[str]) -> Executable:
    statement = _INSERT[dialect](response)
    given, unchanged = statement.excluded, {name: response.c[name] for name in _OF_THE_COMMENT}
    same = response.c.comment.is_not_distinct_from(given.comment)
    replaced = {
        name: case((same, unchanged[name]), else_=given[name]) if name in unchanged else given[name]
        for name in columns
        if name not in _OF_THE_FIRST
    }
    replaced["held"] = case((response.c.held == _UNCOUNTABLE, _COUNTED), else_=response.c.held)
    putting: Executable = statement.on_conflict_do_update(
        index_elements=("source", "key"), set_=replaced
    )
    return putting


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
        "question_set": given.question_set,
        "role": given.role,
        "helper": given.helper,
        "received_at": given.received_at,
        "labelling": PENDING if has_words(given.comment) else NOTHING,
        "attempts": 0,
        "claimed_until": None,
    }
