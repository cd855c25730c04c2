"""The few statements that SQLite and PostgreSQL spell differently."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Executable, Table
from sqlalchemy.dialects import postgresql, sqlite

_INSERT: Mapping[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}

Row = Mapping[str, Any]


def insert_new(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert the rows whose primary or unique key is not there yet, leave the others alone."""
    if rows:
        connection.execute(_insert_new(connection.dialect.name, table), rows)


def upsert(connection: Connection, table: Table, rows: Sequence[Row], key: tuple[str, ...]) -> None:
    """Insert the rows; where one with the same `key` is there, replace its other columns.

    All rows have the same columns, and no two of them the same key. The id stays.
    """
    if rows:
        statement = _upsert(connection.dialect.name, table, tuple(rows[0]), key)
        connection.execute(statement, rows)


# Building a statement takes longer than running it for a single row.
@cache
def _insert_new(dialect: str, table: Table) -> Executable:
    statement: Executable = _INSERT[dialect](table).on_conflict_do_nothing()
    return statement


@cache
def _upsert(dialect: str, table: Table, columns: Sequence[str], key: Sequence[str]) -> Executable:
    statement = _INSERT[dialect](table)
    replaced = {name: statement.excluded[name] for name in columns if name not in (*key, "id")}
    upserting: Executable = statement.on_conflict_do_update(index_elements=key, set_=replaced)
    return upserting
