"""`korva keys`: made once, rotated without losing a number."""

import stat
import tomllib
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, LargeBinary, insert, select, update

from gateway.crypto import Vault, create_keys, open_vault
from gateway.settings import read_settings
from gateway.store import facts, rotation
from gateway.store.database import Database, open_database
from gateway.store.schema import (
    contact,
    dialogue,
    metadata,
    outbound,
    part,
    quarantine,
    response,
    unit,
)
from gateway.store.writer import open_writer
from tests.integration.terminal import korva

NOW = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)
#: What is encrypted, by its column.
PLAIN = {
    "dialogue.number": "+358401234567",
    "outbound.number": "+358407654321",
    "part.cipher": "ensimmäinen osa",
    "quarantine.cipher": '{"body": ""}',
    "contact.cipher": '{"phone": "040 1234567"}',
}
#: Columns of bytes that hold no cipher: hashes, and figures that name nobody.
OPEN = {"hash", "digest", "body", "cells"}


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, database_url: str) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KORVA_DATABASE_URL", database_url)
    monkeypatch.setenv("KORVA_KEYS_FILE", "korva.keys")
    return tmp_path


@pytest.fixture
async def begun(folder: Path, database_url: str) -> None:
    """An installation that has been served from: its keys are known, and in use everywhere."""
    create_keys(folder / "korva.keys")
    vault = ours()
    async with open_database(database_url) as database, open_writer(database) as writer:
        await writer.run(lambda c: facts.check_pepper(c, vault.verifier()))
        await writer.run(lambda c: fill(c, vault))


def ours() -> Vault:
    return open_vault(read_settings())


def settings_in(path: Path) -> Mapping[str, str]:
    return tomllib.loads(path.read_text())


def key_names() -> list[bytes]:
    return [name for name, _ in ours().keys]


def fill(connection: Connection, vault: Vault) -> None:
    tables = {
        unit: {"id": "u", "key": "u", "name_fi": "U", "short_name": "U"},
        dialogue: {"id": "d", "definition": "x", "unit_id": "u", "language": "fi"},
        outbound: {"id": "o", "kind": "reply", "text": "Kiitos", "queued_at": NOW, "due_at": NOW},
        part: {"hash": b"h", "reference": "r", "number": 1, "total": 2, "taken_at": NOW},
        quarantine: {"id": "q", "provider": "kannel", "kind": "inbound", "received_at": NOW},
        response: {"id": "r", "source": "form", "key": "r", "unit_id": "u", "received_at": NOW},
        contact: {"response_id": "r", "consented_at": NOW},
    }
    defaults = {
        "sensitive": False,
        "sms_allowed": True,
        "day": date(2026, 3, 2),
        "state": "open",
        "step": 0,
        "reasked": False,
        "replies": 0,
        "attempts": 0,
        "reason": "",
        "channel": "form",
        "language": "fi",
        "answers": {},
        "late": False,
        "held": "",
        "labelling": "none",
    }
    for table, given in tables.items():
        usual = {name: value for name, value in defaults.items() if name in table.c}
        ciphers = {
            column.name: vault.encrypt(PLAIN[str(column)])
            for column in rotation.CIPHERS
            if column.table is table
        }
        connection.execute(insert(table).values({**usual, **given, **ciphers}))


def ciphers(connection: Connection) -> Mapping[str, bytes]:
    return {str(column): connection.scalars(select(column)).one() for column in rotation.CIPHERS}


async def decrypted(url: str, vault: Vault) -> Mapping[str, str]:
    async with open_database(url) as database:
        found = await database.read(ciphers)
    return {name: vault.decrypt(cipher) for name, cipher in found.items()}


def test_every_column_that_may_hold_a_cipher_is_rotated() -> None:
    held = {
        str(column)
        for table in metadata.tables.values()
        for column in table.c
        if isinstance(column.type, LargeBinary) and column.name not in OPEN
    }
    assert held == {str(column) for column in rotation.CIPHERS} == set(PLAIN)


async def test_made_keys_are_their_owners_alone(folder: Path) -> None:
    result = await korva("keys", "create")
    assert result.exit_code == 0, result.output
    assert stat.S_IMODE((folder / "korva.keys").stat().st_mode) == 0o600


async def test_keys_are_never_replaced(folder: Path) -> None:
    await korva("keys", "create")
    made = (folder / "korva.keys").read_bytes()
    result = await korva("keys", "create")
    assert result.exit_code == 2
    assert "korva.keys exists, and is never replaced" in result.stderr
    assert (folder / "korva.keys").read_bytes() == made


async def test_a_database_that_was_begun_gets_no_other_keys(begun: None, folder: Path) -> None:
    (folder / "korva.keys").unlink()
    result = await korva("keys", "create")
    assert result.exit_code == 2
    assert "restore korva.keys from your copy" in result.stderr
    assert not (folder / "korva.keys").exists()


async def test_a_file_is_not_made_where_the_settings_hold_the_keys(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setenv("KORVA_PEPPER", "given")
    result = await korva("keys", "create")
    assert result.exit_code == 2
    assert not (folder / "korva.keys").exists()


async def test_after_a_rotation_the_older_key_may_go(
    begun: None, database_url: str, folder: Path
) -> None:
    old = key_names()

    result = await korva("keys", "rotate")

    assert result.exit_code == 0, result.output
    newest, *older = ours().keys
    assert [name for name, _ in older] == old
    alone = Vault(keys=(newest,), pepper=ours().pepper)
    assert await decrypted(database_url, alone) == PLAIN
    assert "no value needs the older keys any more" in result.stdout


async def test_a_rotation_leaves_the_pepper(begun: None) -> None:
    before = ours().verifier()
    await korva("keys", "rotate")
    assert ours().verifier() == before


async def test_an_interrupted_rotation_is_ended_with_the_key_that_it_began_with(
    begun: None, database_url: str
) -> None:
    old = ours()
    await korva("keys", "rotate")
    names = key_names()
    async with open_database(database_url) as database, open_writer(database) as writer:
        left = {"number": old.encrypt(PLAIN["outbound.number"])}
        await writer.run(lambda c: c.execute(update(outbound).values(left)))

    result = await korva("keys", "rotate")

    assert result.exit_code == 0, result.output
    assert key_names() == names
    alone = Vault(keys=ours().keys[:1], pepper=ours().pepper)
    assert await decrypted(database_url, alone) == PLAIN


async def test_keys_are_not_rotated_under_a_running_server(begun: None, database: Database) -> None:
    names = key_names()
    await database.read(ciphers)
    result = await korva("keys", "rotate")
    assert result.exit_code == 2
    assert "the database is in use: stop the server" in result.stderr
    assert key_names() == names


async def test_keys_of_another_database_are_not_rotated(begun: None, folder: Path) -> None:
    (folder / "korva.keys").unlink()
    create_keys(folder / "korva.keys")
    names = key_names()
    result = await korva("keys", "rotate")
    assert result.exit_code == 2
    assert "pepper: it is not the one" in result.stderr
    assert key_names() == names


async def test_a_value_whose_key_is_lost_is_told_and_left(begun: None, database_url: str) -> None:
    stranger = b"????" + ours().encrypt("x")[4:]
    async with open_database(database_url) as database, open_writer(database) as writer:
        await writer.run(lambda c: c.execute(update(part).values(cipher=stranger)))

    result = await korva("keys", "rotate")

    assert result.exit_code == 1
    assert "1 of the values can't be decrypted" in result.stderr
    async with open_database(database_url) as database:
        assert (await database.read(ciphers))["part.cipher"] == stranger


async def test_keys_in_the_settings_are_rotated_by_hand(
    begun: None, database_url: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = settings_in(folder / "korva.keys")
    create_keys(folder / "another.keys")
    new = settings_in(folder / "another.keys")["encryption_keys"]
    monkeypatch.setenv("KORVA_PEPPER", file["pepper"])
    monkeypatch.setenv("KORVA_ENCRYPTION_KEYS", file["encryption_keys"])
    nothing = await korva("keys", "rotate")
    assert nothing.exit_code == 2
    assert "put a new one in front in encryption_keys" in nothing.stderr

    monkeypatch.setenv("KORVA_ENCRYPTION_KEYS", f"{new},{file['encryption_keys']}")
    done = await korva("keys", "rotate")

    assert done.exit_code == 0, done.output
    alone = Vault(keys=ours().keys[:1], pepper=ours().pepper)
    assert await decrypted(database_url, alone) == PLAIN
