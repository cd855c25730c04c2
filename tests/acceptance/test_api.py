"""The API of touchpoints keeps to its description, whatever is sent to it."""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from tests.acceptance.county import invite
from tests.acceptance.server import Server

TOKEN = "an-operators-token"
_SEED, _EXAMPLES = "2026", "12"


@pytest_asyncio.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    server = Server(tmp_path, {"operator_token": TOKEN})
    async with server.running():
        await invite(server, [])
        await server.korva("touchpoints", "create", "--unit", "acuta", "--kind", "card")
        yield server


async def test_every_answer_is_as_described(server: Server, tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "schemathesis.cli", "run"),
        *(f"{server.url}/api/v1/openapi.json", "--header", f"Authorization: Bearer {TOKEN}"),
        *("--checks", "all", "--max-examples", _EXAMPLES, "--seed", _SEED, "--no-color"),
        cwd=tmp_path,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    assert process.returncode == 0, said.decode()
