"""Worker: brings releases to their destinations, each destination in order."""

import asyncio
import random
from collections.abc import Sequence
from datetime import datetime, timedelta

import aiohttp
import structlog
from prometheus_client import Counter, Gauge

from gateway.core import retry
from gateway.core.errors import DeliveryFailed
from gateway.forward.destination import Release
from gateway.forward.destinations import ATTEMPT_SECONDS, Receiver
from gateway.store import deliveries
from gateway.store.database import Database
from gateway.store.deliveries import Claimed
from gateway.store.writer import Writer

log = structlog.get_logger()

ATTEMPTS = Counter(
    "korva_delivery_attempts", "Attempts to deliver a release", ["destination", "outcome"]
)
PARKED = Gauge("korva_deliveries_parked", "Releases set aside for a person", ["destination"])
WAITING = Gauge("korva_deliveries_waiting", "Releases not yet delivered", ["destination"])
OLDEST = Gauge(
    "korva_delivery_oldest_age_seconds", "How long the oldest release waits", ["destination"]
)

#: Longer than an attempt can last: while a process is at a delivery, no other takes it up.
LEASE = timedelta(seconds=5 * ATTEMPT_SECONDS)


async def deliver_due(
    writer: Writer, session: aiohttp.ClientSession, receivers: Sequence[Receiver], now: datetime
) -> int:
    """Attempt what is due, one release for each destination, all at once; returns how many."""
    takers = {receiver.name: receiver for receiver in receivers if receiver.takes_releases}
    claims = await writer.run(lambda c: deliveries.claim_due(c, tuple(takers), now, LEASE))
    # One that fails in an unforeseen way must not take the marks of the others with it.
    ends = await asyncio.gather(
        *(_attempt(writer, session, takers[claim.destination], claim, now) for claim in claims),
        return_exceptions=True,
    )
    for end in ends:
        if isinstance(end, BaseException):
            raise end
    return len(claims)


async def _attempt(
    writer: Writer,
    session: aiohttp.ClientSession,
    receiver: Receiver,
    claim: Claimed,
    now: datetime,
) -> None:
    if claim.attempts > retry.MOST_TRIES:
        await _park(writer, claim, now, "no attempt ever ended")
        return
    release = Release(claim.sequence, claim.period, claim.message_id, claim.created_at, claim.body)
    try:
        await receiver.deliver(session, release)
    except DeliveryFailed as error:
        await _failed(writer, claim, now, error)
    else:
        await writer.run(lambda c: deliveries.delivered(c, claim, now))
        _count(claim, "delivered")


async def _failed(writer: Writer, claim: Claimed, now: datetime, error: DeliveryFailed) -> None:
    due_at = retry.next_try(
        claim.queued_at, claim.attempts, now, random.random(), error.retry_after
    )
    if error.permanent or due_at is None:
        await _park(writer, claim, now, str(error))
    else:
        await writer.run(lambda c: deliveries.put_off(c, claim, due_at, str(error)))
        _count(claim, "put off", reason=str(error), due_at=due_at.isoformat())


async def _park(writer: Writer, claim: Claimed, now: datetime, reason: str) -> None:
    await writer.run(lambda c: deliveries.park(c, claim, now, reason))
    _count(claim, "parked", reason=reason)


def _count(claim: Claimed, outcome: str, **words: str) -> None:
    ATTEMPTS.labels(claim.destination, outcome).inc()
    log.info(
        "delivery",
        destination=claim.destination,
        sequence=claim.sequence,
        attempts=claim.attempts,
        outcome=outcome,
        **words,
    )


async def measure(database: Database, now: datetime) -> None:
    """Set the gauges to what is in the database."""
    for backlog in await database.read(deliveries.backlogs):
        oldest = backlog.oldest_queued_at or now
        PARKED.labels(backlog.destination).set(backlog.parked)
        WAITING.labels(backlog.destination).set(backlog.waiting)
        OLDEST.labels(backlog.destination).set((now - oldest).total_seconds())
