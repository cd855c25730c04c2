"""Plans the questions about visits: who is asked, with which words, and when."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from gateway.core.dialogue import Definition
from gateway.core.eligibility import Person, Reason, Visit, refusal, send_at
from gateway.core.holidays import public_holidays
from gateway.core.unit import Unit
from gateway.core.unit_tree import inherit
from gateway.crypto import Vault
from gateway.settings import HELSINKI, Settings
from gateway.sms.inbound import asked_dialogue, new_id
from gateway.store import invitations
from gateway.store.database import Connection
from gateway.store.invitations import Name, Planned
from gateway.store.units import Kept
from gateway.store.withdrawals import take_back
from gateway.texts import Texts

KNOWN = "known already"
#: These may pass: the visit is not booked, and a later file can bring it again.
_PASSING = (Reason.UNKNOWN_UNIT, Reason.IN_FUTURE)


@dataclass(frozen=True, slots=True)
class Plan:
    """What plans go by in this installation. `units` have the marks of those above them."""

    settings: Settings
    vault: Vault
    texts: Texts
    definition: Definition
    unit_ids: Mapping[str, str]
    units: Mapping[str, Unit]
    holidays: Collection[date]


@dataclass(slots=True)
class Tally:
    """How many visits were planned, refused for a reason or known already, and how many that had
    been planned before were taken back, by reason."""

    visits: Counter[str] = field(default_factory=Counter)
    taken_back: Counter[str] = field(default_factory=Counter)

    def __iadd__(self, other: "Tally") -> "Tally":
        self.visits += other.visits
        self.taken_back += other.taken_back
        return self


def make_plan(
    settings: Settings, vault: Vault, texts: Texts, units: Mapping[str, Kept], now: datetime
) -> Plan:
    """What plans made `now` go by."""
    return Plan(
        settings=settings,
        vault=vault,
        texts=texts,
        definition=asked_dialogue(settings),
        unit_ids={key: kept.id for key, kept in units.items()},
        units=inherit({key: kept.unit for key, kept in units.items()}),
        holidays=public_holidays(now.year) | public_holidays(now.year + 1),
    )


def question(texts: Texts, definition: Definition, county: str, language: str, unit: Unit) -> str:
    """The text that asks about a visit to the unit."""
    key = definition.steps[0].question(None)
    return texts.say(language, key, county=county, unit=unit.shown_name)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A visit that is asked about; `id` is None when it can't be taken back any more."""

    visited_at: datetime
    id: str | None


@dataclass(slots=True)
class _Booking:
    """A batch of visits on its way into the books: who and what is known, what is to be written.

    `asked` has one visit a person and day, `replaced` what a later visit takes the place of.
    """

    plan: Plan
    now: datetime
    hashes: Mapping[str, bytes]
    people: dict[bytes, Person]
    asked: dict[tuple[bytes, date], _Asked]
    planned: list[Planned] = field(default_factory=list)
    refused: list[tuple[Visit, str, Reason]] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)


def book(connection: Connection, plan: Plan, visits: Sequence[Visit], now: datetime) -> Tally:
    """Plan or refuse each visit that is not known yet.

    Of several visits of a person on one day only the last is asked about, whether they come in one
    file or in several. A deceased person's visits are taken back, those booked earlier too.
    """
    hashes = {one.number: plan.vault.hash(one.number) for one in visits if one.number}
    concerned = {hashes[one.number] for one in visits if one.number and _depends(plan, one, now)}
    people = dict(invitations.read_people(connection, concerned))
    known = invitations.read_names(connection, [_name(one) for one in visits])
    booking = _Booking(plan, now, hashes, people, {})
    _look_up(connection, booking, visits)
    fresh = {_name(one): one for one in reversed(visits) if _name(one) not in known}
    booking.tally.visits += Counter({KNOWN: len(visits) - len(fresh)})
    for visit in sorted(_with_deaths(fresh.values(), visits), key=_last_of_the_day_first):
        _decide(booking, visit)
    # Before the new ones: taking back ends the rest period that planning begins.
    _take_back(connection, booking, booking.replaced, Reason.LATER_VISIT)
    invitations.refuse(connection, booking.refused, now)
    invitations.plan(connection, booking.planned, now)
    return booking.tally


def _depends(plan: Plan, visit: Visit, now: datetime) -> bool:
    """Whether it is left to what we know of the person. Of all others we look up nothing, since
    even that would leave a trace of them."""
    return _judge(plan, visit, Person(), now)[0] in (None, Reason.NOT_SAMPLED)


def _judge(
    plan: Plan, visit: Visit, person: Person, now: datetime
) -> tuple[Reason | None, datetime]:
    asking, unit = plan.settings.asking, plan.units.get(visit.unit)
    due = send_at(visit.day, asking, now, plan.holidays)
    return refusal(visit, unit, person, asking, now, due), due


def _name(visit: Visit) -> Name:
    return visit.source, visit.key


def _last_of_the_day_first(visit: Visit) -> tuple[date, float]:
    return visit.day, -visit.visited_at.timestamp()


def _with_deaths(fresh: Iterable[Visit], visits: Iterable[Visit]) -> list[Visit]:
    """Who is dead in one line is dead in all of them."""
    dead = {one.number for one in visits if one.deceased and one.number}
    return [replace(one, deceased=one.deceased or one.number in dead) for one in fresh]


def _look_up(connection: Connection, booking: _Booking, visits: Sequence[Visit]) -> None:
    """Find what is asked of these people already, and take back what is asked of the dead."""
    dead = [one for one in visits if one.deceased]
    names = {_name(one) for one in dead}
    hashes = {booking.hashes[one.number] for one in dead if one.number}
    waiting = []
    found = invitations.read_planned(connection, booking.hashes.values(), names, booking.now)
    for one in found:
        if one.waits and (one.hash in hashes or one.name in names):
            waiting.append(one.id)
        elif one.hash:
            asked = _Asked(one.visited_at, one.id if one.waits else None)
            booking.asked[one.hash, one.day] = asked
    _take_back(connection, booking, waiting, Reason.DECEASED)


def _take_back(
    connection: Connection, booking: _Booking, ids: Collection[str], reason: Reason
) -> None:
    if ids:
        taken = take_back(connection, ids, reason, booking.now)
        booking.tally.taken_back[reason] += len(taken)


def _decide(booking: _Booking, visit: Visit) -> None:
    plan, hash_ = booking.plan, booking.hashes.get(visit.number or "")
    reason, due = _judge(plan, visit, _person(booking, visit, hash_), booking.now)
    booking.tally.visits[reason or invitations.PLANNED] += 1
    if reason is None and hash_:
        _plan(booking, visit, hash_, due)
    elif reason and reason not in _PASSING:
        booking.refused.append((visit, plan.unit_ids[visit.unit], reason))


def _person(booking: _Booking, visit: Visit, hash_: bytes | None) -> Person:
    """The person as this visit finds them."""
    if hash_ is None or hash_ not in booking.people:
        return Person()
    person, asked = booking.people[hash_], booking.asked.get((hash_, visit.day))
    if asked is None:
        return person
    if asked.id is None:
        return replace(person, has_other_visit=True)
    # What is planned for that day is no reason to rest: this visit may take its place.
    return replace(person, asked_on=None, has_other_visit=visit.visited_at <= asked.visited_at)


def _plan(booking: _Booking, visit: Visit, hash_: bytes, due: datetime) -> None:
    plan, unit = booking.plan, booking.plan.units[visit.unit]
    county = plan.settings.county.short_name
    planned = Planned(
        id=new_id(),
        visit=visit,
        unit_id=plan.unit_ids[visit.unit],
        hash=hash_,
        number=plan.vault.encrypt(visit.number or ""),
        definition=plan.definition.id,
        text=question(plan.texts, plan.definition, county, visit.language, unit),
        due_at=due,
        due_on=due.astimezone(HELSINKI).date(),
    )
    earlier = booking.asked.get((hash_, visit.day))
    if earlier and earlier.id:
        booking.replaced.append(earlier.id)
    booking.asked[hash_, visit.day] = _Asked(visit.visited_at, planned.id)
    booking.people[hash_] = replace(booking.people[hash_], asked_on=planned.due_on)
    booking.planned.append(planned)
