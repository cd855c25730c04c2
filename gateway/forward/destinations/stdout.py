"""The standard output: one JSON object on each line, for trying things out and for pipes."""

import asyncio
import sys

import aiohttp
from pydantic import BaseModel, ConfigDict

from gateway.forward import payload
from gateway.forward.destination import Alert, Destination, Release


class Settings(BaseModel):
    """`[publishing.destinations.NAME]` with `type = "stdout"`; there is nothing to set."""

    model_config = ConfigDict(extra="forbid", frozen=True)


async def deliver(_session: aiohttp.ClientSession, _settings: Settings, release: Release) -> None:
    # In a thread: a pipe that nobody reads must not stop the event loop.
    await asyncio.to_thread(_write, release.body)


async def alert(_session: aiohttp.ClientSession, _settings: Settings, case: Alert) -> None:
    await asyncio.to_thread(_write, payload.of_alert(case))


def _write(body: bytes) -> None:
    sys.stdout.buffer.write(body.rstrip(b"\n") + b"\n")
    sys.stdout.buffer.flush()


DESTINATION = Destination(name="stdout", settings=Settings, deliver=deliver, alert=alert)
