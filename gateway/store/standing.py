"""How a database stands before it is opened: is it there, has anybody else opened it."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy.engine import URL

from gateway.core.errors import InputError
from gateway.store.database import open_database, sqlite_path

_OTHERS = text(
    "select count(*) from pg_stat_activity"
    " where datname = current_database() and pid <> pg_backend_pid()"
    " and backend_type = 'client backend'"
)


def is_missing(url: URL) -> bool:
    """Whether there is no such SQLite file; opening it would make it."""
    path = sqlite_path(url)
    return path is not None and not path.exists()


async def require_alone(url: URL) -> None:
    """Raise `InputError` when another connection to the database is open: what is about to be done
    must not happen under a running server."""
    path = sqlite_path(url)
    if path is None:
        async with open_database(url.render_as_string(hide_password=False)) as database:
            taken = bool(await database.read(_others))
    else:
        taken = not is_missing(url) and await asyncio.to_thread(_is_taken, path)
    if taken:
        raise InputError(
            "the database is in use: stop the server (systemctl stop korva) and whatever else "
            "has it open"
        )


def _others(connection: Connection) -> int:
    return connection.scalar(_OTHERS) or 0


def _is_taken(path: Path) -> bool:
    """A connection in WAL mode holds a shared lock for as long as it is open, idle or not. Alone,
    this moves what a killed server left in the WAL into the database."""
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                return True
            raise
        except sqlite3.DatabaseError:
            # Too damaged to be in use: the very file that a backup is to replace.
            return False
    return False
