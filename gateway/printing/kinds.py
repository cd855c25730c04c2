"""What the code on each design is, and what it asks."""

from collections.abc import Mapping

from gateway.core.touchpoint import KINDS, Kind

#: By a word of the design's name; what has none of them is handed out like a card.
_KINDS: Mapping[str, Kind] = {
    **{kind: kind for kind in KINDS},
    "label": "sticker",
    "tent": "poster",
    "form": "letter",
}
_QUESTION_SETS: Mapping[str, str] = {
    "ambulance": "ambulance",
    "child": "child",
    "easy": "easy",
    "home": "home-care",
    "outreach": "outreach",
    "visual": "easy",
}


def kind(design: str) -> Kind:
    """What a new touchpoint on this design is counted as."""
    return next((_KINDS[word] for word in design.split("-") if word in _KINDS), "card")


def question_set(design: str) -> str:
    """What a new code on this design asks, unless something else is said."""
    return _QUESTION_SETS.get(design.split("-")[0], "adult")
