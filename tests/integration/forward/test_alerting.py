"""Alerts about cases until somebody acknowledges them, on both databases."""

import json
from datetime import datetime, timedelta

import aiohttp
import pytest
from casework import COMMENT, contact, open_cases, place, urgent
from prometheus_client import REGISTRY
from receiving import NOON, SECRET, County

from gateway.forward import destinations
from gateway.forward.alerting import (
    FIRST_WAIT,
    LEASE,
    LONGEST_WAIT,
    Alerting,
    measure,
    wait_after,
)
from gateway.forward.destinations import Receiver
from gateway.store import alerts, cases
from gateway.store.database import Database
from gateway.store.writer import Writer
from gateway.texts import load_texts

HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)


@pytest.fixture
async def case_id(writer: Writer) -> str:
    await writer.run(place)
    (only,) = await writer.run(lambda c: open_cases(c, urgent()))
    return only


@pytest.fixture
def webhook(county: County) -> Receiver:
    return hearing("county", county.url)


@pytest.fixture
def absent(unused_tcp_port: int) -> Receiver:
    return hearing("absent", f"http://127.0.0.1:{unused_tcp_port}/hook")


def hearing(name: str, url: str) -> Receiver:
    table = {"type": "webhook", "url": url, "secrets": SECRET, "takes": "alerts"}
    return destinations.load(name, table)


async def alert_all(
    writer: Writer, http: aiohttp.ClientSession, now: datetime, *receivers: Receiver
) -> int:
    return await Alerting(writer, http, receivers, load_texts(), HOUR).alert_due(now)


async def test_an_alert_says_which_case_waits_where(
    writer: Writer, http: aiohttp.ClientSession, county: County, webhook: Receiver, case_id: str
) -> None:
    await alert_all(writer, http, NOON, webhook)
    told = json.loads(county.bodies[0])["data"]
    assert (told["case"], told["kind"], told["unit"]["fi"]) == (case_id, "urgent", "Päivystys")


async def test_the_owner_is_the_nearest_one_up_the_tree(
    writer: Writer, http: aiohttp.ClientSession, county: County, webhook: Receiver, case_id: str
) -> None:
    await alert_all(writer, http, NOON, webhook)
    assert json.loads(county.bodies[0])["data"]["owner"] == "kokemus@example.fi"


async def test_an_alert_holds_no_word_of_what_was_written(
    writer: Writer, http: aiohttp.ClientSession, county: County, webhook: Receiver, case_id: str
) -> None:
    await alert_all(writer, http, NOON, webhook)
    assert COMMENT not in json.dumps(json.loads(county.bodies[0]), ensure_ascii=False)


async def test_an_alert_is_repeated_after_the_interval_under_a_new_id(
    writer: Writer, http: aiohttp.ClientSession, county: County, webhook: Receiver, case_id: str
) -> None:
    await alert_all(writer, http, NOON, webhook)
    await alert_all(writer, http, NOON + HOUR - SECOND, webhook)
    assert len(county.ids) == 1
    await alert_all(writer, http, NOON + HOUR, webhook)
    assert len(set(county.ids)) == 2


async def test_alerts_end_when_somebody_acknowledges(
    writer: Writer, http: aiohttp.ClientSession, webhook: Receiver, case_id: str
) -> None:
    await alert_all(writer, http, NOON, webhook)
    await writer.run(lambda c: cases.acknowledge(c, case_id, "Aino", NOON))
    assert await alert_all(writer, http, NOON + 24 * HOUR, webhook) == 0


async def test_alerts_end_when_the_case_is_closed(
    writer: Writer, http: aiohttp.ClientSession, webhook: Receiver, case_id: str
) -> None:
    await writer.run(lambda c: cases.close(c, case_id, "counted", "Aino", NOON))
    assert await alert_all(writer, http, NOON + 24 * HOUR, webhook) == 0


async def test_one_destination_that_took_it_is_enough(
    writer: Writer,
    http: aiohttp.ClientSession,
    county: County,
    webhook: Receiver,
    absent: Receiver,
    case_id: str,
) -> None:
    await alert_all(writer, http, NOON, absent, webhook)
    assert await alert_all(writer, http, NOON + FIRST_WAIT, absent, webhook) == 0


async def test_it_is_tried_again_soon_when_nobody_could_be_told(
    writer: Writer,
    http: aiohttp.ClientSession,
    county: County,
    webhook: Receiver,
    absent: Receiver,
    case_id: str,
) -> None:
    await alert_all(writer, http, NOON, absent)
    assert await alert_all(writer, http, NOON + FIRST_WAIT - SECOND, webhook) == 0
    assert await alert_all(writer, http, NOON + FIRST_WAIT, webhook) == 1
    assert len(county.ids) == 1


def test_the_waits_grow_to_an_hour() -> None:
    waits = [wait_after(failures) for failures in range(1, 9)]
    assert waits[:3] == [FIRST_WAIT, 2 * FIRST_WAIT, 4 * FIRST_WAIT]
    assert wait_after(30_000) == waits[-1] == LONGEST_WAIT


async def test_the_waits_begin_anew_when_somebody_was_told(
    writer: Writer, http: aiohttp.ClientSession, webhook: Receiver, absent: Receiver, case_id: str
) -> None:
    await alert_all(writer, http, NOON, absent)
    await alert_all(writer, http, NOON + FIRST_WAIT, webhook)
    next_time = NOON + FIRST_WAIT + HOUR
    await alert_all(writer, http, next_time, absent)
    assert await alert_all(writer, http, next_time + FIRST_WAIT, webhook) == 1


async def test_who_takes_releases_alone_hears_of_no_case(
    writer: Writer, http: aiohttp.ClientSession, county: County, case_id: str
) -> None:
    table = {"type": "webhook", "url": county.url, "secrets": SECRET}
    await alert_all(writer, http, NOON, destinations.load("figures", table))
    assert county.bodies == []


async def test_without_any_destination_the_case_stays_due(
    writer: Writer, http: aiohttp.ClientSession, webhook: Receiver, case_id: str
) -> None:
    await alert_all(writer, http, NOON)
    assert await alert_all(writer, http, NOON + FIRST_WAIT, webhook) == 1


async def test_two_gateways_tell_of_a_case_once(writer: Writer, case_id: str) -> None:
    first = await writer.run(lambda c: alerts.claim_due(c, NOON, LEASE))
    second = await writer.run(lambda c: alerts.claim_due(c, NOON, LEASE))
    assert [one.case_id for one in first] == [case_id]
    assert second == []


async def test_who_held_a_claim_too_long_changes_nothing(writer: Writer, case_id: str) -> None:
    (late,) = await writer.run(lambda c: alerts.claim_due(c, NOON, LEASE))
    later = NOON + LEASE
    (due,) = await writer.run(lambda c: alerts.claim_due(c, later, LEASE))
    await writer.run(lambda c: alerts.reached(c, due, later + HOUR))
    await writer.run(lambda c: alerts.missed(c, late, later))
    assert await writer.run(lambda c: alerts.claim_due(c, later + HOUR - SECOND, LEASE)) == []


async def test_a_case_acknowledged_during_its_alert_is_not_alerted_again(
    writer: Writer, http: aiohttp.ClientSession, webhook: Receiver, case_id: str
) -> None:
    (due,) = await writer.run(lambda c: alerts.claim_due(c, NOON, LEASE))
    await writer.run(lambda c: cases.acknowledge(c, case_id, "Aino", NOON))
    await writer.run(lambda c: alerts.reached(c, due, NOON + HOUR))
    assert await alert_all(writer, http, NOON + HOUR, webhook) == 0


async def test_open_cases_are_measured(database: Database, writer: Writer, case_id: str) -> None:
    await writer.run(lambda c: open_cases(c, contact()))
    await writer.run(lambda c: cases.acknowledge(c, case_id, "Aino", NOON))
    await measure(database)
    in_hand = {"kind": "urgent", "state": "acknowledged"}
    assert REGISTRY.get_sample_value("korva_cases", in_hand) == 1
    assert REGISTRY.get_sample_value("korva_cases", {"kind": "contact", "state": "open"}) == 1
