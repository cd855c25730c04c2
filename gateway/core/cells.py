"""How responses become cells."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from gateway.core.errors import InputError
from gateway.core.response import HELPERS, ROLES, is_proxy

#: The channel of answers that are not the client's own word, however they came: counted apart.
PROXY = "proxy"
#: Whose word they are.
PROXIES = ("guardian", "close", "other", "staff")
#: What is asked on a scale of five, 5 the best, and published. Another wording is another name.
STATEMENTS = (
    "got-help",
    "cared-for",
    "decided-together",
    "felt-safe",
    "know-next",
    "understandable",
    "useful",
    "close-met",
    "close-heard",
    "close-informed",
    "close-safe",
    "child-kind",
    "child-listened",
    "child-understood",
    "feeling",
)
CANNOT_SAY = 0
OPTIONS = range(6)

SENTIMENTS = ("positive", "negative", "neutral", "mixed")
POLARITIES = ("positive", "negative", "neutral")
INTENTS = ("thanks", "criticism", "idea", "question", "complaint", "other")
TOPICS = (
    "access",
    "timeliness",
    "encounter",
    "participation",
    "information",
    "quality",
    "safety",
    "continuity",
    "facilities",
    "digital",
    "fees",
    "rights",
)

Sums = Mapping[tuple[str, str, str, str], int]
"""Counts of a period by (unit, channel, measure, key): each unit's own, not those below it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A count for one (unit, day, channel, measure, key)."""

    unit: str
    day: date
    channel: str
    measure: str
    key: str
    count: int


@dataclass(frozen=True, slots=True)
class Fact:
    """What is counted of one response; the labels are there when its comment has been labelled.

    Raises InputError for a score outside 0-10, half a label, or a topic with two polarities.
    """

    unit: str
    day: date
    channel: str
    score: int | None = None
    sentiment: str | None = None
    topics: tuple[tuple[str, str], ...] = ()
    intent: str | None = None
    statements: tuple[tuple[str, int], ...] = ()
    role: str = ""
    helper: str = ""

    def __post_init__(self) -> None:
        if self.score is not None and self.score not in range(11):
            raise InputError(f"score {self.score} is not on the scale; give 0 to 10")
        if (self.sentiment is None) != (self.intent is None):
            raise InputError("a labelled comment has both a sentiment and an intent; give both")
        if self.topics and self.sentiment is None:
            raise InputError("topics belong to a labelled comment; give its sentiment and intent")
        if len({topic for topic, _ in self.topics}) < len(self.topics):
            raise InputError("a topic appears twice in one comment; give it one polarity")
        if unknown := [one for one in self.statements if f"{one[0]}:{one[1]}" not in _STEPS]:
            raise InputError(f"statement {unknown[0]} is unknown; give a name and 0 to 5")

    @property
    def counted_on(self) -> str:
        """The channel that it is counted on."""
        return PROXY if is_proxy(self.role, self.helper) else self.channel

    @property
    def proxy(self) -> str | None:
        """Whose word it is instead of the client's own."""
        if self.counted_on != PROXY:
            return None
        return self.role if self.role in PROXIES else "staff"


@dataclass(frozen=True, slots=True)
class Invitations:
    """How many questions about the visits of one day were sent, and how many arrived."""

    unit: str
    day: date
    channel: str
    asked: int
    delivered: int


def _never(_: Fact) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that is counted.

    `keys` in the order they are published; `read` tells the keys that one response adds one to.
    `divides` names the measure whose count is the whole that the keys divide; `exclusive`: each
    answer of that whole has exactly one of the keys, otherwise it may have any number of them.
    `several`: the keys are of several questions, "question:option", each a whole of its own.
    """

    keys: tuple[str, ...] = ("",)
    read: Callable[[Fact], tuple[str, ...]] = _never
    divides: str | None = None
    exclusive: bool = False
    several: bool = False


_STEPS = tuple(f"{statement}:{option}" for statement in STATEMENTS for option in OPTIONS)


def _given(value: object) -> tuple[str, ...]:
    return () if value is None else (str(value),)


MEASURES: Mapping[str, Measure] = MappingProxyType(
    {
        "asked": Measure(),
        "delivered": Measure(),
        "answered": Measure(read=lambda _: ("",)),
        "score": Measure(tuple(map(str, range(11))), lambda fact: _given(fact.score)),
        "comment": Measure(read=lambda fact: () if fact.sentiment is None else ("",)),
        "sentiment": Measure(SENTIMENTS, lambda fact: _given(fact.sentiment), "comment", True),
        "topic": Measure(
            tuple(f"{topic}:{polarity}" for topic in TOPICS for polarity in POLARITIES),
            lambda fact: tuple(f"{topic}:{polarity}" for topic, polarity in fact.topics),
            "comment",
        ),
        "intent": Measure(INTENTS, lambda fact: _given(fact.intent), "comment", True),
        "statement": Measure(
            _STEPS,
            lambda fact: tuple(f"{name}:{option}" for name, option in fact.statements),
            several=True,
        ),
        "role": Measure(ROLES, lambda fact: _given(fact.role or None)),
        "helper": Measure(HELPERS, lambda fact: _given(fact.helper or None)),
        "proxy": Measure(PROXIES, lambda fact: _given(fact.proxy), PROXY, True),
    }
)


def count_cells(facts: Iterable[Fact]) -> list[Cell]:
    """Count responses; the order of `facts` doesn't matter, and cells of zero are left out."""
    counts: Counter[tuple[str, date, str, str, str]] = Counter()
    for fact in facts:
        for name, measure in MEASURES.items():
            for key in measure.read(fact):
                counts[fact.unit, fact.day, fact.counted_on, name, key] += 1
    return _cells(counts)


def count_invitations(invitations: Iterable[Invitations]) -> list[Cell]:
    """Count what was sent, beside the cells of what came back."""
    counts: Counter[tuple[str, date, str, str, str]] = Counter()
    for sent in invitations:
        counts[sent.unit, sent.day, sent.channel, "asked", ""] += sent.asked
        counts[sent.unit, sent.day, sent.channel, "delivered", ""] += sent.delivered
    return _cells(counts)


def sum_cells(cells: Iterable[Cell]) -> dict[tuple[str, str, str, str], int]:
    """Sum the days away."""
    sums: Counter[tuple[str, str, str, str]] = Counter()
    for cell in cells:
        sums[cell.unit, cell.channel, cell.measure, cell.key] += cell.count
    return dict(sums)


def _cells(counts: Counter[tuple[str, date, str, str, str]]) -> list[Cell]:
    return [Cell(*place, count) for place, count in sorted(counts.items()) if count]
