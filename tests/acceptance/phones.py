"""Phones behind Kannel's fake SMSC, in its line protocol: SENDER RECEIVER TYPE MESSAGE."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from urllib.parse import quote_from_bytes, unquote_to_bytes

from gateway.sms.segments import unusual

SERVICE = "18100"
_LONGEST_PART = 153
_HEARD_S = 30.0


class Phones:
    """Every phone at once; numbers are in E.164, as the gateway writes them."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self._writer = writer
        self._heard = asyncio.Condition()
        self._references = 0
        self.inboxes: dict[str, list[str]] = {}

    def text(self, number: str, text: str) -> None:
        """Send a text as phones do: in the GSM alphabet where it has all characters."""
        if unusual(text):
            self._send(number, "ucs2", quote_from_bytes(text.encode("utf-16-be"), safe=""))
        else:
            self._send(number, "text", text)

    def text_in_parts(self, number: str, text: str) -> None:
        """Send a long text in the parts that a network carries, the last one first."""
        self._references = (self._references + 1) % 256
        parts = [text[at : at + _LONGEST_PART] for at in range(0, len(text), _LONGEST_PART)]
        for index, part in reversed(list(enumerate(parts, 1))):
            header = bytes((5, 0, 3, self._references, len(parts), index))
            self._send(number, "udh-text", f"{quote_from_bytes(header, safe='')} {part}")

    async def hear(self, numbers: Sequence[str], count: int) -> None:
        """Return when each of these phones has got `count` texts."""
        async with self._heard, asyncio.timeout(_HEARD_S):
            await self._heard.wait_for(
                lambda: all(len(self.inboxes.get(number, ())) >= count for number in numbers)
            )

    def _send(self, number: str, kind: str, rest: str) -> None:
        line = f"{number.removeprefix('+')} {SERVICE} {kind} {rest}\n"
        self._writer.write(line.encode())

    async def listen(self, reader: asyncio.StreamReader) -> None:
        """Sort what comes into the inboxes until the line ends."""
        while line := await reader.readline():
            _, number, kind, message = line.decode().rstrip("\n").split(" ", 3)
            async with self._heard:
                self.inboxes.setdefault(number, []).append(_DECODERS[kind](message))
                self._heard.notify_all()


_DECODERS = {
    "text": lambda message: message,
    "data": lambda message: _bytes(message).decode(),
    "ucs-2": lambda message: _bytes(message).decode("utf-16-be"),
}


def _bytes(message: str) -> bytes:
    return unquote_to_bytes(message.replace("+", " "))


@asynccontextmanager
async def open_phones(port: int) -> AsyncIterator[Phones]:
    """Phones that are switched on while the block runs."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    phones = Phones(writer)
    listening = asyncio.create_task(phones.listen(reader))
    try:
        yield phones
    finally:
        listening.cancel()
        writer.close()
