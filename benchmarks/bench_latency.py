"""How long an operator waits for the answer at 300 messages a second, while comments are labelled.

The load is open: a request leaves when its time has come, however long others take. Half of the
messages are scores, half are comments, and the classifier reads as fast as it can meanwhile.
"""

import tempfile
from pathlib import Path
from statistics import median

import uvloop

from benchmarks import table
from benchmarks.installation import QUIET, Person, comments, people, scores
from benchmarks.load import Result, opened
from benchmarks.sides import Side, bare_handler, gateway
from tests.acceptance.server import eventually

RATE = 300
SECONDS = 10
ROUNDS = 5
BAR = 10
_PER_ROUND = RATE * SECONDS // 2
_START_S = 120.0


async def main() -> None:
    asked = people((ROUNDS + 1) * _PER_ROUND)
    table.machine()
    settings = {**QUIET, "classifier.processes": "1"}
    with tempfile.TemporaryDirectory() as folder:
        async with bare_handler() as bare, gateway(Path(folder), settings, asked) as korva:
            # Comments enough for the classifier to be busy from the first round on.
            await _offer(korva, asked[:_PER_ROUND])
            await eventually(lambda: _labels(korva), _START_S)
            pairs = []
            for number in range(1, ROUNDS + 1):
                answering = asked[number * _PER_ROUND : (number + 1) * _PER_ROUND]
                pairs.append((await _offer(bare, answering), await _offer(korva, answering)))
    _report(pairs)


async def _offer(side: Side, answering: list[Person]) -> Result:
    result = await opened(side.port, [*scores(answering), *comments(answering)], RATE)
    assert not result.refused, f"{side.name} refused {result.refused} requests"
    return result


async def _labels(korva: Side) -> bool:
    return await korva.count("korva_labelled_total") > 0


def _report(pairs: list[tuple[Result, Result]]) -> None:
    rows = [
        (
            f"{share:.1%} within",
            *(
                f"{median(side.percentile(share) for side in one) * 1e3:.1f}"
                for one in zip(*pairs, strict=True)
            ),
        )
        for share in (0.5, 0.9, 0.99, 0.999)
    ]
    title = f"Milliseconds to the answer at {RATE} a second, medians of {ROUNDS} rounds"
    table.show(title, ("", "bare", "korva"), rows)
    ratio = median(korva.percentile(0.99) / bare.percentile(0.99) for bare, korva in pairs)
    table.judge("p99 against the bare handler's", ratio, BAR)


if __name__ == "__main__":
    uvloop.run(main())
