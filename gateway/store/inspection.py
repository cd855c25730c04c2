"""Asking a database how it is."""

from datetime import datetime

from sqlalchemy import Connection, text


def answers(connection: Connection) -> bool:
    """Whether it answers at all."""
    return bool(connection.scalar(text("select 1")))


def server_version(connection: Connection) -> str:
    """The version of a PostgreSQL server."""
    return str(connection.scalar(text("show server_version")))


def clock(connection: Connection) -> datetime:
    """The time of a PostgreSQL server."""
    found: datetime = connection.execute(text("select clock_timestamp()")).scalar_one()
    return found


def journal_mode(connection: Connection) -> str:
    """How a SQLite file is journalled; "wal" is right."""
    return str(connection.scalar(text("PRAGMA journal_mode")))


def damage(connection: Connection) -> str | None:
    """The first thing that is wrong inside a SQLite file, None when it is whole."""
    found = str(connection.scalar(text("PRAGMA integrity_check(1)")))
    return None if found == "ok" else found
