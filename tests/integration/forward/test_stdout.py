"""Releases on the standard output."""

import aiohttp
import pytest
from receiving import NOON

from gateway.forward import destinations
from gateway.forward.destination import Release


async def test_a_release_is_one_line(
    http: aiohttp.ClientSession, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    release = Release(1, "2025-11", "m", NOON, '{"unit": "Jäähalli"}'.encode())
    await destinations.load("here", {"type": "stdout"}).deliver(http, release)
    assert capfdbinary.readouterr().out == release.body + b"\n"
