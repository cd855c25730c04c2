"""What the forwarding tests share."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer
from receiving import SECRET, County

from gateway.forward import destinations
from gateway.forward.destinations import Receiver


@pytest_asyncio.fixture
async def county() -> AsyncIterator[County]:
    county = County()
    app = web.Application()
    app.router.add_post("/hook", county.take)
    async with TestServer(app) as server:
        county.url = str(server.make_url("/hook"))
        yield county


@pytest_asyncio.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def webhook(county: County) -> Receiver:
    return destinations.load("county", {"type": "webhook", "url": county.url, "secrets": SECRET})
