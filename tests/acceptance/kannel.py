"""Debian's Kannel as the operator: bearerbox and smsbox, their fake SMSC the door to the phones."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from tests.acceptance.server import AT_ONCE, KANNEL, SECRET, eventually, free_port

BEARERBOX = Path("/usr/sbin/bearerbox")
SMSBOX = Path("/usr/sbin/smsbox")
FAKESMSC = Path("/usr/lib/kannel/test/fakesmsc")
_TEMPLATE = Path(__file__).with_name("kannel.conf.in")
_START_S = 20.0


@dataclass(frozen=True, slots=True)
class Kannel:
    """Where a Kannel keeps its files, and the ports it takes."""

    folder: Path
    admin_port: int = field(default_factory=free_port)
    smsbox_port: int = field(default_factory=free_port)
    sendsms_port: int = field(default_factory=free_port)
    phones_port: int = field(default_factory=free_port)

    @property
    def sendsms_url(self) -> str:
        return f"http://127.0.0.1:{self.sendsms_port}/cgi-bin/sendsms"

    @property
    def settings(self) -> Mapping[str, str]:
        """Those of a gateway that sends by it, and asks at once."""
        url = {"sms.providers.kannel.sendsms_url": self.sendsms_url}
        return {**KANNEL, **AT_ONCE, **url, "county.short_name": "Pirha"}

    @asynccontextmanager
    async def running(self, gateway_url: str, *, joins_parts: bool = True) -> AsyncIterator[None]:
        """Have it hand what phones send to `gateway_url` while the block runs."""
        written = self._write(gateway_url, joins_parts)
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(_running(BEARERBOX, written))
            # smsbox gives up when there is no bearerbox yet.
            await eventually(self._bearerbox_answers, _START_S)
            await stack.enter_async_context(_running(SMSBOX, written))
            await eventually(self._smsbox_is_connected, _START_S)
            yield

    def _write(self, gateway_url: str, joins_parts: bool) -> Path:
        words = {
            "ADMIN_PORT": self.admin_port,
            "SMSBOX_PORT": self.smsbox_port,
            "SENDSMS_PORT": self.sendsms_port,
            "PHONES_PORT": self.phones_port,
            "FOLDER": self.folder,
            "JOINS_PARTS": str(joins_parts).lower(),
            "GATEWAY_URL": gateway_url,
            "SECRET": SECRET,
        }
        text = _TEMPLATE.read_text("utf-8")
        for word, value in words.items():
            text = text.replace(f"@{word}@", str(value))
        written = self.folder / "kannel.conf"
        written.write_text(text, "utf-8")
        return written

    async def _bearerbox_answers(self) -> bool:
        return bool(await self._status())

    async def _smsbox_is_connected(self) -> bool:
        return "smsbox:" in await self._status()

    async def _status(self) -> str:
        url = f"http://127.0.0.1:{self.admin_port}/status.txt?password=status"
        try:
            async with aiohttp.ClientSession() as session, session.get(url) as response:
                return await response.text(errors="replace")
        except aiohttp.ClientError:
            return ""


@asynccontextmanager
async def _running(box: Path, configuration: Path) -> AsyncIterator[None]:
    said = configuration.with_name(f"{box.name}.said")
    with said.open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            *(box, configuration), cwd=configuration.parent, stdout=output, stderr=output
        )
    try:
        yield
    finally:
        complaint = said.read_text("utf-8", "replace")
        assert process.returncode is None, f"{box.name} ended:\n{complaint}"
        # What it would still do in order is of no use to a test, and takes it seconds.
        process.kill()
        await process.wait()
