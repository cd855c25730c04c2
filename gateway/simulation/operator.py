"""An operator that speaks Kannel's dialect: takes our messages, carries the phones' answers."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from random import Random
from urllib.parse import quote

import aiohttp
from aiohttp import web

from gateway.core.errors import InputError
from gateway.sms.segments import unusual

#: Operators repeat themselves: the same id again, or minutes later under a new one.
_REPEATED, _COPIED = 0.02, 0.01

#: Texts that arrive for a phone: (number, text) to what it answers, None when it does not.
Phones = Callable[[str, str], str | None]


@dataclass(slots=True)
class Traffic:
    """What went through the operator."""

    to_phones: int = 0
    from_phones: int = 0
    refused: int = 0
    repeats: int = 0
    #: The texts each phone got, by number.
    inboxes: dict[str, list[str]] = field(default_factory=dict)


class Operator:
    """Delivers what it is given after a moment, reports it, and brings the answer."""

    def __init__(self, gateway_url: str, secret: str, phones: Phones, random: Random) -> None:
        self.traffic = Traffic()
        self._url = f"{gateway_url}/sms/kannel"
        self._secret = secret
        self._phones = phones
        self._random = random
        self._ids = count(1)
        self._running: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None

    async def text(self, number: str, text: str, *, id_: str = "") -> int:
        """Have a phone send a text to the gateway; repeated until the gateway has it.

        Returns how often it had to be sent. A text with characters outside GSM 03.38 goes as
        UTF-16BE, as Kannel sends it. Raises `InputError` when the gateway refuses the secret.
        """
        charset = "UTF-16BE" if unusual(text) else "UTF-8"
        query = {
            "secret": self._secret,
            "id": id_ or f"sim-{next(self._ids)}",
            "from": number,
            "to": "18100",
            "coding": "0" if charset == "UTF-8" else "2",
            "charset": charset,
        }
        tries = 1
        while not await self._post(self._url, query, text.encode(charset.lower())):
            self.traffic.refused += 1
            await asyncio.sleep(min(5.0, 0.2 * tries))
            tries += 1
        self.traffic.from_phones += 1
        await self._repeat(query, text.encode(charset.lower()))
        return tries

    async def _repeat(self, query: dict[str, str], body: bytes) -> None:
        roll = self._random.random()
        if roll < _REPEATED:
            await self._post(self._url, query, body)
        elif roll < _REPEATED + _COPIED:
            await self._post(self._url, query | {"id": f"{query['id']}-copy"}, body)
        else:
            return
        self.traffic.repeats += 1

    @property
    def busy(self) -> bool:
        """Whether anything is under way to a phone or from one."""
        return bool(self._running)

    async def settle(self) -> None:
        """Return when nothing is under way any more."""
        while self._running:
            await asyncio.gather(*self._running)

    async def _sendsms(self, request: web.Request) -> web.Response:
        headers = request.headers
        text = (await request.read()).decode()
        number, report_url = headers["X-Kannel-To"], headers.get("X-Kannel-DLR-Url", "")
        task = asyncio.create_task(self._deliver(number, text, report_url))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return web.Response(status=202, text="0: Accepted for delivery")

    async def _deliver(self, number: str, text: str, report_url: str) -> None:
        await asyncio.sleep(self._random.uniform(0.01, 0.1))
        self.traffic.to_phones += 1
        self.traffic.inboxes.setdefault(number, []).append(text)
        if report_url:
            for kind in ("8", "1"):
                await self._report(report_url, kind)
        answer = self._phones(number, text)
        if answer is not None:
            await asyncio.sleep(self._random.uniform(0.05, 0.5))
            await self.text(number, answer)

    async def _report(self, url: str, kind: str) -> None:
        filled = url.replace("%d", kind).replace("%A", quote("ACK/")).replace("%%", "%")
        await self._post(filled, {}, b"")

    async def _post(self, url: str, query: Mapping[str, str], body: bytes) -> bool:
        if self._session is None:
            raise RuntimeError("the operator is not open")
        try:
            headers = {"Content-Type": "text/plain"}
            async with self._session.post(url, params=query, data=body, headers=headers) as answer:
                if answer.status in (403, 404):
                    raise InputError(
                        f"{url.partition('?')[0]} answers {answer.status}: has it Kannel's table, "
                        "and is this its secret?"
                    )
                return answer.status == 200
        except aiohttp.ClientError:
            return False

    @asynccontextmanager
    async def open(self, port: int) -> AsyncIterator[int]:
        """Listen for messages to phones on loopback; yields the port."""
        app = web.Application()
        app.router.add_post("/cgi-bin/sendsms", self._sendsms)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", port).start()
        except OSError as error:
            raise InputError(f"can't listen on port {port}: {error.strerror}") from error
        try:
            async with aiohttp.ClientSession() as self._session:
                yield runner.addresses[0][1]
                await self.settle()
        finally:
            await runner.cleanup()
