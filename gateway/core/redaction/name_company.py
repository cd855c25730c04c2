"""Words that belong to a name because of the name beside them."""

import re
from collections.abc import Collection

from gateway.core.redaction import name_context as context
from gateway.core.redaction.name_line import (
    Line,
    is_capital,
    is_doubtful,
    is_place,
    is_presented,
    is_sure,
    is_usual,
)
from gateway.core.redaction.name_tables import GIVEN, PLACES

_LISTED = re.compile(r"\s*[,/&+]\s*|\s+(?:ja|sekä|tai|och|eller|and|or)\s+", re.IGNORECASE)
_PARTICLES = frozenset(("von", "af", "de", "al", "el", "bin", "van", "der"))


def joined(line: Line, hidden: Collection[int]) -> set[int]:
    """The hidden words with those that belong to one of them, or stand in one list with it."""
    grown = set(hidden)
    for at in range(1, len(line.words)):
        if at - 1 in grown and at not in grown and _follows(line, at):
            grown.add(at)
    for at in reversed(range(len(line.words) - 1)):
        if at + 1 in grown and at not in grown and _leads(line, at):
            grown.add(at)
    return grown


def _follows(line: Line, at: int) -> bool:
    """Whether the word after a name goes on with it: "Pekka Laine", "Anna, Suvi ja Meri"."""
    word, gap = line.word(at), line.gap(at)
    lower = word.lower()
    known = is_sure(word) or is_doubtful(lower)
    if lower in line.kept or is_place(line, at, sure=False):
        return False
    if _LISTED.fullmatch(gap):
        return is_capital(word) and known and not context.stands_inside(lower)
    if not _is_space(gap):
        return False
    if known:
        return is_capital(word) or _goes_on_plainly(line, at)
    return _is_unknown_family(line, at)


def _goes_on_plainly(line: Line, at: int) -> bool:
    """Whether a name goes on without capitals: "pekka laine", "PEKKA LAINE"."""
    word, before = line.word(at), line.word(at - 1)
    lower = word.lower()
    if lower in PLACES or context.stands_inside(lower):
        return False
    return before.lower() in GIVEN and before.islower() == word.islower()


def _is_unknown_family(line: Line, at: int) -> bool:
    """Whether a word in no list is the family name after a first name, or leads on to it."""
    word, before = line.word(at), line.word(at - 1).lower()
    lower = word.lower()
    if lower in _PARTICLES:
        return is_capital(line.word(at + 1))
    if line.headline or len(word) < 2 or not is_capital(word):
        return False
    if not (before in GIVEN or before in _PARTICLES or is_presented(line, at - 1)):
        return False
    return not (context.is_title(word) or context.stands_inside(lower) or is_usual(lower))


def _leads(line: Line, at: int) -> bool:
    """Whether the word before a name belongs to it: "Satu Niemi"."""
    word, after = line.word(at), line.word(at + 1)
    lower = word.lower()
    if not _is_space(line.gap(at + 1)) or not is_doubtful(lower) or lower in line.kept:
        return False
    if is_capital(word):
        return is_capital(after) and not context.stands_inside(lower)
    return lower in GIVEN and after.lower().endswith("nen")


def _is_space(gap: str) -> bool:
    return gap.isspace() and "\n" not in gap
