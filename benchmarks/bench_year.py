"""What a unit's year costs with 10,000 and with 1,000,000 stored answers, and what a day reads.

The same unit has the same 3,650 answers in both databases; all others are of 49 other units. The
year is read from cells, a day is counted again from its responses.
"""

import asyncio
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import Connection, event, insert, select

from benchmarks import table
from benchmarks.installation import UNITS, bring_in_units
from gateway.sms.inbound import new_id
from gateway.store import cells, schema
from gateway.store.database import Database, open_database
from gateway.store.migrate import migrate
from gateway.store.writer import Writer, open_writer

SIZES = (10_000, 1_000_000)
ROUNDS = 15
BAR = 1.5
_FIRST = date(2026, 1, 1)
_DAYS = 365
_OWN_A_DAY = 10
_CHUNK = 20_000
_YEAR = "a unit's year"


@dataclass(frozen=True, slots=True)
class County:
    """A database with a year of answers, open."""

    answers: int
    database: Database
    writer: Writer
    unit_id: str


async def main() -> None:
    table.machine()
    with tempfile.TemporaryDirectory() as folder:
        small, large = [await _measured(Path(folder), size) for size in SIZES]
    rows = [
        (
            name,
            f"{small[name] * 1e3:.2f}",
            f"{large[name] * 1e3:.2f}",
            f"{large[name] / small[name]:.2f}",
        )
        for name in small
    ]
    columns = ("", *(f"{size:,} answers" for size in SIZES), "ratio")
    table.show(f"Milliseconds, medians of {ROUNDS} rounds", columns, rows)
    table.judge(f"{_YEAR}, ratio", large[_YEAR] / small[_YEAR], BAR)


async def _measured(folder: Path, size: int) -> dict[str, float]:
    async with open_database(f"sqlite:///{folder}/{size}.sqlite") as database:
        await migrate(database)
        async with open_writer(database) as writer:
            county = await _fill(database, writer, size)
            plans = await _plans(county)
            print(f"{size:,} answers: counting a day uses {', '.join(sorted(plans))}")
            return {
                _YEAR: await _time(lambda: county.database.read(_year, county.unit_id)),
                "counting a day again": await _time(lambda: _recount(county)),
            }


async def _time(work: Callable[[], Any]) -> float:
    await work()
    spent = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        await work()
        spent.append(time.perf_counter() - began)
    return median(spent)


def _year(connection: Connection, unit_id: str) -> int:
    """The NPS cells of one unit over a year, as a page of its figures reads them."""
    found = connection.execute(
        select(schema.cell.c.day, schema.cell.c.key, schema.cell.c.count).where(
            schema.cell.c.unit_id == unit_id,
            schema.cell.c.day.between(_FIRST, _FIRST + timedelta(days=_DAYS)),
            schema.cell.c.measure == "score",
        )
    )
    return sum(row.count for row in found.all())


async def _recount(county: County) -> None:
    place = (county.unit_id, _FIRST + timedelta(days=180))
    await county.writer.run(lambda connection: cells.recount(connection, [place]))


async def _plans(county: County) -> set[str]:
    """The indexes by which SQLite finds what a day is counted from; a scan would be said here."""
    statements: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        statements.append((statement, parameters))

    def explain(connection: Connection) -> set[str]:
        event.listen(connection, "before_cursor_execute", note)
        place = (county.unit_id, _FIRST + timedelta(days=180))
        cells.recount(connection, [place])
        event.remove(connection, "before_cursor_execute", note)
        read = [one for one in statements if one[0].lstrip().startswith("SELECT")]
        rows = [
            row[-1]
            for statement, parameters in read
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]
        return {row for row in rows if row.startswith(("SCAN", "SEARCH"))}

    return await county.writer.run(explain)


async def _fill(database: Database, writer: Writer, size: int) -> County:
    await writer.run(bring_in_units)
    units = await database.read(
        lambda c: list(c.scalars(select(schema.unit.c.id).where(schema.unit.c.key != "county")))
    )
    answers = _answers(units, size)
    chunk: list[dict[str, Any]] = []
    for answer in answers:
        chunk.append(answer)
        if len(chunk) == _CHUNK:
            await writer.run(lambda c, chunk=chunk: c.execute(insert(schema.response), chunk))
            chunk = []
    if chunk:
        await writer.run(lambda c: c.execute(insert(schema.response), chunk))
    days = [_FIRST + timedelta(days=number) for number in range(_DAYS)]
    for unit_id in units:
        places = [(unit_id, day) for day in days]
        await writer.run(lambda c, places=places: cells.recount(c, places))
    return County(size, database, writer, units[0])


def _answers(units: list[str], size: int) -> Iterator[dict[str, Any]]:
    own = _OWN_A_DAY * _DAYS
    for number in range(size):
        mine = number < own
        unit_id = units[0] if mine else units[1 + number % (UNITS - 1)]
        yield {
            "id": new_id(),
            "source": "bench",
            "key": str(number),
            "unit_id": unit_id,
            "channel": "sms",
            "day": _FIRST + timedelta(days=number % _DAYS),
            "language": "fi",
            "score": number % 11,
            "answers": {},
            "comment": None,
            "late": False,
            "held": "",
            "received_at": datetime(2026, 1, 2, tzinfo=UTC),
            "labelling": "none",
            "attempts": 0,
        }


if __name__ == "__main__":
    asyncio.run(main())
