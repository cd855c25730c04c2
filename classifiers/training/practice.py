"""Texts to practise on that nobody has labelled: fragments put together anew, and raw text."""

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from classifiers.comments import Comment
from classifiers.training import augmentation
from classifiers.training.lexicon import Term

_CLAUSE_END = re.compile(r"(?<=[.!?,;:])\s+")
_PARTS = (1, 1, 2, 2, 3)
_LONGEST = 300
_LONGEST_RAW = 140


@dataclass(frozen=True, slots=True)
class Plan:
    """How many texts: put together of fragments, and drawn from raw text."""

    composed: int = 50_000
    raw: int = 20_000


def texts(
    comments: Sequence[Comment], terms: Sequence[Term], raw: Sequence[str], plan: Plan, seed: int
) -> list[str]:
    """Return composed texts, short raw ones, and every term as it stands."""
    chance = random.Random(seed)
    short = [each for each in raw if len(each) < _LONGEST_RAW]
    return [
        *_composed(comments, terms, plan.composed, chance),
        *chance.sample(short, min(plan.raw, len(short))),
        *(each.text for each in terms),
    ]


def _composed(
    comments: Sequence[Comment], terms: Sequence[Term], count: int, chance: random.Random
) -> Iterator[str]:
    """Yield one to three fragments of one language together, misspelt as people misspell."""
    held: dict[str, list[str]] = defaultdict(list)
    for comment in comments:
        held[comment.lang] += [comment.text, *_CLAUSE_END.split(comment.text)]
    for term in terms:
        held[term.lang].append(term.text)
    # By the root of their number: the rarer languages need the practice more.
    languages = sorted(held)
    shares = [len(held[each]) ** 0.5 for each in languages]
    for language in chance.choices(languages, shares, k=count):
        fragments = held[language]
        parts = [chance.choice(fragments) for _ in range(chance.choice(_PARTS))]
        yield augmentation.noisy(" ".join(parts), chance)[:_LONGEST]
