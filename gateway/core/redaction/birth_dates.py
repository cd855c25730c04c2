"""Dates of birth, told from other dates by what is said around them."""

import re

_HIDDEN = "[syntymäaika]"
_MONTHS = (
    r"(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu(?:ta|n|ssa)?"
    r"|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|january|february|march|may|june|july|august|october"
)
_DAY = (
    rf"(?:\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?(?:\d{{4}}|\d\d)|\d{{4}}-\d\d-\d\d|\d{{6}}"
    rf"|\d{{1,2}}\.?\s?(?:{_MONTHS})\s(?:\d{{4}}|-?\d\d)|(?:{_MONTHS})\s\d{{1,2}},?\s\d{{4}})(?!\d)"
)
_BIRTH_BEFORE = (
    r"\b(?:synty\w+|synnyin|synt|s|född|fött|föddes|f|födelse\w+|born|birth|dob|birthday)\b"
    r"(?:\.?\s?(?:aika\w*|päivä\w*|dag\w*|date|day))?"
)
_AFTER_WORD = re.compile(
    rf"({_BIRTH_BEFORE}\.?\s?:?\s?(?:(?:on|oli|är|den|is|was|the|jo|vuonna|,)\s){{0,3}}){_DAY}",
    re.IGNORECASE,
)
_BEFORE_WORD = re.compile(
    rf"(?<!\d){_DAY}(\s*\(?(?:syntyn\w+|synt\b|född\b|born\b))", re.IGNORECASE
)
# Beside a name or an address, a day of the last century is nobody's visit.
_BESIDE_HIDDEN = re.compile(
    r"(\[(?:nimi|osoite|puhelin|henkilötunnus)\][,;:]?\s{0,2}\(?)"
    r"\d{1,2}\.\s?\d{1,2}\.\s?(?:19\d\d|[4-9]\d)(?!\d)"
)


# Most texts with figures in them say nothing of the kind.
_WORTH_A_LOOK = re.compile(r"synt|synn|föd|fött|born|birth|dob|\b[sf]\.|\[", re.IGNORECASE)


def hide_birth_dates(text: str) -> str:
    """Hide dates that are said to be of birth, or stand beside what was hidden already."""
    if not _WORTH_A_LOOK.search(text):
        return text
    text = _AFTER_WORD.sub(lambda found: found[1] + _HIDDEN, text)
    text = _BEFORE_WORD.sub(lambda found: _HIDDEN + found[1], text)
    return _BESIDE_HIDDEN.sub(lambda found: found[1] + _HIDDEN, text)
