"""Who may be asked about a visit, and when."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.eligibility import Person, Reason, Visit, may_go_out, refusal, send_at
from gateway.core.holidays import public_holidays
from gateway.core.unit import Unit
from gateway.settings import HELSINKI, Asking

ASKING = Asking()
NOW = datetime(2026, 3, 3, 6, 0, tzinfo=UTC)
DUE = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
DUE_ON = date(2026, 3, 3)
VISIT = Visit(
    source="lifecare",
    key="v1",
    unit="tays",
    visited_at=datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
    number="+358401234567",
    language="fi",
    chance=0.5,
)
UNIT = Unit(
    key="tays",
    parent="pirha",
    name_fi="Tays",
    name_sv="",
    name_en="",
    short_name="Tays",
    public_name="",
    oid="",
    sensitive=False,
    sms_allowed=True,
    case_owner="",
)
STRANGER = Person()


def reason(
    *,
    visit: Visit = VISIT,
    unit: Unit | None = UNIT,
    person: Person = STRANGER,
    asking: Asking = ASKING,
) -> Reason | None:
    return refusal(visit, unit, person, asking, NOW, DUE)


def helsinki(*when: int) -> datetime:
    return datetime(*when, tzinfo=HELSINKI).astimezone(UTC)


def test_an_ordinary_visit_is_asked_about() -> None:
    assert reason() is None


def test_an_unknown_unit_is_not_asked_about() -> None:
    assert reason(unit=None) is Reason.UNKNOWN_UNIT


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"visited_at": NOW}, None),
        ({"visited_at": NOW + timedelta(seconds=1)}, Reason.IN_FUTURE),
        ({"visited_at": helsinki(2026, 2, 17)}, None),
        ({"visited_at": helsinki(2026, 2, 16, 23, 59)}, Reason.TOO_OLD),
        ({"number": None}, Reason.NOT_MOBILE),
        ({"deceased": True}, Reason.DECEASED),
        ({"involuntary": True}, Reason.INVOLUNTARY),
        ({"non_disclosure": True}, Reason.NON_DISCLOSURE),
        ({"several_numbers": True}, Reason.SEVERAL_NUMBERS),
        ({"permission": False}, Reason.NO_PERMISSION),
        ({"age": 12, "own_number": True}, Reason.TOO_YOUNG),
        ({"age": 13, "own_number": True}, None),
        ({"age": 13}, Reason.NOT_OWN_NUMBER),
        ({"age": 17, "own_number": False}, Reason.NOT_OWN_NUMBER),
        ({"age": 17, "own_number": True}, None),
        ({"age": 18}, None),
        ({"age": 18, "own_number": False}, None),
        ({"age": None}, None),
    ],
)
def test_a_visit_is_judged_by_what_its_record_says(
    changed: dict[str, Any], expected: Reason | None
) -> None:
    assert reason(visit=replace(VISIT, **changed)) is expected


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"sms_allowed": False}, Reason.UNIT_OFF),
        ({"sensitive": True}, Reason.SENSITIVE_UNIT),
        ({"sensitive": True, "public_name": "Terveyspalvelut"}, None),
    ],
)
def test_a_unit_can_forbid_the_question(changed: dict[str, Any], expected: Reason | None) -> None:
    assert reason(unit=replace(UNIT, **changed)) is expected


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (Person(opted_out=True), Reason.OPTED_OUT),
        (Person(has_other_visit=True), Reason.LATER_VISIT),
        (Person(asked_on=DUE_ON), Reason.REST_PERIOD),
        (Person(asked_on=DUE_ON - timedelta(days=29)), Reason.REST_PERIOD),
        (Person(asked_on=DUE_ON - timedelta(days=30)), None),
        (Person(asked_on=DUE_ON + timedelta(days=29)), Reason.REST_PERIOD),
        (Person(asked_on=DUE_ON + timedelta(days=30)), None),
    ],
)
def test_a_person_is_left_in_peace(person: Person, expected: Reason | None) -> None:
    assert reason(person=person) is expected


@pytest.mark.parametrize(
    ("changed", "settings"),
    [
        ({"involuntary": True}, {"in_involuntary_care": True}),
        ({"non_disclosure": True}, {"under_non_disclosure": True}),
        ({"several_numbers": True}, {"with_several_numbers": True}),
        ({"age": 9, "own_number": True}, {"youngest": 9}),
        ({"age": 15}, {"own_number_from": 15}),
        ({"visited_at": helsinki(2026, 2, 1)}, {"oldest_days": 30}),
        ({"permission": True}, {"needs_permission": True}),
    ],
)
def test_a_county_can_lift_a_rule(changed: dict[str, Any], settings: dict[str, Any]) -> None:
    assert reason(visit=replace(VISIT, **changed), asking=Asking(**settings)) is None


def test_a_county_can_have_sensitive_units_name_themselves() -> None:
    unit = replace(UNIT, sensitive=True)

    assert reason(unit=unit, asking=Asking(of_sensitive_units=True)) is None


def test_a_permission_that_nobody_gave_is_none_where_it_is_needed() -> None:
    assert reason(asking=Asking(needs_permission=True)) is Reason.NO_PERMISSION


def test_nobody_is_asked_twice_on_one_day_even_without_a_rest_period() -> None:
    asking = Asking(rest_days=0)

    assert reason(person=Person(asked_on=DUE_ON), asking=asking) is Reason.REST_PERIOD
    assert reason(person=Person(asked_on=DUE_ON - timedelta(days=1)), asking=asking) is None


@pytest.mark.parametrize(
    ("chance", "rate", "expected"),
    [
        (0.0, 0.0, Reason.NOT_SAMPLED),
        (0.249, 0.25, None),
        (0.25, 0.25, Reason.NOT_SAMPLED),
        (1 - 2**-48, 1.0, None),
    ],
)
def test_the_sample_takes_its_share(chance: float, rate: float, expected: Reason | None) -> None:
    visit = replace(VISIT, chance=chance)

    assert reason(visit=visit, asking=Asking(sample_rate=rate)) is expected


def test_the_sample_is_one_of_those_who_may_be_asked() -> None:
    visit = replace(VISIT, deceased=True)

    assert reason(visit=visit, asking=Asking(sample_rate=0)) is Reason.DECEASED


def test_every_reason_fits_into_its_column() -> None:
    assert max(map(len, Reason)) <= 24


def test_the_day_of_a_visit_is_the_one_in_helsinki() -> None:
    late = replace(VISIT, visited_at=datetime(2026, 3, 2, 22, 30, tzinfo=UTC))

    assert late.day == date(2026, 3, 3)


def due(day: date, now: datetime, *, holidays: frozenset[date] = frozenset(), **own: Any) -> str:
    at = send_at(day, Asking(**own), now, holidays)
    return f"{at.astimezone(HELSINKI):%Y-%m-%d %H:%M}"


def test_the_question_goes_out_at_noon_after_the_visit() -> None:
    assert due(date(2026, 3, 2), helsinki(2026, 3, 2, 16)) == "2026-03-03 12:00"


def test_a_question_that_is_late_goes_out_at_once() -> None:
    assert due(date(2026, 3, 2), helsinki(2026, 3, 5, 15, 7)) == "2026-03-05 15:07"


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (helsinki(2026, 3, 5, 11, 59), "2026-03-05 12:00"),
        (helsinki(2026, 3, 5, 19, 59), "2026-03-05 19:59"),
        (helsinki(2026, 3, 5, 20, 0), "2026-03-06 12:00"),
        (helsinki(2026, 3, 5, 23, 59), "2026-03-06 12:00"),
        (helsinki(2026, 3, 6, 0, 1), "2026-03-06 12:00"),
    ],
)
def test_the_night_is_quiet(now: datetime, expected: str) -> None:
    assert due(date(2026, 3, 2), now) == expected


def test_quiet_hours_hold_against_an_earlier_start() -> None:
    now = helsinki(2026, 3, 2, 16)

    assert due(date(2026, 3, 2), now, not_before=time(7)) == "2026-03-03 09:00"


def test_no_delay_asks_on_the_day_itself() -> None:
    assert due(date(2026, 3, 2), helsinki(2026, 3, 2, 16), delay_days=0) == "2026-03-02 16:00"


def test_holidays_are_skipped() -> None:
    easter = frozenset(date(2026, 4, day) for day in (3, 5, 6))
    now = helsinki(2026, 4, 4, 18)

    assert due(date(2026, 4, 2), helsinki(2026, 4, 2, 18), holidays=easter) == "2026-04-04 12:00"
    assert due(date(2026, 4, 4), now, holidays=easter) == "2026-04-07 12:00"


def test_holidays_can_be_asked_on() -> None:
    easter = frozenset({date(2026, 4, 5)})
    now = helsinki(2026, 4, 4, 18)

    assert due(date(2026, 4, 4), now, holidays=easter, on_holidays=True) == "2026-04-05 12:00"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 3, 27), datetime(2026, 3, 28, 10, tzinfo=UTC)),
        (date(2026, 3, 28), datetime(2026, 3, 29, 9, tzinfo=UTC)),
        (date(2026, 10, 23), datetime(2026, 10, 24, 9, tzinfo=UTC)),
        (date(2026, 10, 24), datetime(2026, 10, 25, 10, tzinfo=UTC)),
    ],
)
def test_noon_is_noon_on_both_sides_of_a_change_of_clocks(day: date, expected: datetime) -> None:
    now = datetime.combine(day, time(15), HELSINKI)

    assert send_at(day, ASKING, now, ()) == expected


@pytest.mark.parametrize(
    ("now", "may"),
    [
        (helsinki(2026, 3, 5, 11, 59), False),
        (helsinki(2026, 3, 5, 12, 0), True),
        (helsinki(2026, 3, 5, 19, 59), True),
        (helsinki(2026, 3, 5, 20, 0), False),
        (helsinki(2026, 12, 24, 14, 0), False),
    ],
)
def test_what_is_late_goes_out_when_a_question_may(now: datetime, may: bool) -> None:
    assert may_go_out(ASKING, now, public_holidays(2026)) is may


days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
# No county begins or ends at an hour that the change of clocks (03-04) leaves out or repeats.
hours = st.times(time(4, 0), time(23, 59))
instants = st.integers(0, 2 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
windows = st.lists(hours, min_size=2, max_size=2, unique=True).map(sorted)


@given(
    day=days,
    now=instants,
    window=windows,
    delay=st.integers(0, 5),
    holidays=st.frozensets(days, max_size=30),
    on_holidays=st.booleans(),
)
def test_no_question_goes_out_at_a_wrong_time(
    day: date,
    now: datetime,
    window: list[time],
    delay: int,
    holidays: frozenset[date],
    on_holidays: bool,
) -> None:
    opens, closes = window
    asking = Asking(
        not_before=opens,
        quiet_until=time(0),
        quiet_from=closes,
        delay_days=delay,
        on_holidays=on_holidays,
    )

    at = send_at(day, asking, now, holidays)

    local = at.astimezone(HELSINKI)
    assert at >= now
    assert opens <= local.time() < closes
    assert local.date() >= day + timedelta(days=delay)
    assert on_holidays or local.date() not in holidays
