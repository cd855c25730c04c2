"""The words of a reply beside its score."""

import re

from gateway.core.reading.candidates import Verdict
from gateway.core.reading.normalise import table
from gateway.core.reading.numbers import DENOMINATORS, GENITIVE_MARKS
from gateway.core.reading.surroundings import at
from gateway.core.reading.tokens import Kind, Token
from gateway.core.reading.words import (
    AFTERTHOUGHTS,
    BETWEEN_NEGATION,
    CONJUNCTIONS,
    COPULAS,
    CUES,
    FILLERS,
    FULL,
    HALVES,
    HEDGES,
    HEDGES_AFTER,
    NEGATORS,
    OUT_OF,
    PERCENT,
    POINTS,
    STARS,
    THAN,
    VAGUE,
)

_EMOTICON = r"(?![-']?[)(DPp/|3*])"
_SEPARATORS = re.compile(rf"(?:[\s_.,!?…/|+*\"”’'»>)\]~–—-]|[:;=]{_EMOTICON})+")
_LINKS = table("mutta mut ja joten siis eli niin silti men och så but and so")
_LINK_MARKS = ' \n\t,;:=/(["“”–—-+#*>'
_SPEAKERS = table("minä mä mie minun mun me jag i min")
_STRENGTHS = FULL | table("vahva heikko selvä ehdoton puhdas pyöreä tasan solid stark svag klar")
_THIS_TIME = table("nyt tänään kerralla nu idag now today jälkeen tällä")
_PUNCTUATION = frozenset(".,:;!?-–—…\"'()=\n")
_REPEATS = AFTERTHOUGHTS | POINTS | frozenset(DENOMINATORS)
_NUMBER_TALK = frozenset().union(
    *(CONJUNCTIONS, COPULAS, CUES, FILLERS, HEDGES, HEDGES_AFTER, NEGATORS),
    *(
        OUT_OF,
        PERCENT,
        POINTS,
        STARS,
        VAGUE,
        DENOMINATORS,
        THAN,
        HALVES,
        table("at vähän lite pilkku komma"),
    ),
)


def beside(text: str, tokens: list[Token], verdict: Verdict) -> str:
    """`text` without its score, when that stands at an edge; the whole text when inside."""
    score = verdict.score
    if score is None or verdict.denied or _is_part_of_phrase(tokens, score.first, score.last):
        return text
    first = _start_of_score(tokens, score.first)
    before, after = tokens[:first], tokens[score.last + 1 :]
    left = "" if _says_nothing(before, score.value) else text[: tokens[first].start]
    right = "" if _says_nothing(after, score.value) else text[tokens[score.last].end :]
    left = _without_link(left)
    right = _SEPARATORS.sub("", right, count=1) if _SEPARATORS.match(right) else right
    return text if (left and right) or _is_compared(before) else _unwrapped(left or right)


def unclear(text: str, tokens: list[Token]) -> str:
    """`text` where it says more than that the score is uncertain."""
    says_more = any(
        token.kind is Kind.WORD and token.value is None and token.text not in _NUMBER_TALK
        for token in tokens
    )
    return text if says_more else ""


def _is_compared(before: list[Token]) -> bool:
    """ "Ennen 3 nyt": of two figures, neither tells anything without the other."""
    return (
        bool(before)
        and before[-1].text in _THIS_TIME
        and any(token.kind is Kind.NUMBER or token.value is not None for token in before)
    )


def _without_link(text: str) -> str:
    """`text` without the marks and conjunctions that led on to the score."""
    text = text.rstrip(_LINK_MARKS)
    while text.rpartition(" ")[2].casefold() in _LINKS:
        text = text.rpartition(" ")[0].rstrip(_LINK_MARKS)
    return text.lstrip(_LINK_MARKS) and text


def _is_part_of_phrase(tokens: list[Token], first: int, last: int) -> bool:
    """ "Täyden kympin palvelua", "hoito oli 9": without its number the rest is broken."""
    after = at(tokens, last + 1)
    if tokens[first].text in GENITIVE_MARKS and after.kind is Kind.WORD:
        return after.text not in AFTERTHOUGHTS
    start = _start_of_score(tokens, first)
    return start > 0 and at(tokens, start - 1).text in COPULAS


def _start_of_score(tokens: list[Token], first: int) -> int:
    """Where "annan hoidolle 9" begins: at the text's edge, or at the clause's first cue."""
    if _is_only_handing(tokens[:first]):
        return 0
    start = first
    for place in range(first - 1, -1, -1):
        if tokens[place].kind is Kind.MARK and tokens[place].text not in ":=\"'":
            break
        if tokens[place].text in CUES:
            start = place
    before_start = _STRENGTHS if start == first else _SPEAKERS
    while start > 0 and tokens[start - 1].text in before_start:
        start -= 1
    return start


def _is_only_handing(tokens: list[Token]) -> bool:
    return all(
        token.text in FILLERS
        or token.text in CUES
        or token.text in BETWEEN_NEGATION
        or token.text in NEGATORS
        or token.text in _PUNCTUATION
        for token in tokens
    )


def _says_nothing(tokens: list[Token], score: int | None) -> bool:
    """Nothing but the same number again, a range around it, or words that only hand it over."""
    spoken = [token for token in tokens if token.kind is not Kind.MARK]
    return bool(spoken) and all(
        token.value == score if token.value is not None else token.text in _REPEATS
        for token in spoken
        if token.kind is not Kind.UNCLEAR
    )


def _unwrapped(text: str) -> str:
    text = text.strip()
    if text.startswith("(") and text.find(")") == len(text) - 1:
        return text[1:-1].strip()
    return text
