"""Worker: tells of the cases that nobody has acknowledged yet, again and again."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import aiohttp
import structlog
from prometheus_client import Counter, Gauge

from gateway.core.errors import DeliveryFailed
from gateway.forward.destination import Alert
from gateway.forward.destinations import ATTEMPT_SECONDS, Receiver
from gateway.store import alerts, cases
from gateway.store.alerts import DueAlert
from gateway.store.database import Database
from gateway.store.writer import Writer
from gateway.texts import Texts

log = structlog.get_logger()

ALERTS = Counter("korva_alerts", "Alerts about cases", ["destination", "outcome"])
CASES = Gauge("korva_cases", "Cases that are not closed", ["kind", "state"])

LEASE = timedelta(seconds=5 * ATTEMPT_SECONDS)
#: When nobody could be told: the first wait, doubled with each failure up to an hour.
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)


@dataclass(frozen=True, slots=True, eq=False)
class Alerting:
    """Tells of cases; `every` is the time until the next alert about the same one."""

    writer: Writer
    session: aiohttp.ClientSession
    receivers: Sequence[Receiver]
    texts: Texts
    every: timedelta

    async def alert_due(self, now: datetime) -> int:
        """Tell every receiver that takes alerts of every case that is due; how many those were.

        Only an alert that reached somebody counts.
        """
        due = await self.writer.run(lambda c: alerts.claim_due(c, now, LEASE))
        ends = await asyncio.gather(
            *(self._attempt(one, now) for one in due), return_exceptions=True
        )
        for end in ends:
            if isinstance(end, BaseException):
                raise end
        return len(due)

    async def _attempt(self, due: DueAlert, now: datetime) -> None:
        if await self._tell_all(due, now):
            await self.writer.run(lambda c: alerts.reached(c, due, now + self.every))
            return
        log.error("nobody could be told of a case", case=due.case_id, attempts=due.attempts)
        again_at = now + wait_after(due.attempts)
        await self.writer.run(lambda c: alerts.missed(c, due, again_at))

    async def _tell_all(self, due: DueAlert, now: datetime) -> bool:
        alert = Alert(
            message_id=f"{due.case_id}.{int(now.timestamp())}",
            case_id=due.case_id,
            kind=due.kind,
            unit=due.unit,
            owner=due.owner,
            opened_at=due.opened_at,
            sent_at=now,
            texts=self.texts,
        )
        takers = (receiver for receiver in self.receivers if receiver.takes_alerts)
        return any(await asyncio.gather(*(self._tell(taker, alert) for taker in takers)))

    async def _tell(self, receiver: Receiver, alert: Alert) -> bool:
        try:
            await receiver.alert(self.session, alert)
        except DeliveryFailed as error:
            log.warning(
                "alert failed", destination=receiver.name, case=alert.case_id, reason=str(error)
            )
            ALERTS.labels(receiver.name, "failed").inc()
            return False
        ALERTS.labels(receiver.name, "sent").inc()
        return True


def wait_after(failures: int) -> timedelta:
    """How long until the next try after so many failures in a row."""
    return min(FIRST_WAIT * (1 << min(failures - 1, 10)), LONGEST_WAIT)


async def measure(database: Database) -> None:
    """Set the gauge to what is in the database."""
    CASES.clear()
    for (kind, state), count in (await database.read(cases.counts)).items():
        CASES.labels(kind, state).set(count)
