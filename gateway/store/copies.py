"""Copies of a SQLite database: made while others write to it, judged, put in its place."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from gateway import durable
from gateway.core.errors import InputError, StoreUnavailable


def copy(database: Path, target: Path) -> None:
    """Copy everything that is committed when this begins to `target`, and judge the copy.

    Blocks; others may write meanwhile. What was erased is not in the copy: it is made row by row.
    Raises `InputError` when the database or the target can't be used.
    """
    _require_two(database, target)
    with _named(target), durable.written(target) as unfinished:
        _copy(database, unfinished)


def replace(target: Path, backup: Path) -> None:
    """Put a copy of `backup` in the place of the database `target`, which nobody may have open.

    Blocks. Raises `InputError` when the backup is damaged.
    """
    _require_two(backup, target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with _named(target), durable.written(target) as unfinished:
        _copy(backup, unfinished)
        # Before the file takes its place: it would be given a log that belongs to another.
        for ending in ("-wal", "-shm", "-journal"):
            target.with_name(target.name + ending).unlink(missing_ok=True)


def judge(path: Path) -> str | None:
    """Read every page and reference; the step that the database is at, None when it is not ours.

    Blocks. Raises `InputError` with what is damaged.
    """
    with _named(path), closing(_open(path)) as connection:
        problems = [row[0] for row in connection.execute("PRAGMA integrity_check(3)")]
        if problems != ["ok"]:
            raise InputError(f"{path} is damaged: {'; '.join(problems)}")
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise InputError(f"{path} is damaged: rows point to rows that are not there")
        return _step(connection)


def _require_two(source: Path, target: Path) -> None:
    if target.exists() and target.samefile(source):
        raise InputError(f"{target} is the database itself: name another file")


def _copy(source: Path, unfinished: Path) -> None:
    with _named(source), closing(_open(source)) as connection:
        connection.execute("VACUUM INTO ?", (str(unfinished),))
    judge(unfinished)


def _step(connection: sqlite3.Connection) -> str | None:
    known = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
    if connection.execute(known).fetchone() is None:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return row[0] if row else None


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)


@contextmanager
def _named(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise StoreUnavailable(f"{path} can't be read or copied now: {error}") from error
    except sqlite3.DatabaseError as error:
        raise InputError(f"{path} is damaged or no database: {error}") from error
    except OSError as error:
        raise InputError(f"{path} can't be written: {error.strerror}") from error
