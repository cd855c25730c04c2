"""Which language a person reads: the one chosen, else the first of the phone's that is known."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

_PART = re.compile(
    r"\s*([A-Za-z]{1,8})(?:-[A-Za-z0-9-]+)?\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?))?\s*"
)
_LONGEST = 500
#: A phone set to a Sámi language, whichever, is answered in Northern Sámi where there is one.
_ALIKE = {"no": "sv", "nb": "sv", "nn": "sv", "da": "sv", "smn": "se", "sms": "se"}


def chosen(wanted: str, accepted: str, known: Collection[str], otherwise: str) -> str:
    """One of the `known` languages: `wanted` (the switch) when it is one of them, else the best of
    `accepted` (the header Accept-Language), else `otherwise`."""
    if wanted in known:
        return wanted
    for language in _ranked(accepted[:_LONGEST]):
        for name in (language, _ALIKE.get(language, "")):
            if name in known:
                return name
    return otherwise


#: Phones send few different headers: reading one took a fifth of the time of a form.
@lru_cache(maxsize=500)
def _ranked(header: str) -> Sequence[str]:
    ranked = sorted(_accepted(header), key=lambda one: -one[1])
    return [language for language, quality in ranked if quality > 0]


def _accepted(header: str) -> Iterator[tuple[str, float]]:
    for part in header.split(","):
        if found := _PART.fullmatch(part):
            yield found[1].lower(), float(found[2] or 1)
