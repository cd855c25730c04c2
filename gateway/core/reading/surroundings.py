"""What stands beside a number of a reply."""

from typing import NamedTuple

from gateway.core.reading.tokens import Kind, Token
from gateway.core.reading.words import COPULAS, NUMBER_NAMES

_EDGE = Token(Kind.MARK, "", -1, -1)
_LINKS = frozenset(":=\"'-–”“»>")
_BEFORE_FIGURE = COPULAS | NUMBER_NAMES | frozenset(":=")
_REACH = 5
_LONGEST_ABBREVIATION = 3


class Number(NamedTuple):
    """A number of the reply, in tokens first..last with its points or scale, and its neighbours.

    `said` holds the words of its own clause to the left, nearest first, up to another number.
    """

    tokens: list[Token]
    first: int
    last: int
    token: Token
    before: Token
    after: Token
    beyond: Token
    said: list[str]


def at(tokens: list[Token], place: int) -> Token:
    """The token there, or an empty mark beyond either edge of the text."""
    return tokens[place] if 0 <= place < len(tokens) else _EDGE


def number_at(tokens: list[Token], first: int, last: int) -> Number:
    """The number in tokens first..last with what surrounds it."""
    return Number(
        tokens,
        first,
        last,
        tokens[first],
        at(tokens, first - 1),
        at(tokens, last + 1),
        at(tokens, last + 2),
        _words_before(tokens, first),
    )


def head_before(number: Number) -> str:
    """The word the number belongs to, past a verb ("oli"), "nro" and an abbreviation's stop."""
    tokens, place = number.tokens, number.first - 1
    if number.before.text == "." and len(at(tokens, place - 1).text) <= _LONGEST_ABBREVIATION:
        place -= 1
    head = at(tokens, place)
    while head.text in _BEFORE_FIGURE:
        place -= 1
        head = at(tokens, place)
    return head.text if head.kind is Kind.WORD else ""


def _words_before(tokens: list[Token], first: int) -> list[str]:
    words = []
    for token in reversed(tokens[max(0, first - _REACH) : first]):
        if token.kind is Kind.WORD and token.value is None:
            words.append(token.text)
        elif token.text not in _LINKS:
            break
    return words
