"""`korva simulate` against a gateway that is not there, or does not know it."""

from random import Random

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from gateway.core.errors import InputError
from gateway.simulation.operator import Operator
from tests.integration.terminal import korva


def silent(_number: str, _text: str) -> None:
    """A phone that never answers."""


@pytest.mark.parametrize("status", [403, 404])
async def test_a_gateway_that_refuses_the_secret_ends_it(status: int) -> None:
    async def refuse(_request: web.Request) -> web.Response:
        return web.Response(status=status)

    app = web.Application()
    app.router.add_post("/sms/kannel", refuse)
    async with TestServer(app) as server:
        url = str(server.make_url("")).rstrip("/")
        operator = Operator(url, "secret", silent, Random(1))
        async with operator.open(0):
            with pytest.raises(InputError, match=f"answers {status}"):
                await operator.text("+358401234567", "9")


async def test_a_gateway_that_is_not_there_is_told() -> None:
    nowhere = ("--url", "http://127.0.0.1:1", "--listen", "0", "--seconds", "0.5")
    ended = await korva("simulate", "--secret", "any", *nowhere)
    assert ended.exit_code == 2
    assert "is the gateway running" in ended.output
