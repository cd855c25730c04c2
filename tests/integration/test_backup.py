"""Backup, restore and migration of the whole database."""

import asyncio
import shutil
import sqlite3
import stat
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, column, delete, insert, select, table, update

from gateway.store import copies
from gateway.store.database import Database, open_database
from gateway.store.facts import check_pepper
from gateway.store.migrate import newest
from gateway.store.schema import fact
from gateway.store.writer import Writer, open_writer
from tests.integration.asking import install
from tests.integration.terminal import korva

BEFORE, DURING = 300, 1000
KEEPSAKE = {"name": "keepsake", "value": "from before the backup"}


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, database_url: str) -> Path:
    install(monkeypatch, tmp_path, database_url)
    return tmp_path


@pytest.fixture
async def kept(database_url: str) -> None:
    """The database holds the keepsake, and nobody has it open."""
    async with open_database(database_url) as database, open_writer(database) as writer:
        await writer.run(lambda c: c.execute(insert(fact).values(KEEPSAKE)))


on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
on_postgres = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


def names(connection: Connection) -> Sequence[str]:
    return connection.scalars(select(fact.c.name).order_by(fact.c.name)).all()


async def names_in(url: str) -> Sequence[str]:
    async with open_database(url) as database:
        return await database.read(names)


async def forget(url: str) -> None:
    async with open_database(url) as database, open_writer(database) as writer:
        await writer.run(lambda c: c.execute(delete(fact)))


async def write_row(writer: Writer, number: int) -> None:
    row = {"name": f"row {number:05}", "value": "x" * 2000}
    await writer.run(lambda c: c.execute(insert(fact).values(row)))


async def test_a_backup_under_writes_has_all_that_was_committed_before_it_began(
    database_url: str, folder: Path
) -> None:
    async with open_database(database_url) as database, open_writer(database) as writer:
        for number in range(BEFORE):
            await write_row(writer, number)
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "gateway", "backup", "copy", cwd=folder
        )
        number = BEFORE
        while process.returncode is None or number < BEFORE + DURING:
            await write_row(writer, number)
            number += 1
        assert process.returncode == 0

    await forget(database_url)
    restored = await korva("restore", "copy", "--force")

    assert restored.exit_code == 0, restored.output
    found = await names_in(database_url)
    assert len(found) >= BEFORE
    assert list(found) == [f"row {number:05}" for number in range(len(found))]


@on_sqlite
async def test_a_restored_database_is_whole_elsewhere(
    kept: None, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await korva("backup", "copy")
    monkeypatch.setenv("KORVA_DATABASE_URL", "sqlite:///other/place/korva.sqlite")

    result = await korva("restore", "copy")

    assert result.exit_code == 0, result.output
    copies.judge(folder / "other/place/korva.sqlite")
    assert await names_in("sqlite:///other/place/korva.sqlite") == ["keepsake"]


async def test_a_backup_brings_back_what_was_lost(kept: None, database_url: str) -> None:
    await korva("backup", "copy")
    await forget(database_url)
    await korva("restore", "copy", "--force")
    assert await names_in(database_url) == ["keepsake"]


async def test_a_backup_is_its_owners_alone(kept: None, folder: Path) -> None:
    await korva("backup", "copy")
    assert stat.S_IMODE((folder / "copy").stat().st_mode) == 0o600


async def test_a_backup_says_that_the_keys_are_not_in_it(kept: None) -> None:
    result = await korva("backup", "copy")
    assert "the keys are not in it" in result.stderr


async def test_a_backup_replaces_nothing_unless_forced(kept: None, folder: Path) -> None:
    (folder / "copy").write_text("mine")
    refused = await korva("backup", "copy")
    assert refused.exit_code == 2
    assert (folder / "copy").read_text() == "mine"
    forced = await korva("backup", "copy", "--force")
    assert forced.exit_code == 0
    assert (folder / "copy").read_bytes() != b"mine"


async def test_what_a_killed_backup_left_is_no_hindrance(kept: None, folder: Path) -> None:
    (folder / ".copy.unfinished").write_text("half")
    result = await korva("backup", "copy")
    assert result.exit_code == 0
    assert not (folder / ".copy.unfinished").exists()


async def test_a_backup_that_fails_leaves_nothing(kept: None, folder: Path) -> None:
    result = await korva("backup", "nowhere/copy")
    assert result.exit_code == 2
    assert "nowhere/copy can't be written: No such file or directory" in result.stderr


@on_sqlite
async def test_a_backup_is_not_written_over_the_database(kept: None, folder: Path) -> None:
    result = await korva("backup", "korva.sqlite", "--force")
    assert result.exit_code == 2
    assert "the database itself" in result.stderr
    assert await names_in(f"sqlite:///{folder / 'korva.sqlite'}") == ["keepsake"]


@on_sqlite
async def test_what_was_erased_is_not_in_a_backup(
    kept: None, database_url: str, folder: Path
) -> None:
    await forget(database_url)
    await korva("backup", "copy")
    assert KEEPSAKE["value"].encode() not in (folder / "copy").read_bytes()


@on_sqlite
async def test_no_database_is_made_to_be_backed_up(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setenv("KORVA_DATABASE_URL", "sqlite:///none.sqlite")
    result = await korva("backup", "copy")
    assert result.exit_code == 2
    assert "there is no database at none.sqlite" in result.stderr
    assert not (folder / "none.sqlite").exists()


async def test_a_database_that_is_there_is_not_replaced_unless_forced(
    kept: None, database_url: str
) -> None:
    await korva("backup", "copy")
    result = await korva("restore", "copy")
    assert result.exit_code == 2
    assert "--force" in result.stderr


async def test_nothing_is_restored_under_a_running_server(
    kept: None, database_url: str, database: Database
) -> None:
    await korva("backup", "copy")
    await database.read(names)
    result = await korva("restore", "copy", "--force")
    assert result.exit_code == 2
    assert "the database is in use: stop the server" in result.stderr


async def test_a_damaged_backup_is_refused_and_the_database_stays(
    kept: None, database_url: str, folder: Path
) -> None:
    await korva("backup", "copy")
    whole = (folder / "copy").read_bytes()
    (folder / "copy").write_bytes(whole[: len(whole) * 2 // 3])
    result = await korva("restore", "copy", "--force")
    assert result.exit_code in (1, 2)
    assert await names_in(database_url) == ["keepsake"]


async def test_a_file_that_is_no_backup_is_refused(
    kept: None, database_url: str, folder: Path
) -> None:
    (folder / "copy").write_text("a shopping list")
    result = await korva("restore", "copy", "--force")
    assert result.exit_code in (1, 2)
    assert await names_in(database_url) == ["keepsake"]


@on_sqlite
async def test_a_database_of_something_else_is_refused(kept: None, folder: Path) -> None:
    with closing(sqlite3.connect(folder / "copy")) as connection:
        connection.execute("create table shopping (item)")
    result = await korva("restore", "copy", "--force")
    assert result.exit_code == 2
    assert "copy is no backup of Korva" in result.stderr


async def test_a_backup_of_a_later_korva_is_refused(kept: None, database_url: str) -> None:
    await at_step(database_url, "9999")
    await korva("backup", "copy")
    result = await korva("restore", "copy", "--force")
    assert result.exit_code == 2
    assert "install the newer version" in result.stderr


@on_postgres
async def test_a_dump_is_not_mixed_with_tables_of_another_step(
    kept: None, database_url: str
) -> None:
    await korva("backup", "copy")
    await at_step(database_url, "0000")
    result = await korva("restore", "copy", "--force")
    assert result.exit_code == 2
    assert "restore it into an empty one" in result.stderr


@on_sqlite
async def test_the_log_of_a_damaged_database_is_not_replayed_into_its_successor(
    kept: None, database_url: str, folder: Path
) -> None:
    await korva("backup", "copy")
    async with open_database(database_url) as database, open_writer(database) as writer:
        await write_row(writer, 0)
        shutil.copy(folder / "korva.sqlite-wal", folder / "left")
    shutil.move(folder / "left", folder / "korva.sqlite-wal")
    (folder / "korva.sqlite").write_bytes(b"damaged beyond reading")

    result = await korva("restore", "copy", "--force")

    assert result.exit_code == 0, result.output
    assert await names_in(database_url) == ["keepsake"]


async def test_a_backup_of_other_keys_is_told_of(
    kept: None, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_database(database_url) as database, open_writer(database) as writer:
        await writer.run(lambda c: check_pepper(c, "of another pepper"))
    await korva("backup", "copy")
    result = await korva("restore", "copy", "--force")
    assert result.exit_code == 0
    assert "the server will not start" in result.stderr


@on_postgres
async def test_pg_dump_is_named_where_it_is_missing(
    kept: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    result = await korva("backup", "copy")
    assert result.exit_code == 2
    assert "pg_dump is not installed: apt install postgresql-client" in result.stderr


@on_sqlite
async def test_migrate_makes_the_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KORVA_DATABASE_URL", "sqlite:///new.sqlite")
    first, second = await korva("migrate"), await korva("migrate")
    assert first.output == f"the database is at step {newest()} (was empty)\n"
    assert second.output == f"the database is at step {newest()}\n"


async def at_step(url: str, step: str) -> None:
    change = update(table("alembic_version", column("version_num"))).values(version_num=step)
    async with open_database(url) as database, open_writer(database) as writer:
        await writer.run(lambda c: c.execute(change))
