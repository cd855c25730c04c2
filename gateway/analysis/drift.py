"""Whether the labels of one month are like those of the months before."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gateway.analysis import statistics
from gateway.analysis.hiding import shown
from gateway.analysis.labelled import LENGTHS, Labelled
from gateway.analysis.statistics import Difference, Share
from gateway.core.cells import INTENTS, POLARITIES, SENTIMENTS, TOPICS

#: A chance of one in a hundred over all comparisons together (Bonferroni).
CHANCE = 0.01
#: Their mix does not come from the model: when they change, other people wrote or wrote otherwise.
OF_THE_WORLD = ("language", "length")
_NOT_NAMED = "not named"


@dataclass(slots=True)
class Mix:
    """How many comments there are, by class of each aspect, and by model version."""

    comments: int = 0
    models: Counter[str] = field(default_factory=Counter)
    classes: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, other: "Mix") -> None:
        """Count the comments of another mix too."""
        self.comments += other.comments
        self.models.update(other.models)
        for aspect, counts in other.classes.items():
            self.classes.setdefault(aspect, Counter()).update(counts)


@dataclass(frozen=True, slots=True)
class Line:
    """One class in the month and in the months before; a share is None where it is hidden."""

    name: str
    now: Share | None
    before: Share | None


@dataclass(frozen=True, slots=True)
class Aspect:
    """One aspect; `difference` is None where there are too few comments to compare."""

    name: str
    lines: tuple[Line, ...]
    difference: Difference | None
    verdict: str


def mix(comments: Iterable[Labelled]) -> Mix:
    """Count comments by every aspect."""
    counted = Mix()
    for one in comments:
        counted.comments += 1
        counted.models[one.model_version] += 1
        for aspect, name in _classes(one).items():
            counted.classes.setdefault(aspect, Counter())[name] += 1
    return counted


def compare(now: Mix, before: Mix, k: int) -> list[Aspect]:
    """All aspects of the month beside those of the months before, those that shifted first."""
    names = [name for name in _ORDER if name in now.classes or name in before.classes]
    aspects = [_aspect(name, now, before, k, len(names)) for name in names]
    return sorted(aspects, key=lambda each: _VERDICTS.index(each.verdict))


def model_changed(now: Mix, before: Mix) -> bool:
    """Whether the labels are of more than one model version."""
    return len(now.models.keys() | before.models.keys()) > 1


_VERDICTS = ("shifted much", "shifted", "alike", "too few to compare")
_ORDER = ("sentiment", "intent", "unsure", "urgent", *TOPICS, *OF_THE_WORLD)
_KEYS: Mapping[str, tuple[str, ...]] = {
    "sentiment": SENTIMENTS,
    "intent": INTENTS,
    "length": LENGTHS,
    **dict.fromkeys(TOPICS, (*POLARITIES, _NOT_NAMED)),
    **dict.fromkeys(("unsure", "urgent"), ("yes", "no")),
}


def _classes(one: Labelled) -> dict[str, str]:
    named = dict(one.topics)
    found = {
        "sentiment": one.sentiment,
        "intent": one.intent,
        "unsure": "yes" if one.unsure else "no",
        "urgent": "yes" if one.urgent else "no",
        "language": one.language,
        **{topic: named.get(topic, _NOT_NAMED) for topic in TOPICS},
    }
    length = one.length_class
    return {**found, "length": length} if length else found


def _aspect(name: str, now: Mix, before: Mix, k: int, comparisons: int) -> Aspect:
    counts = now.classes.get(name, Counter()), before.classes.get(name, Counter())
    keys = _KEYS.get(name) or sorted(counts[0].keys() | counts[1].keys())
    enough = min(counts[0].total(), counts[1].total()) >= k
    difference = statistics.compare(*counts) if enough else None
    lines = [Line(key, *(_share(side, key, keys, k) for side in counts)) for key in keys]
    return Aspect(name, tuple(lines), difference, _verdict(difference, comparisons))


def _share(counts: Mapping[str, int], key: str, keys: Iterable[str], k: int) -> Share | None:
    every = {each: counts.get(each, 0) for each in keys}
    n = sum(every.values())
    return statistics.share(every[key], n) if n and key in shown(every, k) else None


def _verdict(difference: Difference | None, comparisons: int) -> str:
    """Small shifts of many comments are sure but do not matter, large ones of few are chance."""
    if difference is None:
        return "too few to compare"
    if difference.p * comparisons >= CHANCE or difference.psi < statistics.PSI_SOME:
        return "alike"
    return "shifted much" if difference.psi >= statistics.PSI_MUCH else "shifted"
