"""What a command needs to work on an installation: its settings, database, writer, vault."""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

import click

from gateway.core.errors import InputError, KorvaError, SettingsError
from gateway.crypto import Vault, open_vault
from gateway.settings import Settings, read_settings
from gateway.store.database import Database, open_database
from gateway.store.migrate import migrate
from gateway.store.writer import Writer, open_writer

T = TypeVar("T")


class _WrongInput(click.ClickException):
    exit_code = 2


@dataclass(frozen=True, slots=True)
class Session:
    """An open installation."""

    settings: Settings
    database: Database
    writer: Writer

    @property
    def vault(self) -> Vault:
        """Opened on demand: most commands need no key, nor the right to read one."""
        return open_vault(self.settings)


@asynccontextmanager
async def open_session() -> AsyncIterator[Session]:
    """The installation that the settings name, its database brought up to date."""
    settings = read_settings()
    async with open_database(settings.database_url) as database:
        await migrate(database)
        async with open_writer(database) as writer:
            yield Session(settings, database, writer)


@contextmanager
def reported() -> Iterator[None]:
    """Turn an error of ours into its text on stderr and an exit status, without a traceback.

    The status is 2 when a setting or what was handed in is wrong, else 1.
    """
    try:
        yield
    except (InputError, SettingsError) as error:
        raise _WrongInput(str(error)) from error
    except KorvaError as error:
        raise click.ClickException(str(error)) from error


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run the asynchronous body of a command; errors of ours are `reported`."""
    with reported():
        return asyncio.run(work)
