"""What goes wrong between a real SMS gateway and Korva changes nothing in the figures."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web

from tests.acceptance.county import Person, invite, people
from tests.acceptance.kannel import FAKESMSC, Kannel
from tests.acceptance.phones import Phones, open_phones
from tests.acceptance.server import Server, eventually

_SETTLED_S = 60.0


async def test_requests_that_kannel_repeats_count_once(server: Server, kannel: Kannel) -> None:
    asked = people(40)
    async with (
        _losing_answers(server) as url,
        kannel.running(url),
        open_phones(kannel.phones_port) as phones,
    ):
        await _answer(server, phones, asked)
        await eventually(lambda: _repeated(server, len(asked)), _SETTLED_S)
    assert await _figures(server) == _given(asked)


async def test_copies_with_other_ids_count_once(server: Server, kannel: Kannel) -> None:
    asked = people(40)
    async with kannel.running(server.url), open_phones(kannel.phones_port) as phones:
        await _answer(server, phones, [*asked, *asked])
        await eventually(lambda: _taken(server, len(asked) * 2), _SETTLED_S)
        await phones.hear([one.number for one in asked], 2)
        assert {one.number: phones.inboxes[one.number] for one in asked} == {
            one.number: one.hears[:2] for one in asked
        }
    assert await _figures(server) == _given(asked)


async def test_a_gateway_killed_in_the_middle_loses_and_doubles_nothing(
    server: Server, kannel: Kannel
) -> None:
    asked = people(100)
    async with kannel.running(server.url), open_phones(kannel.phones_port) as phones:
        await _answer(server, phones, asked)
        await eventually(lambda: _taken(server, 10), _SETTLED_S)
        await server.kill()
        await server.start()
        await eventually(lambda: _taken(server, len(asked)), _SETTLED_S)
    assert await _figures(server) == _given(asked)


async def test_parts_that_kannel_does_not_join_are_one_answer(
    server: Server, kannel: Kannel
) -> None:
    asked = [one for one in people(60) if len(one.answer) > 160]
    async with (
        kannel.running(server.url, joins_parts=False),
        open_phones(kannel.phones_port) as phones,
    ):
        await invite(server, asked)
        await phones.hear([one.number for one in asked], 1)
        for one in asked:
            phones.text_in_parts(one.number, one.answer)
        await phones.hear([one.number for one in asked], 2)
    stored = await server.rows("select score, comment from response")
    assert sorted(map(tuple, stored)) == sorted((one.score, one.comment) for one in asked)


async def test_kannels_own_phone_is_thanked_for_what_nobody_asked(
    server: Server, kannel: Kannel
) -> None:
    await invite(server, [])
    async with kannel.running(server.url):
        heard = await _fakesmsc(kannel, "358401234567 18100 text Kiitos hyvästä hoidosta, öljyä €")
    assert "18100 +358401234567 text Kiitos palautteestasi." in heard
    stored = await server.rows("select channel, score, comment from response")
    assert stored == [("sms-open", None, "Kiitos hyvästä hoidosta, öljyä €")]


async def _answer(server: Server, phones: Phones, answers: Sequence[Person]) -> None:
    """Ask everybody, then have the answers leave the phones in this order."""
    await invite(server, dict.fromkeys(answers))
    await phones.hear([one.number for one in answers], 1)
    for one in answers:
        phones.text(one.number, one.answer)


async def _taken(server: Server, count: int) -> bool:
    ((taken,),) = await server.rows("select count(*) from taken")
    return bool(taken >= count)


async def _repeated(server: Server, count: int) -> bool:
    labels = {"provider": "kannel", "outcome": "duplicate"}
    return await server.count("korva_sms_received_total", **labels) == count


async def _figures(server: Server) -> Counter[tuple[str, int]]:
    """Stored counts by unit and score, once nothing waits to be counted."""
    await eventually(lambda: _all_counted(server), _SETTLED_S)
    found = await server.rows(
        "select unit.key, cell.key, count from cell join unit on unit.id = cell.unit_id "
        "where measure = 'score'"
    )
    return Counter({(unit, int(score)): count for unit, score, count in found})


async def _all_counted(server: Server) -> bool:
    return not await server.rows("select 1 from dirty")


def _given(asked: Sequence[Person]) -> Counter[tuple[str, int]]:
    return Counter((one.unit, one.score) for one in asked)


@asynccontextmanager
async def _losing_answers(server: Server) -> AsyncIterator[str]:
    """A way to the server on which the first answer to each message is lost; its address."""
    lost: set[str] = set()

    async def carry(request: web.Request) -> web.Response:
        body, url = await request.read(), f"{server.url}{request.raw_path}"
        headers = {"Content-Type": request.headers["Content-Type"]}
        async with session.post(url, data=body, headers=headers) as response:
            status = response.status
        first = request.query["id"] not in lost
        lost.add(request.query["id"])
        return web.Response(status=503 if first else status)

    app = web.Application()
    app.router.add_post("/sms/kannel", carry)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with aiohttp.ClientSession() as session:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def _fakesmsc(kannel: Kannel, message: str) -> str:
    """What Kannel's fake phone prints after sending one message, up to the first text it gets."""
    process = await asyncio.create_subprocess_exec(
        *(FAKESMSC, "-H", "127.0.0.1", "-r", str(kannel.phones_port), "-m", "1", message),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(_SETTLED_S):
            while line := (await process.stdout.readline()).decode():
                if "Got message" in line:
                    return line
        raise AssertionError("fakesmsc ended before anything came")
    finally:
        process.kill()
        await process.wait()
