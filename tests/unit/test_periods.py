"""The periods of releases."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.errors import InputError
from gateway.core.periods import (
    HELSINKI,
    Length,
    Period,
    closes_at,
    parse,
    period_of,
    periods_closed,
    refuse_overlap,
    year_ends_at,
)

days = st.dates(date(2020, 1, 1), date(2060, 12, 31))
lengths: st.SearchStrategy[Length] = st.sampled_from(["week", "month", "quarter", "year"])


@pytest.mark.parametrize(
    ("identifier", "first", "last"),
    [
        ("2026-10", date(2026, 10, 1), date(2026, 10, 31)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-W45", date(2026, 11, 2), date(2026, 11, 8)),
        ("2026-W53", date(2026, 12, 28), date(2027, 1, 3)),
        ("2025-W01", date(2024, 12, 30), date(2025, 1, 5)),
        ("2026-Q3", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_has_its_days(identifier: str, first: date, last: date) -> None:
    period = parse(identifier)
    assert (period.id, period.first_day, period.last_day) == (identifier, first, last)


@pytest.mark.parametrize(
    "identifier", ["2026-13", "2026-00", "2025-W53", "2026-W00", "2026-Q5", "2026-1", "26", "", "x"]
)
def test_what_is_no_period_is_refused_by_name(identifier: str) -> None:
    with pytest.raises(InputError, match="is no period; write 2026-10"):
        parse(identifier)


@given(days, lengths)
def test_every_day_is_in_the_period_that_is_named_after_it(day: date, length: Length) -> None:
    period = period_of(day, length)
    assert period.first_day <= day <= period.last_day
    assert parse(period.id) == period


@given(days, lengths)
def test_periods_of_one_length_follow_each_other_without_gap(day: date, length: Length) -> None:
    period = period_of(day, length)
    following = period_of(period.last_day + timedelta(days=1), length)
    assert following.first_day == period.last_day + timedelta(days=1)


@pytest.mark.parametrize(
    ("identifier", "window_days", "instant"),
    [
        ("2026-10", 0, datetime(2026, 10, 31, 22, tzinfo=UTC)),
        ("2026-10", 7, datetime(2026, 11, 7, 22, tzinfo=UTC)),
        ("2026-06", 3, datetime(2026, 7, 3, 21, tzinfo=UTC)),
        ("2026-W13", 0, datetime(2026, 3, 29, 21, tzinfo=UTC)),
    ],
)
def test_a_period_closes_at_midnight_in_helsinki_after_its_windows(
    identifier: str, window_days: int, instant: datetime
) -> None:
    assert closes_at(parse(identifier), window_days) == instant


def test_a_period_may_be_corrected_freely_once_the_windows_of_its_year_have_closed() -> None:
    assert year_ends_at(parse("2026-10"), 7) == datetime(2027, 1, 7, 22, tzinfo=UTC)


def closed(now: datetime, since: date = date(2026, 8, 20)) -> list[str]:
    return [period.id for period in periods_closed(now, "month", 7, since)]


def test_a_period_is_open_until_its_windows_have_closed() -> None:
    last_moment = datetime(2026, 11, 7, 23, 59, 59, tzinfo=HELSINKI)
    assert closed(last_moment) == ["2026-08", "2026-09"]


def test_a_period_is_closed_from_the_instant_on() -> None:
    midnight = datetime(2026, 11, 8, tzinfo=HELSINKI)
    assert closed(midnight) == ["2026-08", "2026-09", "2026-10"]


def test_nothing_is_closed_in_the_first_period() -> None:
    assert closed(datetime(2026, 8, 25, tzinfo=UTC)) == []


@pytest.mark.parametrize("other", ["2026-W40", "2026-W44", "2026-Q4", "2026"])
def test_a_period_that_shares_days_with_a_released_one_is_refused(other: str) -> None:
    with pytest.raises(InputError, match=f"2026-10 shares days with the released {other}"):
        refuse_overlap(parse("2026-10"), [parse("2025"), parse(other)])


@pytest.mark.parametrize("other", ["2026-10", "2026-09", "2026-11", "2026-W39", "2026-Q3"])
def test_the_same_period_or_one_beside_it_is_not_refused(other: str) -> None:
    assert refuse_overlap(parse("2026-10"), [parse(other)]) is None


@given(days, lengths, days, lengths)
def test_two_periods_are_refused_together_exactly_when_they_share_days(
    day: date, length: Length, other_day: date, other_length: Length
) -> None:
    one, other = period_of(day, length), period_of(other_day, other_length)
    assert refused(one, other) == bool(one != other and days_of(one) & days_of(other))


def refused(one: Period, other: Period) -> bool:
    try:
        refuse_overlap(one, [other])
    except InputError:
        return True
    return False


def days_of(period: Period) -> set[int]:
    return set(range(period.first_day.toordinal(), period.last_day.toordinal() + 1))
