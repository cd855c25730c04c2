"""Processor time of one inbound message, committed before the answer, against a bare handler.

Each message is an answer of somebody who was asked: half of them scores, half of them comments,
as Kannel brings them, in one SQLite database with full sync. Nothing is sent or labelled.
The two servers take turns within one run.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import uvloop

from benchmarks import table
from benchmarks.installation import QUIET, Person, comments, people, scores
from benchmarks.profile import shares
from benchmarks.sides import Side, bare_handler, gateway

ROUNDS = 7
#: How many people answer in a round, by how many requests are under way at a time.
ANSWERING = {1: 100, 50: 500}
BAR, AIM = 12, 7


async def main() -> None:
    asked = people(ROUNDS * sum(ANSWERING.values()))
    table.machine()
    with tempfile.TemporaryDirectory() as folder:
        async with bare_handler() as bare, gateway(Path(folder), QUIET, asked) as korva:
            measured = await _measure(bare, korva, iter(asked))
    ratios = {}
    rows = []
    for in_flight, pairs in measured.items():
        of_bare, of_korva = (median(one) for one in zip(*pairs, strict=True))
        each = sorted(korva / bare for bare, korva in pairs)
        ratios[in_flight] = of_korva / of_bare
        rows.append(
            (
                f"{in_flight} under way",
                f"{of_bare:.0f}",
                f"{of_korva:.0f}",
                f"{ratios[in_flight]:.1f}",
                f"{each[0]:.1f} - {each[-1]:.1f}",
            )
        )
    title = f"Processor time of a message in microseconds, medians of {ROUNDS} rounds"
    table.show(title, ("", "bare", "korva", "ratio", "of single rounds"), rows)
    table.judge("ratio at 50 under way", ratios[50], BAR)
    table.judge("the aim for it", ratios[50], AIM)
    with tempfile.TemporaryDirectory() as folder:
        spent = await shares(Path(folder))
    rows = [(name, f"{share:.0%}") for name, share in spent.items()]
    table.show("Where the time behind the HTTP server goes, in batches of 50", ("", "share"), rows)


async def _measure(
    bare: Side, korva: Side, asked: Iterator[Person]
) -> dict[int, list[tuple[float, float]]]:
    measured: dict[int, list[tuple[float, float]]] = {in_flight: [] for in_flight in ANSWERING}
    for _ in range(ROUNDS):
        for in_flight, count in ANSWERING.items():
            answering = [next(asked) for _ in range(count)]
            requests = [*scores(answering), *comments(answering)]
            of_bare = await bare.cost_us(requests, in_flight)
            measured[in_flight].append((of_bare, await korva.cost_us(requests, in_flight)))
    return measured


if __name__ == "__main__":
    uvloop.run(main())
