"""Counting labelled comments by group, with all hidden that would tell of fewer than five people.

A report is a release of its own: the groups of the file are the units of a tree whose root is the
whole file, so that the same proven rules decide what may stand in it.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from gateway.analysis.hiding import shown
from gateway.analysis.labelled import LENGTHS, Labelled
from gateway.core import suppression
from gateway.core.cells import INTENTS, POLARITIES, SENTIMENTS, TOPICS
from gateway.core.suppression import ALL, Ground, Place

_ROOT = ""
_CHANNEL = "form"
#: The languages that the model has learnt to read.
LANGUAGES = ("fi", "sv", "en")
OTHER = "other"

Counts = Mapping[str, int | None]
"""How many comments by class; None where that is hidden."""


@dataclass(frozen=True, slots=True)
class Group:
    """One group, or the whole file: its comments, and what they said."""

    name: str
    comments: int
    sentiments: Counts
    topics: Mapping[str, Counts]
    intents: Counts


@dataclass(frozen=True, slots=True)
class Tabulation:
    """Everything that a report shows. `groups` are those that may be shown, most comments first;
    `hidden_groups` says how many may not."""

    whole: Group
    groups: Sequence[Group]
    hidden_groups: int
    hidden_figures: int
    languages: Counts
    lengths: Counts
    unsure: Counts
    urgent: Counts


def tabulate(comments: Sequence[tuple[str, Labelled]], k: int) -> Tabulation:
    """Count comments, each with the name of its group; all have the name "" where there are none.

    `k` is the smallest group of which anything is told, 5 or more.
    """
    names = sorted({group for group, _ in comments})
    grouped = len(names) > 1
    ids = {name: f"{at}" if grouped else _ROOT for at, name in enumerate(names, 1)}
    own = _count((ids[group], one) for group, one in comments)
    tree = suppression.plant({_ROOT: None, **({id_: _ROOT for id_ in ids.values() if id_})})
    ground = suppression.lay(tree, own, k)
    places = suppression.visible(ground)

    told = [
        _group(ground, places, id_, name)
        for name, id_ in ids.items()
        if grouped and (id_, ALL, "comment", "") in places
    ]
    told.sort(key=lambda each: (-each.comments, each.name))
    every = [one for _, one in comments]
    return Tabulation(
        whole=_group(ground, places, _ROOT, ""),
        groups=told,
        hidden_groups=len(ids) - len(told) if grouped else 0,
        hidden_figures=sum(map(_hidden, told)),
        languages=_shown(Counter(map(_language, every)), (*LANGUAGES, OTHER), k),
        lengths=_shown(Counter(one.length_class or "" for one in every), LENGTHS, k),
        unsure=_shown(Counter(_yes(one.unsure) for one in every), ("yes", "no"), k),
        urgent=_shown(Counter(_yes(one.urgent) for one in every), ("yes", "no"), k),
    )


def _group(ground: Ground, places: Collection[Place], id_: str, name: str) -> Group:
    def counts(measure: str, keys: Mapping[str, str]) -> dict[str, int | None]:
        return {
            told: ground.count(id_, ALL, measure, key)
            if (id_, ALL, measure, key) in places
            else None
            for told, key in keys.items()
        }

    return Group(
        name=name,
        comments=ground.count(id_, ALL, "comment"),
        sentiments=counts("sentiment", {key: key for key in SENTIMENTS}),
        topics={
            topic: counts("topic", {how: f"{topic}:{how}" for how in POLARITIES})
            for topic in TOPICS
        },
        intents=counts("intent", {key: key for key in INTENTS}),
    )


def _count(comments: Iterable[tuple[str, Labelled]]) -> Counter[tuple[str, str, str, str]]:
    own: Counter[tuple[str, str, str, str]] = Counter()
    for unit, one in comments:
        named = [("topic", f"{topic}:{how}") for topic, how in one.topics]
        classes = [("sentiment", one.sentiment), ("intent", one.intent), *named]
        for measure, key in (("answered", ""), ("comment", ""), *classes):
            own[unit, _CHANNEL, measure, key] += 1
    return own


def _shown(counts: Mapping[str, int], keys: Sequence[str], k: int) -> Counts:
    every = {key: counts.get(key, 0) for key in keys}
    visible = shown(every, k)
    return {key: count if key in visible else None for key, count in every.items()}


def _hidden(group: Group) -> int:
    counts = [group.sentiments, *group.topics.values()]
    return sum(count is None for each in counts for count in each.values())


def _language(one: Labelled) -> str:
    return one.language if one.language in LANGUAGES else OTHER


def _yes(value: bool) -> str:
    return "yes" if value else "no"
