"""What simulated people text back, drawn by a seeded generator."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from random import Random
from typing import Any

from gateway.core.nps import nps_class
from gateway.core.reading.language import guess
from gateway.core.reading.normalise import fold

#: Of a hundred people who are asked by SMS, so many answer; and so many scores of each kind come
#: back: shares as they were published by Finnish counties, rounded.
ANSWERING = 0.55
_SCORES = {10: 42, 9: 24, 8: 13, 7: 7, 6: 3, 5: 3, 4: 2, 3: 2, 2: 2, 1: 1, 0: 1}
_COMMENTING = 0.6
#: In a hundred answers, so many are something else than a score.
_OTHERS = {"unclear": 5, "stop": 2, "help": 2, "wrong": 1, "urgent": 0.4, "private": 0.5}


@dataclass(frozen=True, slots=True)
class Words:
    """What people of one language say: scores by value, comments by class, and the rest."""

    scores: Mapping[int, Sequence[str]]
    comments: Mapping[str, Sequence[str]]
    other: Mapping[str, Sequence[str]]


def load_words() -> Mapping[str, Words]:
    """The words by language."""
    table = tomllib.loads((files(__package__) / "answers.toml").read_text("utf-8"))
    return {language: _words(one) for language, one in table.items()}


def _words(table: Mapping[str, Any]) -> Words:
    scores = {int(score): texts for score, texts in table["scores"].items()}
    return Words(scores, table["comments"], table["other"])


class Crowd:
    """All the phones behind an operator: somebody with every number that is texted to."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._words = load_words()
        self._people: dict[str, Person] = {}

    def hear(self, number: str, text: str) -> str | None:
        """What the phone with this number answers to a text, None when nothing."""
        if number not in self._people:
            language = guess(fold(text).split())
            words = self._words.get(language, self._words["fi"])
            self._people[number] = Person(self._random, words)
        return self._people[number].answer()

    def unasked(self) -> tuple[str, str]:
        """A number that was not asked, and what its owner texts."""
        number = f"+35850{self._random.randrange(1_000_000, 9_999_999)}"
        return number, self._random.choice(self._words["fi"].other["direct"])

    def met(self) -> Sequence[str]:
        """What people text after the code that an outreach worker wears."""
        return self._words["fi"].other["met"]


class Person:
    """Somebody with a phone: answers the question, then perhaps says why."""

    def __init__(self, random: Random, words: Words) -> None:
        self._random = random
        self._words = words
        self._score: int | None = None
        self._texts = 0

    def answer(self) -> str | None:
        """What this person texts when a message of ours arrives, None when nothing."""
        self._texts += 1
        if self._texts == 1:
            return self._first() if self._random.random() < ANSWERING else None
        if self._score is None:
            return self._scored() if self._texts == 2 else None
        if self._texts == 2:
            return self._comment()
        return None

    def _first(self) -> str:
        roll = self._random.random() * 100
        for kind, share in _OTHERS.items():
            roll -= share
            if roll < 0 and kind in self._words.other:
                return self._random.choice(self._words.other[kind])
        return self._scored()

    def _scored(self) -> str:
        known = self._words.scores
        weights = [_SCORES[score] for score in known]
        self._score = self._random.choices(list(known), weights)[0]
        return self._random.choice(known[self._score])

    def _comment(self) -> str | None:
        if self._score is None or self._random.random() > _COMMENTING:
            return None
        if self._random.random() < 0.08:
            return self._random.choice(self._words.other["decline"])
        return self._random.choice(self._words.comments[nps_class(self._score)])
