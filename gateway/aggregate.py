"""The worker that counts: dirty days into cells, closed periods into releases."""

import json
import zlib
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

import structlog
from prometheus_client import Counter, Gauge

from gateway.closing import Publishing, due, waiting_for_labels
from gateway.core import periods, release, suppression
from gateway.core.cells import Sums
from gateway.core.errors import InputError
from gateway.core.periods import Period
from gateway.store import cells, releases, units
from gateway.store.cells import Uncountable
from gateway.store.database import Connection, Database
from gateway.store.releases import StoredRelease
from gateway.store.writer import Writer
from gateway.workers import Bell

log = structlog.get_logger()

RECOUNTED = Counter("korva_days_counted", "Times that a unit's day was counted")
UNCOUNTABLE = Counter("korva_answers_uncountable", "Answers set aside: no figure can hold them")
HELD_UP = Gauge("korva_periods_waiting_for_labels", "Closed periods that wait for their labels")
RELEASED = Counter("korva_releases", "Releases made", ["kind"])

#: Each recount is one short piece of a write transaction; intake waits no longer than for these.
_DAYS_AT_ONCE = 1
_CLOSING_EVERY = timedelta(minutes=15)
_CLOSING_ALL_EVERY = timedelta(days=1)


class Aggregating:
    """Counts what changed; closes what is over."""

    def __init__(
        self, publishing: Publishing, database: Database, writer: Writer, delivering: Bell
    ) -> None:
        self._publishing = publishing
        self._database = database
        self._writer = writer
        self._delivering = delivering
        self._changed: set[date] = set()
        self._close_at = datetime.min.replace(tzinfo=UTC)
        self._close_all_at = self._close_at

    async def step(self) -> int:
        """Count the dirty days; when there are none, now and then look for periods to release."""
        counted = await self._count_dirty_days()
        now = datetime.now(UTC)
        if counted or now < self._close_at:
            return counted
        self._close_at = now + _CLOSING_EVERY
        return await self._release_due(now)

    async def _count_dirty_days(self) -> int:
        places = await self._database.read(cells.dirty_places)
        for first in range(0, len(places), _DAYS_AT_ONCE):
            some = places[first : first + _DAYS_AT_ONCE]
            _tell(await self._writer.run(partial(cells.recount, places=some)))
            self._changed.update(day for _, day in some)
            RECOUNTED.inc(len(some))
        return len(places)

    async def _release_due(self, now: datetime) -> int:
        """Each period has a transaction of its own, and only one in which something changed since
        the last look, so that intake does not wait. Once a day all are looked at: a year may have
        ended."""
        changed = None if now >= self._close_all_at else self._changed
        held_up = await self._database.read(waiting_for_labels, self._publishing, now)
        HELD_UP.set(len(held_up))
        for one in held_up:
            log.warning("release waits for labels", period=one.period.id, comments=one.comments)
        periods_due = await self._database.read(due, self._publishing, changed, now)
        made = 0
        for period in periods_due:
            sequence = await self._writer.run(
                partial(release_period, publishing=self._publishing, period=period, now=now)
            )
            made += sequence is not None
        if changed is None:
            self._close_all_at = now + _CLOSING_ALL_EVERY
        self._changed.clear()
        if made:
            self._delivering.ring()
        return made


def release_period(
    connection: Connection, publishing: Publishing, period: Period, now: datetime
) -> int | None:
    """Release a period, its windows closed or not, or a correction of it; the sequence number,
    None when there is nothing that may leave.

    Raises `InputError` when it shares days with a release of another length.
    """
    dirty = cells.dirty_between(connection, period.first_day, period.last_day)
    _tell(cells.recount(connection, dirty))
    own = cells.of_period(connection, period.first_day, period.last_day)
    before = releases.newest(connection, period.id)
    if before is None:
        periods.refuse_overlap(period, map(periods.parse, releases.released(connection)))
        if not own:
            return None
        return _add(connection, publishing, period, own, None, now)
    changed = suppression.changes(_unpacked(before.cells), own)
    ended = now >= periods.year_ends_at(period, publishing.window_days)
    if not suppression.may_correct(changed, publishing.k, ended):
        return None
    try:
        return _add(connection, publishing, period, own, before, now)
    except InputError as error:
        log.warning("correction stays", period=period.id, reason=str(error))
        return None


def _tell(wrong: Sequence[Uncountable]) -> None:
    for one in wrong:
        UNCOUNTABLE.inc()
        log.error("answer can't be counted", response=one.response_id, reason=one.reason)


def _add(
    connection: Connection,
    publishing: Publishing,
    period: Period,
    own: Sums,
    before: StoredRelease | None,
    now: datetime,
) -> int:
    heading = release.Heading(
        sequence=releases.next_sequence(connection),
        period=period,
        county=publishing.county,
        created_at=now,
        k=publishing.k,
        corrects=before.sequence if before else None,
        question_sets=cells.question_sets(connection, period, publishing.k),
    )
    payload = (
        _corrected(heading, json.loads(before.body), own)
        if before
        else release.build(heading, _units(connection), own)
    )
    stored = StoredRelease(
        sequence=heading.sequence,
        period=period.id,
        corrects=heading.corrects,
        body=release.render(payload),
        cells=_packed(own),
        created_at=now,
    )
    releases.add(connection, stored, publishing.destinations)
    RELEASED.labels("correction" if before else "first").inc()
    log.info("release made", sequence=heading.sequence, period=period.id)
    return heading.sequence


def _corrected(heading: release.Heading, before: Mapping[str, Any], own: Sums) -> Mapping[str, Any]:
    """The same units and places as before, with the figures of now."""
    units = [
        release.Unit(unit["id"], unit["parent"], unit["name"], unit["oid"])
        for unit in before["data"]["units"]
    ]
    known = {unit.id for unit in units}
    still = {place: count for place, count in own.items() if place[0] in known}
    return release.build(heading, units, still, release.shown(before))


def _units(connection: Connection) -> list[release.Unit]:
    return [
        release.Unit(
            kept.unit.key,
            kept.unit.parent or None,
            {"fi": kept.unit.name_fi, "sv": kept.unit.name_sv, "en": kept.unit.name_en},
            kept.unit.oid or None,
        )
        for kept in units.read_units(connection).values()
    ]


def _packed(own: Sums) -> bytes:
    rows = [[*place, count] for place, count in sorted(own.items())]
    return zlib.compress(json.dumps(rows).encode())


def _unpacked(packed: bytes) -> Mapping[tuple[str, str, str, str], int]:
    rows = json.loads(zlib.decompress(packed))
    return {(unit, channel, measure, key): count for unit, channel, measure, key, count in rows}
