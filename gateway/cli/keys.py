"""`korva keys`: the keys that numbers and kept requests are encrypted with."""

from functools import partial
from pathlib import Path

import click

from gateway.cli.session import Session, open_session, run
from gateway.core.errors import InputError
from gateway.crypto import Undecipherable, Vault, add_key, create_keys
from gateway.settings import Settings, read_settings
from gateway.store import facts, rotation
from gateway.store.database import open_database, parse_url
from gateway.store.migrate import revision
from gateway.store.standing import is_missing, require_alone

_AT_ONCE = 200


@click.group(name="keys")
def command() -> None:
    """The keys that numbers are encrypted with."""


@command.command()
def create() -> None:
    """Make the keys file of the settings; one that exists is never replaced."""
    run(_create())


async def _create() -> None:
    settings = read_settings()
    if settings.gives_keys:
        raise InputError("the keys are in encryption_keys and pepper: no file would be read")
    if await _is_begun(settings):
        raise InputError(
            f"the database was begun with other keys: restore {settings.keys_file} from your copy"
        )
    _make(settings.keys_file)
    click.echo(f"{settings.keys_file} is made: keep a copy apart from the database")


def _make(path: Path) -> None:
    try:
        create_keys(path)
    except FileExistsError as error:
        raise InputError(f"{path} exists, and is never replaced") from error
    except OSError as error:
        raise InputError(f"{path} can't be written: {error.strerror}") from error


async def _is_begun(settings: Settings) -> bool:
    if is_missing(parse_url(settings.database_url)) or settings.keys_file.exists():
        return False
    async with open_database(settings.database_url) as database:
        if await database.read(revision) is None:
            return False
        return await database.read(facts.known_verifier) is not None


@command.command()
def rotate() -> None:
    """Encrypt everything again with a new key, put in front of the others.

    The server must be stopped: it would not know the new key. After an interruption, the same
    command ends what was begun. Keys in KORVA_ENCRYPTION_KEYS are changed by you: put a new one
    in front, then run this.
    """
    run(_rotate())


async def _rotate() -> None:
    settings = read_settings()
    await require_alone(parse_url(settings.database_url))
    async with open_session() as session:
        verifier = session.vault.verifier()
        await session.writer.run(lambda connection: facts.check_pepper(connection, verifier))
        if not await session.database.read(rotation.outdated, session.vault):
            _add_key(settings)
        await _renew(session, session.vault)
    click.echo(
        "no value needs the older keys any more: they may go from "
        f"{_place(settings)}, but stay in the copy for backups made before now"
    )


def _add_key(settings: Settings) -> None:
    if settings.gives_keys:
        raise InputError(
            "nothing is encrypted with an older key: put a new one in front in encryption_keys "
            "(openssl rand -base64 32), then run this again"
        )
    try:
        add_key(settings.keys_file)
    except OSError as error:
        raise InputError(f"{settings.keys_file} can't be written: {error.strerror}") from error
    click.echo(f"{settings.keys_file} has a new key: copy the file apart from the database again")


async def _renew(session: Session, vault: Vault) -> None:
    places = await session.database.read(rotation.outdated, vault)
    unreadable = await session.database.read(rotation.lost, vault)
    for start in range(0, len(places), _AT_ONCE):
        batch = places[start : start + _AT_ONCE]
        renew = partial(rotation.renew, vault=vault, places=batch)
        unreadable += await session.writer.run(renew)
    click.echo(f"{len(places)} values were encrypted with an older key")
    if unreadable:
        raise Undecipherable(
            f"{unreadable} of the values can't be decrypted: if an older key is missing, add "
            f"it at the end in {_place(session.settings)} and run this again"
        )


def _place(settings: Settings) -> str:
    return "encryption_keys" if settings.gives_keys else str(settings.keys_file)
