"""People whose question has gone out a moment ago, for tests of what they answer."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection

from gateway.core.eligibility import Visit
from gateway.sms.invitations import Plan, book
from gateway.store import outbound

_LEASE = timedelta(minutes=1)
_WINDOW = timedelta(days=7)


def visit(number: str, unit: str, key: str, now: datetime, language: str = "fi") -> Visit:
    """A visit of an hour ago that everybody may be asked about."""
    return Visit(
        source="test",
        key=key,
        unit=unit,
        visited_at=now - timedelta(hours=1),
        number=number,
        language=language,
        chance=0.0,
        age=40,
    )


def ask(connection: Connection, plan: Plan, visits: Sequence[Visit], now: datetime) -> None:
    """Have all of them asked at `now`, as if the operator had taken the questions at once.

    `plan` lets questions go out at that hour.
    """
    book(connection, plan, visits, now)
    rows = outbound.claim(connection, outbound.INVITATION, now, _LEASE, len(visits))
    assert len(rows) == len(visits), "everybody should have been asked"
    outbound.open_dialogues(connection, rows, now, _WINDOW)
    outbound.mark_sent(connection, [(row["id"], "kannel", None) for row in rows], now)
