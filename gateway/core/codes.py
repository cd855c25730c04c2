"""Codes of touchpoints: Crockford's base 32 with a check symbol, as printed and as typed.

A code is six random symbols and one check symbol. The check symbol is a weighted sum over
GF(32) with the powers of a primitive element as weights, so that every single wrong symbol and
every swap of neighbours is caught. Alphabet: https://www.crockford.com/base32.html
"""

import re
from dataclasses import dataclass

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RANDOM_SYMBOLS = 6
RANDOM_BITS = 5 * RANDOM_SYMBOLS

_VALUE = {symbol: value for value, symbol in enumerate(ALPHABET)} | {"O": 0, "I": 1, "L": 1}
#: x^5 + x^4 + x^2 + x + 1 makes GF(32); every element of it but 0 and 1 is primitive.
_POLYNOMIAL = 0b110111
_WEIGHT = 25
_LEADING = re.compile(
    r"\s*([0-9A-Za-z]{3})[\s-]?([0-9A-Za-z]{3})[\s-]?([0-9A-Za-z])(?![0-9A-Za-z])"
)


@dataclass(frozen=True, slots=True)
class Leading:
    """A text that begins with a well-formed code: the code and what follows it."""

    code: str
    rest: str


def make_code(random: int) -> str:
    """The code made of `random`, an integer below 2 ** RANDOM_BITS."""
    values = [(random >> shift) & 31 for shift in range(RANDOM_BITS - 5, -1, -5)]
    return "".join(ALPHABET[value] for value in (*values, _check(values)))


def normalise(typed: str) -> str | None:
    """The code that somebody typed, in its printed form; None when it is mistyped.

    Any case, spaces and hyphens anywhere, O for 0 and I or L for 1.
    """
    symbols = re.sub(r"[\s-]", "", typed).upper()
    values = [_VALUE.get(symbol, -1) for symbol in symbols]
    if len(values) != RANDOM_SYMBOLS + 1 or -1 in values or _check(values[:-1]) != values[-1]:
        return None
    return "".join(ALPHABET[value] for value in values)


def leading_code(text: str) -> Leading | None:
    """The well-formed code that `text` begins with ("7k3 qx9 a 9 kiitos"), if there is one."""
    found = _LEADING.match(text)
    if not found:
        return None
    code = normalise("".join(found.groups()))
    return Leading(code, text[found.end() :].strip(" \t\r\n,.:;-")) if code else None


def grouped(code: str) -> str:
    """As it is printed for people: `7K3 QX9 A`."""
    return f"{code[:3]} {code[3:6]} {code[6:]}"


def _check(values: list[int]) -> int:
    total = 0
    for value in values:
        total = _WEIGHTED[total ^ value]
    return total


def _multiply(a: int, b: int) -> int:
    product = 0
    while b:
        product ^= a * (b & 1)
        a <<= 1
        a ^= _POLYNOMIAL * (a >> 5)
        b >>= 1
    return product


_WEIGHTED = tuple(_multiply(value, _WEIGHT) for value in range(32))
