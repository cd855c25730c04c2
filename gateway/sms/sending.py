"""The sender: hands due messages to the operator, replies before invitations, at an agreed rate."""

import asyncio
import math
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import aiohttp
import structlog

from gateway.core.eligibility import may_go_out
from gateway.core.errors import DeliveryFailed
from gateway.core.holidays import public_holidays
from gateway.core.retry import next_try
from gateway.crypto import Vault
from gateway.settings import HELSINKI, Settings
from gateway.sms.counts import SENT
from gateway.sms.provider import Outgoing
from gateway.sms.providers import Operator
from gateway.store import outbound
from gateway.store.database import Connection, RowMapping
from gateway.store.writer import Writer

log = structlog.get_logger()

_LEASE = timedelta(minutes=2)
#: The longest a claimed message waits for its turn is this many seconds.
_SLICE_S = 1.0
#: A reply that comes much later than its cause only puzzles.
_REPLY_PATIENCE = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class _Result:
    """What became of handing over one message; no `error` means accepted."""

    row: RowMapping
    reference: str | None = None
    error: DeliveryFailed | None = None


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, eq=False)
class Sending:
    """Sends what is due through one operator."""

    settings: Settings
    operator: Operator
    vault: Vault
    writer: Writer
    session: aiohttp.ClientSession
    clock: Callable[[], datetime] = _utc_now

    async def step(self) -> int:
        """Send up to a slice's worth of messages; how many were handed over or failed."""
        began = asyncio.get_running_loop().time()
        now = self.clock()
        limit = max(1, math.floor(self.settings.sms.rate * _SLICE_S))
        rows = await self.writer.run(lambda connection: self._claim(connection, now, limit))
        if not rows:
            return 0
        results = await asyncio.gather(*(self._send(row) for row in rows))
        await self.writer.run(lambda connection: self._book(connection, results))
        spent = asyncio.get_running_loop().time() - began
        await asyncio.sleep(max(0.0, len(rows) / self.settings.sms.rate - spent))
        return len(rows)

    def _claim(self, connection: Connection, now: datetime, limit: int) -> Sequence[RowMapping]:
        for id_ in outbound.outdated(connection, outbound.REPLY, now - _REPLY_PATIENCE):
            outbound.fail(connection, id_, "too late", now)
        rows = list(outbound.claim(connection, outbound.REPLY, now, _LEASE, limit))
        if len(rows) == limit or not self._may_invite(now):
            return rows
        too_late = now - timedelta(days=self.settings.asking.oldest_days)
        for id_ in outbound.outdated(connection, outbound.INVITATION, too_late):
            outbound.fail(connection, id_, "too late", now)
        invited = outbound.claim(connection, outbound.INVITATION, now, _LEASE, limit - len(rows))
        invited = outbound.drop_unwanted(connection, invited, now)
        window = timedelta(days=self.settings.sms.score_window_days)
        outbound.open_dialogues(connection, invited, now, window)
        return [*rows, *invited]

    def _may_invite(self, now: datetime) -> bool:
        holidays = public_holidays(now.astimezone(HELSINKI).year)
        return may_go_out(self.settings.asking, now, holidays)

    async def _send(self, row: RowMapping) -> _Result:
        message = Outgoing(
            id=row["id"],
            recipient=self.vault.decrypt(row["number"]),
            sender=self.settings.sms.sender,
            text=row["text"],
            report_url=f"{self.settings.server.public_url}/sms/{self.operator.name}/report",
        )
        try:
            return _Result(row, await self.operator.send(self.session, message))
        except DeliveryFailed as error:
            return _Result(row, error=error)

    def _book(self, connection: Connection, results: Sequence[_Result]) -> None:
        now = self.clock()
        accepted = [
            (result.row["id"], self.operator.name, result.reference)
            for result in results
            if result.error is None
        ]
        outbound.mark_sent(connection, accepted, now)
        for result in results:
            outcome = "accepted" if result.error is None else _failed(connection, result, now)
            SENT.labels(result.row["kind"], outcome).inc()


def _failed(connection: Connection, result: _Result, now: datetime) -> str:
    row, error = result.row, result.error
    reason = str(error)
    log.warning("message not sent", id=row["id"], kind=row["kind"], reason=reason)
    again = next_try(row["queued_at"], row["attempts"], now, secrets.randbelow(1000) / 1000)
    too_late = row["kind"] == outbound.REPLY and now - row["queued_at"] > _REPLY_PATIENCE
    if again is None or too_late or (error and error.permanent):
        outbound.fail(connection, row["id"], reason, now)
        return "failed"
    outbound.retry_at(connection, row["id"], again, reason)
    return "retried"
