"""A text taken apart into words, and what can be seen of each of them."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from gateway.core.redaction import name_context as context
from gateway.core.redaction.name_tables import DOUBTFUL, PLACES, SURE
from gateway.core.redaction.ordinary_words import NEVER_NAMES

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PARTS = re.compile("['’-]")
_CLITIC = re.compile(r"(?:kin|kaan|kään|ko|kö|han|hän)$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:…\n]|[^\w\s,;()\[\]\"”'’/&+-])[\s\"”'(]*$")
_ABBREVIATION = re.compile(
    r"\b(?:dr|mr|mrs|ms|tri|lääk|st|prof|sair|rva|hra|[^\W\d_])\.\s*$", re.IGNORECASE
)
_TITLE_GAP = re.compile(r"\s{1,2}|:\s?|\s?[\"”'(]")
_FIRMS = frozenset(("oy", "oyj", "ky", "tmi", "ab", "ry"))
# As far back as an introduction or a closing phrase reaches.
_REACH = 32
# From here on, a text that is mostly capitals is written Like A Headline.
_SHORTEST_SENTENCE = 6
_HEADLINE_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Line:
    """A text with its words; where `headline` is set, its capitals mean nothing."""

    text: str
    words: list[re.Match[str]]
    kept: Collection[str]
    headline: bool

    def word(self, at: int) -> str:
        """The word there, "" beyond the ends."""
        return self.words[at].group() if 0 <= at < len(self.words) else ""

    def gap(self, at: int) -> str:
        """What stands before a word: from the one before it, or the ends of the text."""
        start = self.words[at - 1].end() if at else 0
        return self.text[start : self.words[at].start() if at < len(self.words) else None]

    def before(self, at: int) -> str:
        """The text right before a word, as far as phrases reach."""
        start = self.words[at].start()
        return self.text[max(0, start - _REACH) : start]


def take_apart(text: str, kept: Collection[str]) -> Line:
    """The words of a text, those in `kept` being of names of units."""
    words = list(_WORD.finditer(text))
    capitals = sum(is_capital(word.group()) for word in words)
    headline = len(words) >= _SHORTEST_SENTENCE and capitals > len(words) * _HEADLINE_SHARE
    return Line(text, words, kept, headline)


def is_capital(word: str) -> bool:
    """Whether the word is written Like this: neither like THIS nor like this."""
    return word[:1].isupper() and not word[1:].isupper()


def is_sure(word: str) -> bool:
    """Whether the word, or a part of it, is a name wherever it stands."""
    lower = word.lower()
    if lower in SURE:
        return True
    pieces = parts(word)
    if pieces:
        lowered = [piece.lower() for piece in pieces]
        return not SURE.isdisjoint(lowered) or _is_double(pieces, lowered)
    return is_capital(word) and _CLITIC.sub("", lower) in SURE


def _is_double(pieces: list[str], lowered: list[str]) -> bool:
    """Whether it is a name of two: "Maj-Lis", but not "Lahti-Tampere"."""
    if not all(map(is_capital, pieces)) or DOUBTFUL.isdisjoint(lowered):
        return False
    return not all(map(is_usual, lowered))


def is_doubtful(lower: str) -> bool:
    """Whether the word, or a part of it, may be a name."""
    return lower in DOUBTFUL or any(part in DOUBTFUL for part in parts(lower))


def is_usual(lower: str) -> bool:
    """Whether the word or a part of it is known to be no name."""
    return any(part in NEVER_NAMES or part in PLACES for part in (lower, *parts(lower)))


def parts(word: str) -> list[str]:
    """The parts of a word with hyphens or apostrophes; none of a plain one."""
    return _PARTS.split(word) if not word.isalpha() else []


def is_first(line: Line, at: int) -> bool:
    """Whether a sentence begins with the word, so that its capital means nothing."""
    before = line.before(at)
    return bool(_SENTENCE_START.search(before)) and not _ABBREVIATION.search(before)


def is_place(line: Line, at: int, sure: bool) -> bool:
    """Whether the word is the name of a place or a thing, or its neighbours make it one."""
    lower = line.word(at).lower()
    if line.gap(at + 1).isspace() and context.makes_place(lower, line.word(at + 1)):
        return True
    if context.is_thing(lower) or line.word(at - 1).lower() in _FIRMS:
        return True
    return not sure and lower in PLACES and context.stands_inside(lower)


def is_presented(line: Line, at: int) -> bool:
    """Whether a title, a kinship or an introduction announces a name here."""
    gap, before = line.gap(at), line.word(at - 1)
    if at and _TITLE_GAP.fullmatch(gap) and context.is_title(before):
        return True
    if gap.strip() == "." and _ABBREVIATION.search(line.before(at)) and context.is_title(before):
        return True
    return bool(context.INTRODUCTION.search(line.before(at)))


def is_signed(line: Line, at: int) -> bool:
    """Whether the word stands where letters are signed."""
    return bool(context.SIGN_OFF.search(line.before(at)))


def acts(line: Line, at: int) -> bool:
    """Whether what follows the word is said of people only."""
    after = line.word(at + 1)
    if not line.gap(at + 1).isspace():
        return False
    if line.word(at).lower() in context.DESCRIPTIONS:
        return False
    return after.lower() in context.OF_PEOPLE or (
        after.islower() and context.is_title(after) and not after.endswith("ksi")
    )
