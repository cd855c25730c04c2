"""Supervision of background work: none ends silently."""

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager

import structlog
from prometheus_client import Counter

from gateway.core.errors import StoreUnavailable

log = structlog.get_logger()

RESTARTS = Counter("korva_worker_restarts", "Background workers started again", ["worker"])

#: Does what is due and says how much that was; 0 sends the worker to sleep.
Step = Callable[[], Awaitable[int]]

_PAUSE_AFTER_FAILURE_S = 1.0
_MOST_FAILURES_IN_A_ROW = 20


class Bell:
    """Wakes a worker before its time: rung by whoever has just committed work for it."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """Have the worker look for work now."""
        self._rung.set()

    async def wait(self, at_most_s: float) -> None:
        """Return when rung, or after `at_most_s` seconds: due times pass without a bell."""
        try:
            async with asyncio.timeout(at_most_s):
                await self._rung.wait()
        except TimeoutError:
            return
        finally:
            self._rung.clear()


class WorkerFailed(Exception):
    """A worker failed so often in a row that the process must not go on as if it worked."""


async def work(
    name: str, step: Step, bell: Bell, idle_s: float, rest_s: float = 0.0, full: int = sys.maxsize
) -> None:
    """Run `step` until cancelled, sleeping on `bell` when there is nothing to do. It rests for
    `rest_s` after each step that did less than a `full` one: what comes meanwhile is done together.

    A failing step is logged, counted and tried again; twenty failures in a row raise
    `WorkerFailed`, which ends the process. An unavailable database is waited for.
    """
    failures = 0
    while True:
        try:
            done = await step()
            failures = 0
        except StoreUnavailable as error:
            log.warning("worker waits for the database", worker=name, error=str(error))
            done = 0
        except Exception as error:
            failures += 1
            RESTARTS.labels(name).inc()
            log.exception("worker failed", worker=name, failures=failures)
            if failures >= _MOST_FAILURES_IN_A_ROW:
                raise WorkerFailed(f"worker {name} failed {failures} times in a row") from error
            await asyncio.sleep(_PAUSE_AFTER_FAILURE_S)
            continue
        await asyncio.sleep(rest_s if done < full else 0)
        if not done:
            await bell.wait(idle_s)


@asynccontextmanager
async def supervised(tasks: Mapping[str, Awaitable[None]]) -> AsyncIterator[asyncio.Future[None]]:
    """Run the tasks while the block runs; yields a future that fails when one of them ends."""
    running = [asyncio.ensure_future(_named(name, task)) for name, task in tasks.items()]
    ended: asyncio.Future[None] = asyncio.ensure_future(_first_end(running))
    try:
        yield ended
    finally:
        for task in (*running, ended):
            task.cancel()
        await asyncio.gather(*running, ended, return_exceptions=True)


async def _named(name: str, task: Awaitable[None]) -> None:
    await task
    raise WorkerFailed(f"worker {name} ended, which it never should")


async def _first_end(running: Sequence[asyncio.Future[None]]) -> None:
    done, _ = await asyncio.wait(list(running), return_when=asyncio.FIRST_COMPLETED)
    for task in done:
        task.result()
