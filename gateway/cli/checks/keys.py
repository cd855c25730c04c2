"""The keys: there, private, and those that the database was begun with."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from gateway.cli.checks import Finding, Installation, fail, ok, usable, warn
from gateway.crypto import open_vault
from gateway.store import facts, rotation

_OTHERS = 0o077


async def check(installation: Installation) -> AsyncIterator[Finding]:
    """Raises `SettingsError` when there are none."""
    settings = installation.settings
    vault = open_vault(settings)
    if settings.gives_keys:
        yield ok("in encryption_keys and pepper")
    else:
        for finding in _file(settings.keys_file):
            yield finding
    database = await usable(installation)
    if database is None:
        yield warn("not compared with the database, which is not ready")
        return
    yield _compared(await database.read(facts.known_verifier), vault.verifier())
    if lost := await database.read(rotation.lost, vault):
        yield fail(f"{lost} values need a key that is missing: add it after the others")


def _file(path: Path) -> Iterator[Finding]:
    if path.stat().st_mode & _OTHERS:
        yield fail(f"others on this machine may use {path}: chmod 600 {path}")
    else:
        yield ok(f"{path} is its owner's alone")


def _compared(known: str | None, ours: str) -> Finding:
    if known is None:
        return ok("the database is new: the first start binds it to these keys")
    if known != ours:
        return fail("the pepper is not the one that the database was begun with: restore your copy")
    return ok("those that the database was begun with")
