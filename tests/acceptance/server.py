"""The real gateway in a process of its own, with a folder, a database and a port of its own."""

import asyncio
import os
import random
import signal
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import Row, text

from gateway.store.database import open_database

#: 32 bytes in base64, for tests only.
KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
SECRET = "a-secret-of-the-tests"
KANNEL = {
    "sms.provider": "kannel",
    "sms.sender": "18100",
    "sms.rate": "1000",
    "sms.providers.kannel.secret": SECRET,
    "sms.providers.kannel.username": "korva",
    "sms.providers.kannel.password": "korva",
}
#: Questions go out at once, at any hour of any day.
AT_ONCE = {
    "asking.delay_days": "0",
    "asking.not_before": "00:00:00",
    "asking.quiet_until": "00:00:00",
    "asking.quiet_from": "23:59:59.999999",
    "asking.on_holidays": "true",
}
_START_S = 60.0
_STOP_S = 20.0
#: Below those that systems lend to outgoing connections, which could take one before it is used.
_PORTS = iter(random.sample(range(20_000, 30_000), 10_000))

Metrics = Mapping[tuple[str, frozenset[tuple[str, str]]], float]


@dataclass(slots=True)
class Server:
    """A gateway that can be started, killed and started again where it was."""

    folder: Path
    settings: Mapping[str, str]
    port: int = field(default_factory=lambda: free_port())
    process: asyncio.subprocess.Process | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def database_url(self) -> str:
        return self.settings.get("database_url", f"sqlite:///{self.folder / 'korva.sqlite'}")

    @property
    def pid(self) -> int:
        assert self.process is not None
        return self.process.pid

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Start it; when the block is over, see that it ends in order."""
        await self.start()
        try:
            yield
            await self.stop()
        finally:
            if self.process and self.process.returncode is None:
                await self.kill()

    async def start(self) -> None:
        """Return when it is ready for messages."""
        with (self.folder / "server.log").open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "gateway", "serve"),
                cwd=self.folder,
                env=self._environment(),
                stderr=log,
            )
        await eventually(self._is_ready, _START_S)

    async def kill(self) -> None:
        """End it as a power cut would: it gets no chance to do anything more."""
        assert self.process is not None
        self.process.kill()
        await self.process.wait()

    async def stop(self) -> None:
        """Ask it to end, and see that it does so in order."""
        assert self.process is not None
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(_STOP_S):
            assert await self.process.wait() == 0, self.log()

    async def korva(self, *arguments: str) -> str:
        """Run a command beside it; what the command says."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "gateway", *arguments),
            cwd=self.folder,
            env=self._environment(),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        said, complained = await process.communicate()
        assert process.returncode == 0, complained.decode()
        return said.decode()

    async def rows(self, query: str) -> Sequence[Row[Any]]:
        """What a query finds in its database."""
        async with open_database(self.database_url) as database:
            return await database.read(lambda connection: connection.execute(text(query)).all())

    async def metrics(self) -> Metrics:
        """What /metrics shows, by name and labels."""
        return await read_metrics(self.url)

    async def count(self, name: str, **labels: str) -> float:
        """The value of one metric; 0 when it was never counted."""
        return (await self.metrics()).get((name, frozenset(labels.items())), 0)

    def log(self) -> str:
        """What it has logged."""
        return (self.folder / "server.log").read_text("utf-8")

    async def _is_ready(self) -> bool:
        assert self.process is not None
        assert self.process.returncode is None, f"the gateway ended:\n{self.log()}"
        try:
            async with (
                aiohttp.ClientSession() as session,
                session.get(f"{self.url}/health/ready") as response,
            ):
                return response.status == 200
        except aiohttp.ClientError:
            return False

    def _environment(self) -> dict[str, str]:
        own = {
            "database_url": self.database_url,
            "server.port": str(self.port),
            "server.public_url": self.url,
            "classifier.processes": "0",
        }
        others = {name: v for name, v in os.environ.items() if not name.startswith("KORVA_")}
        return others | environment(own | dict(self.settings))


async def read_metrics(url: str) -> Metrics:
    """What the gateway at this address counts, by name and labels."""
    async with aiohttp.ClientSession() as session, session.get(f"{url}/metrics") as response:
        shown = await response.text()
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(shown)
        for sample in family.samples
    }


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """The variables that give these settings, and keys for tests."""
    given = {"encryption_keys": KEY, "pepper": KEY, **settings}
    return {f"KORVA_{name.upper().replace('.', '__')}": value for name, value in given.items()}


async def eventually(condition: Callable[[], Awaitable[bool]], seconds: float) -> None:
    """Return as soon as the condition holds; fail when it does not within the time."""
    deadline = asyncio.get_running_loop().time() + seconds
    while not await condition():
        assert asyncio.get_running_loop().time() < deadline, f"not within {seconds:.0f} s"
        await asyncio.sleep(0.05)


def free_port() -> int:
    """A port of this machine that nobody uses, and that no outgoing connection is given."""
    for port in _PORTS:
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no port is free")
