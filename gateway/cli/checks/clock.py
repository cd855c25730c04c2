"""The clock, compared with that of another machine."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import aiohttp
from pydantic import AnyUrl

from gateway.cli.checks import Finding, Installation, fail, ok, usable, warn
from gateway.cli.checks.hosts import is_here, root
from gateway.forward import destinations
from gateway.settings import Settings
from gateway.sms import providers
from gateway.store import inspection
from gateway.store.database import Database, sqlite_path

_PATIENCE = aiohttp.ClientTimeout(total=5)
#: A Date header tells whole seconds, and travels for a while.
_UNSURE = timedelta(seconds=5)
#: Receivers refuse what is signed five minutes off: https://www.standardwebhooks.com
_TOO_MUCH = timedelta(minutes=2)


async def check(installation: Installation) -> AsyncIterator[Finding]:
    """Asks PostgreSQL, else the operator or a destination that is not on this machine."""
    database = await usable(installation)
    if database is not None and sqlite_path(database.url) is None:
        yield _judge(await _of_database(database), "PostgreSQL")
        return
    for url in _others(installation.settings):
        offset = await _of_server(installation.http, url)
        if offset is not None:
            yield _judge(offset, url)
            return
    yield warn("could not be compared with another machine: see timedatectl")


def _judge(offset: timedelta, other: str) -> Finding:
    words = f"{round(offset.total_seconds()):+d} s against {other}"
    if abs(offset) > _TOO_MUCH:
        return fail(f"{words}: set it right (timedatectl set-ntp true); signatures are refused")
    if abs(offset) > _UNSURE:
        return warn(f"{words}: timedatectl set-ntp true")
    return ok(words)


async def _of_database(database: Database) -> timedelta:
    return datetime.now(UTC) - await database.read(inspection.clock)


async def _of_server(http: aiohttp.ClientSession, url: str) -> timedelta | None:
    try:
        async with http.head(url, timeout=_PATIENCE, allow_redirects=False) as response:
            return datetime.now(UTC) - parsedate_to_datetime(response.headers["Date"])
    except (aiohttp.ClientError, TimeoutError, KeyError, ValueError):
        return None


def _others(settings: Settings) -> Iterator[str]:
    """The roots of what providers and destinations call: no token of a path or query is sent."""
    loaded = [providers.load(name, raw).settings for name, raw in settings.sms.providers.items()]
    loaded += [one.settings for one in destinations.load_all(settings.publishing)]
    for own in loaded:
        for _, value in own:
            if isinstance(value, AnyUrl) and not is_here(str(value)):
                yield root(str(value))
