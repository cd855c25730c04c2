"""Opening a database, reading from it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, RowMapping, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from gateway.core.errors import SettingsError, StoreUnavailable

#: Other rooms know these only as what they hand to functions of this one.
__all__ = [
    "Connection",
    "DBAPIError",
    "Database",
    "RowMapping",
    "open_database",
    "parse_url",
    "sqlite_path",
    "unavailable",
]

BUSY_TIMEOUT_S = 5
#: An error of the database would otherwise quote what was to be stored, and be logged with it.
_SILENT = {"hide_parameters": True}
_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}

#: Connection lost, resources spent, an operator's intervention, a system error:
#: https://www.postgresql.org/docs/current/errcodes-appendix.html
_PASSING_SQLSTATES = {"08", "53", "57", "58"}

P = ParamSpec("P")
R = TypeVar("R")

#: Runs a function of a connection in a write transaction.
Write = Callable[[Callable[[Connection], Any]], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Database:
    """An open database. Writes go through `gateway.store.writer`, one owner per process."""

    engine: AsyncEngine
    _write: Write

    @property
    def url(self) -> URL:
        return self.engine.url

    async def read(
        self, query: Callable[Concatenate[Connection, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Run `query(connection, ...)` on a connection of its own; it must write nothing."""
        with unavailable():
            async with self.engine.connect() as connection:
                return await connection.run_sync(query, *args, **kwargs)

    async def write(
        self, work: Callable[Concatenate[Connection, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Run `work(connection, ...)` in a write transaction; its result after the commit."""
        with unavailable():
            result: R = await self._write(lambda connection: work(connection, *args, **kwargs))
            return result


@contextmanager
def unavailable() -> Iterator[None]:
    """Turn "the database can't now" (full disk, lost connection, locked) into our own error."""
    try:
        yield
    except OSError as error:
        raise StoreUnavailable(f"the database can't be reached: {error}") from error
    except DBAPIError as error:
        if not _cannot_now(error):
            raise
        raise StoreUnavailable(f"the database can't be used now: {error.orig}") from error


def _cannot_now(error: DBAPIError) -> bool:
    if isinstance(error, (OperationalError, InterfaceError)) or error.connection_invalidated:
        return True
    return str(getattr(error.orig, "sqlstate", ""))[:2] in _PASSING_SQLSTATES


@asynccontextmanager
async def open_database(url: str) -> AsyncIterator[Database]:
    """Open `sqlite:///path` or `postgresql://...`; every connection is closed at the end.

    Raises `SettingsError` for another kind of URL.
    """
    parsed = parse_url(url)
    opened = _sqlite if parsed.get_backend_name() == "sqlite" else _postgresql
    async with opened(parsed) as database:
        yield database


def parse_url(url: str) -> URL:
    """The URL with the driver that we use; a wrong one names the remedy."""
    try:
        parsed = make_url(url)
        driver = _DRIVERS[parsed.get_backend_name()]
    except (ArgumentError, KeyError) as error:
        raise SettingsError(
            "database_url must look like sqlite:///korva.sqlite or "
            "postgresql://user:password@host/korva"
        ) from error
    return parsed.set(drivername=driver)


def sqlite_path(url: URL) -> Path | None:
    """The file of a SQLite database, None for another kind."""
    if url.get_backend_name() != "sqlite" or not url.database:
        return None
    return Path(url.database)


@asynccontextmanager
async def _postgresql(url: URL) -> AsyncIterator[Database]:
    engine = create_async_engine(url, pool_pre_ping=True, **_SILENT)

    async def write(work: Callable[[Connection], Any]) -> Any:
        async with engine.begin() as connection:
            return await connection.run_sync(work)

    try:
        yield Database(engine, write)
    finally:
        await engine.dispose()


@asynccontextmanager
async def _sqlite(url: URL) -> AsyncIterator[Database]:
    """Reads go by aiosqlite. Writes have a connection and a thread of their own: a batch is some
    fifteen statements, and aiosqlite passes from one thread to another four times for each."""
    path = sqlite_path(url)
    if path is None or str(path) == ":memory:":
        raise SettingsError("database_url must name a file: sqlite:///korva.sqlite")
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        with unavailable():
            path.touch(0o600)  # its other files take on its mode
    reading = create_async_engine(url, **_SILENT)
    writing = create_engine(url.set(drivername="sqlite"), **_SILENT)
    event.listen(reading.sync_engine, "connect", _prepare_sqlite)
    event.listen(reading.sync_engine, "begin", lambda c: c.exec_driver_sql("BEGIN"))
    event.listen(writing, "connect", _prepare_sqlite)

    def write_now(work: Callable[[Connection], Any]) -> Any:
        with writing.begin() as connection:
            # A transaction that begins as a read can fail half way for want of the lock. Not by
            # an event: while an engine listens to one, each statement asks for all of them.
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            return work(connection)

    with ThreadPoolExecutor(1, "writing") as thread:

        async def write(work: Callable[[Connection], Any]) -> Any:
            return await asyncio.get_running_loop().run_in_executor(thread, write_now, work)

        try:
            yield Database(reading, write)
        finally:
            await reading.dispose()
            writing.dispose()


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver's own transaction handling lets SAVEPOINT rows survive a rollback and starts
    # write transactions as reads, which then fail at once despite the timeout.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        # What is erased is overwritten wherever that costs no further write.
        "secure_delete = FAST",
        f"busy_timeout = {BUSY_TIMEOUT_S * 1000}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
