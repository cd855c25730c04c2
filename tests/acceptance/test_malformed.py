"""What is no HTTP is told in the log, never what it said."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.acceptance.county import invite
from tests.acceptance.server import KANNEL, SECRET, Server, eventually

pytestmark = pytest.mark.asyncio(loop_scope="module")

NUMBER = b"358441234567"
QUERY = b"secret=" + SECRET.encode() + b"&id=m1&to=18100&from=+" + NUMBER
HOST = b"Host: korva\r\n"
REQUESTS = {
    "a space": b"POST /sms/kannel?" + QUERY + b"&x=a b HTTP/1.1\r\n" + HOST + b"\r\n",
    "a control byte": b"POST /sms/kannel?" + QUERY + b"\x01 HTTP/1.1\r\n" + HOST + b"\r\n",
    "no ASCII": b"POST /sms/kannel?" + QUERY + b"&x=\xe5 HTTP/1.1\r\n" + HOST + b"\r\n",
    "a spoilt header": b"POST /sms/kannel HTTP/1.1\r\n" + HOST + QUERY + b"\x01: a\r\n\r\n",
    "no end": b"POST /sms/kannel?" + QUERY + b"a" * 20_000 + b" HTTP/1.1\r\n\r\n",
    "a spoilt body": b"POST /sms/kannel?secret=x HTTP/1.1\r\n"
    + HOST
    + b"Transfer-Encoding: chunked\r\n\r\n"
    + QUERY
    + b"\r\n\r\n",
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def server(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Server]:
    settings = KANNEL | {
        "sms.provider": "",
        "sms.providers.kannel.sendsms_url": "http://127.0.0.1:9/",
    }
    server = Server(tmp_path_factory.mktemp("korva"), settings)
    async with server.running():
        await invite(server, [])
        yield server


async def send(server: Server, request: bytes) -> bytes:
    """The first line of what is answered to these very bytes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(request)
    answer = await reader.readline()
    writer.close()
    await writer.wait_closed()
    return answer


@pytest.mark.parametrize("request_", REQUESTS.values(), ids=REQUESTS)
async def test_neither_number_nor_secret_is_in_the_log(server: Server, request_: bytes) -> None:
    told = server.log().count("malformed HTTP request")

    async def is_told() -> bool:
        return server.log().count("malformed HTTP request") == told + 1

    assert b" 40" in await send(server, request_)
    await eventually(is_told, 5)
    assert NUMBER.decode() not in server.log()
    assert SECRET not in server.log()


async def test_malformed_requests_are_counted(server: Server) -> None:
    before = await server.count("korva_http_malformed_total")
    await send(server, REQUESTS["a space"])
    assert await server.count("korva_http_malformed_total") == before + 1
