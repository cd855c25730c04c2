"""The words, numbers and marks of a text in one pass."""

import re
from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from gateway.core.reading.normalise import plain
from gateway.core.reading.numbers import NUMBERS


class Kind(Enum):
    """What a token can mean for a score."""

    WORD = "word"  # letters; number words carry their value
    NUMBER = "number"  # a whole number of the scale, in digits or keycaps
    UNCLEAR = "unclear"  # speaks of a score but does not settle it: 8.5, 8-9, 4/5, -1, 11
    OPAQUE = "opaque"  # digits that are never a score: a time, a date, a phone number
    SCALE = "scale"  # the far end of the scale: 10:stä
    MARK = "mark"  # one character of punctuation, or an emoji


class Token(NamedTuple):
    """A piece of the text and its place in it; `value` is what a number or number word says."""

    kind: Kind
    text: str
    start: int
    end: int
    value: int | None = None


_TOKEN = re.compile(
    r"""
    (?P<address> [^\s@]{1,64}@[^\s@]+\.\w+ )
  | (?P<word> n:o(?!\w) | [^\W\d_½¼¾⅓⅔]+ (?: ['’-] [^\W\d_]+ )* )
  | (?P<mark> <3+ | [^\s\d+\-–−½¼¾⅓⅔\U0001f51f] | \n )
  | (?P<simple> \d{1,3}(?=[,.!]?(?:\s[^\W\d]|$)) )     # the common case, tried before the rare
  | (?P<keycap> (?:\d\ufe0f?\u20e3)+ | \U0001f51f )
  | (?P<identity> \d{6}[ ]?[-–+a-fu-y][ ]?\d{3}[0-9a-z](?!\w) )
  | (?P<phone> (?:\+|00)\d(?:[ -]?\d){6,} | 0\d{5,} | 0\d{1,3}[ -]\d{3,}(?:[ -]\d{2,})* )
  | (?P<grouped> \d{2,}(?:[ ]\d{3,})+ | \d(?:[ ]000)+(?!\d) )
  | (?P<date> \d{1,4}[./-]\d{1,2}[./-]\d{2,4} | \d{1,2}\.\d{1,2}\.(?!\d) )
  | (?P<fraction> \d+(?:[.,]\d+)?[ ]?/[ ]?\d+(?:st[aä]|:st[aä])?(?![/\d]) )
  | (?P<range> \d+(?:[-–—]|\.{2,3})\d+(?![.,]?\d) )
  | (?P<sum> \d+(?:\+|[ ]\+[ ])\d+ )
  | (?P<decimal> \d+[.,:]\d+(?:[.,:]\d+)* )
  | (?P<inflected>
      \d+:(?:n|t?[aä]|[aä]{2}|i[aä]|(?:st|ss|ll|lt|tt|t)[aä]|ksi|lle|een|[aä]n|or)(?!\w)
    )
  | (?P<negative> (?<!\S)[-–−]\d+(?:[.,]\d+)? )
  | (?P<letter_o> 1o(?!\w) )
  | (?P<digits> \d+ )
  | (?P<half> [½¼¾⅓⅔] )
  | (?P<sign> \S )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FRACTION_ENDING = re.compile(r"[ :]|st[aä]", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_NEVER_SCORES = ("lta", "ltä", "lle")  # a clock, "8:lta aamulla"; people, "kerroin 10:lle"
_LONGEST_SCORE = 4
_LAST_MINUTE = 59


def tokenise(text: str, scale: range) -> list[Token]:
    """The tokens of a clean text; `scale` tells the 9 of "9/10" from any other fraction."""
    return [_token(found, scale) for found in _TOKEN.finditer(text)]


def _token(found: re.Match[str], scale: range) -> Token:
    shape, text = found.lastgroup, found.group()
    start, end = found.span()
    if shape == "word":
        text = plain(text)
        value = NUMBERS.get(text)
        if value in scale or (value is None and not _is_spelled_range(text)):
            return Token(Kind.WORD, text, start, end, value)
        return Token(Kind.UNCLEAR, text, start, end, None)
    if shape == "mark" or shape == "sign":
        return Token(Kind.MARK, text, start, end, None)
    kind, value = _MEANINGS[shape or ""](text, scale)
    return Token(kind, text, start, end, value)


_Meaning = tuple[Kind, int | None]


def _is_spelled_range(word: str) -> bool:
    """ "seiska-kasi"."""
    return "-" in word and all(part in NUMBERS for part in word.split("-"))


def _whole(text: str, scale: range) -> _Meaning:
    if len(text) > _LONGEST_SCORE:
        return Kind.OPAQUE, None
    value = int(text)
    padded = len(text) > 1 and value < 10
    return (Kind.NUMBER, value) if value in scale and not padded else (Kind.UNCLEAR, None)


def _keycap(text: str, scale: range) -> _Meaning:
    return _whole("".join(_DIGIT.findall(text)) or "10", scale)


def _fraction(text: str, scale: range) -> _Meaning:
    score, whole = _FRACTION_ENDING.sub("", text).split("/")
    if not score.isdecimal():
        return Kind.UNCLEAR, None
    if max(len(score), len(whole)) > _LONGEST_SCORE:
        return Kind.OPAQUE, None
    if int(whole) == scale[-1]:
        return _whole(score, scale)
    return (Kind.UNCLEAR if int(score) <= int(whole) else Kind.OPAQUE), None


def _decimal(text: str, scale: range) -> _Meaning:
    """Tell "10,0" (ten) from "8.5" (between two scores) from "10.30" and "39,5" (other things)."""
    whole, rest = re.split(r"[.,:]", text, maxsplit=1)
    if ":" in text or not rest.isdecimal() or len(whole) > _LONGEST_SCORE:
        return Kind.OPAQUE, None
    clock = len(rest) > 1 and int(rest) <= _LAST_MINUTE
    if int(whole) not in scale or clock:
        return Kind.OPAQUE, None
    return (Kind.NUMBER, int(whole)) if int(rest) == 0 else (Kind.UNCLEAR, None)


def _inflected(text: str, scale: range) -> _Meaning:
    figure, ending = text.lower().split(":")
    if ending in _NEVER_SCORES:
        return Kind.OPAQUE, None
    return (Kind.SCALE, None) if ending in ("stä", "sta") else _whole(figure, scale)


def _unclear(_text: str, _scale: range) -> _Meaning:
    return Kind.UNCLEAR, None


def _opaque(_text: str, _scale: range) -> _Meaning:
    return Kind.OPAQUE, None


def _ten(_text: str, scale: range) -> _Meaning:
    return _whole("10", scale)


_MEANINGS: dict[str, Callable[[str, range], _Meaning]] = {
    "simple": _whole,
    "digits": _whole,
    "keycap": _keycap,
    "fraction": _fraction,
    "decimal": _decimal,
    "inflected": _inflected,
    "letter_o": _ten,
    "range": _unclear,
    "sum": _unclear,
    "negative": _unclear,
    "half": _unclear,
    "address": _opaque,
    "identity": _opaque,
    "phone": _opaque,
    "grouped": _opaque,
    "date": _opaque,
}
