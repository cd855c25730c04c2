"""Texts that a person must look at before anything else."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from gateway.core.reading.danger import harm, illness, self_harm, story
from gateway.core.reading.normalise import fold, table

Urgency = Literal["", "acute", "harm"]
_Tells = Literal["illness", "self-harm", "harm", "past"]
_Stems = tuple[str, ...]

_TABLES: dict[_Tells, str] = {
    "illness": illness.RULES,
    "self-harm": self_harm.RULES,
    "harm": harm.RULES,
    "past": story.PAST,
}
_PRAISE, _COMPLAINT, _NOW = (table(words) for words in (story.PRAISE, story.COMPLAINT, story.NOW))
_MARK = re.compile(r" ([+>!]) ")
_GOES_ON = re.compile(r"\n {8,}")
_END = "$"
_KEY_LENGTH = 3
_REACH = 7
_NEXT = 2


class _Rule(NamedTuple):
    """A word beginning and what must hold of the words around: (mark, stems) in their order."""

    opening: str
    others: tuple[tuple[str, _Stems], ...]
    tells: _Tells


def _rules() -> Iterator[_Rule]:
    for tells, lines in _TABLES.items():
        for line in _GOES_ON.sub(" ", fold(lines)).strip().splitlines():
            first, *rest = _MARK.split(line.strip())
            others = tuple(
                (mark, tuple(stems.split()))
                for mark, stems in zip(rest[::2], rest[1::2], strict=True)
            )
            yield from (_Rule(opening, others, tells) for opening in first.split())


def _index() -> dict[str, list[_Rule]]:
    """The rules by the first letters of the words that may begin them."""
    index: dict[str, list[_Rule]] = {}
    for rule in _rules():
        index.setdefault(rule.opening.rstrip(".")[:_KEY_LENGTH], []).append(rule)
    return index


_RULES = _index()


def urgency(words: list[str]) -> Urgency:
    """What folded `words` tell of: "acute" may need 112 now, "harm" needs a person's eyes.

    Recall comes first; let through is what ended well ("rintakipuun sain apua nopeasti, kiitos")
    or lies months back. Wishes to die are let through only when both hold.
    """
    told = {
        rule.tells
        for place, word in enumerate(words)
        if word[:_KEY_LENGTH] in _RULES
        for rule in _RULES[word[:_KEY_LENGTH]]
        if _matches(word, rule.opening) and _holds(words, place, rule.others)
    }
    past = "past" in told
    ended_well = _is_thankful(words)
    if "self-harm" in told and not (past and ended_well):
        return "acute"
    if ended_well or (past and _NOW.isdisjoint(words)):
        return "harm" if "harm" in told and not past else ""
    return "acute" if "illness" in told else "harm" if "harm" in told else ""


def _holds(words: list[str], place: int, others: tuple[tuple[str, _Stems], ...]) -> bool:
    """Whether all that a rule asks of the words around its opening holds."""
    near = words[max(0, place - _REACH) : place] + words[place + 1 : place + 1 + _REACH]
    for mark, stems in others:
        if mark == ">":
            found = _following(words, place, stems)
            if found is None:
                return False
            place = found
        elif any(_matches(word, stem) for word in near for stem in stems) != (mark == "+"):
            return False
    return True


def _following(words: list[str], place: int, stems: _Stems) -> int | None:
    """The place of one of `stems` right after `place`; `$` stands just behind the last word."""
    if place + 1 == len(words):
        return place + 1 if _END in stems else None
    for later in range(place + 1, min(place + 1 + _NEXT, len(words))):
        if any(_matches(words[later], stem) for stem in stems):
            return later
    return None


def _matches(word: str, stem: str) -> bool:
    if stem.endswith("."):
        return word == stem[:-1]
    return stem[1:] in word if stem.startswith("*") else word.startswith(stem)


def _is_thankful(words: list[str]) -> bool:
    return not _PRAISE.isdisjoint(words) and _COMPLAINT.isdisjoint(words)
