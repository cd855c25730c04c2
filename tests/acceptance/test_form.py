"""Scan, answer, and the power goes: what was acknowledged is there, once."""

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio

from tests.acceptance.county import invite
from tests.acceptance.server import Server

_HIDDEN = re.compile(r'type="hidden" name="(\w+)" value="([^"]*)"')
PHONES = 60


@pytest_asyncio.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    server = Server(tmp_path, {})
    async with server.running():
        await invite(server, [])
        yield server


async def make_code(server: Server) -> str:
    made = await server.korva("touchpoints", "create", "--unit", "acuta", "--kind", "wall")
    return made.splitlines()[1].partition(",")[0]


async def open_form(session: aiohttp.ClientSession, url: str) -> Mapping[str, str]:
    async with session.get(url) as response:
        assert response.status == 200
        return dict(_HIDDEN.findall(await response.text()))


async def send(
    session: aiohttp.ClientSession, url: str, form: Mapping[str, str], words: str
) -> bool:
    """Whether it was acknowledged."""
    fields = {**form, "nps": "9", "words": words}
    try:
        async with session.post(url, data=fields, allow_redirects=False) as response:
            return response.status == 303
    except aiohttp.ClientError:
        return False


@pytest.mark.parametrize("after", [1, 20])
async def test_a_power_cut_loses_no_form_and_doubles_none(server: Server, after: int) -> None:
    url = f"{server.url}/p/{await make_code(server)}"
    async with aiohttp.ClientSession() as session:
        opened = [(n, await open_form(session, url)) for n in range(PHONES)]
        acknowledged: set[int] = set()

        few = asyncio.Semaphore(5)

        async def answer(number: int, form: Mapping[str, str]) -> None:
            async with few:
                if await send(session, url, form, f"kiitos {number}"):
                    acknowledged.add(number)
            if len(acknowledged) >= after and server.process and server.process.returncode is None:
                server.process.kill()

        await asyncio.gather(*(answer(number, form) for number, form in opened))
        assert server.process is not None
        await server.process.wait()
        assert after <= len(acknowledged) < PHONES
        await server.start()
        stored = await comments(server)
        assert {f"kiitos {number}" for number in acknowledged} <= set(stored)
        sent_again = [await send(session, url, form, f"kiitos {n}") for n, form in opened]
        assert all(sent_again)
    assert sorted(await comments(server)) == sorted(f"kiitos {n}" for n in range(PHONES))


async def comments(server: Server) -> list[str]:
    return [row[0] for row in await server.rows("select comment from response")]


async def test_the_forms_key_never_reaches_a_log(server: Server) -> None:
    url = f"{server.url}/p/{await make_code(server)}"
    async with aiohttp.ClientSession() as session:
        form = await open_form(session, url)
        assert await send(session, url, form, "Kiitos Ainolle")
    assert "Aino" not in server.log()
    assert form["ticket"].partition(".")[0] not in server.log()
    assert url.rpartition("/")[2] not in server.log()
