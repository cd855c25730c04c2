"""Counting and releasing: days into cells, periods into numbered bytes."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio
from prometheus_client import REGISTRY
from sqlalchemy import Connection, select, update

from gateway.aggregate import Aggregating, release_period
from gateway.closing import LONGEST_WAIT, Publishing, due, waiting_for_labels
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


def counted_aside() -> float:
    return REGISTRY.get_sample_value("korva_answers_uncountable_total") or 0


def misread(connection: Connection, key: str) -> None:
    """A score that no scale has, as a defect or a hand in the database would leave it."""
    answer(connection, key=key, score=10)
    connection.execute(update(response).where(response.c.key == key).values(score=99))


async def test_an_answer_that_can_not_be_counted_stops_no_other(
    county: Writer, database: Database
) -> None:
    before = counted_aside()
    await county.run(lambda c: misread(c, "wrong"))
    await county.run(lambda c: [answer(c, score=3), answer(c, "tays", score=9)])
    aggregating = Aggregating(PUBLISHING, database, county, Bell())
    assert await aggregating.step() == 2
    found = await database.read(sums)
    assert (found["acuta", "sms", "score", "3"], found["tays", "sms", "score", "9"]) == (1, 1)
    assert ("acuta", "sms", "score", "99") not in found
    assert counted_aside() == before + 1
    assert await database.read(cells.uncountable) == 1


async def test_a_period_with_an_answer_that_can_not_be_counted_is_released_without_it(
    county: Writer, database: Database
) -> None:
    await county.run(lambda c: misread(c, "wrong"))
    await county.run(lambda c: [answer(c, score=score) for score in [10] * 6 + [7]])
    assert await county.run(lambda c: release_period(c, PUBLISHING, MARCH, CLOSED)) == 1
    (only,) = await database.read(stored)
    assert group(only.body, "acuta")["answered"] == 7


async def test_an_answer_that_could_not_be_counted_is_tried_again_when_it_is_given_again(
    county: Writer, database: Database
) -> None:
    await county.run(lambda c: misread(c, "wrong"))
    aggregating = Aggregating(PUBLISHING, database, county, Bell())
    await aggregating.step()
    await county.run(lambda c: answer(c, key="wrong", score=9))
    await aggregating.step()
    assert (await database.read(sums))["acuta", "sms", "score", "9"] == 1
    assert await database.read(cells.uncountable) == 0


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


WINDOW_OVER = periods.closes_at(MARCH, PUBLISHING.window_days)


async def comment(writer: Writer) -> None:
    await give(writer, [10] * 9)
    await writer.run(lambda c: answer(c, comment="Hyvä hoito"))


async def test_a_closed_period_waits_for_its_labels(county: Writer, database: Database) -> None:
    await comment(county)
    assert await database.read(due, PUBLISHING, None, WINDOW_OVER) == []
    (held_up,) = await database.read(waiting_for_labels, PUBLISHING, WINDOW_OVER)
    assert (held_up.period, held_up.comments) == (MARCH, 1)
    assert held_up.until == WINDOW_OVER + LONGEST_WAIT


async def test_a_closed_period_does_not_wait_for_its_labels_for_ever(
    county: Writer, database: Database
) -> None:
    await comment(county)
    later = WINDOW_OVER + LONGEST_WAIT
    assert await database.read(due, PUBLISHING, None, later) == [MARCH]
    assert await database.read(waiting_for_labels, PUBLISHING, later) == []


@pytest.mark.parametrize("values", [{"labelling": "done"}, {"held": "urgent"}])
async def test_a_period_waits_for_no_other_comment(
    county: Writer, database: Database, values: dict[str, str]
) -> None:
    await comment(county)
    await county.run(lambda c: c.execute(update(response).values(values)))
    assert await database.read(due, PUBLISHING, None, WINDOW_OVER) == [MARCH]


async def test_a_released_period_waits_for_nothing(county: Writer, database: Database) -> None:
    await give(county, [10] * 12 + [3] * 4)
    await county.run(lambda c: release_period(c, PUBLISHING, MARCH, WINDOW_OVER))
    await county.run(lambda c: answer(c, comment="Hyvä hoito"))
    assert await database.read(due, PUBLISHING, {DAY}, WINDOW_OVER) == [MARCH]
    assert await database.read(waiting_for_labels, PUBLISHING, WINDOW_OVER) == []


async def test_how_many_periods_wait_for_labels_is_measured(
    county: Writer, database: Database
) -> None:
    today = datetime.now(UTC).date()
    over = periods.period_of(today - timedelta(days=today.day), "month")
    window = (today - over.last_day).days - 1
    await county.run(lambda c: answer(c, comment="Hyvä hoito", day=over.last_day))
    publishing = replace(PUBLISHING, window_days=window)
    aggregating = Aggregating(publishing, database, county, Bell())
    while await aggregating.step():
        pass
    assert REGISTRY.get_sample_value("korva_periods_waiting_for_labels") == 1
    assert await database.read(stored) == []


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
