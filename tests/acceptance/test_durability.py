"""Acknowledged is durable: not a full disk, nor a power cut, loses or doubles an answer."""

import asyncio
import resource
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from urllib.parse import urlencode

import aiohttp
import pytest_asyncio

from tests.acceptance.county import invite
from tests.acceptance.server import KANNEL, SECRET, Server, eventually

SETTINGS = {
    **KANNEL,
    "sms.provider": "",
    "sms.providers.kannel.sendsms_url": "http://127.0.0.1:9/",
}
_AT_ONCE = 20
_SOON_S = 20.0


@pytest_asyncio.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    server = Server(tmp_path, SETTINGS)
    async with server.running():
        await invite(server, [])
        yield server


async def test_kill_9_loses_and_doubles_no_acknowledged_answer(server: Server) -> None:
    acknowledged: set[int] = set()
    for texts in (range(200), range(200, 400), range(400, 600)):
        await _bring_until_killed(server, texts, acknowledged)
        await server.start()
        stored = await _stored(server)
        assert acknowledged <= set(stored)
        assert len(stored) == len(set(stored))
        # The operator repeats what was not acknowledged, and to be sure the rest as well.
        await _bring(server, texts, acknowledged)
    assert sorted(await _stored(server)) == sorted(acknowledged) == list(range(600))


async def test_a_full_disk_is_said_and_nothing_acknowledged_is_lost(server: Server) -> None:
    acknowledged: set[int] = set()
    await _bring(server, range(100), acknowledged)
    assert acknowledged == set(range(100))
    _let_files_grow_to(server, _largest_file(server.folder))
    refused = await _bring(server, range(100, 160), acknowledged)
    assert set(refused) == {503}
    assert await server.count(
        "korva_sms_refused_total", provider="kannel", reason="store unavailable"
    ) == len(refused)
    _let_files_grow_to(server, resource.RLIM_INFINITY)
    await _bring(server, range(160), acknowledged)
    assert sorted(await _stored(server)) == sorted(acknowledged) == list(range(160))


async def _bring(
    server: Server, texts: Sequence[int], acknowledged: set[int]
) -> Sequence[int | None]:
    """Bring texts, each from a phone of its own, some at once; add those acknowledged. The other
    statuses, None for no answer at all."""
    others: list[int | None] = []
    waiting = iter(texts)

    async def bring_some(session: aiohttp.ClientSession) -> None:
        for number in waiting:
            status = await _status(server, session, number)
            if status == 200:
                acknowledged.add(number)
            else:
                others.append(status)

    async with aiohttp.ClientSession() as session, asyncio.TaskGroup() as group:
        for _ in range(_AT_ONCE):
            group.create_task(bring_some(session))
    return others


async def _bring_until_killed(server: Server, texts: range, acknowledged: set[int]) -> None:
    """Kill the server after the first of the texts has been acknowledged, and before the last."""
    bringing = asyncio.create_task(_bring(server, texts, acknowledged))
    await eventually(lambda: _any_of(texts, acknowledged), _SOON_S)
    await server.kill()
    assert None in await bringing


async def _any_of(texts: range, acknowledged: set[int]) -> bool:
    return not acknowledged.isdisjoint(texts)


async def _status(server: Server, session: aiohttp.ClientSession, number: int) -> int | None:
    query = {"secret": SECRET, "id": f"m{number}", "from": f"35844{number:07}", "to": "18100"}
    url = f"{server.url}/sms/kannel?{urlencode(query)}"
    try:
        async with session.post(url, data=f"Palaute, numero {number}") as response:
            return response.status
    except aiohttp.ClientError:
        return None


async def _stored(server: Server) -> Sequence[int]:
    """The numbers in the texts that are stored."""
    found = await server.rows("select comment from response")
    return [int(comment.rpartition(" ")[2]) for (comment,) in found]


def _largest_file(folder: Path) -> int:
    return max(path.stat().st_size for path in folder.glob("korva.sqlite*"))


def _let_files_grow_to(server: Server, size: int) -> None:
    """No file of the server may grow beyond `size` bytes: its disk is full."""
    _, most = resource.prlimit(server.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (size, most))
