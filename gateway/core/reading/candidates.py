"""Which number of a reply is the score."""

from enum import IntEnum
from typing import NamedTuple

from gateway.core.reading.counting import end_of_score, is_counting
from gateway.core.reading.numbers import ARTICLES, CARDINALS
from gateway.core.reading.standing import (
    follows_subject,
    has_points,
    is_cued,
    is_denied,
    is_number_one,
    is_unsettled,
)
from gateway.core.reading.surroundings import Number, at, number_at
from gateway.core.reading.tokens import Kind, Token
from gateway.core.reading.words import (
    AFTERTHOUGHTS,
    CUES,
    FILLERS,
    FULL,
    HEDGES,
    PERCENT,
    POLITE,
    SCALE_NAMES,
    TURNS,
)

_BEFORE_SCORE = FILLERS | CUES | POLITE | HEDGES
_LIST_MARKS = frozenset(".)")


class Weight(IntEnum):
    """How surely a number is the score; a heavier one prevails over a lighter one."""

    NONE = 0  # counts, measures or denies something
    LOOSE = 1  # inside a sentence
    PLACED = 2  # at the edge of the text
    APART = 3  # a clause of its own
    NAMED = 4  # called the score, or the whole reply


class Candidate(NamedTuple):
    """A number in tokens first..last and its claim to be the score.

    `value` is None where it speaks of a score but doesn't settle it ("melkein 10").
    """

    first: int
    last: int
    value: int | None
    weight: Weight
    denied: bool = False


class Verdict(NamedTuple):
    """The candidate that is the score, or None; `unclear` asks the person again."""

    score: Candidate | None
    unclear: bool
    denied: bool


def settle(tokens: list[Token], scale: range) -> Verdict:
    """The score of a reply, if exactly one number of it is meant as one."""
    candidates = _candidates(tokens, scale)
    if not candidates:
        return Verdict(None, unclear=False, denied=False)
    denied = any(candidate.denied for candidate in candidates)
    best = candidates[0] if len(candidates) == 1 else max(candidates, key=_strength)
    if best.weight <= Weight.LOOSE:
        return Verdict(None, denied, denied)
    if best.value is None or _is_contradicted(best, candidates) or _has_other_scale(tokens):
        return Verdict(None, True, denied)
    return Verdict(best, False, denied)


def _strength(candidate: Candidate) -> tuple[int, bool]:
    return candidate.weight, candidate.value is not None


def _is_contradicted(best: Candidate, candidates: list[Candidate]) -> bool:
    """Whether another number has a claim: "vastaanotto 9 ajanvaraus 2", "7 tai 8".

    Beside a score that stands apart, hedged numbers ("9, melkein 10") and numbers inside
    sentences say nothing.
    """
    if len(candidates) == 1:
        return False
    sure = best.weight >= Weight.APART
    least = Weight.PLACED if sure else Weight.LOOSE
    rivals = {c.value for c in candidates if c.weight >= least} - {best.value}
    return bool(rivals - {None} if sure else rivals)


def _has_other_scale(tokens: list[Token]) -> bool:
    """ "asteikolla 1-5 annan 4": our own scale was taken away with the question."""
    return any(
        token.text in SCALE_NAMES
        and Kind.UNCLEAR in (at(tokens, place - 1).kind, at(tokens, place + 1).kind)
        for place, token in enumerate(tokens)
    )


def _candidates(tokens: list[Token], scale: range) -> list[Candidate]:
    numbers = [
        place
        for place, token in enumerate(tokens)
        if token.value is not None or token.kind is Kind.UNCLEAR
    ]
    listed = _list_numbers(tokens, numbers) if len(numbers) > 1 else []
    found: list[Candidate] = []
    for place in numbers:
        if place not in listed and not (found and place <= found[-1].last):
            found.append(_candidate(tokens, place, scale))
    return found


def _list_numbers(tokens: list[Token], numbers: list[int]) -> list[int]:
    """Where "1. ... 2. ..." numbers the points of a list."""
    places = [place for place in numbers if at(tokens, place + 1).text in _LIST_MARKS]
    if [tokens[place].value for place in places[:2]] != [1, 2]:
        return []
    return places if places[-1] + 2 < len(tokens) else []


def _candidate(tokens: list[Token], first: int, scale: range) -> Candidate:
    last, ours = end_of_score(tokens, first, scale)
    number = number_at(tokens, first, last)
    if is_counting(number):
        return Candidate(first, last, None, Weight.NONE)
    if is_denied(number):
        return Candidate(first, last, None, Weight.NONE, denied=True)
    value = number.token.value if ours and not is_unsettled(number) else None
    return Candidate(first, last, value, _weight(number, value))


def _weight(number: Number, value: int | None) -> Weight:
    leading, trailing = _is_leading(number), _is_trailing(number)
    if is_number_one(number) or _is_no_answer(number, leading):
        return Weight.NONE
    named = (leading and trailing) or is_cued(number)
    if number.token.text in ARTICLES:
        return _article_weight(leading, named, trailing or _closes(number.after))
    if named or has_points(number):
        return Weight.NAMED
    return _place(number, value, leading, trailing)


def _article_weight(leading: bool, named: bool, closes: bool) -> Weight:
    """ "Yksi. Huonoa hoitoa" and "annan yhden" are ones, "anna yksi syy" is none."""
    if not closes:
        return Weight.NONE
    if named:
        return Weight.NAMED
    return Weight.APART if leading else Weight.NONE


def _place(number: Number, value: int | None, leading: bool, trailing: bool) -> Weight:
    closes = trailing or _closes(number.after)
    if closes and (leading or number.before.kind is Kind.MARK):
        return Weight.APART
    if leading or number.before.text in FULL or (closes and follows_subject(number)):
        return Weight.PLACED
    counts = value is not None and number.token.text in CARDINALS  # "meitä oli kolme"
    return Weight.PLACED if trailing and not counts else Weight.LOOSE


def _closes(after: Token) -> bool:
    return after.kind is Kind.MARK or after.text in POLITE or after.text in TURNS


def _is_leading(number: Number) -> bool:
    for token in number.tokens[: number.first]:
        word = token.text
        if token.kind is not Kind.MARK and word not in _BEFORE_SCORE:
            return False
    return True


def _is_trailing(number: Number) -> bool:
    for token in number.tokens[number.last + 1 :]:
        word = token.text
        if token.kind is not Kind.MARK and not (word in POLITE or word in AFTERTHOUGHTS):
            return False
    return True


def _is_no_answer(number: Number, leading: bool) -> bool:
    """Asked within a question, or too large a figure: "112 vastasi heti", "asun talossa 12"."""
    large = number.token.kind is Kind.UNCLEAR and number.token.text.isdecimal()
    if not leading:
        return large or number.after.text == "?"
    hundreds = len(number.token.text) > len("99")
    followed = number.after.kind is Kind.WORD and number.after.text not in PERCENT
    return large and hundreds and followed
