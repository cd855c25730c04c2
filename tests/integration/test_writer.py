"""The writer: batches, poison, and a database that can't."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import IntegrityError

from gateway.core.errors import StoreUnavailable
from gateway.store.database import Database, open_database
from gateway.store.schema import fact
from gateway.store.writer import Writer, open_writer

batches: list[int] = []


def keep(connection: Connection, names: Sequence[str]) -> list[str | Exception]:
    """Keep a fact for each name; `poison` breaks the whole batch, `refused` only itself."""
    batches.append(len(names))
    for name in names:
        if name == "poison":
            raise ValueError(name)
        if name != "refused":
            connection.execute(fact.insert().values(name=name, value=""))
    return [ValueError("refused") if name == "refused" else name for name in names]


def count(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(fact)) or 0


async def test_what_is_queued_together_is_committed_together(
    writer: Writer, database: Database
) -> None:
    batches.clear()
    names = [f"n{number}" for number in range(40)]
    assert await asyncio.gather(*(writer.submit(keep, name) for name in names)) == names
    assert len(batches) < 5
    assert await database.read(count) == 40


async def test_an_answered_submission_is_in_the_database(
    writer: Writer, database: Database
) -> None:
    await writer.submit(keep, "one")
    assert await database.read(count) == 1


async def test_one_poisonous_item_fails_alone(writer: Writer, database: Database) -> None:
    names = ["a", "b", "poison", "c"]
    results = await asyncio.gather(
        *(writer.submit(keep, name) for name in names), return_exceptions=True
    )
    assert [str(result) for result in results] == names
    assert isinstance(results[2], ValueError)
    assert await database.read(count) == 3


async def test_a_refused_item_leaves_its_batch_alone(writer: Writer, database: Database) -> None:
    results = await asyncio.gather(
        *(writer.submit(keep, name) for name in ("a", "refused")), return_exceptions=True
    )
    assert isinstance(results[1], ValueError)
    assert await database.read(count) == 1


async def test_a_failed_transaction_leaves_nothing(writer: Writer, database: Database) -> None:
    def half(connection: Connection) -> None:
        connection.execute(fact.insert().values(name="half", value=""))
        raise ValueError("stopped half way")

    with pytest.raises(ValueError, match="half way"):
        await writer.run(half)
    assert await database.read(count) == 0


async def test_a_closing_writer_finishes_what_is_queued_and_refuses_the_rest(
    database: Database,
) -> None:
    async with open_writer(database) as writer:
        queued = [asyncio.ensure_future(writer.submit(keep, f"n{number}")) for number in range(9)]
        await asyncio.sleep(0)
    assert await asyncio.gather(*queued) == [f"n{number}" for number in range(9)]
    with pytest.raises(StoreUnavailable, match="stopping"):
        await writer.submit(keep, "late")


async def test_a_second_process_waits_for_its_turn_to_write(database_url: str) -> None:
    async with open_database(database_url) as one, open_database(database_url) as other:
        async with open_writer(one) as first, open_writer(other) as second:
            await asyncio.gather(
                *(first.submit(keep, f"a{number}") for number in range(50)),
                *(second.submit(keep, f"b{number}") for number in range(50)),
            )
        assert await one.read(count) == 100


async def test_a_full_disk_is_told_apart_from_a_mistake(sqlite_url: str) -> None:
    async with open_database(sqlite_url) as database, open_writer(database) as writer:

        def fill(connection: Connection) -> None:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            connection.execute(fact.insert().values(name="big", value="x" * 1_000_000))

        with pytest.raises(StoreUnavailable, match="full"):
            await writer.run(fill)
        assert await database.read(count) == 0


async def test_an_error_of_the_database_does_not_quote_what_was_to_be_stored(
    writer: Writer,
) -> None:
    def twice(connection: Connection) -> None:
        rows = [{"name": "same", "value": "Soittakaa 040 123 4567"}] * 2
        connection.execute(fact.insert(), rows)

    with pytest.raises(IntegrityError) as refused:
        await writer.run(twice)
    assert "040 123 4567" not in str(refused.value)


async def test_a_new_sqlite_file_is_its_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "korva.sqlite"
    async with open_database(f"sqlite:///{file}") as opened:
        await opened.read(lambda c: c.execute(text("select 1")).all())
    assert file.stat().st_mode & 0o777 == 0o600
