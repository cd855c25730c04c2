"""The signed HTTP POST, judged by the library of the specification."""

import asyncio
import base64
import json
import logging
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from receiving import NOON, SECRET, County
from standardwebhooks.webhooks import Webhook

from gateway.core.errors import DeliveryFailed
from gateway.forward import destinations
from gateway.forward.destination import Alert, Release
from gateway.forward.destinations import Receiver
from gateway.texts import load_texts

OTHER_SECRET = "whsec_" + base64.b64encode(b"the key that comes after the first").decode()
RELEASE = Release(4, "2025-11", "0190-message", NOON, '{"unit": "Jäähalli"}'.encode())
ALERT = Alert(
    message_id="0190-case.1764590400",
    case_id="0190-case",
    kind="urgent",
    unit={"fi": "Päivystys", "sv": "Jour", "en": "Emergency"},
    owner="osastonhoitaja@example.fi",
    opened_at=NOON,
    sent_at=NOON + timedelta(minutes=61),
    texts=load_texts(),
)


def bound(url: str, **settings: object) -> Receiver:
    table: Mapping[str, object] = {"type": "webhook", "url": url, "secrets": SECRET, **settings}
    return destinations.load("county", table)


@pytest.mark.parametrize("secrets", [f"{OTHER_SECRET},{SECRET}", [SECRET, OTHER_SECRET]])
async def test_while_secrets_rotate_either_opens(
    secrets: object, http: aiohttp.ClientSession, county: County
) -> None:
    await bound(county.url, secrets=secrets).deliver(http, RELEASE)
    assert county.bodies == [RELEASE.body]


async def test_another_secret_than_agreed_is_noticed(
    http: aiohttp.ClientSession, county: County, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    with pytest.raises(DeliveryFailed, match="answered 500"):
        await bound(county.url, secrets=OTHER_SECRET).deliver(http, RELEASE)


async def test_each_secret_signs_once(http: aiohttp.ClientSession) -> None:
    seen: list[Mapping[str, str]] = []

    async def take(request: web.Request) -> web.Response:
        seen.append(dict(request.headers))
        return web.Response()

    app = web.Application()
    app.router.add_post("/hook", take)
    async with TestServer(app) as server:
        url = str(server.make_url("/hook"))
        await bound(url, secrets=[SECRET, OTHER_SECRET]).deliver(http, RELEASE)
    at = datetime.fromtimestamp(int(seen[0]["webhook-timestamp"]), UTC)
    assert seen[0]["webhook-signature"].split(" ") == [
        Webhook(secret).sign(RELEASE.message_id, at, RELEASE.body.decode())
        for secret in (SECRET, OTHER_SECRET)
    ]


async def test_a_destination_that_does_not_answer_in_time_has_failed(
    http: aiohttp.ClientSession,
) -> None:
    stay = asyncio.Event()

    async def dawdle(request: web.Request) -> web.Response:
        await stay.wait()
        return web.Response()

    app = web.Application()
    app.router.add_post("/hook", dawdle)
    async with TestServer(app) as server:
        slow = bound(str(server.make_url("/hook")), timeout_s=0.05)
        with pytest.raises(DeliveryFailed, match=r"[Tt]imeout") as failure:
            await slow.deliver(http, RELEASE)
        stay.set()
    assert not failure.value.permanent


async def test_a_redirect_is_not_followed(http: aiohttp.ClientSession, county: County) -> None:
    county.answers = [(307, {"location": county.url})]
    with pytest.raises(DeliveryFailed, match="answered 307"):
        await bound(county.url).deliver(http, RELEASE)
    assert len(county.ids) == 1


async def test_410_is_for_good(http: aiohttp.ClientSession, county: County) -> None:
    county.answers = [(410, {})]
    with pytest.raises(DeliveryFailed) as failure:
        await bound(county.url).deliver(http, RELEASE)
    assert failure.value.permanent


@pytest.mark.parametrize(
    ("status", "header", "at_least"),
    [
        (503, "120", timedelta(minutes=2)),
        (429, "0", timedelta(0)),
        (503, "9" * 30, timedelta(days=365)),
        (503, "soon", timedelta(0)),
        (503, "-5", timedelta(0)),
        (500, "120", timedelta(0)),
    ],
)
async def test_retry_after_in_seconds(
    status: int, header: str, at_least: timedelta, http: aiohttp.ClientSession, county: County
) -> None:
    county.answers = [(status, {"retry-after": header})]
    with pytest.raises(DeliveryFailed) as failure:
        await bound(county.url).deliver(http, RELEASE)
    assert failure.value.retry_after >= at_least
    assert bool(failure.value.retry_after) == bool(at_least)


async def test_retry_after_as_a_date(http: aiohttp.ClientSession, county: County) -> None:
    in_an_hour = datetime.now(UTC) + timedelta(hours=1)
    county.answers = [(503, {"retry-after": format_datetime(in_an_hour, usegmt=True)})]
    with pytest.raises(DeliveryFailed) as failure:
        await bound(county.url).deliver(http, RELEASE)
    assert timedelta(minutes=59) < failure.value.retry_after <= timedelta(hours=1)


async def test_an_alert_tells_which_case_waits_for_how_long(
    http: aiohttp.ClientSession, county: County
) -> None:
    await bound(county.url).alert(http, ALERT)
    assert county.ids == [ALERT.message_id]
    assert json.loads(county.bodies[0]) == {
        "type": "case.alert.v1",
        "timestamp": "2025-12-01T13:01:00+00:00",
        "data": {
            "case": "0190-case",
            "kind": "urgent",
            "unit": {"fi": "Päivystys", "sv": "Jour", "en": "Emergency"},
            "owner": "osastonhoitaja@example.fi",
            "opened_at": "2025-12-01T12:00:00+00:00",
            "waited_minutes": 61,
            "look": "korva cases show 0190-case",
        },
    }
