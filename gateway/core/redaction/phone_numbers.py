"""Phone numbers, Finnish unless they say otherwise."""

import re

from phonenumbers import Leniency, PhoneNumberMatcher

_HIDDEN = "[puhelin]"
# Mobile numbers with a digit too many or too few, which the numbering plan does not know.
_MOBILE = re.compile(r"(?<!\d)(?:\+?358|00358|0)[\s-]?[45]\d(?:[\s-]?\d){5,10}(?!\d)")
# Area code and number, in use or not.
_LANDLINE = re.compile(
    r"(?<![\d.,])(?:\(0[1-9]\d?\)\s?|(?:\+?358|00358)[\s-]?[1-9]\d?[\s-]?|0[1-9]\d?[\s-])"
    r"\d(?:[\s-]?\d){4,7}(?!\d)"
)
# A number without its area code tells by the word before it that it is one.
_SAID = re.compile(
    r"(\b(?:puh|puhelin|puhelinnumero(?:ni)?|puhnro|gsm|numeroni|numeroon|numerosta|tel|telefon"
    r"|telefonnummer|phone|mobile|call me (?:at|on))\.?:?\s*(?:on\s+|är\s+|is\s+)?)"
    r"\+?\d(?:[\s-]?\d){5,11}(?!\d)",
    re.IGNORECASE,
)
# The matcher takes 97 us; a number worth hiding has at least this many digits.
_FEWEST_DIGITS = 6
#: Nobody's own numbers, and nobody is found by them.
_PUBLIC = frozenset(("116117", "116111", "116000", "116006"))


def hide_phone_numbers(text: str) -> str:
    """Hide phone numbers; those of emergency and help lines stay."""
    before = None
    while text != before and sum(map(str.isdigit, text)) >= _FEWEST_DIGITS:
        before, text = text, _hide_matches(text)  # a number may hide the one beside it
    return text


def _hide_matches(text: str) -> str:
    pieces, end = [], 0
    for found in PhoneNumberMatcher(text, "FI", Leniency.VALID):
        pieces += [text[end : found.start], _HIDDEN]
        end = found.end
    text = _LANDLINE.sub(_HIDDEN, _MOBILE.sub(_HIDDEN, "".join([*pieces, text[end:]])))
    return _SAID.sub(_hidden, text)


def _hidden(found: re.Match[str]) -> str:
    number = "".join(filter(str.isdigit, found.group()[len(found[1]) :]))
    return found.group() if number in _PUBLIC else found[1] + _HIDDEN
