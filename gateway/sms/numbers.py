"""Brings phone numbers into one form, E.164."""

import re
from functools import cache, lru_cache

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat, PhoneNumberType

# What people and providers write in a number. Letters are refused: phonenumbers reads them as keys.
_NUMBER = re.compile(r"[+＋(]*\d[\d\s()./\-\u2010-\u2015]{2,30}")
_MOBILE = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE)


@lru_cache(maxsize=1024)
def normalise(raw: str | int, region: str = "FI") -> str | None:
    """E.164 with its plus, or None where no person can be reached: a short code, a sender's name.

    `region` (ISO 3166) reads national numbers. Digits without a plus that are none of that region
    are read as an international number, as Kannel and providers with integers write them.
    """
    written = str(raw).strip()
    if usual := _usual(region).fullmatch(written):
        return f"+{usual[1]}"
    if not _NUMBER.fullmatch(written):
        return None
    return _parse(written, region) or _parse("+" + written.lstrip("+＋"), None)


@lru_cache(maxsize=1024)
def is_mobile(e164: str) -> bool:
    """Whether a text can be expected to arrive; False for anything that is not in E.164."""
    try:
        number = phonenumbers.parse(e164)
    except NumberParseException:
        return False
    return phonenumbers.number_type(number) in _MOBILE


@cache
def _usual(region: str) -> re.Pattern[str]:
    """A mobile number of the region as operators write nearly all of them. Read like any other it
    comes to the same, but that takes longer than reading the message does. Ten digits: shorter
    ones without a plus may be national numbers."""
    found = phonenumbers.PhoneMetadata.metadata_for_region(region)
    if found is None or found.mobile is None:
        return re.compile("(?!)")
    mobile = found.mobile.national_number_pattern
    return re.compile(rf"\+?(?=\d{{10}})({found.country_code}(?:{mobile}))")


def _parse(written: str, region: str | None) -> str | None:
    try:
        number = phonenumbers.parse(written, region)
    except NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)
