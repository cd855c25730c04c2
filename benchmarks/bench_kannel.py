"""Inbound messages a second through real Kannel, against the same Kannel with a handler that does
nothing; then whole loops, from a phone's text to the reply on the phone.

Each side has a Kannel of its own; they take turns. Sending is paused for the first comparison: the
gateway queues its replies and sends none. Needs Debian's kannel.
"""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median

import aiohttp
import uvloop

from benchmarks import table
from benchmarks.installation import QUIET, Person, people
from benchmarks.sides import Side, bare_handler, gateway
from tests.acceptance.kannel import Kannel
from tests.acceptance.phones import Phones, open_phones

ROUNDS = 5
TEXTS = 1_500
LOOPS = 500
BAR = 0.65
_PATIENCE_S = 60.0
_GLANCE_S = 0.02


async def main() -> None:
    table.machine()
    asked = people((ROUNDS + 1) * TEXTS)
    pairs = await _compare(asked)
    of_bare, of_korva = (median(one) for one in zip(*pairs, strict=True))
    each = sorted(korva / bare for bare, korva in pairs)
    ratio = median(each)
    table.show(
        f"Messages a second through Kannel, medians of {ROUNDS} rounds of {TEXTS}",
        ("", "no-op handler", "korva", "ratio", "of single rounds"),
        [
            (
                "",
                f"{of_bare:.0f}",
                f"{of_korva:.0f}",
                f"{ratio:.2f}",
                f"{each[0]:.2f} - {each[-1]:.2f}",
            )
        ],
    )
    table.judge("ratio", ratio, BAR, at_most=False)
    loops = await _loops(people(LOOPS))
    print(f"\nWhole loops, phone to phone with the reply: {loops:.0f} a second")


async def _compare(asked: Sequence[Person]) -> list[tuple[float, float]]:
    """(no-op handler, gateway) of each round, in messages a second."""
    with tempfile.TemporaryDirectory() as folder:
        async with (
            bare_handler() as bare,
            gateway(Path(folder), QUIET, asked) as korva,
            _phones(bare) as to_bare,
            _phones(korva) as to_korva,
        ):
            pairs = []
            for number in range(ROUNDS + 1):
                texting = asked[number * TEXTS : (number + 1) * TEXTS]
                pair = (
                    await _rate(to_bare, texting, lambda: _taken(bare)),
                    await _rate(to_korva, texting, lambda: _received(korva)),
                )
                pairs.append(pair)
    # The first round fills caches and opens connections.
    return pairs[1:]


async def _rate(
    phones: Phones, texting: Sequence[Person], count: Callable[[], Awaitable[float]]
) -> float:
    target = await count() + len(texting)
    began = time.perf_counter()
    for person in texting:
        phones.text(person.number, person.score)
    async with asyncio.timeout(_PATIENCE_S):
        while await count() < target:
            await asyncio.sleep(_GLANCE_S)
    return len(texting) / (time.perf_counter() - began)


async def _loops(texting: Sequence[Person]) -> float:
    """Answers that got their reply, a second."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as boxes:
        kannel = Kannel(Path(boxes))
        settings = {**kannel.settings, "log_level": "warning", "classifier.processes": "0"}
        async with (
            gateway(Path(folder), settings, texting) as korva,
            kannel.running(korva.url),
            open_phones(kannel.phones_port) as phones,
        ):
            began = time.perf_counter()
            for person in texting:
                phones.text(person.number, person.score)
            await phones.hear([person.number for person in texting], 1)
            return len(texting) / (time.perf_counter() - began)


@asynccontextmanager
async def _phones(side: Side) -> AsyncIterator[Phones]:
    with tempfile.TemporaryDirectory() as folder:
        kannel = Kannel(Path(folder))
        async with kannel.running(side.url), open_phones(kannel.phones_port) as phones:
            yield phones


async def _taken(bare: Side) -> float:
    async with aiohttp.ClientSession() as session, session.get(f"{bare.url}/taken") as answer:
        return float(await answer.text())


async def _received(korva: Side) -> float:
    return await korva.count("korva_sms_received_total")


if __name__ == "__main__":
    uvloop.run(main())
