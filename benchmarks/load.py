"""Sends HTTP requests as operators do: so many under way at a time, or so many a second."""

import asyncio
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import cast

_END_OF_HEAD = b"\r\n\r\n"
_LENGTH = re.compile(rb"\r\nContent-Length: (\d+)", re.IGNORECASE)


@dataclass(slots=True)
class Result:
    """Seconds from sending each request to its answer, and how many answers were errors."""

    latencies: list[float] = field(default_factory=list)
    refused: int = 0

    def percentile(self, share: float) -> float:
        """The latency that this share of the requests did not exceed."""
        ordered = sorted(self.latencies)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


class _Connection(asyncio.Protocol):
    """One kept-alive connection with one request under way."""

    def __init__(self, result: Result) -> None:
        self._result = result
        self._answer = b""
        self._sent_at = 0.0
        self._done: asyncio.Future[None] | None = None
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.WriteTransport", transport)

    def data_received(self, data: bytes) -> None:
        self._answer += data
        if self._done and _is_whole(self._answer):
            self._result.latencies.append(time.perf_counter() - self._sent_at)
            self._result.refused += self._answer[9:10] not in (b"2", b"3")
            self._done.set_result(None)

    def connection_lost(self, _exc: Exception | None) -> None:
        if self._done and not self._done.done():
            self._done.set_exception(ConnectionError("the server closed the connection"))

    async def send(self, request: bytes) -> None:
        assert self._transport is not None
        self._answer, self._done = b"", asyncio.get_running_loop().create_future()
        self._sent_at = time.perf_counter()
        self._transport.write(request)
        await self._done

    def close(self) -> None:
        if self._transport:
            self._transport.close()


async def closed(port: int, requests: Sequence[bytes], in_flight: int) -> Result:
    """Send all requests in order, `in_flight` of them at a time."""
    result, waiting = Result(), iter(requests)
    connections = [await _connect(port, result) for _ in range(in_flight)]
    await asyncio.gather(*(_drain(connection, waiting) for connection in connections))
    for connection in connections:
        connection.close()
    return result


async def opened(port: int, requests: Sequence[bytes], rate: float) -> Result:
    """Send `rate` requests a second, however long the answers take."""
    result, free = Result(), asyncio.Queue[_Connection]()
    for _ in range(20):
        free.put_nowait(await _connect(port, result))
    loop = asyncio.get_running_loop()
    began, under_way = loop.time(), []
    for number, request in enumerate(requests):
        await asyncio.sleep(began + number / rate - loop.time())
        with suppress(asyncio.QueueEmpty):
            connection = free.get_nowait()
            under_way.append(asyncio.create_task(_once(connection, request, free)))
            continue
        connection = await _connect(port, result)
        under_way.append(asyncio.create_task(_once(connection, request, free)))
    await asyncio.gather(*under_way)
    while not free.empty():
        free.get_nowait().close()
    return result


def _is_whole(answer: bytes) -> bool:
    head, end, body = answer.partition(_END_OF_HEAD)
    if not end:
        return False
    length = _LENGTH.search(head)
    return len(body) >= (int(length[1]) if length else 0)


async def _connect(port: int, result: Result) -> _Connection:
    loop = asyncio.get_running_loop()
    _, connection = await loop.create_connection(lambda: _Connection(result), "127.0.0.1", port)
    return connection


async def _drain(connection: _Connection, waiting: Iterator[bytes]) -> None:
    for request in waiting:
        await connection.send(request)


async def _once(connection: _Connection, request: bytes, free: asyncio.Queue[_Connection]) -> None:
    await connection.send(request)
    free.put_nowait(connection)
