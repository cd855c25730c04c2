"""Who may be asked about a visit, and when."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol

from gateway.core.periods import HELSINKI
from gateway.core.unit import Unit


class Reason(StrEnum):
    """Why somebody is not asked; refusals are counted under these names."""

    UNKNOWN_UNIT = "unknown unit"
    IN_FUTURE = "in the future"
    TOO_OLD = "too old"
    NOT_MOBILE = "no mobile number"
    DECEASED = "deceased"
    OPTED_OUT = "opted out"
    TOO_YOUNG = "too young"
    NOT_OWN_NUMBER = "minor's number not own"
    INVOLUNTARY = "involuntary care"
    NON_DISCLOSURE = "non-disclosure order"
    SEVERAL_NUMBERS = "several numbers"
    NO_PERMISSION = "no permission"
    SENSITIVE_UNIT = "sensitive unit"
    UNIT_OFF = "unit switched off"
    LATER_VISIT = "later visit"
    REST_PERIOD = "rest period"
    NOT_SAMPLED = "not sampled"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit as the county's own system hands it in; (source, key) names it there.

    `number` is in E.164, None unless a text can be expected to arrive there. `age` is the least
    that is known. What is None is not known. `chance`, in [0, 1), is the visit's own and never
    changes: it decides whether the sample has it.
    """

    source: str
    key: str
    unit: str
    visited_at: datetime
    number: str | None
    language: str
    chance: float
    age: int | None = None
    age_band: str = ""
    municipality: str = ""
    service_type: str = ""
    own_number: bool | None = None
    permission: bool | None = None
    deceased: bool = False
    involuntary: bool = False
    non_disclosure: bool = False
    several_numbers: bool = False

    @property
    def day(self) -> date:
        """The Europe/Helsinki date of the visit."""
        return self.visited_at.astimezone(HELSINKI).date()


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of whoever has the number: whether they opted out, the day on which they were
    or will be asked last, and whether another visit of theirs on the same day stands for all: a
    later one, or one whose question has gone out."""

    opted_out: bool = False
    asked_on: date | None = None
    has_other_visit: bool = False


class Asking(Protocol):
    """The settings that decide; `gateway.settings.Asking` documents them."""

    @property
    def delay_days(self) -> int: ...
    @property
    def oldest_days(self) -> int: ...
    @property
    def not_before(self) -> time: ...
    @property
    def quiet_from(self) -> time: ...
    @property
    def quiet_until(self) -> time: ...
    @property
    def on_holidays(self) -> bool: ...
    @property
    def rest_days(self) -> int: ...
    @property
    def youngest(self) -> int: ...
    @property
    def own_number_from(self) -> int: ...
    @property
    def sample_rate(self) -> float: ...
    @property
    def needs_permission(self) -> bool: ...
    @property
    def in_involuntary_care(self) -> bool: ...
    @property
    def under_non_disclosure(self) -> bool: ...
    @property
    def with_several_numbers(self) -> bool: ...
    @property
    def of_sensitive_units(self) -> bool: ...


def send_at(day: date, asking: Asking, now: datetime, holidays: Collection[date]) -> datetime:
    """When the question about a visit of `day` goes out, in UTC, never before `now`.

    On the first possible day from `delay_days` after the visit that is none of `holidays` (unless
    they are asked on), between the later of `not_before` and `quiet_until` and `quiet_from`.
    """
    now = now.astimezone(UTC)
    opens, closes = max(asking.not_before, asking.quiet_until), asking.quiet_from
    on = max(day + timedelta(days=asking.delay_days), now.astimezone(HELSINKI).date())
    while True:
        at = max(_instant(on, opens), now)
        if at < _instant(on, closes) and (asking.on_holidays or on not in holidays):
            return at
        on += timedelta(days=1)


def may_go_out(asking: Asking, now: datetime, holidays: Collection[date]) -> bool:
    """Whether `now` is a time at which `send_at` lets questions go out. What was planned may be
    late: a backlog or a retry must not carry it into the night, nor into Christmas."""
    return send_at(_LONG_AGO, asking, now, holidays) == now


_LONG_AGO = date(2000, 1, 1)


def _instant(day: date, hour: time) -> datetime:
    # Two times of one zone are compared by the clock on the wall; instants need UTC.
    return datetime.combine(day, hour, HELSINKI).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class _Question:
    """Everything that a rule may look at; `on` is the day on which the question would go out."""

    visit: Visit
    unit: Unit
    person: Person
    asking: Asking
    now: datetime
    on: date


def refusal(
    visit: Visit, unit: Unit | None, person: Person, asking: Asking, now: datetime, due: datetime
) -> Reason | None:
    """Why nothing may be asked about this visit, the first reason that holds; None: it may.

    `unit` has the marks of those above it; `due` is what `send_at` says of the visit's day.
    """
    if unit is None:
        return Reason.UNKNOWN_UNIT
    question = _Question(visit, unit, person, asking, now, due.astimezone(HELSINKI).date())
    return next((reason for reason, holds in _RULES if holds(question)), None)


def _is_too_old(q: _Question) -> bool:
    return (q.now.astimezone(HELSINKI).date() - q.visit.day).days > q.asking.oldest_days


def _is_too_young(q: _Question) -> bool:
    return q.visit.age is not None and q.visit.age < q.asking.youngest


def _may_be_a_guardians(q: _Question) -> bool:
    minor = q.visit.age is not None and q.visit.age < q.asking.own_number_from
    return minor and q.visit.own_number is not True


def _tells_of_care(q: _Question) -> bool:
    return q.unit.sensitive and not q.unit.public_name and not q.asking.of_sensitive_units


def _is_not_permitted(q: _Question) -> bool:
    """Who said no is not asked, wherever nobody has to say yes."""
    given = q.visit.permission
    return given is False or (given is None and q.asking.needs_permission)


def _rests(q: _Question) -> bool:
    # Files need not come in order: a visit may be older than one that was asked about. And two
    # questions on one day are too many for every setting.
    if q.person.asked_on is None:
        return False
    return abs((q.on - q.person.asked_on).days) < max(q.asking.rest_days, 1)


#: Chance comes last: the sample is one of those who may be asked.
_RULES: tuple[tuple[Reason, Callable[[_Question], bool]], ...] = (
    (Reason.IN_FUTURE, lambda q: q.visit.visited_at > q.now),
    (Reason.TOO_OLD, _is_too_old),
    (Reason.UNIT_OFF, lambda q: not q.unit.sms_allowed),
    (Reason.DECEASED, lambda q: q.visit.deceased),
    (Reason.NON_DISCLOSURE, lambda q: q.visit.non_disclosure and not q.asking.under_non_disclosure),
    (Reason.INVOLUNTARY, lambda q: q.visit.involuntary and not q.asking.in_involuntary_care),
    (Reason.TOO_YOUNG, _is_too_young),
    (Reason.NOT_OWN_NUMBER, _may_be_a_guardians),
    (Reason.SENSITIVE_UNIT, _tells_of_care),
    (Reason.NO_PERMISSION, _is_not_permitted),
    (
        Reason.SEVERAL_NUMBERS,
        lambda q: q.visit.several_numbers and not q.asking.with_several_numbers,
    ),
    (Reason.NOT_MOBILE, lambda q: q.visit.number is None),
    (Reason.OPTED_OUT, lambda q: q.person.opted_out),
    (Reason.REST_PERIOD, _rests),
    (Reason.LATER_VISIT, lambda q: q.person.has_other_visit),
    (Reason.NOT_SAMPLED, lambda q: q.visit.chance >= q.asking.sample_rate),
)
