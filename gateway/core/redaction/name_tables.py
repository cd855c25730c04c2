"""Which words are forms of names, and how surely."""

from collections.abc import Iterable

from gateway.core.redaction import given_names, ordinary_words, surnames
from gateway.core.redaction.name_forms import forms
from gateway.core.redaction.ordinary_words import DOUBTFUL_FORMS, DOUBTFUL_NAMES, NEVER_NAMES

_GIVEN = frozenset(given_names.NAMES.lower().split())
_FAMILY = frozenset(surnames.NAMES.lower().split())


def kept_words(unit_names: Iterable[str]) -> frozenset[str]:
    """The words of the names of units in all their forms, for `redact` to keep."""
    words = {word for name in unit_names for word in name.lower().replace("-", " ").split()}
    return forms(word for word in words if word.isalpha() and len(word) > 2)


def _doubtful(sure: frozenset[str], doubtful: frozenset[str]) -> frozenset[str]:
    """Forms that need their surroundings: of `doubtful` names, and those that are places too.

    Virtasta is of Virtanen, which is sure, although Virta would have it too.
    """
    wavering = (forms(doubtful) - sure) | doubtful | DOUBTFUL_FORMS | _houses() | (sure & PLACES)
    return wavering - NEVER_NAMES


def _houses() -> set[str]:
    """Care homes are called like the houses that families took their names from."""
    inside = ("ssa", "sta", "ssä", "stä", "laan", "lään")
    houses = forms(name for name in _FAMILY if name.endswith(("la", "lä")))
    return {form for form in houses if form.endswith(inside)}


def _without(sure: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    return frozenset(form for form in sure if form not in others and form not in NEVER_NAMES)


#: Forms of the names of places, services, months and brands.
PLACES = forms(ordinary_words.PLACES)
#: Forms that are names wherever they stand.
SURE = forms((_GIVEN | _FAMILY) - DOUBTFUL_NAMES)
#: Names that are ordinary words or places too: only their surroundings make names of them.
DOUBTFUL = _doubtful(SURE, (_GIVEN | _FAMILY) & DOUBTFUL_NAMES)
SURE = _without(SURE, DOUBTFUL)
#: First names as they are called.
GIVEN = _GIVEN - NEVER_NAMES
