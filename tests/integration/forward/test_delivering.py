"""Releases on their way to their destinations, over real HTTP and on both databases."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import datetime, timedelta

import aiohttp
import pytest
from prometheus_client import REGISTRY
from pydantic import BaseModel
from receiving import NOON, SECRET, County, add_releases, body_of

from gateway.core import retry
from gateway.core.errors import DeliveryFailed
from gateway.forward import destinations
from gateway.forward.delivering import LEASE, deliver_due, measure
from gateway.forward.destination import Destination, Release
from gateway.forward.destinations import Receiver
from gateway.store import deliveries
from gateway.store.database import Database, open_database
from gateway.store.deliveries import Listed
from gateway.store.writer import Writer, open_writer

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


async def listed(database: Database) -> Sequence[Listed]:
    """Every delivery, the oldest release first."""
    return (await database.read(deliveries.listed, 1000))[::-1]


async def states(database: Database) -> list[str]:
    return [one.state for one in await listed(database)]


async def deliver_all(
    writer: Writer, http: aiohttp.ClientSession, receivers: Sequence[Receiver], now: datetime
) -> None:
    while await deliver_due(writer, http, receivers, now):
        pass


async def test_a_release_leaves_with_the_very_bytes_that_are_stored(
    writer: Writer, http: aiohttp.ClientSession, county: County, webhook: Receiver
) -> None:
    await add_releases(writer, [1], ["county"], NOON)
    await deliver_due(writer, http, [webhook], NOON)
    assert county.bodies == [body_of(1)]


async def test_what_was_taken_is_not_sent_again(
    writer: Writer, http: aiohttp.ClientSession, county: County, webhook: Receiver
) -> None:
    await add_releases(writer, [1], ["county"], NOON)
    await deliver_all(writer, http, [webhook], NOON)
    await deliver_due(writer, http, [webhook], NOON + DAY)
    assert len(county.ids) == 1


@pytest.mark.parametrize("status", [302, 400, 401, 404, 429, 500, 503])
async def test_another_answer_than_2xx_is_tried_again_under_the_same_id(
    status: int, writer: Writer, http: aiohttp.ClientSession, county: County, webhook: Receiver
) -> None:
    county.answers = [(status, {"location": county.url})]
    await add_releases(writer, [1], ["county"], NOON)
    await deliver_due(writer, http, [webhook], NOON)
    await deliver_due(writer, http, [webhook], NOON + MINUTE)
    assert county.ids == [county.ids[0]] * 2
    assert county.bodies == [body_of(1)] * 2


async def test_a_failed_attempt_says_why(
    database: Database,
    writer: Writer,
    http: aiohttp.ClientSession,
    county: County,
    webhook: Receiver,
) -> None:
    county.answers = [(500, {})]
    await add_releases(writer, [1], ["county"], NOON)
    await deliver_due(writer, http, [webhook], NOON)
    (one,) = await listed(database)
    assert (one.state, one.attempts, one.reason) == ("waiting", 1, "answered 500")


async def test_a_destination_that_nobody_listens_at_is_tried_again(
    database: Database, writer: Writer, http: aiohttp.ClientSession, unused_tcp_port: int
) -> None:
    url = f"http://127.0.0.1:{unused_tcp_port}/hook"
    absent = destinations.load("county", {"type": "webhook", "url": url, "secrets": SECRET})
    await add_releases(writer, [1], ["county"], NOON)
    await deliver_due(writer, http, [absent], NOON)
    (one,) = await listed(database)
    assert one.state == "waiting"
    assert "Cannot connect" in one.reason


async def test_410_is_parked_at_once(
    database: Database,
    writer: Writer,
    http: aiohttp.ClientSession,
    county: County,
    webhook: Receiver,
) -> None:
    county.answers = [(410, {})]
    await add_releases(writer, [1], ["county"], NOON)
    await deliver_due(writer, http, [webhook], NOON)
    assert await states(database) == ["parked"]


@pytest.mark.parametrize("status", [429, 503])
async def test_a_busy_destination_says_when_to_come_back(
    status: int,
    database: Database,
    writer: Writer,
    http: aiohttp.ClientSession,
    county: County,
    webhook: Receiver,
) -> None:
    county.answers = [(status, {"retry-after": "7200"})]
    await add_releases(writer, [1], ["county"], NOON)
    await deliver_due(writer, http, [webhook], NOON)
    (one,) = await listed(database)
    assert one.due_at == NOON + timedelta(hours=2)


async def test_a_later_release_does_not_overtake_one_that_waits(
    writer: Writer, http: aiohttp.ClientSession, county: County, webhook: Receiver
) -> None:
    county.answers = [(500, {})]
    await add_releases(writer, [1, 2, 3], ["county"], NOON)
    await deliver_all(writer, http, [webhook], NOON)
    await deliver_all(writer, http, [webhook], NOON + MINUTE)
    assert county.bodies == [body_of(1), body_of(1), body_of(2), body_of(3)]


async def test_a_parked_release_holds_up_nothing(
    database: Database,
    writer: Writer,
    http: aiohttp.ClientSession,
    county: County,
    webhook: Receiver,
) -> None:
    county.answers = [(410, {})]
    await add_releases(writer, [1, 2], ["county"], NOON)
    await deliver_all(writer, http, [webhook], NOON)
    assert await states(database) == ["parked", "delivered"]


async def test_a_destination_that_is_down_holds_up_no_other(
    writer: Writer,
    http: aiohttp.ClientSession,
    county: County,
    webhook: Receiver,
    unused_tcp_port: int,
) -> None:
    url = f"http://127.0.0.1:{unused_tcp_port}/hook"
    absent = destinations.load("absent", {"type": "webhook", "url": url, "secrets": SECRET})
    await add_releases(writer, [1, 2], ["absent", "county"], NOON)
    await deliver_all(writer, http, [absent, webhook], NOON)
    assert county.bodies == [body_of(1), body_of(2)]


async def test_who_takes_alerts_alone_gets_no_release(
    writer: Writer, http: aiohttp.ClientSession, county: County
) -> None:
    await add_releases(writer, [1], ["county"], NOON)
    table = {"type": "webhook", "url": county.url, "secrets": SECRET, "takes": "alerts"}
    receiver = destinations.load("county", table)
    assert await deliver_due(writer, http, [receiver], NOON) == 0
    assert county.bodies == []


async def test_what_is_never_taken_is_parked_after_three_days(
    database: Database,
    writer: Writer,
    http: aiohttp.ClientSession,
    county: County,
    webhook: Receiver,
) -> None:
    await add_releases(writer, [1], ["county"], NOON)
    now = NOON
    while (one := (await listed(database))[0]).state == "waiting":
        now = max(now, one.due_at)
        county.answers = [(500, {})]
        await deliver_due(writer, http, [webhook], now)
    assert one.state == "parked"
    assert NOON + retry.SPAN <= now <= NOON + retry.SPAN + retry.LONGEST_WAIT
    assert set(county.ids) == {county.ids[0]}


async def test_work_that_never_ends_is_parked_without_another_attempt(
    database: Database,
    writer: Writer,
    http: aiohttp.ClientSession,
    county: County,
    webhook: Receiver,
) -> None:
    await add_releases(writer, [1], ["county"], NOON)
    for minute in range(retry.MOST_TRIES):
        now = NOON + minute * MINUTE
        await writer.run(lambda c, now=now: deliveries.claim_due(c, ["county"], now, MINUTE))
    await deliver_due(writer, http, [webhook], NOON + retry.MOST_TRIES * MINUTE)
    assert await states(database) == ["parked"]
    assert county.ids == []


async def test_who_held_a_claim_too_long_marks_nothing(database: Database, writer: Writer) -> None:
    await add_releases(writer, [1], ["county"], NOON)
    (late,) = await writer.run(lambda c: deliveries.claim_due(c, ["county"], NOON, MINUTE))
    later = NOON + MINUTE
    await writer.run(lambda c: deliveries.claim_due(c, ["county"], later, MINUTE))
    assert not await writer.run(lambda c: deliveries.delivered(c, late, later))
    assert await states(database) == ["waiting"]


async def test_nobody_else_takes_up_a_delivery_while_an_attempt_runs(
    database: Database, writer: Writer, http: aiohttp.ClientSession, webhook: Receiver
) -> None:
    await add_releases(writer, [1], ["county"], NOON)
    await writer.run(lambda c: deliveries.claim_due(c, ["county"], NOON, LEASE))
    almost = NOON + LEASE - timedelta(seconds=1)
    assert await deliver_due(writer, http, [webhook], almost) == 0


async def test_two_gateways_send_each_release_once_and_in_order(
    database: Database,
    writer: Writer,
    http: aiohttp.ClientSession,
    county: County,
    webhook: Receiver,
) -> None:
    numbers = list(range(1, 21))
    await add_releases(writer, numbers, ["county"], NOON)
    url = database.url.render_as_string(hide_password=False)
    async with AsyncExitStack() as stack:
        other = await stack.enter_async_context(open_database(url))
        theirs = await stack.enter_async_context(open_writer(other))

        async def work_off(own: Writer) -> None:
            while "waiting" in await states(database):
                await deliver_due(own, http, [webhook], NOON)

        await asyncio.gather(work_off(writer), work_off(theirs))
    assert county.bodies == [body_of(number) for number in numbers]


class Nothing(BaseModel):
    """There is nothing to set."""


def failing(error: Exception) -> Receiver:
    async def deliver(session: aiohttp.ClientSession, settings: BaseModel, _: Release) -> None:
        raise error

    return Receiver("failing", Destination("failing", Nothing, deliver), Nothing(), ("releases",))


async def test_a_defect_in_one_destination_leaves_the_marks_of_the_others(
    database: Database, writer: Writer, http: aiohttp.ClientSession, webhook: Receiver
) -> None:
    await add_releases(writer, [1], ["county", "failing"], NOON)
    with pytest.raises(KeyError, match="a defect"):
        await deliver_due(writer, http, [failing(KeyError("a defect")), webhook], NOON)
    assert sorted(await states(database)) == ["delivered", "waiting"]


async def test_the_first_failure_is_put_off_for_seconds(
    database: Database, writer: Writer, http: aiohttp.ClientSession
) -> None:
    await add_releases(writer, [1], ["failing"], NOON)
    failure = DeliveryFailed("not now", permanent=False)
    await deliver_due(writer, http, [failing(failure)], NOON)
    (one,) = await listed(database)
    assert one.due_at <= NOON + retry.FIRST_WAIT


async def test_a_long_reason_is_cut(
    database: Database, writer: Writer, http: aiohttp.ClientSession
) -> None:
    await add_releases(writer, [1], ["failing"], NOON)
    failure = DeliveryFailed("x" * 500, permanent=False)
    await deliver_due(writer, http, [failing(failure)], NOON)
    (one,) = await listed(database)
    assert one.reason == "x" * 200


async def test_what_waits_and_what_is_parked_is_measured(
    database: Database,
    writer: Writer,
    http: aiohttp.ClientSession,
    county: County,
    webhook: Receiver,
) -> None:
    county.answers = [(410, {}), (500, {})]
    await add_releases(writer, [1, 2, 3], ["county"], NOON)
    await deliver_all(writer, http, [webhook], NOON)
    await measure(database, NOON + MINUTE)
    label = {"destination": "county"}
    assert REGISTRY.get_sample_value("korva_deliveries_parked", label) == 1
    assert REGISTRY.get_sample_value("korva_deliveries_waiting", label) == 2
    assert REGISTRY.get_sample_value("korva_delivery_oldest_age_seconds", label) == 60
