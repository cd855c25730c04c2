"""What `korva doctor` looks at: one file for each thing that Korva stands on."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from enum import StrEnum

import aiohttp

from gateway.core.errors import StoreUnavailable
from gateway.settings import Settings
from gateway.store.database import Database
from gateway.store.migrate import newest, revision


class Level(StrEnum):
    """How bad it is: with a FAIL, Korva can't do its work or should not be doing it."""

    OK = "ok"
    WARN = "warn"
    FAIL = "FAIL"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, with its remedy when it is not ok."""

    level: Level
    text: str


@dataclass(frozen=True, slots=True)
class Installation:
    """What is looked at. `database` is None where there is none yet."""

    settings: Settings
    database: Database | None
    http: aiohttp.ClientSession


#: Looks at one thing. An error of ours that it raises is a FAIL.
Check = Callable[[Installation], AsyncIterator[Finding]]


def ok(text: str) -> Finding:
    """Nothing to do."""
    return Finding(Level.OK, text)


def warn(text: str) -> Finding:
    """Korva works; somebody should look."""
    return Finding(Level.WARN, text)


def fail(text: str) -> Finding:
    """To be cured first."""
    return Finding(Level.FAIL, text)


async def usable(installation: Installation) -> Database | None:
    """The database if it can be asked: there, reachable and with the tables of this version."""
    database = installation.database
    try:
        if database is not None and await database.read(revision) == newest():
            return database
    except StoreUnavailable:
        pass
    return None
