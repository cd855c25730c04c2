"""`korva relabel` with the bundled model: what it changes, leaves alone, and survives."""

import asyncio
import os
import signal
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, func, select, update

import gateway
from gateway.relabel import Relabelling
from gateway.settings import Classifier
from gateway.store import cases, labels, relabelling
from gateway.store.database import Database
from gateway.store.relabelling import Choice
from gateway.store.schema import case, dirty, label, release, response
from gateway.store.writer import Writer
from tests.integration.answers import DAY, answer
from tests.integration.asking import NOW, add_units, install
from tests.integration.terminal import korva

LEASE = timedelta(minutes=3)
COMMENT = "Jonotin neljä tuntia, palvelu oli huonoa"
OLD: dict[str, Any] = {
    "sentiment": "positive",
    "topics": [],
    "intent": "thanks",
    "urgent": False,
    "confidence": 0.8,
    "unsure": False,
    "model_version": "old",
}
NEW = {**OLD, "sentiment": "negative", "model_version": "new"}
CHOICE = Choice("new")
#: Loading the model takes seconds; what differs by database is tried on both without it.
with_the_model = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def county(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, database_url: str, writer: Writer
) -> Writer:
    install(monkeypatch, tmp_path, database_url)
    await writer.run(add_units)
    return writer


def label_all(connection: Connection, found: dict[str, Any] = OLD) -> None:
    """Label all that waits as the former model did."""
    while waiting := labels.claim(connection, NOW, LEASE, 100):
        labels.book(connection, [(one, found) for one in waiting], NOW)


async def add_labelled(writer: Writer, *comments: str, day: date = DAY) -> None:
    def add(connection: Connection) -> None:
        for comment in comments:
            answer(connection, comment=comment, day=day)
        label_all(connection)
        connection.execute(dirty.delete())

    await writer.run(add)


def versions(connection: Connection) -> list[str]:
    return list(connection.scalars(select(label.c.model_version)))


def claim_all(connection: Connection, choice: Choice = CHOICE) -> list[labels.Waiting]:
    claimed = relabelling.claim(connection, choice, NOW, datetime.now(UTC), LEASE, 100)
    return [one for one, _ in claimed]


def open_cases(connection: Connection) -> list[tuple[str, str]]:
    return [(row.kind, row.state) for row in connection.execute(select(case))]


@with_the_model
async def test_every_label_is_of_the_present_version_and_its_day_waits_to_be_counted(
    county: Writer, database: Database
) -> None:
    await add_labelled(county, COMMENT, "Kiitos!")
    result = await korva("relabel")
    assert result.exit_code == 0, result.output
    assert "2 comments labelled, 0 cases opened" in result.stdout
    assert "old" not in await database.read(versions)
    assert await database.read(lambda c: c.scalar(select(func.count()).select_from(dirty))) == 1


@with_the_model
async def test_a_limit_stops_it_and_the_next_run_goes_on(
    county: Writer, database: Database
) -> None:
    await add_labelled(county, *(f"{COMMENT} {number}" for number in range(5)))
    result = await korva("relabel", "--limit", "2")
    assert "2 comments labelled" in result.stdout
    assert "3 are left" in result.stdout
    await korva("relabel")
    assert "old" not in await database.read(versions)


async def test_only_days_from_the_given_one_on_are_relabelled(county: Writer) -> None:
    await add_labelled(county, COMMENT, day=date(2026, 1, 31))
    await add_labelled(county, COMMENT, day=date(2026, 2, 1))
    claimed = await county.run(lambda c: claim_all(c, Choice("new", since=date(2026, 2, 1))))
    assert [one.day for one in claimed] == [date(2026, 2, 1)]


@with_the_model
async def test_it_says_how_many_released_days_it_concerns(county: Writer) -> None:
    await add_labelled(county, COMMENT, day=date(2026, 1, 31))
    await add_labelled(county, COMMENT, day=date(2026, 2, 1))
    row = {"sequence": 1, "period": "2026-01", "body": b"", "cells": b"", "created_at": NOW}
    await county.run(lambda c: c.execute(release.insert().values(**row)))
    result = await korva("relabel")
    assert "2 comments of 2 days" in result.stdout
    assert "1 of these days are in released periods (2026-01)" in result.stdout


async def test_a_comment_that_waits_for_its_first_label_is_left_to_the_server(
    county: Writer, database: Database
) -> None:
    await county.run(lambda c: answer(c, comment=COMMENT))
    assert (await database.read(lambda c: relabelling.left(c, CHOICE))).comments == 0
    assert await county.run(claim_all) == []


async def test_a_comment_that_was_set_aside_is_tried_with_the_new_model(
    county: Writer, database: Database
) -> None:
    await county.run(lambda c: answer(c, comment=COMMENT))
    aside = update(response).values(labelling="set aside", attempts=3)
    await county.run(lambda c: c.execute(aside))
    read = [(one, NEW) for one in await county.run(claim_all)]
    assert await county.run(lambda c: relabelling.book(c, CHOICE, read, NOW)) == (1, 0)
    assert await database.read(lambda c: c.scalar(select(response.c.labelling))) == "done"


async def test_what_has_a_label_of_the_version_is_done(county: Writer) -> None:
    await add_labelled(county, COMMENT)
    read = [(one, NEW) for one in await county.run(claim_all)]
    await county.run(lambda c: relabelling.book(c, CHOICE, read, NOW))
    assert await county.run(claim_all) == []


async def test_a_comment_that_changed_meanwhile_keeps_waiting_for_its_own_label(
    county: Writer, database: Database
) -> None:
    await county.run(lambda c: answer(c, key="one", comment=COMMENT))
    await county.run(label_all)
    claimed = await county.run(claim_all)
    await county.run(lambda c: answer(c, key="one", comment="Sittenkin hyvä"))
    read = [(claimed[0], NEW)]
    assert await county.run(lambda c: relabelling.book(c, CHOICE, read, NOW)) == (0, 0)
    assert await database.read(versions) == ["old"]


async def test_two_that_run_together_never_read_the_same_comment(county: Writer) -> None:
    await add_labelled(county, COMMENT)
    assert len(await county.run(claim_all)) == 1
    assert await county.run(claim_all) == []


async def test_a_claim_that_was_not_ended_runs_out(county: Writer) -> None:
    await add_labelled(county, COMMENT)
    await county.run(claim_all)
    await county.run(lambda c: c.execute(update(response).values(claimed_until=NOW)))
    assert len(await county.run(claim_all)) == 1


async def book_as_urgent(county: Writer, choice: Choice = CHOICE) -> tuple[int, int]:
    claimed = await county.run(claim_all)
    read = [(one, {**NEW, "urgent": True}) for one in claimed]
    return await county.run(lambda c: relabelling.book(c, choice, read, NOW + LEASE))


async def test_what_is_newly_urgent_opens_a_case_and_is_held(
    county: Writer, database: Database
) -> None:
    await add_labelled(county, COMMENT)
    assert await book_as_urgent(county) == (1, 1)
    assert await database.read(open_cases) == [("urgent", "open")]
    assert await database.read(lambda c: c.scalar(select(response.c.held))) == "urgent"


async def test_a_case_that_a_person_closed_stays_closed(county: Writer, database: Database) -> None:
    await county.run(lambda c: answer(c, comment=COMMENT))
    await county.run(lambda c: label_all(c, {**OLD, "urgent": True}))
    case_id = await database.read(lambda c: c.scalar(select(case.c.id)))
    await county.run(lambda c: cases.close(c, case_id, "counted", "test", NOW))
    assert await book_as_urgent(county) == (1, 0)
    assert await database.read(open_cases) == [("urgent", "closed")]
    assert await database.read(lambda c: c.scalar(select(response.c.held))) == ""


async def test_older_comments_open_no_case_where_that_is_asked_for(
    county: Writer, database: Database
) -> None:
    await add_labelled(county, COMMENT)
    assert await book_as_urgent(county, Choice("new", cases_since=NOW + LEASE)) == (1, 0)
    assert await database.read(open_cases) == []


@with_the_model
async def test_a_reader_that_is_killed_is_started_again(county: Writer, database: Database) -> None:
    await add_labelled(county, COMMENT, "Kiitos!")
    work = Relabelling(Classifier(), database, county)
    choice = Choice(await work.version())
    assert work._reader is not None
    work._reader._process.kill()
    assert await work.go_through(choice, 100, lambda _: None) is None
    await work.close()
    assert "old" not in await database.read(versions)


async def test_killed_in_the_middle_it_loses_nothing_and_the_next_run_ends_the_work(
    county: Writer, database: Database, database_url: str, tmp_path: Path
) -> None:
    await add_labelled(county, *(f"{COMMENT} {number}" for number in range(40)))
    running = await start(database_url, tmp_path)
    async with asyncio.timeout(60):
        while (await database.read(versions)).count("old") == 40:
            await asyncio.sleep(0.05)
    running.kill()
    assert await running.wait() == -signal.SIGKILL
    assert len(await database.read(versions)) == 40
    # The time in which its claims run out.
    await county.run(lambda c: c.execute(update(response).values(claimed_until=NOW)))
    result = await korva("relabel")
    assert result.exit_code == 0, result.output
    assert "old" not in await database.read(versions)


async def start(database_url: str, folder: Path) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *("-c", "from gateway.cli.relabel import command; command()"),
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(Path(gateway.__file__).parents[1]),
            "KORVA_DATABASE_URL": database_url,
            "KORVA_CLASSIFIER__BATCH": "4",
        },
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
