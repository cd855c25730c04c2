"""Supervision: no task dies silently."""

import asyncio

import pytest

from gateway import workers
from gateway.core.errors import StoreUnavailable
from gateway.workers import Bell, WorkerFailed, supervised, work


async def test_a_bell_wakes_a_worker_that_has_nothing_to_do() -> None:
    bell, steps = Bell(), asyncio.Queue[int]()

    async def step() -> int:
        steps.put_nowait(1)
        return 0

    async with supervised({"worker": work("worker", step, bell, idle_s=3600)}):
        await steps.get()
        bell.ring()
        await asyncio.wait_for(steps.get(), 5)


async def test_a_worker_goes_on_after_a_failure() -> None:
    calls = asyncio.Queue[int]()

    async def step() -> int:
        calls.put_nowait(1)
        if calls.qsize() == 1:
            raise RuntimeError("once")
        return 0

    before = workers.RESTARTS.labels("flaky")._value.get()
    async with supervised({"flaky": work("flaky", step, Bell(), idle_s=0.01)}) as ended:
        while calls.qsize() < 3:
            await asyncio.sleep(0.05)
        assert not ended.done()
    assert workers.RESTARTS.labels("flaky")._value.get() == before + 1


async def test_an_unavailable_database_is_waited_for_and_is_no_failure() -> None:
    calls = asyncio.Queue[int]()

    async def step() -> int:
        calls.put_nowait(1)
        raise StoreUnavailable("full")

    async with supervised({"waiting": work("waiting", step, Bell(), idle_s=0.01)}) as ended:
        for _ in range(30):
            await asyncio.wait_for(calls.get(), 5)
        assert not ended.done()


async def test_a_worker_that_ends_is_told_of() -> None:
    async def ends() -> None:
        return

    async with supervised({"short": ends()}) as ended:
        with pytest.raises(WorkerFailed, match="short ended"):
            await ended
