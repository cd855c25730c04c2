"""Names of persons."""

import re
from collections.abc import Collection

from gateway.core.redaction import name_context as context
from gateway.core.redaction.name_company import joined
from gateway.core.redaction.name_line import (
    Line,
    acts,
    is_capital,
    is_doubtful,
    is_first,
    is_place,
    is_presented,
    is_signed,
    is_sure,
    is_usual,
    take_apart,
)
from gateway.core.redaction.name_tables import DOUBTFUL, GIVEN, SURE

_HIDDEN = "[nimi]"
_LETTERS = re.compile(r"[^\W\d_]+")
# A capital within a sentence: only with one can an unknown word be a name.
_INNER_CAPITAL = re.compile(r"[^\s.!?]\s+[\"”'(]?[A-ZÀ-ÖØ-ÞŠŽČĐ][^\W\d_A-ZÅÄÖ]")
_INITIALS_BEFORE = re.compile(r"\b(?:[A-ZÅÄÖ](?:-[A-ZÅÄÖ])?\.\s?){1,3}$")
_INITIAL_AFTER = re.compile(r"\s[A-ZÅÄÖ](?:\.(?=\s|$)|(?=\s*[,.!?)]|\s*$))")


def hide_names(text: str, kept: Collection[str] = ()) -> str:
    """Hide names of persons; the words in `kept` are of names of units."""
    if not _may_hold_names(text):
        return text
    line = take_apart(text, kept)
    hidden = {at for at in range(len(line.words)) if _stands_alone(line, at)}
    return _replaced(line, joined(line, hidden)) if hidden else text


def _may_hold_names(text: str) -> bool:
    """Most texts hold none, and nothing slow may be asked of them."""
    words = _LETTERS.findall(text.lower())
    if SURE.isdisjoint(words) and DOUBTFUL.isdisjoint(words):
        return bool(_INNER_CAPITAL.search(text))
    return True


def _stands_alone(line: Line, at: int) -> bool:
    """Whether the word is a name by itself or by what is said around it."""
    word = line.word(at)
    lower, capital = word.lower(), is_capital(word)
    sure, doubtful = is_sure(word), is_doubtful(lower)
    if not (sure or doubtful or capital) or len(word) < 2 or is_place(line, at, sure):
        return False
    if is_presented(line, at):
        return _is_presented_name(line, at, known=sure or doubtful)
    if sure or lower in line.kept:
        return lower not in line.kept
    return _is_shown(line, at, doubtful) if capital else doubtful and is_signed(line, at)


def _is_shown(line: Line, at: int, doubtful: bool) -> bool:
    """Whether a capital makes a name of a word that may be none."""
    lower = line.word(at).lower()
    if line.headline or is_first(line, at):
        return doubtful and (is_signed(line, at) or acts(line, at))
    if doubtful:
        return not is_usual(lower) and (lower in GIVEN or not context.stands_inside(lower))
    return context.looks_like_family(lower) and not is_usual(lower)


def _is_presented_name(line: Line, at: int, known: bool) -> bool:
    """Whether the word after a title or an introduction is a name: "hoitaja X"."""
    word = line.word(at)
    lower = word.lower()
    if context.stands_inside(lower) and (lower in line.kept or not known or word.islower()):
        return False
    if word in context.AFTER_TITLES:
        return False
    usual = is_usual(lower) or lower in line.kept or line.headline or context.is_title(word)
    return known or not usual


def _replaced(line: Line, hidden: Collection[int]) -> str:
    """The text with a token for each run of hidden words and the initials beside it."""
    pieces, end = [], 0
    for start, stop in _runs(line, hidden):
        before = line.text[end:start]
        pieces += [_INITIALS_BEFORE.sub("", before), _HIDDEN]
        initial = _INITIAL_AFTER.match(line.text, stop)
        end = initial.end() if initial else stop
    return "".join(pieces) + line.text[end:]


def _runs(line: Line, hidden: Collection[int]) -> list[tuple[int, int]]:
    """Where hidden words begin and end; those with only space between them are one."""
    runs: list[tuple[int, int]] = []
    for at in sorted(hidden):
        start, end = line.words[at].span()
        if at - 1 in hidden and line.gap(at).isspace():
            start = runs.pop()[0]
        runs.append((start, end))
    return runs
