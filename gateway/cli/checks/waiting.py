"""What waits: comments, messages, releases, requests that could not be read."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from functools import partial

from gateway.cli.checks import Finding, Installation, ok, usable, warn
from gateway.closing import Publishing, publishing, waiting_for_labels
from gateway.store import cells, deliveries, labels, outbound, quarantine
from gateway.store.database import Database

_LABELS_LATE = timedelta(hours=1)
_MESSAGES_LATE = timedelta(minutes=15)
_RELEASES_LATE = timedelta(days=1)


async def check(installation: Installation) -> AsyncIterator[Finding]:
    """Waiting is a finding when it lasts longer than the server being away for a moment."""
    database = await usable(installation)
    if database is None:
        yield warn("not looked at: the database is not ready")
        return
    late = False
    how = publishing(installation.settings, ())
    periods = partial(_periods, how)
    for look in (_comments, periods, _answers, _messages, _releases, _requests):
        async for finding in look(database):
            late = True
            yield finding
    if not late:
        yield ok("nothing waits for long")


async def _comments(database: Database) -> AsyncIterator[Finding]:
    count, oldest, aside = await database.read(labels.backlog)
    if oldest and datetime.now(UTC) - oldest > _LABELS_LATE:
        yield warn(f"comments without a label: {count}, since {oldest:%Y-%m-%d %H:%M} UTC")
    if aside:
        yield warn(f"comments set aside: {aside}, at each of which the model failed three times")


async def _periods(how: Publishing, database: Database) -> AsyncIterator[Finding]:
    for one in await database.read(waiting_for_labels, how, datetime.now(UTC)):
        yield warn(
            f"release of {one.period.id} waits for labels: {one.comments} comments; at "
            f"{one.until:%Y-%m-%d %H:%M} UTC it leaves without them, for good"
        )


async def _answers(database: Database) -> AsyncIterator[Finding]:
    if aside := await database.read(cells.uncountable):
        yield warn(
            f"answers that can't be counted: {aside}, left out of the figures; the log says why, "
            "korva aggregate --retry counts them after an update or a correction"
        )


async def _messages(database: Database) -> AsyncIterator[Finding]:
    now = datetime.now(UTC)
    for kind, (count, seconds) in (await database.read(outbound.backlog, now)).items():
        age = timedelta(seconds=seconds)
        if age > _MESSAGES_LATE:
            yield warn(f"messages due ({kind}): {count}, since {now - age:%Y-%m-%d %H:%M} UTC")


async def _releases(database: Database) -> AsyncIterator[Finding]:
    for one in await database.read(deliveries.backlogs):
        oldest = one.oldest_queued_at
        if oldest and datetime.now(UTC) - oldest > _RELEASES_LATE:
            yield warn(f"releases for {one.destination}: {one.waiting}, since {oldest:%Y-%m-%d}")
        if one.parked:
            yield warn(
                f"releases to {one.destination} parked: {one.parked}; korva forward list tells "
                "why, korva forward retry sends again"
            )


async def _requests(database: Database) -> AsyncIterator[Finding]:
    kept = [one for one in await database.read(quarantine.listed) if one.state == quarantine.KEPT]
    if kept:
        yield warn(f"requests that could not be read: {len(kept)}; korva quarantine list")
