"""The one owner of write transactions in a process: drains what is queued, commits it together."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection

from gateway.core.errors import StoreUnavailable
from gateway.store.database import Database

#: More would let one commit keep the first of its messages waiting for too long.
MOST_IN_A_BATCH = 500

T = TypeVar("T")
R = TypeVar("R")

#: Handles all items of one kind that are queued: results in the order of the items. A result
#: that is an exception is raised to that item's submitter alone.
Batch = Callable[[Connection, Sequence[T]], Sequence[R | Exception]]


@dataclass(frozen=True, slots=True)
class _Job:
    work: Batch[Any, Any]
    item: Any
    done: asyncio.Future[Any]


class Writer:
    """Runs submitted work in arrival order; a submitter hears back only after the commit."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._queue: asyncio.Queue[_Job | None] = asyncio.Queue()
        self._closed = False

    def submit(self, work: Batch[T, R], item: T) -> Awaitable[R]:
        """Have `work` handle `item`, together with whatever else is queued for `work`.

        Raises what `work` gave for the item, or `StoreUnavailable`; then nothing was stored.
        """
        if self._closed:
            raise StoreUnavailable("this process is stopping; try again in a moment")
        done: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._queue.put_nowait(_Job(work, item, done))
        return done

    async def run(self, work: Callable[[Connection], R]) -> R:
        """Run `work(connection)` in a write transaction, return its result after the commit."""
        return await self.submit(_each, work)

    async def serve(self) -> None:
        """Own the queue until `close`; what was submitted before that is finished."""
        while (job := await self._queue.get()) is not None:
            jobs = [job]
            while len(jobs) < MOST_IN_A_BATCH and not self._queue.empty():
                if (job := self._queue.get_nowait()) is None:
                    self._queue.put_nowait(None)
                    break
                jobs.append(job)
            await self._finish(jobs)

    def close(self) -> None:
        """Refuse further work and let `serve` end after what is queued."""
        self._closed = True
        self._queue.put_nowait(None)

    async def _finish(self, jobs: Sequence[_Job]) -> None:
        try:
            results = await self._database.write(_handle, jobs)
        except StoreUnavailable as error:
            results = [error] * len(jobs)
        except Exception as error:  # noqa: BLE001 - the submitter decides what to do with it
            if len(jobs) > 1:
                # One poisonous item must not refuse the others: each gets its own transaction.
                for job in jobs:
                    await self._finish([job])
                return
            results = [error]
        for job, result in zip(jobs, results, strict=True):
            _answer(job, result)


def _handle(connection: Connection, jobs: Sequence[_Job]) -> list[Any]:
    """The results of all jobs, in their order; those of one kind are handled together."""
    kinds: dict[Batch[Any, Any], list[int]] = {}
    for position, job in enumerate(jobs):
        kinds.setdefault(job.work, []).append(position)
    results: list[Any] = [None] * len(jobs)
    for work, positions in kinds.items():
        outcome = work(connection, [jobs[position].item for position in positions])
        for position, result in zip(positions, outcome, strict=True):
            results[position] = result
    return results


def _each(
    connection: Connection, works: Sequence[Callable[[Connection], Any]]
) -> list[Any | Exception]:
    return [work(connection) for work in works]


def _answer(job: _Job, result: Any) -> None:
    if job.done.cancelled():
        return
    if isinstance(result, Exception):
        job.done.set_exception(result)
    else:
        job.done.set_result(result)


@asynccontextmanager
async def open_writer(database: Database) -> AsyncIterator[Writer]:
    """A writer that serves while the block runs; a command that writes uses one too."""
    writer = Writer(database)
    serving = asyncio.create_task(writer.serve(), name="writer")
    try:
        yield writer
    finally:
        writer.close()
        await serving
