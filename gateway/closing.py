"""When a period is released: its answering window over, its comments labelled."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil

from gateway.core import periods
from gateway.core.periods import Period
from gateway.settings import Settings
from gateway.store import cells, labels, releases
from gateway.store.database import Connection

#: What is hidden in a first release, such as labels that are not there yet, stays hidden in every
#: correction: figures that are three days late are worth more. A reader that is down for longer
#: than a weekend must not hold the scores back too.
LONGEST_WAIT = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Publishing:
    """What the making of releases needs to know."""

    county: str
    length: periods.Length
    k: int
    window_days: int
    destinations: Sequence[str]


@dataclass(frozen=True, slots=True)
class HeldUp:
    """A closed period that waits for the labels of so many comments, at most until then."""

    period: Period
    comments: int
    until: datetime


def publishing(settings: Settings, destinations: Sequence[str]) -> Publishing:
    """The publishing of this installation. A period's answering window is the longest way from a
    visit to a comment: asked later that week, answered on the last day, a comment after that."""
    comment_days = ceil(settings.sms.comment_window_hours / 24)
    asking = settings.asking.delay_days + settings.sms.score_window_days
    return Publishing(
        county=settings.county.name,
        length=settings.publishing.period,
        k=settings.publishing.smallest_group,
        window_days=asking + comment_days,
        destinations=destinations,
    )


def due(
    connection: Connection, publishing: Publishing, changed: Collection[date] | None, now: datetime
) -> list[Period]:
    """The closed periods that have not been released, or in which one of the days `changed` (any
    day, when it is None), oldest first. Those that wait for labels are not among them."""
    released = set(releases.released(connection))
    held_up = {one.period.id for one in waiting_for_labels(connection, publishing, now)}
    return [
        period
        for period in _closed(connection, publishing, now)
        if period.id not in held_up
        and (
            period.id not in released
            or changed is None
            or any(period.first_day <= day <= period.last_day for day in changed)
        )
    ]


def waiting_for_labels(
    connection: Connection, publishing: Publishing, now: datetime
) -> list[HeldUp]:
    """The closed periods whose first release waits for labels, oldest first."""
    released = set(releases.released(connection))
    new = (one for one in _closed(connection, publishing, now) if one.id not in released)
    found = (_held_up(connection, publishing, period) for period in new)
    return [one for one in found if one.comments and now < one.until]


def _closed(connection: Connection, publishing: Publishing, now: datetime) -> Sequence[Period]:
    since = cells.first_day(connection)
    if since is None:
        return ()
    return periods.periods_closed(now, publishing.length, publishing.window_days, since)


def _held_up(connection: Connection, publishing: Publishing, period: Period) -> HeldUp:
    return HeldUp(
        period,
        labels.waiting_between(connection, period.first_day, period.last_day),
        periods.closes_at(period, publishing.window_days) + LONGEST_WAIT,
    )
