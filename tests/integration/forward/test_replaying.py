"""Releases that are kept, and sent again."""

from datetime import datetime, timedelta

import aiohttp
from receiving import NOON, County, add_releases, body_of

from gateway.forward.delivering import deliver_due
from gateway.forward.destinations import Receiver
from gateway.store import deliveries, releases
from gateway.store.database import Database
from gateway.store.writer import Writer

DAY = timedelta(days=1)


async def deliver_all(
    writer: Writer, http: aiohttp.ClientSession, receiver: Receiver, now: datetime
) -> None:
    while await deliver_due(writer, http, [receiver], now):
        pass


async def test_a_retry_of_what_was_never_meant_for_a_destination_says_so(writer: Writer) -> None:
    assert not await writer.run(lambda c: deliveries.retry(c, 7, "county", NOON))


async def test_a_parked_release_leaves_when_a_person_retries_it(
    writer: Writer, http: aiohttp.ClientSession, county: County, webhook: Receiver
) -> None:
    county.answers = [(410, {})]
    await add_releases(writer, [1], ["county"], NOON)
    await deliver_due(writer, http, [webhook], NOON)
    await writer.run(lambda c: deliveries.retry(c, 1, "county", NOON))
    await deliver_due(writer, http, [webhook], NOON)
    assert county.ids == [county.ids[0]] * 2


async def test_a_replay_sends_the_same_bytes_under_the_same_ids(
    writer: Writer, http: aiohttp.ClientSession, county: County, webhook: Receiver
) -> None:
    await add_releases(writer, [1, 2, 3], ["county"], NOON)
    await deliver_all(writer, http, webhook, NOON)
    await writer.run(lambda c: deliveries.replay(c, 2, ["county"], NOON + DAY))
    await deliver_all(writer, http, webhook, NOON + DAY)
    assert county.bodies[3:] == county.bodies[1:3] == [body_of(2), body_of(3)]
    assert county.ids[3:] == county.ids[1:3]


async def test_a_replay_brings_old_releases_to_a_new_destination(
    writer: Writer, http: aiohttp.ClientSession, county: County, webhook: Receiver
) -> None:
    await add_releases(writer, [1, 2], [], NOON)
    await writer.run(lambda c: deliveries.replay(c, 1, ["county"], NOON))
    await deliver_all(writer, http, webhook, NOON)
    assert county.bodies == [body_of(1), body_of(2)]


async def test_releases_are_numbered_without_gaps(writer: Writer) -> None:
    assert await writer.run(releases.next_sequence) == 1
    await add_releases(writer, [1], [], NOON)
    assert await writer.run(releases.next_sequence) == 2


async def test_the_newest_release_of_a_period_is_the_one_to_correct(
    database: Database, writer: Writer
) -> None:
    await add_releases(writer, [1, 2], [], NOON)
    newest = await database.read(releases.newest, "2025-11")
    assert newest
    assert (newest.sequence, newest.body) == (2, body_of(2))
    assert await database.read(releases.newest, "2025-10") is None


async def test_releases_are_read_from_a_number_on(database: Database, writer: Writer) -> None:
    await add_releases(writer, [1, 2, 3], [], NOON)
    found = await database.read(releases.since, 2)
    assert [release.body for release in found] == [body_of(2), body_of(3)]


async def test_a_replay_leaves_an_attempt_alone_that_runs(
    database: Database, writer: Writer
) -> None:
    await add_releases(writer, [1], ["county"], NOON)
    (claim,) = await writer.run(lambda c: deliveries.claim_due(c, ["county"], NOON, DAY))
    await writer.run(lambda c: deliveries.replay(c, 1, ["county"], NOON))
    assert await writer.run(lambda c: deliveries.delivered(c, claim, NOON))
    (one,) = await database.read(deliveries.listed, 10)
    assert (one.state, one.attempts) == ("delivered", 1)


async def test_each_release_has_an_id_of_its_own_at_each_destination(writer: Writer) -> None:
    await add_releases(writer, [1], ["county", "archive"], NOON)
    claims = await writer.run(lambda c: deliveries.claim_due(c, ["county", "archive"], NOON, DAY))
    assert len({claim.message_id for claim in claims}) == 2
