"""What is compared: the gateway and a bare handler, each in a process of its own."""

import asyncio
import sys
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import load
from benchmarks.installation import Person, ask
from tests.acceptance.server import Server, eventually, free_port, read_metrics

_START_S = 30.0


@dataclass(frozen=True, slots=True)
class Side:
    """A server that listens on loopback."""

    name: str
    port: int
    pid: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def cpu_s(self) -> float:
        """Processor time that its process has used, all threads, in user and in system mode."""
        # What clock_getcpuclockid(3) gives on Linux; psutil counts in hundredths of a second.
        return time.clock_gettime((~self.pid << 3) | 2)

    async def count(self, name: str) -> float:
        """A counter of the gateway's, all its labels together."""
        found = await read_metrics(self.url)
        return sum(value for (one, _), value in found.items() if one == name)

    async def cost_us(self, requests: Sequence[bytes], in_flight: int) -> float:
        """Microseconds of processor time a request; none may be answered with an error."""
        before = self.cpu_s()
        result = await load.closed(self.port, requests, in_flight)
        spent = self.cpu_s() - before
        assert not result.refused, f"{self.name} refused {result.refused} requests"
        return spent / len(requests) * 1e6


@asynccontextmanager
async def bare_handler(*page: Path) -> AsyncIterator[Side]:
    """The handler that does nothing, or that answers with the bytes of a file."""
    port = free_port()
    command = (sys.executable, "-m", "benchmarks.bare", str(port), *map(str, page))
    process = await asyncio.create_subprocess_exec(*command)
    try:
        await eventually(lambda: _listens(port), _START_S)
        yield Side("bare handler", port, process.pid)
    finally:
        process.kill()
        await process.wait()


@asynccontextmanager
async def gateway(
    folder: Path, settings: Mapping[str, str], asked: Sequence[Person]
) -> AsyncIterator[Side]:
    """The gateway, after these people have been asked."""
    server = Server(folder, settings)
    await ask(server, asked)
    async with server.running():
        yield Side("gateway", server.port, server.pid)


async def _listens(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True
