"""Small counties for the tests of figures."""

from collections import Counter
from collections.abc import Mapping

from gateway.core.cells import Sums
from gateway.core.suppression import ALL, Place, lay, plant, visible

Parents = Mapping[str, str | None]

#: A service line with three units, the line being all that the county has; and a unit alone.
LINE: Parents = {"line": None, "a": "line", "b": "line", "c": "line"}
ALONE: Parents = {"a": None}


def scores(unit: str, high: int = 0, low: int = 0, none: int = 0, channel: str = "sms") -> Sums:
    """Answers of a unit: promoters, detractors, and some without a score."""
    return {
        (unit, channel, "answered", ""): high + low + none,
        (unit, channel, "score", "10"): high,
        (unit, channel, "score", "0"): low,
    }


def comments(unit: str, channel: str = "sms", **sentiments: int) -> Sums:
    """Comments that say something of this sentiment, all of them as thanks."""
    count = sum(sentiments.values())
    return {
        (unit, channel, "answered", ""): count,
        (unit, channel, "comment", ""): count,
        (unit, channel, "intent", "thanks"): count,
        **{(unit, channel, "sentiment", key): n for key, n in sentiments.items()},
    }


def sent(unit: str, delivered: int, asked: int = 0) -> Sums:
    return {(unit, "sms", "delivered", ""): delivered, (unit, "sms", "asked", ""): asked}


def topic(unit: str, having: int, comment: int, key: str = "access:negative") -> Sums:
    return comments(unit, positive=comment) | {(unit, "sms", "topic", key): having}


def shown(parents: Parents, *own: Sums, k: int = 5) -> frozenset[Place]:
    return visible(lay(plant(parents), together(*own), k))


def together(*own: Sums) -> Sums:
    """The sums of several, added."""
    added: Counter[Place] = Counter()
    for sums in own:
        added.update(sums)
    return added


def groups(places: frozenset[Place], measure: str = "answered") -> set[str]:
    """The groups that show a measure, as "unit" for all channels and "unit channel" for one."""
    found = (place for place in places if place[2] == measure)
    return {unit if channel == ALL else f"{unit} {channel}" for unit, channel, *_ in found}


def keys(places: frozenset[Place], unit: str, measure: str) -> set[str]:
    return {place[3] for place in places if place[:3] == (unit, ALL, measure)}
