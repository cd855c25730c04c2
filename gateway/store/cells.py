"""Cells: counted from the responses of one day, summed when they are read."""

from collections.abc import Iterable, Sequence
from datetime import date

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

from gateway.core.cells import Cell, Fact, Invitations, Sums, count_cells, count_invitations
from gateway.core.conversation.scene import INVITED
from gateway.core.delivery import DeliveryState
from gateway.store.schema import cell, dirty, invitation, label, outbound, response, unit

Place = tuple[str, date]


def dirty_places(connection: Connection, limit: int | None = None) -> Sequence[Place]:
    """The (unit id, day) whose cells must be counted again."""
    return [(row.unit_id, row.day) for row in connection.execute(select(dirty).limit(limit))]


def dirty_between(connection: Connection, first: date, last: date) -> Sequence[Place]:
    """All of them that lie in a period."""
    marked = select(dirty).where(dirty.c.day.between(first, last))
    return [(row.unit_id, row.day) for row in connection.execute(marked)]


def recount(connection: Connection, places: Iterable[Place]) -> None:
    """Count the cells of these days anew, and only these days.

    The mark goes first: on PostgreSQL a response that is committed meanwhile waits for this
    transaction with its own mark, so nothing is counted as clean that is not.
    """
    days: dict[date, list[str]] = {}
    for unit_id, day in places:
        days.setdefault(day, []).append(unit_id)
    for day, unit_ids in days.items():
        there = {"units": unit_ids, "day": day}
        connection.execute(_UNMARK, there)
        connection.execute(_EMPTY, there)
        facts = [_fact(day, *row) for row in connection.execute(_FACTS, there)]
        sent = [_invitations(day, *row) for row in connection.execute(_SENT, there)]
        if cells := [*count_cells(facts), *count_invitations(sent)]:
            connection.execute(cell.insert(), [_row(one) for one in cells])


def _there(table: Table) -> tuple[ColumnElement[bool], ...]:
    # Not pairs of unit and day: SQLite finds those by reading the whole table.
    units: BindParameter[list[str]] = bindparam("units", expanding=True)
    return table.c.unit_id.in_(units), table.c.day == bindparam("day")


_UNMARK = delete(dirty).where(*_there(dirty))
_EMPTY = delete(cell).where(*_there(cell))
#: The answers that count: held ones wait for a person. An unsure label is still a label.
_FACTS = (
    select(
        response.c.unit_id,
        response.c.channel,
        response.c.score,
        label.c.sentiment,
        label.c.topics,
        label.c.intent,
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


def _fact(
    day: date,
    unit_id: str,
    channel: str,
    score: int | None,
    sentiment: str | None,
    topics: Iterable[tuple[str, str, float]] | None,
    intent: str | None,
) -> Fact:
    return Fact(
        unit=unit_id,
        day=day,
        channel=channel,
        score=score,
        sentiment=sentiment,
        topics=tuple((topic, polarity) for topic, polarity, _ in topics or ()),
        intent=intent,
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
