"""Comments that show what is meant by a topic: redacted, for people to read before anybody else."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from gateway.analysis.labelling import Label
from gateway.analysis.tabulation import Tabulation

_SHORTEST, _LONGEST = 20, 240


@dataclass(frozen=True, slots=True)
class Example:
    """What people wrote who praise or blame a topic."""

    topic: str
    polarity: str
    texts: Sequence[str]


def choose(
    texts: Sequence[str],
    labels: Sequence[Label],
    urgent: Collection[int],
    table: Tabulation,
    most: int,
) -> list[Example]:
    """Up to `most` for each topic praised or criticised whose number may be told, the surest
    first; none that is `urgent` (by place), doubtful, or too long to be read beside others."""
    found: dict[tuple[str, str], list[tuple[float, str]]] = {}
    for at, (text, label) in enumerate(zip(texts, labels, strict=True)):
        if at in urgent or label.unsure or not _SHORTEST <= len(text) <= _LONGEST:
            continue
        for each in label.topics:
            found.setdefault((each.topic, each.polarity), []).append((-each.confidence, text))
    return [
        Example(topic, how, [text for _, text in sorted(set(found[topic, how]))[:most]])
        for topic, counts in table.whole.topics.items()
        for how in ("negative", "positive")
        if most and counts[how] and (topic, how) in found
    ]
