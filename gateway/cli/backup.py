"""`korva backup`, `korva restore`, `korva migrate`: the database as a whole."""

from pathlib import Path

import click

from gateway.cli.session import run
from gateway.core.errors import SettingsError
from gateway.crypto import open_vault
from gateway.settings import Settings, read_settings
from gateway.store import backup as whole
from gateway.store import facts
from gateway.store import migrate as steps
from gateway.store.database import open_database, parse_url


@click.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Replace FILE when it exists.")
def backup(file: Path, force: bool) -> None:
    """Copy the database into FILE while Korva serves.

    FILE holds everything that was committed when the command began, and only its owner may read
    it. A PostgreSQL database is written by pg_dump.
    """
    run(_backup(file, force))


async def _backup(file: Path, force: bool) -> None:
    settings = read_settings()
    await whole.backup(parse_url(settings.database_url), file, replace=force)
    click.echo(f"{file} is written, read back and found whole")
    click.echo(
        "the keys are not in it, and without them no number can be read: keep a copy of them "
        f"({_keys(settings)}) apart from it",
        err=True,
    )


def _keys(settings: Settings) -> str:
    return "encryption_keys and pepper" if settings.gives_keys else str(settings.keys_file)


@click.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Replace the database that is there.")
def restore(file: Path, force: bool) -> None:
    """Put the backup FILE in the database's place.

    The server must be stopped. What came after the backup is gone: answers, opt-outs, and that
    messages were sent. Read "Restore" in docs/operations.md first.
    """
    run(_restore(file, force))


async def _restore(file: Path, force: bool) -> None:
    settings = read_settings()
    await whole.restore(parse_url(settings.database_url), file, replace=force)
    click.echo(f"{file} is restored; run korva doctor, then start the server")
    async with open_database(settings.database_url) as database:
        _compare_pepper(settings, await database.read(facts.known_verifier))


def _compare_pepper(settings: Settings, verifier: str | None) -> None:
    try:
        ours = open_vault(settings).verifier()
    except SettingsError as error:
        click.echo(f"the server will not start before this is cured: {error}", err=True)
        return
    if verifier not in (None, ours):
        click.echo(
            f"the server will not start: the keys ({_keys(settings)}) are not those that this "
            "backup was made with; restore them too",
            err=True,
        )


@click.command("migrate")
def migrate() -> None:
    """Bring the database up to this version.

    The server does the same when it starts.
    """
    run(_migrate())


async def _migrate() -> None:
    async with open_database(read_settings().database_url) as database:
        before = await database.read(steps.revision)
        await steps.migrate(database)
    was = f" (was {before or 'empty'})" if before != steps.newest() else ""
    click.echo(f"the database is at step {steps.newest()}{was}")
