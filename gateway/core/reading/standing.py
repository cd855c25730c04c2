"""How a number is said: called the score, doubted, or denied."""

from gateway.core.reading.nouns import looks_partitive, may_be_counted
from gateway.core.reading.numbers import GENITIVE_MARKS, MARKS, PARTITIVE_MARKS
from gateway.core.reading.surroundings import Number, at, head_before
from gateway.core.reading.tokens import Kind
from gateway.core.reading.words import (
    AFTERTHOUGHTS,
    BETWEEN_NEGATION,
    CONJUNCTIONS,
    CONTEXTS,
    CUES,
    DOUBTFUL,
    FILLERS,
    FULL,
    GIVING,
    HALVES,
    HEDGES,
    MARK_PHRASES,
    NEGATORS,
    NUMBER_NAMES,
    PERCENT,
    POINTS_ONLY,
    POLITE,
    STAR_SIGNS,
    STARS,
    SUBJECTS,
    SWEDISH_FULL,
    THAN,
    TURNS,
)

_HALF_SIGNS = "½¼¾⅓⅔234"
_HANDING_OVER = POLITE | AFTERTHOUGHTS | GIVING
_ABOUT_SIGNS = frozenset("~≈<≥≤")
_SHOUT = 3


def is_cued(number: Number) -> bool:
    """Whether the clause calls the number a score: "annan hoidolle 9", "betyg: 8"."""
    for word in number.said:
        if word in CUES and word not in NUMBER_NAMES:
            return True
        if word in CONTEXTS or (looks_partitive(word) and word not in FILLERS):
            return False
    return False


def has_points(number: Number) -> bool:
    """Whether it is a number of points: "täydet kymmenen pistettä"."""
    return number.last > number.first and number.tokens[number.last].text in POINTS_ONLY


def follows_subject(number: Number) -> bool:
    """Whether something one rates stands right before: "palvelu oli 9", "hoitajalle 10"."""
    word = head_before(number)
    return word in SUBJECTS or word.endswith("lle")


def is_number_one(number: Number) -> bool:
    """Whether a one is praise: "ihan ykkönen!", "olette numero 1"; alone they are the mark."""
    if number.token.value != 1:
        return False
    if number.before.text in NUMBER_NAMES:
        return (
            number.first > 1
            or number.token.kind is Kind.WORD
            or number.after.kind is Kind.WORD  # "numero 1 paikka"
        )
    alone = number.first == 0 and len(number.tokens) <= _SHOUT
    return number.token.text in MARKS and not alone and not is_cued(number)


def is_unsettled(number: Number) -> bool:
    """Whether the number is hedged, halved, or of another kind: stars, a percentage."""
    after = number.after.text
    return (
        after in PERCENT
        or after in STARS
        or (after in STAR_SIGNS and number.before.text != after)
        or (number.first > 0 and head_before(number) in DOUBTFUL)
        or _may_count(number)
        or _is_mark_in_phrase(number)
        or _is_halved(number)
        or _is_hedged(number)
    )


def _may_count(number: Number) -> bool:
    if number.token.kind is not Kind.NUMBER:
        return False
    return may_be_counted(number.after.text, number.beyond.text, number.token.value)


def is_denied(number: Number) -> bool:
    """Whether the number is what the score is *not*: "ei ihan kymppi", "10 en anna"."""
    if number.after.text in NEGATORS and number.beyond.text in GIVING:
        return True
    for distance, word in enumerate(number.said):
        if word in NEGATORS:
            between = number.said[:distance]
            return "kuin" not in between and not _is_swedish_article(number, word, between)
        if word not in BETWEEN_NEGATION:
            return False
    return False


def _is_mark_in_phrase(number: Number) -> bool:
    """ "ysiä lähentelee" is near the mark, "kympin parkkimaksu" is none."""
    word = number.after.text
    if number.after.kind is not Kind.WORD or word in _HANDING_OVER:
        return False
    if number.token.text in GENITIVE_MARKS:
        return word not in MARK_PHRASES and number.before.text not in FULL
    return number.token.text in PARTITIVE_MARKS


def _is_halved(number: Number) -> bool:
    """ "8 ½", "8 1/2", "kahdeksan ja puoli", "eight and a half"."""
    after, place = number.after, number.last + 1
    half = number.beyond if after.text == "+" else after
    if half.kind is Kind.UNCLEAR and half.text[-1:] in _HALF_SIGNS:
        return True
    if after.text in CONJUNCTIONS:
        place += 2 if number.beyond.text in FILLERS else 1
    return at(number.tokens, place).text in HALVES


def _is_hedged(number: Number) -> bool:
    if number.before.text in _ABOUT_SIGNS:
        return True
    if number.before.text == "." and at(number.tokens, number.first - 2).text == "n":
        return True
    for word in number.said:
        if word in HEDGES:
            return True
        if word not in FILLERS and word not in CUES and word not in THAN:
            return False
    return False


def _is_swedish_article(number: Number, word: str, between: list[str]) -> bool:
    """Swedish "en 9", "en stark åtta"; Finnish "en" has a verb with it: "en anna 10"."""
    after = number.after.text
    if word != "en" or after in GIVING or after in TURNS or after == "vaan":
        return False
    return not between or between[-1] in SWEDISH_FULL
