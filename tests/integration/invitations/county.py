"""A county that plans questions, and a look at what it wrote down."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from gateway.core.eligibility import Visit
from gateway.sms.invitations import Plan, Tally, book
from gateway.store import outbound
from gateway.store.schema import invitation
from gateway.store.writer import Writer
from tests.integration.asking import NOW, NUMBER, rows, vault

VISIT = Visit(
    source="lifecare",
    key="v1",
    unit="tays",
    visited_at=NOW - timedelta(hours=4),
    number=NUMBER,
    language="fi",
    chance=0.5,
    age_band="45-64",
    municipality="Tampere",
    service_type="pkl",
)
EVENING = replace(VISIT, key="v2", unit="acuta", visited_at=NOW - timedelta(hours=1))
OTHER = replace(VISIT, key="v9", number="+358409999999")
HASH = vault().hash(NUMBER)
DUE = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
LEASE = timedelta(minutes=2)
WINDOW = timedelta(days=7)


class County:
    """Books visits in one installation, and looks at what is in its tables."""

    def __init__(self, writer: Writer, plan: Plan) -> None:
        self.writer, self.plan = writer, plan

    async def book(self, *visits: Visit, now: datetime = NOW) -> Tally:
        return await self.writer.run(lambda c: book(c, self.plan, visits, now))

    async def rows(self, table: Any) -> list[Any]:
        return await self.writer.run(lambda c: rows(c, table))

    async def states(self) -> dict[str, tuple[str, str]]:
        """(state, reason) of each visit by its key."""
        return {row["key"]: (row["state"], row["reason"]) for row in await self.rows(invitation)}

    async def send(self, now: datetime) -> None:
        """Hand over everything that is due, as the sender does."""

        def hand_over(connection: Connection) -> None:
            claimed = outbound.claim(connection, outbound.INVITATION, now, LEASE, 100)
            outbound.open_dialogues(connection, claimed, now, WINDOW)
            outbound.mark_sent(connection, [(row["id"], "kannel", None) for row in claimed], now)

        await self.writer.run(hand_over)
