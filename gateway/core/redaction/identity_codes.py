"""Finnish personal identity codes."""

import re
from datetime import date

from stdnum.fi import hetu

_HIDDEN = "[henkilötunnus]"
_SPACE = r"[\s\u200b\u2060\ufeff]?"
# What may stand between any two characters of a code, and the dashes that are typed for the sign.
_DASH = "-‐‑‒–—―−﹣－⁃˗⁻₋֊⎯"
_GAP = rf"[{_DASH}\s\u00ad\u200b-\u200f\u2060\ufeff.·•/]{{0,12}}"
_SIGNS = f"{_DASH}+abcdefyxwvu"
# ddmmyy, the century's sign, three digits, a check character. A wrong check character is most
# often a slip, and the rest still names a person, so the shape alone is enough.
_SHAPE = re.compile(
    rf"(?<!\d)\d{{6}}{_SPACE}[{_SIGNS}]{_SPACE}\d{{3}}[0-9a-z](?!\d)", re.IGNORECASE
)
# However it is broken up; only a right check character tells it from other figures.
_LOOSE = re.compile(
    rf"(?=((\d{_GAP}(?:\d{_GAP}){{5}})([+abcdefyxwvu]?)({_GAP}(?:\d{_GAP}){{3}})([0-9a-z])))",
    re.IGNORECASE,
)
# A day that was, and a little too few or too many characters after it.
_SLIPPED = re.compile(
    rf"(?<!\d)(\d\d)\.?(\d\d)\.?(?:19|20)?(\d\d){_SPACE}[{_SIGNS}]{_SPACE}"
    rf"\d{{2,4}}(?:{_SPACE}[0-9a-z](?!\w))?(?![\d.,:])",
    re.IGNORECASE,
)
# Where these words are, what looks like one is meant for one.
_SPOKEN_OF = re.compile(
    r"\bhetu|\bsotu|henkilötunnu|personbeteckning|personnummer|identity code|personal id"
    r"|social security",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"(?<!\d)\d{6}[^\w\n]{0,3}\w?[^\w\n]{0,3}\d{2,4}(?:\s?[a-z](?!\w))?(?!\d)",
    re.IGNORECASE,
)


def hide_identity_codes(text: str) -> str:
    """Hide identity codes, temporary ones (900-999) included, also mistyped or broken up."""
    text = _SHAPE.sub(_HIDDEN, text)
    text = _without_valid(text)
    text = _SLIPPED.sub(_hidden_slip, text)
    return _MEANT.sub(_HIDDEN, text) if _SPOKEN_OF.search(text) else text


def _without_valid(text: str) -> str:
    """Every code goes whose check character is right, whatever stands around or between."""
    pieces, end = [], 0
    for found in _LOOSE.finditer(text):
        if found.start() >= end and _is_valid(found, text[found.end(1) :][:1]):
            pieces += [text[end : found.start()], _HIDDEN]
            end = found.end(1)
    return "".join([*pieces, text[end:]])


def _is_valid(found: re.Match[str], after: str) -> bool:
    """Whether a code is right; without its sign it must stand apart."""
    _, day, sign, individual, check = found.groups()
    between = re.split(r"\d", day)[-1] + re.split(r"\d", individual)[0]
    if not sign and (not (between or check.isalpha()) or after.isalnum()):
        return False
    signs = sign or ("-" if any(one in _DASH for one in between) else "-A")
    digits = "".join(filter(str.isdigit, day)), "".join(filter(str.isdigit, individual))
    codes = (f"{digits[0]}{one}{digits[1]}{check}" for one in signs)
    return any(hetu.is_valid(code, allow_temporary=True) for code in codes)


def _hidden_slip(found: re.Match[str]) -> str:
    day, month, year = map(int, found.groups())
    try:
        date(2000 + year, month, day)
    except ValueError:
        return found.group()
    return _HIDDEN
