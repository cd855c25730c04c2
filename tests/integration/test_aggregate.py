"""Counting and releasing: days into cells, periods into numbered bytes."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import Connection, select, update

from gateway.aggregate import Aggregating, Publishing, due, release_period
from gateway.core import periods
from gateway.core.errors import InputError
from gateway.store import cells
from gateway.store.database import Database
from gateway.store.schema import cell, delivery, dirty, release, response
from gateway.store.writer import Writer
from gateway.workers import Bell
from tests.integration.answers import DAY, answer
from tests.integration.asking import add_units

MARCH = periods.parse("2026-03")
CLOSED = datetime(2026, 4, 20, 12, tzinfo=UTC)
PUBLISHING = Publishing("Pirha", "month", 5, 11, ("webhook", "files"))


@pytest_asyncio.fixture
async def county(writer: Writer) -> Writer:
    await writer.run(add_units)
    return writer


def stored(connection: Connection) -> list[Any]:
    return list(connection.execute(select(release).order_by(release.c.sequence)).all())


def release_due(connection: Connection, publishing: Publishing, now: datetime) -> list[int]:
    """Release whatever is due, as the worker does."""
    made = [
        release_period(connection, publishing, period, now)
        for period in due(connection, publishing, None, now)
    ]
    return [sequence for sequence in made if sequence is not None]


def sums(connection: Connection) -> dict[tuple[str, str, str, str], int]:
    return dict(cells.of_period(connection, MARCH.first_day, MARCH.last_day))


def group(body: bytes, unit: str, channel: str = "all") -> dict[str, Any]:
    units = {one["id"]: one for one in json.loads(body)["data"]["units"]}
    figures: list[dict[str, Any]] = units[unit]["figures"]
    return next(one for one in figures if one["channel"] == channel)


async def give(writer: Writer, scores: list[int], unit: str = "acuta", day: date = DAY) -> None:
    def put(connection: Connection) -> None:
        for score in scores:
            answer(connection, unit, score=score, day=day)

    await writer.run(put)
    await writer.run(lambda c: cells.recount(c, cells.dirty_places(c, 100)))


async def test_answers_become_the_cells_of_their_day(county: Writer, database: Database) -> None:
    await county.run(lambda c: [answer(c, score=score) for score in (10, 9, 3)])
    assert await Aggregating(PUBLISHING, database, county, Bell()).step() == 1
    found = await database.read(sums)
    assert found["acuta", "sms", "answered", ""] == 3
    assert found["acuta", "sms", "score", "10"] == 1
    assert await database.read(lambda c: c.execute(select(dirty)).all()) == []


async def test_counting_again_changes_nothing(county: Writer, database: Database) -> None:
    await give(county, [10, 9, 3])
    before = await database.read(lambda c: sorted(c.execute(select(cell)).all()))
    for row in before:
        await county.run(lambda c, row=row: cells.recount(c, [(row.unit_id, row.day)]))
    assert await database.read(lambda c: sorted(c.execute(select(cell)).all())) == before


async def test_a_held_answer_is_in_no_figure(county: Writer, database: Database) -> None:
    await county.run(lambda c: answer(c, score=1, held="urgent"))
    await Aggregating(PUBLISHING, database, county, Bell()).step()
    assert await database.read(sums) == {}


async def test_a_closed_period_is_released_once_for_every_destination(
    county: Writer, database: Database
) -> None:
    await give(county, [10] * 12 + [3] * 4)
    assert await county.run(lambda c: release_due(c, PUBLISHING, CLOSED)) == [1]
    assert await county.run(lambda c: release_due(c, PUBLISHING, CLOSED)) == []
    (only,) = await database.read(stored)
    assert (only.sequence, only.period, only.corrects) == (1, "2026-03", None)
    assert group(only.body, "pirha")["nps"]["value"] == 50
    waiting = await database.read(lambda c: sorted(c.scalars(select(delivery.c.destination))))
    assert waiting == ["files", "webhook"]


async def test_a_period_whose_windows_are_open_is_not_released(county: Writer) -> None:
    await give(county, [10] * 9)
    open_still = CLOSED - timedelta(days=10)
    assert await county.run(lambda c: release_due(c, PUBLISHING, open_still)) == []


async def test_closing_on_demand_counts_what_is_still_dirty(
    county: Writer, database: Database
) -> None:
    await county.run(lambda c: [answer(c, score=score) for score in [10] * 6 + [7]])
    await county.run(lambda c: release_period(c, PUBLISHING, MARCH, CLOSED))
    (only,) = await database.read(stored)
    assert group(only.body, "acuta")["answered"] == 7


async def test_a_small_change_waits_and_a_large_one_leaves_as_a_correction(
    county: Writer, database: Database
) -> None:
    await give(county, [10] * 12 + [3] * 4)
    await county.run(lambda c: release_due(c, PUBLISHING, CLOSED))
    await give(county, [2] * 4)
    assert await county.run(lambda c: release_due(c, PUBLISHING, CLOSED)) == []
    await give(county, [2])
    assert await county.run(lambda c: release_due(c, PUBLISHING, CLOSED)) == [2]
    first, second = await database.read(stored)
    assert second.corrects == 1
    assert group(first.body, "acuta")["answered"] == 16
    assert group(second.body, "acuta")["answered"] == 21


async def test_a_small_change_leaves_at_the_years_end(county: Writer) -> None:
    await give(county, [10] * 12 + [3] * 4)
    await county.run(lambda c: release_due(c, PUBLISHING, CLOSED))
    await give(county, [2])
    new_year = datetime(2027, 2, 1, tzinfo=UTC)
    assert 2 in await county.run(lambda c: release_due(c, PUBLISHING, new_year))


async def test_an_erased_answer_shows_in_a_later_release_only(
    county: Writer, database: Database
) -> None:
    await give(county, [10] * 12 + [3] * 6)
    await county.run(lambda c: release_due(c, PUBLISHING, CLOSED))
    (before,) = await database.read(stored)

    def hold_detractors(connection: Connection) -> None:
        connection.execute(update(response).where(response.c.score == 3).values(held="erased"))
        row = connection.execute(select(response)).first()
        assert row is not None
        cells.recount(connection, [(row.unit_id, row.day)])

    await county.run(hold_detractors)
    await county.run(lambda c: release_due(c, PUBLISHING, CLOSED))
    first, second = await database.read(stored)
    assert first.body == before.body
    assert group(second.body, "acuta")["answered"] == 12


async def test_periods_of_two_lengths_do_not_leave_side_by_side(county: Writer) -> None:
    await give(county, [10] * 9)
    await county.run(lambda c: release_period(c, PUBLISHING, MARCH, CLOSED))
    with pytest.raises(InputError, match="shares days"):
        await county.run(lambda c: release_period(c, PUBLISHING, periods.parse("2026-W10"), CLOSED))


async def test_a_period_without_answers_makes_no_release(county: Writer) -> None:
    assert await county.run(lambda c: release_period(c, PUBLISHING, MARCH, CLOSED)) is None


async def test_a_released_period_is_looked_at_again_only_when_a_day_of_it_changed(
    county: Writer, database: Database
) -> None:
    await give(county, [10] * 12 + [3] * 4)
    assert await database.read(due, PUBLISHING, set(), CLOSED) == [MARCH]
    await county.run(lambda c: release_due(c, PUBLISHING, CLOSED))
    assert await database.read(due, PUBLISHING, set(), CLOSED) == []
    assert await database.read(due, PUBLISHING, {DAY}, CLOSED) == [MARCH]


async def test_counting_a_day_reads_no_other_day(county: Writer) -> None:
    def plans(connection: Connection) -> list[str]:
        if connection.dialect.name != "sqlite":
            return []
        statement = select(response).where(response.c.unit_id == "u", response.c.day == DAY)
        compiled = statement.compile(connection, compile_kwargs={"literal_binds": True})
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}")
        return [row[-1] for row in rows]

    for plan in await county.run(plans):
        assert "ix_response_unit_id_day (unit_id=? AND day=?)" in plan
