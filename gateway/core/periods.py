"""The periods that releases are about, in days of Europe/Helsinki."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from gateway.core.errors import InputError

Length = Literal["week", "month", "quarter", "year"]

HELSINKI = ZoneInfo("Europe/Helsinki")
_IDENTIFIER = re.compile(r"(\d{4})(?:-(?:W(?P<week>\d\d)|Q(?P<quarter>\d)|(?P<month>\d\d)))?")


@dataclass(frozen=True, slots=True)
class Period:
    """A named run of days, first and last included."""

    id: str
    length: Length
    first_day: date
    last_day: date


def period_of(day: date, length: Length) -> Period:
    """The period of this length that `day` falls in; weeks are those of ISO 8601."""
    if length == "week":
        year, week, weekday = day.isocalendar()
        monday = day - timedelta(days=weekday - 1)
        return Period(f"{year}-W{week:02}", length, monday, monday + timedelta(days=6))
    months = {"month": 1, "quarter": 3, "year": 12}[length]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    last = _month_after(first, months) - timedelta(days=1)
    return Period(_name(first, length), length, first, last)


def parse(identifier: str) -> Period:
    """The period called "2026-10", "2026-W45", "2026-Q3" or "2026"; InputError else."""
    try:
        period = _parse(identifier)
    except ValueError as problem:
        raise InputError(
            f"{identifier!r} is no period; write 2026-10, 2026-W45, 2026-Q3 or 2026"
        ) from problem
    return period


def closes_at(period: Period, window_days: int) -> datetime:
    """The instant (UTC) when the last answering window of the period has closed.

    A visit on the last day may be answered during that day and `window_days` days after it.
    """
    after = period.last_day + timedelta(days=window_days + 1)
    return datetime.combine(after, time(), HELSINKI).astimezone(UTC)


def periods_closed(
    now: datetime, length: Length, window_days: int, since: date
) -> tuple[Period, ...]:
    """The periods that have closed by `now`, oldest first, from the one that `since` falls in."""
    closed = []
    period = period_of(since, length)
    while closes_at(period, window_days) <= now:
        closed.append(period)
        period = period_of(period.last_day + timedelta(days=1), length)
    return tuple(closed)


def year_ends_at(period: Period, window_days: int) -> datetime:
    """The instant (UTC) from which a period may be corrected whatever the size of the change."""
    return closes_at(period_of(period.last_day, "year"), window_days)


def refuse_overlap(period: Period, released: Iterable[Period]) -> None:
    """Raise InputError when the period shares days with a released one that is not the same.

    Two overlapping or nested sums subtract to the days between them, which can be a small group.
    """
    for other in released:
        shares_days = period.first_day <= other.last_day and other.first_day <= period.last_day
        if other.id != period.id and shares_days:
            raise InputError(
                f"period {period.id} shares days with the released {other.id}; "
                f"keep the length {other.length!r} until those days are over"
            )


def _parse(identifier: str) -> Period:
    match = _IDENTIFIER.fullmatch(identifier)
    if match is None:
        raise ValueError(identifier)
    year = int(match[1])
    if match["week"]:
        return period_of(date.fromisocalendar(year, int(match["week"]), 1), "week")
    if match["quarter"]:
        return period_of(date(year, 3 * int(match["quarter"]) - 2, 1), "quarter")
    if match["month"]:
        return period_of(date(year, int(match["month"]), 1), "month")
    return period_of(date(year, 1, 1), "year")


def _name(first: date, length: Length) -> str:
    endings = {"month": f"-{first.month:02}", "quarter": f"-Q{(first.month + 2) // 3}"}
    return f"{first.year}{endings.get(length, '')}"


def _month_after(first: date, months: int) -> date:
    count = first.month - 1 + months
    return date(first.year + count // 12, count % 12 + 1, 1)
