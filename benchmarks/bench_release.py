"""What a release of a county shows, and the processor time that it takes to decide it.

A simulated county of 600 units asks by SMS; at two units in three a few people also text to a
printed code. The same figures every time.
"""

import random
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime

from benchmarks import table
from gateway.core import periods, release
from gateway.core.cells import INTENTS, SENTIMENTS, TOPICS, Sums
from gateway.core.suppression import ALL, Place

LINES, PARTS, UNITS = 12, 48, 539
ROUNDS = 5
_SIZES = ((60, "small"), (25, "middle"), (5, "large"))


def main() -> None:
    table.machine()
    for name, mean in (("13,000 answers a month", 3.0), ("60,000 answers a month", 4.5)):
        units, own = _county(mean)
        spent, payload = _timed(lambda units=units, own=own: _build(units, own))
        table.show(name, ("what", "units"), _seen(units, own, release.shown(payload)))
        before = release.shown(payload)
        _, again = _timed(lambda units=units, own=own, b=before: _build(units, own, b))
        lost = len(before - release.shown(again))
        print(f"processor time of a release {spent:.2f} s; places lost by its correction: {lost}")


def _county(mean: float) -> tuple[list[release.Unit], Sums]:
    chance = random.Random(7)
    parents: dict[str, str | None] = {"county": None}
    parents |= {f"line{n}": "county" for n in range(LINES)}
    parents |= {f"part{n}": f"line{n % LINES}" for n in range(PARTS)}
    parents |= {f"unit{n}": f"part{n % PARTS}" for n in range(UNITS)}
    own: Counter[Place] = Counter()
    for unit in (each for each in parents if each.startswith("unit")):
        answers = int(chance.lognormvariate(mean, 0.9))
        _answer(chance, own, unit, "sms", answers)
        own[unit, "sms", "asked", ""] += int(answers / 0.15)
        own[unit, "sms", "delivered", ""] += int(answers / 0.16)
        few = chance.choices((0, 1, 2, 3, 6, 12), (35, 25, 15, 10, 10, 5))[0]
        _answer(chance, own, unit, "sms-open", few)
    names = {unit: {"fi": unit} for unit in parents}
    return [release.Unit(unit, above, names[unit]) for unit, above in parents.items()], own


def _answer(
    chance: random.Random, own: Counter[Place], unit: str, channel: str, count: int
) -> None:
    for _ in range(count):
        score = chance.choices(range(11), (2, 1, 1, 1, 1, 3, 2, 5, 14, 20, 50))[0]
        own[unit, channel, "answered", ""] += 1
        own[unit, channel, "score", str(score)] += 1
        if chance.random() < 0.5:
            own[unit, channel, "comment", ""] += 1
            own[unit, channel, "sentiment", _one(chance, SENTIMENTS, (80, 10, 5, 5))] += 1
            own[unit, channel, "intent", _one(chance, INTENTS, (70, 10, 8, 4, 1, 7))] += 1
            for topic in chance.sample(TOPICS, chance.choices((0, 1, 2), (40, 45, 15))[0]):
                said = _one(chance, ("positive", "negative", "neutral"), (75, 20, 5))
                own[unit, channel, "topic", f"{topic}:{said}"] += 1


def _one(chance: random.Random, of: tuple[str, ...], weights: tuple[int, ...]) -> str:
    return chance.choices(of, weights)[0]


def _build(
    units: list[release.Unit], own: Sums, shown: frozenset[Place] | None = None
) -> dict[str, object]:
    heading = release.Heading(
        sequence=1 if shown is None else 2,
        period=periods.parse("2026-10"),
        county="Pirkanmaa",
        created_at=datetime(2026, 11, 20, tzinfo=UTC),
        k=5,
        corrects=None if shown is None else 1,
    )
    return release.build(heading, units, own, shown)


def _timed(build: Callable[[], dict[str, object]]) -> tuple[float, dict[str, object]]:
    spent = []
    for _ in range(ROUNDS):
        began = time.process_time()
        payload = build()
        spent.append(time.process_time() - began)
    return sorted(spent)[ROUNDS // 2], payload


def _seen(units: list[release.Unit], own: Sums, shown: frozenset[Place]) -> list[tuple[str, str]]:
    leaves = [each.id for each in units if each.id.startswith("unit")]
    by_sms = [each for each in leaves if own[each, "sms", "answered", ""] >= 5]

    def some(measure: str, *channels: str) -> int:
        places = {place[:3] for place in shown}
        return sum(any((each, one, measure) in places for one in channels) for each in leaves)

    def figures(measure: str) -> int:
        return sum(place[2] == measure for place in shown)

    return [
        ("with five answers by SMS or more", f"{len(by_sms)}"),
        ("their SMS figures shown", f"{some('answered', 'sms')}"),
        ("their response rate shown", f"{some('delivered', 'sms')}"),
        ("NPS shown over all or for one channel", f"{some('nps', ALL, 'sms')}"),
        ("comments shown", f"{some('comment', ALL, 'sms')}"),
        ("sentiments shown", f"{some('sentiment', ALL, 'sms')}"),
        ("figures of topics shown, whole tree", f"{figures('topic')}"),
        ("all figures shown, whole tree", f"{len(shown)}"),
    ]


if __name__ == "__main__":
    main()
