"""Hiding what identifies a person from free text before it is stored."""

import re
from collections.abc import Collection

from gateway.core.redaction.accounts import hide_accounts
from gateway.core.redaction.addresses import hide_addresses
from gateway.core.redaction.birth_dates import hide_birth_dates
from gateway.core.redaction.emails import hide_emails
from gateway.core.redaction.identity_codes import hide_identity_codes
from gateway.core.redaction.name_tables import kept_words
from gateway.core.redaction.names import hide_names
from gateway.core.redaction.phone_numbers import hide_phone_numbers

__all__ = ["kept_words", "redact"]

_DIGIT = re.compile(r"\d")
# An identity code that lacks two of its characters has these left.
_FEWEST_OF_CODES = 8


def redact(text: str, kept: Collection[str] = ()) -> str:
    """`text` with what identifies a person replaced by a word in brackets.

    These stand in its place: [nimi], [henkilötunnus], [syntymäaika], [puhelin], [sähköposti],
    [osoite], [tilinumero]. What is not replaced stays byte for byte, and redacting twice changes
    nothing more. `kept` holds the words of units' names (from `kept_words`), which stay.
    """
    while (redacted := _redacted(text, kept)) != text:
        text = redacted  # what is hidden may have kept apart what now stands beside it
    return text


def _redacted(text: str, kept: Collection[str]) -> str:
    """One round. An address or an account holds digits that would pass for a phone number."""
    text = hide_emails(text)
    digits = len(_DIGIT.findall(text))
    if not digits:
        return hide_names(text, kept)
    if digits >= _FEWEST_OF_CODES:
        text = hide_identity_codes(hide_accounts(text))
    text = hide_names(hide_addresses(text, kept), kept)
    return hide_phone_numbers(hide_birth_dates(text))
