"""Statements run for many rows, and the few that SQLite and PostgreSQL spell differently."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, Executable, LargeBinary, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.compiler import SQLCompiler

_INSERT: Mapping[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}

Row = Mapping[str, Any]


def run_for_all(connection: Connection, statement: Executable, rows: Sequence[Row]) -> None:
    """Execute an INSERT or UPDATE once a row; all rows have the same keys.

    SQLAlchemy's own `execute` gathers and converts the values of each row anew, which takes
    several times as long as SQLite takes to write them.
    """
    if rows:
        prepared = _prepared(connection.dialect, statement, tuple(rows[0]))
        connection.exec_driver_sql(prepared.sql, [prepared.bind(row) for row in rows])


def insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert the rows."""
    run_for_all(connection, _insert(table), rows)


def insert_new(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert the rows whose primary or unique key is not there yet, leave the others alone."""
    run_for_all(connection, _insert_new(connection.dialect.name, table), rows)


def upsert(connection: Connection, table: Table, rows: Sequence[Row], key: tuple[str, ...]) -> None:
    """Insert the rows; where one with the same `key` is there, replace its other columns.

    All rows have the same columns, and no two of them the same key. The id stays.
    """
    if rows:
        statement = _upsert(connection.dialect.name, table, tuple(rows[0]), key)
        run_for_all(connection, statement, rows)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A statement as the driver takes it, and how each of its values is converted."""

    sql: str
    values: Sequence[tuple[str, Callable[[Any], Any] | None]]

    def bind(self, row: Row) -> tuple[Any, ...]:
        return tuple(
            [convert(row[name]) if convert else row[name] for name, convert in self.values]
        )


@lru_cache(256)
def _prepared(dialect: Dialect, statement: Executable, names: tuple[str, ...]) -> _Prepared:
    compiled = statement.compile(dialect=dialect, column_keys=list(names))  # type: ignore[attr-defined]
    assert isinstance(compiled, SQLCompiler)
    return _Prepared(
        str(compiled),
        [(name, _converter(compiled, name, dialect)) for name in compiled.positiontup or ()],
    )


def _converter(compiled: SQLCompiler, name: str, dialect: Dialect) -> Callable[[Any], Any] | None:
    kind = compiled.binds[name].type
    # Both drivers take bytes as they are; SQLAlchemy would wrap each one.
    if isinstance(kind, LargeBinary):
        return None
    return kind.dialect_impl(dialect).bind_processor(dialect)


# Building a statement takes longer than running it for a single row.
@cache
def _insert(table: Table) -> Executable:
    return table.insert()


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
