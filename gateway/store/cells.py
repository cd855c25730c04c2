"""Cells: counted from the responses of one day, summed when they are read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Table,
    bindparam,
    case,
    delete,
    func,
    select,
)

from gateway.core.cells import (
    OPTIONS,
    STATEMENTS,
    Cell,
    Fact,
    Invitations,
    Sums,
    count_cells,
    count_invitations,
)
from gateway.core.conversation.scene import INVITED
from gateway.core.delivery import DeliveryState
from gateway.core.errors import InputError
from gateway.core.periods import Period
from gateway.store.responses import UNCOUNTABLE, mark_dirty
from gateway.store.schema import cell, dirty, invitation, label, outbound, response, unit

Place = tuple[str, date]


def dirty_places(connection: Connection, limit: int | None = None) -> Sequence[Place]:
    """The (unit id, day) whose cells must be counted again."""
    return [(row.unit_id, row.day) for row in connection.execute(select(dirty).limit(limit))]


def dirty_between(connection: Connection, first: date, last: date) -> Sequence[Place]:
    """All of them that lie in a period."""
    marked = select(dirty).where(dirty.c.day.between(first, last))
    return [(row.unit_id, row.day) for row in connection.execute(marked)]


@dataclass(frozen=True, slots=True)
class Uncountable:
    """An answer with values that no figure can hold, and what is wrong with them."""

    response_id: str
    reason: str


def recount(connection: Connection, places: Iterable[Place]) -> list[Uncountable]:
    """Count the cells of these days anew, and only these days. Answers that can't be counted are
    set aside, so that they stop no other; those that this found.

    The mark goes first: on PostgreSQL a response that is committed meanwhile waits for this
    transaction with its own mark, so nothing is counted as clean that is not.
    """
    days: dict[date, list[str]] = {}
    for unit_id, day in places:
        days.setdefault(day, []).append(unit_id)
    wrong: list[Uncountable] = []
    for day, unit_ids in days.items():
        there = {"units": unit_ids, "day": day}
        connection.execute(_UNMARK, there)
        connection.execute(_EMPTY, there)
        facts = list(_facts(day, connection.execute(_FACTS, there), wrong))
        sent = [_invitations(day, *row) for row in connection.execute(_SENT, there)]
        if cells := [*count_cells(facts), *count_invitations(sent)]:
            connection.execute(cell.insert(), [_row(one) for one in cells])
    _set_aside(connection, [one.response_id for one in wrong])
    return wrong


def uncountable(connection: Connection) -> int:
    """How many answers are set aside because they can't be counted."""
    aside = select(func.count()).where(response.c.held == UNCOUNTABLE)
    return connection.scalar(aside) or 0


def count_again(connection: Connection) -> int:
    """Try the answers again that could not be counted, after an update of Korva, say; how many
    those are. Their days wait to be counted."""
    aside = response.c.held == UNCOUNTABLE
    rows = connection.execute(select(response.c.unit_id, response.c.day).where(aside)).all()
    connection.execute(response.update().where(aside).values(held=""))
    mark_dirty(connection, {(row.unit_id, row.day) for row in rows})
    return len(rows)


def _set_aside(connection: Connection, ids: Sequence[str]) -> None:
    """One that is being changed just now is left alone: its day will be counted again."""
    if ids:
        free = select(response.c.id).where(response.c.id.in_(ids), response.c.held == "")
        still = list(connection.scalars(free.with_for_update(skip_locked=True)))
        aside = response.update().where(response.c.id.in_(still))
        connection.execute(aside.values(held=UNCOUNTABLE))


def _there(table: Table) -> tuple[ColumnElement[bool], ...]:
    # Not pairs of unit and day: SQLite finds those by reading the whole table.
    units: BindParameter[list[str]] = bindparam("units", expanding=True)
    return table.c.unit_id.in_(units), table.c.day == bindparam("day")


_UNMARK = delete(dirty).where(*_there(dirty))
_EMPTY = delete(cell).where(*_there(cell))
#: The answers that count: held ones wait for a person. An unsure label is still a label.
_FACTS = (
    select(
        response.c.id,
        response.c.unit_id,
        response.c.channel,
        response.c.score,
        label.c.sentiment,
        label.c.topics,
        label.c.intent,
        response.c.answers,
        response.c.role,
        response.c.helper,
    )
    .outerjoin(label, label.c.response_id == response.c.id)
    .where(*_there(response), response.c.held == "")
)
#: Asked is what the operator accepted, delivered what it reported as arrived.
_SENT = (
    select(
        invitation.c.unit_id,
        func.count(),
        func.sum(case((outbound.c.state == DeliveryState.DELIVERED, 1), else_=0)),
    )
    .join(outbound, outbound.c.invitation_id == invitation.c.id)
    .where(*_there(invitation), outbound.c.sent_at.is_not(None))
    .group_by(invitation.c.unit_id)
)


def _facts(day: date, rows: Iterable[Sequence[Any]], wrong: list[Uncountable]) -> Iterator[Fact]:
    """What can be counted; what can't goes to `wrong`."""
    for id_, *values in rows:
        try:
            yield _fact(day, *values)
        except InputError as error:
            wrong.append(Uncountable(id_, str(error)))


def _fact(
    day: date,
    unit_id: str,
    channel: str,
    score: int | None,
    sentiment: str | None,
    topics: Iterable[tuple[str, str, float]] | None,
    intent: str | None,
    answers: Mapping[str, int],
    role: str,
    helper: str,
) -> Fact:
    return Fact(
        unit=unit_id,
        day=day,
        channel=channel,
        score=score,
        sentiment=sentiment,
        topics=tuple((topic, polarity) for topic, polarity, _ in topics or ()),
        intent=intent,
        statements=tuple(
            (name, option)
            for name, option in answers.items()
            if name in STATEMENTS and option in OPTIONS
        ),
        role=role,
        helper=helper,
    )


def _invitations(day: date, unit_id: str, asked: int, delivered: int) -> Invitations:
    return Invitations(unit_id, day, INVITED, asked, int(delivered))


def of_period(connection: Connection, first: date, last: date) -> Sums:
    """Every unit's own counts of these days, by the unit's key; sums up the tree are not made."""
    places = (unit.c.key.label("unit"), cell.c.channel, cell.c.measure, cell.c.key)
    rows = connection.execute(
        select(*places, func.sum(cell.c.count))
        .join(unit, unit.c.id == cell.c.unit_id)
        .where(cell.c.day.between(first, last))
        .group_by(*places)
    )
    return {(key, channel, measure, what): int(n) for key, channel, measure, what, n in rows}


def question_sets(connection: Connection, period: Period, fewest: int) -> Sequence[str]:
    """The versions of question sets that at least so many answers of a period are to."""
    query = (
        select(response.c.question_set)
        .where(response.c.day.between(period.first_day, period.last_day))
        .where(response.c.held == "", response.c.question_set != "")
        .group_by(response.c.question_set)
        .having(func.count() >= fewest)
        .order_by(response.c.question_set)
    )
    return list(connection.scalars(query))


def first_day(connection: Connection) -> date | None:
    """The first day of which anything was counted."""
    found: date | None = connection.scalar(select(func.min(cell.c.day)))
    return found


def _row(one: Cell) -> dict[str, object]:
    return {
        "unit_id": one.unit,
        "day": one.day,
        "channel": one.channel,
        "measure": one.measure,
        "key": one.key,
        "count": one.count,
    }
