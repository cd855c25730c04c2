"""Invitations as they are listed and counted for people."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, func, select

from gateway.store.invitations import NAME
from gateway.store.schema import invitation, unit
from gateway.store.schema import outbound as message


@dataclass(frozen=True, slots=True)
class Listed:
    """An invitation in a list; `message` is the state of its question, "" when there is none."""

    source: str
    key: str
    unit: str
    day: date
    state: str
    reason: str
    message: str


def listed(connection: Connection, state: str | None, since: date | None) -> list[Listed]:
    """Invitations in the order in which they were booked, all states unless one is given, of
    visits from the day `since` on."""
    query = (
        select(
            *NAME,
            unit.c.key,
            invitation.c.day,
            invitation.c.state,
            invitation.c.reason,
            func.coalesce(message.c.state, ""),
        )
        .join(unit, unit.c.id == invitation.c.unit_id)
        .outerjoin(message, message.c.invitation_id == invitation.c.id)
        .where(*_chosen(state, since))
        .order_by(invitation.c.id)
    )
    return [Listed(*row) for row in connection.execute(query)]


def counts(connection: Connection, since: date | None) -> Mapping[tuple[str, str], int]:
    """How many visits there are by (state, reason), from the day `since` on."""
    rows = connection.execute(
        select(invitation.c.state, invitation.c.reason, func.count())
        .where(*_chosen(None, since))
        .group_by(invitation.c.state, invitation.c.reason)
        .order_by(func.count().desc(), invitation.c.state, invitation.c.reason)
    )
    return {(state, reason): count for state, reason, count in rows}


def _chosen(state: str | None, since: date | None) -> list[ColumnElement[bool]]:
    chosen = []
    if state:
        chosen.append(invitation.c.state == state)
    if since:
        chosen.append(invitation.c.day >= since)
    return chosen
