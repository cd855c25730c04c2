"""Backup and restore of a whole database, of either kind."""

import asyncio
from pathlib import Path

from sqlalchemy.engine import URL

from gateway.core.errors import InputError
from gateway.store import copies, dump
from gateway.store.database import open_database, sqlite_path
from gateway.store.migrate import newest, revision
from gateway.store.standing import is_missing, require_alone


async def backup(url: URL, file: Path, *, replace: bool) -> None:
    """Write everything that is committed when this begins to `file`; others may write meanwhile.

    Raises `InputError` when there is such a file and it is not to be replaced.
    """
    if is_missing(url):
        raise InputError(f"there is no database at {url.database}: is database_url right?")
    if not replace and await asyncio.to_thread(file.exists):
        raise InputError(f"{file} exists: name another file, or replace it with --force")
    if path := sqlite_path(url):
        await asyncio.to_thread(copies.copy, path, file)
    else:
        await dump.dump(url, file)


async def restore(url: URL, file: Path, *, replace: bool) -> None:
    """Put a backup in the place of the database. Raises `InputError` when the database is in use,
    or is there and is not to be replaced."""
    path, step = sqlite_path(url), await _step(url)
    if step and not replace:
        raise InputError("the database exists: replace it, and lose what is in it, with --force")
    await require_alone(url)
    if path:
        _require_known(file, await asyncio.to_thread(copies.judge, file))
        await asyncio.to_thread(copies.replace, path, file)
    else:
        _require_same(file, _require_known(file, await dump.judge(file)), step)
        await dump.restore(url, file)


def _require_known(file: Path, step: str | None) -> str:
    if step is None:
        raise InputError(f"{file} is no backup of Korva")
    if step > newest():
        raise InputError(
            f"{file} is at step {step}, this Korva knows {newest()}: install the newer version"
        )
    return step


def _require_same(file: Path, step: str, now_at: str | None) -> None:
    """The tables of another step would be left beside those of the dump."""
    if now_at not in (None, step):
        raise InputError(
            f"{file} is at step {step}, the database at {now_at}: restore it into an empty one "
            "(dropdb, createdb)"
        )


async def _step(url: URL) -> str | None:
    """Where the database is, None for none. A SQLite file may be too damaged to be asked."""
    if sqlite_path(url):
        return None if is_missing(url) else "unknown"
    async with open_database(url.render_as_string(hide_password=False)) as database:
        return await database.read(revision)
