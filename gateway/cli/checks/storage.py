"""The database: reachable, whole, of this version, with room to grow."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from gateway.cli.checks import Finding, Installation, fail, ok, warn
from gateway.store import inspection
from gateway.store.database import Database, sqlite_path
from gateway.store.migrate import newest, revision

_MIB = 1024 * 1024
_LITTLE_ROOM = 1024 * _MIB
_NO_ROOM = 100 * _MIB
#: SQLite empties the log at 4 MB; it only grows while somebody keeps reading.
_LONG_LOG = 256 * _MIB
_OTHERS_MAY_READ = 0o044


async def check(installation: Installation) -> AsyncIterator[Finding]:
    """Reads every page of a SQLite database: that takes a while for a large one."""
    database = installation.database
    if database is None:
        yield warn("not there yet: the first start makes it, or korva migrate")
        return
    yield _step(await database.read(revision))
    path = sqlite_path(database.url)
    if path is None:
        yield ok(f"PostgreSQL {await database.read(inspection.server_version)}")
        return
    for finding in await asyncio.to_thread(lambda: list(_files(path))):
        yield finding
    async for finding in _contents(database, path):
        yield finding


async def _contents(database: Database, path: Path) -> AsyncIterator[Finding]:
    mode = await database.read(inspection.journal_mode)
    if mode != "wal":
        yield fail(f"journal mode is {mode}, not wal: move {path} to a local disk")
    damage = await database.read(inspection.damage)
    if damage is None:
        yield ok(f"{path} is whole, in journal mode {mode}")
    else:
        yield fail(f"{path} is damaged ({damage}): stop the server, korva restore your last backup")


def _step(found: str | None) -> Finding:
    if found == newest():
        return ok(f"at step {found}, the newest")
    if found is not None and found > newest():
        return fail(f"at step {found} of a later Korva: install that, or restore an older backup")
    return warn(f"at step {found or 'none'} of {newest()}: korva migrate, or start the server")


def _files(path: Path) -> Iterator[Finding]:
    free = shutil.disk_usage(path.parent).free
    room = f"{free // _MIB:,} MiB free on the disk of {path}"
    if free < _LITTLE_ROOM:
        yield (fail if free < _NO_ROOM else warn)(f"{room}: answers are refused when it is full")
    else:
        yield ok(room)
    if path.stat().st_mode & _OTHERS_MAY_READ:
        yield warn(f"others on this machine may read {path}: chmod 600 {path}")
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size > _LONG_LOG:
        size = log.stat().st_size // _MIB
        yield warn(f"{log} has grown to {size:,} MiB: end what reads the database all the time")
