"""Numbers that count, measure or name something other than the score."""

from gateway.core.reading.nouns import is_counted, looks_partitive
from gateway.core.reading.numbers import BOUND_CARDINALS, CARDINALS, DENOMINATORS
from gateway.core.reading.surroundings import Number, at, head_before, number_at
from gateway.core.reading.tokens import Kind, Token
from gateway.core.reading.words import (
    AFTERTHOUGHTS,
    CONJUNCTIONS,
    CONTEXTS,
    COPULAS,
    COUNT_HEADS,
    CUES,
    CURRENCY,
    FILLERS,
    HEDGES_AFTER,
    NEGATORS,
    NOT_COUNT_HEADS,
    ORDINALS,
    OUT_OF,
    PLACES,
    POINTS,
    POLITE,
    POSSIBLE,
    SUBJECTS,
)

_SCHOOL_MARKS = frozenset("+-–−")
_DECIMAL_MARKS = frozenset(".,")
_DASHES = frozenset("-–‐‑")
_LONGEST_UNIT = 2
_GOES_WITH_CARDINAL = ("sta", "stä", "lua", "lyä", "siitä")


def is_counting(number: Number) -> bool:
    """Whether the number counts, measures or numbers something."""
    return (
        number.before.text == "/"
        or _is_glued(number)
        or _counts(number)
        or _shares_noun(number)
        or (number.first > 0 and _belongs_to_previous(number))
    )


def end_of_score(tokens: list[Token], first: int, scale: range) -> tuple[int, bool]:
    """The last token of the score with its scale or points, and whether the scale is ours.

    "9 out of 10" and "9 pistettä" end later than the 9; "5 av 6" has a scale of its own.
    """
    after = at(tokens, first + 1)
    slash = first + 2 if after.text in _SCHOOL_MARKS else first + 1
    if at(tokens, slash).text == "/" and at(tokens, slash + 1).value is not None:
        return slash + 1, tokens[slash + 1].value == scale[-1]
    if after.kind is Kind.SCALE or after.text in DENOMINATORS:
        return first + 1, DENOMINATORS.get(after.text, scale[-1]) == scale[-1]
    if after.text in OUT_OF:
        whole = first + 3 if at(tokens, first + 2).text in OUT_OF else first + 2
        if at(tokens, whole).value is not None and not _counts(number_at(tokens, whole, whole)):
            return whole, tokens[whole].value == scale[-1]
    if after.text in POINTS:
        return first + 1, True
    if after.text in HEDGES_AFTER and at(tokens, first + 2).kind is not Kind.WORD:
        return first + 1, False
    return first, True


def _is_glued(number: Number) -> bool:
    """Part of another word: "9v", "4-luokkalaisen", "B12"."""
    after = number.after
    if _ends_longer(number):
        return True
    end = number.tokens[number.last]
    if after.start != end.end or end.kind is Kind.WORD:
        return False
    if after.kind is Kind.WORD:
        short = len(after.text) <= _LONGEST_UNIT and after.text not in POINTS
        return short or after.text.startswith("x")  # "2xviikko"
    beyond = number.beyond
    joined = after.text in _DASHES and beyond.kind is Kind.WORD and beyond.start == after.end
    return joined and beyond.text not in POLITE


def _ends_longer(number: Number) -> bool:
    """The last part of "B12", "covid-19", "0401234567.5"."""
    before = number.before
    if before.end != number.token.start or before.text in CUES:
        return False
    if before.kind is Kind.WORD:
        return True
    stem = at(number.tokens, number.first - 2)
    if stem.end != before.start:
        return False
    if before.text in _DASHES:
        return stem.kind is Kind.WORD and stem.text not in CUES
    return before.text in _DECIMAL_MARKS and stem.kind is Kind.OPAQUE


def _counts(number: Number) -> bool:
    after, beyond = number.after, number.beyond.text
    of_things = after.text.endswith(("sta", "stä")) and after.text not in POSSIBLE
    if number.tokens[number.last].text in DENOMINATORS and of_things:
        return True
    if after.kind is not Kind.WORD or (after.text == "t" and beyond == "."):  # "10 t. Reijo"
        return after.text in CURRENCY or (after.text == "." and beyond in ORDINALS)
    if is_counted(after.text, beyond, number.token.value):
        return True
    return number.token.text in CARDINALS and _needs_noun(number)


def _needs_noun(number: Number) -> bool:
    """A spelled number that goes with the next word: "kolme katetria", "kaksi meistä"."""
    word = number.after.text
    if number.last > number.first or word in POLITE or word in AFTERTHOUGHTS:
        return False
    bound = number.token.text in BOUND_CARDINALS or word in COPULAS
    return bound or word.endswith(_GOES_WITH_CARDINAL) or looks_partitive(word)


def _shares_noun(number: Number) -> bool:
    """The first of two numbers of one measure: "8 - 9 tuntia", "kaksi tai kolme kertaa"."""
    other = number.last + (2 if number.after.text in CONJUNCTIONS else 1)
    value, more = number.token.value, at(number.tokens, other).value
    if value is None or more is None or more <= value:
        return False
    return _counts(number_at(number.tokens, other, other))


def _belongs_to_previous(number: Number) -> bool:
    """The number of a room, a clock, an age, or of people: "huone 4", "hoitajia oli 2"."""
    word = head_before(number)
    if word in CUES or word in FILLERS or word in POLITE or word in SUBJECTS:
        return False
    if word in CONTEXTS:
        return True
    if word.endswith(COUNT_HEADS):
        return not word.endswith(NOT_COUNT_HEADS) and NEGATORS.isdisjoint(number.said)
    return word.endswith(PLACES)
