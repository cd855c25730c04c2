"""Responses put into the store, for the tests of what is made of them."""

from datetime import date, datetime

from sqlalchemy import Connection, select

from gateway import intake
from gateway.core.response import Response
from gateway.sms.inbound import new_id
from gateway.store.schema import unit
from tests.integration.asking import NOW

DAY = date(2026, 3, 1)


def unit_ids(connection: Connection) -> dict[str, str]:
    return {row.key: row.id for row in connection.execute(select(unit.c.key, unit.c.id))}


def answer(
    connection: Connection,
    unit_key: str = "acuta",
    *,
    score: int | None = 9,
    comment: str = "",
    day: date = DAY,
    key: str = "",
    channel: str = "sms",
    source: str = "test",
    held: str = "",
    received_at: datetime = NOW,
) -> str:
    """Put in one response; its id. A known `key` replaces the response it is of. The source "sms"
    has a dialogue for every key."""
    response = Response(
        id=new_id(),
        source=source,
        key=key or new_id(),
        unit_id=unit_ids(connection)[unit_key],
        channel=channel,
        day=day,
        received_at=received_at,
        language="fi",
        score=score,
        comment=comment,
        held=held,
    )
    intake.put(connection, [response])
    return response.id
