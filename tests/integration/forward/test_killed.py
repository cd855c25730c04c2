"""A gateway that is killed while a release is on its way."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import Process
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from receiving import SECRET, County, add_releases, body_of

from gateway.forward import destinations
from gateway.forward.delivering import LEASE, deliver_due
from gateway.store.database import Database
from gateway.store.writer import Writer

FORWARD = "from gateway.cli.forward import command; command()"
SOON_S = 30


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    return sqlite_url


async def start_forwarding(url: str, database_url: str, folder: Path) -> Process:
    prefix = "KORVA_PUBLISHING__DESTINATIONS__COUNTY__"
    settings = {"TYPE": "webhook", "URL": url, "SECRETS": SECRET}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        FORWARD,
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(Path(destinations.__file__).parents[3]),
            "KORVA_DATABASE_URL": database_url,
            **{prefix + name: value for name, value in settings.items()},
        },
    )


async def test_the_same_bytes_leave_again_under_the_same_id(
    database: Database,
    writer: Writer,
    database_url: str,
    http: aiohttp.ClientSession,
    tmp_path: Path,
) -> None:
    county, arrived, stay = County(), asyncio.Event(), asyncio.Event()

    async def hold(request: web.Request) -> web.Response:
        response = await county.take(request)
        arrived.set()
        await stay.wait()
        return response

    app = web.Application()
    app.router.add_post("/hook", hold)
    async with TestServer(app) as server:
        county.url = str(server.make_url("/hook"))
        await add_releases(writer, [1], ["county"], datetime.now(UTC) - timedelta(minutes=1))
        gateway = await start_forwarding(county.url, database_url, tmp_path)
        await asyncio.wait_for(arrived.wait(), SOON_S)
        gateway.kill()
        assert await gateway.wait() == -signal.SIGKILL
        stay.set()
        receiver = destinations.load(
            "county", {"type": "webhook", "url": county.url, "secrets": SECRET}
        )
        assert await deliver_due(writer, http, [receiver], datetime.now(UTC)) == 0
        await deliver_due(writer, http, [receiver], datetime.now(UTC) + LEASE)
    assert county.bodies == [body_of(1)] * 2
    assert county.ids == [county.ids[0]] * 2
