"""Hiding what identifies a person from free text before it is stored."""

import re
from collections.abc import Callable

from phonenumbers import Leniency, PhoneNumberMatcher
from stdnum import iban
from stdnum.fi import hetu

Detector = Callable[[str], str]

_SPACE = r"[\s\u200b\u2060\ufeff]?"
_DASH = "-‐‑‒–—−"
_LETTERS = "abcdefyxwvu"
# ddmmyy, the century's sign, three digits, a check character. A wrong check character is most
# often a slip, and the rest still names a person, so the shape alone is enough.
_IDENTITY = re.compile(
    rf"(?<!\d)\d{{6}}{_SPACE}[{_DASH}+{_LETTERS}]{_SPACE}\d{{3}}[0-9a-z](?!\d)", re.IGNORECASE
)
# With parts apart or the sign missing, only a right check character tells it from other figures.
_LOOSE_IDENTITY = re.compile(
    rf"(?<!\d)(\d\d)[\s.]?(\d\d)[\s.]?(\d\d)\s*([{_DASH}+{_LETTERS}]|\s)\s*(\d{{3}})\s?([0-9a-z])"
    r"(?!\w)",
    re.IGNORECASE,
)
_EMAIL = re.compile(
    r"(?<![\w.%+-])[\w.%+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE
)
_FINNISH_ACCOUNT = re.compile(r"(?<![A-Za-z0-9])FI(?:[\s-]?\d){16}(?!\d)", re.IGNORECASE)
_ACCOUNT = re.compile(
    r"(?<![A-Za-z0-9])[A-Z]{2}\d\d(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?(?![A-Za-z0-9])",
    re.IGNORECASE,
)
# Mobile numbers with a digit too many or too few, which the numbering plan does not know.
_MOBILE_SHAPE = re.compile(r"(?<!\d)(?:\+?358|00358|0)[\s-]?[45]\d(?:[\s-]?\d){5,10}(?!\d)")
# The matcher takes 97 us; a number worth hiding has at least this many digits.
_FEWEST_PHONE_DIGITS = 6


def redact(text: str) -> str:
    """`text` with identity codes, account numbers, e-mail addresses and phone numbers replaced.

    The tokens that stand in their place name what was hidden: [henkilötunnus], [tilinumero],
    [sähköposti], [puhelin]. Redacting twice changes nothing more.
    """
    for detector in DETECTORS:
        text = detector(text)
    return text


def hide_emails(text: str) -> str:
    """Hide e-mail addresses, also those written with (at)."""
    return _EMAIL.sub("[sähköposti]", text)


def hide_accounts(text: str) -> str:
    """Hide IBAN account numbers: Finnish ones by shape, others by their check digits."""
    text = _FINNISH_ACCOUNT.sub("[tilinumero]", text)
    return _ACCOUNT.sub(_hidden_account, text)


def hide_identity_codes(text: str) -> str:
    """Hide Finnish personal identity codes, temporary ones (900-999) included."""
    text = _IDENTITY.sub("[henkilötunnus]", text)
    return _LOOSE_IDENTITY.sub(_hidden_identity, text)


def hide_phone_numbers(text: str) -> str:
    """Hide phone numbers, Finnish unless they say otherwise; emergency numbers stay."""
    before = None
    while text != before and sum(map(str.isdigit, text)) >= _FEWEST_PHONE_DIGITS:
        before, text = text, _hide_matches(text)  # a number may hide the one beside it
    return text


# In this order: an address or an account holds digits that would pass for a phone number.
# Names and street addresses will join as further detectors.
DETECTORS: tuple[Detector, ...] = (
    hide_emails,
    hide_accounts,
    hide_identity_codes,
    hide_phone_numbers,
)


def _hide_matches(text: str) -> str:
    pieces, end = [], 0
    for found in PhoneNumberMatcher(text, "FI", Leniency.VALID):
        pieces += [text[end : found.start], "[puhelin]"]
        end = found.end
    return _MOBILE_SHAPE.sub("[puhelin]", "".join([*pieces, text[end:]]))


def _hidden_identity(found: re.Match[str]) -> str:
    day, month, year, sign, individual, check = found.groups()
    signs = "-A" if sign.isspace() else "-" if sign in _DASH else sign
    codes = (f"{day}{month}{year}{sign}{individual}{check}" for sign in signs)
    valid = any(hetu.is_valid(code, allow_temporary=True) for code in codes)
    return "[henkilötunnus]" if valid else found.group()


def _hidden_account(found: re.Match[str]) -> str:
    """Words after the number may have been taken for its last groups; they are given back."""
    groups = re.split(r"(\s)", found.group())
    for end in range(len(groups), 0, -2):
        if iban.is_valid("".join(groups[:end])):
            return "[tilinumero]" + "".join(groups[end:])
    return found.group()
