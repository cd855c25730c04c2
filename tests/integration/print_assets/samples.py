"""One item for every design: what it is likely to be printed with."""

from collections.abc import Mapping
from typing import Any

from print_assets import designs
from print_assets.item import Item
from print_assets.rendering import Job
from print_assets.theme import Theme

COUNTY = Theme(
    owner={
        "fi": "Keski-Rannan hyvinvointialue",
        "sv": "Mellersta Strandens välfärdsområde",
        "en": "Central Shore Wellbeing Services",
    }
)

_WORDS = {
    "fi": {
        "role": "sairaanhoitaja",
        "team": "Kotihoito Tammela",
        "contact": "Kotihoidon toimisto, puh. 03 123 4567",
    },
    "sv": {
        "role": "sjukskötare",
        "team": "Hemvården i Tammela",
        "contact": "Hemvårdens kansli, tfn 03 123 4567",
    },
    "en": {
        "role": "registered nurse",
        "team": "Tammela home care",
        "contact": "Home care office, tel. 03 123 4567",
    },
}

_PERSON = {"given_name": "Marjaana", "surname": "Koskenniemi-Virta"}

#: What a design's item brings beyond a code; a design without a line here fails the contract.
SAMPLES: Mapping[str, Mapping[str, Any]] = {
    "ambulance-sticker": {},
    "child-card": {},
    "easy-card": {},
    "feedback-card": {},
    "feedback-wall": {},
    "home-form-a4": {},
    "home-form-a5": {},
    "label": {},
    "large-print-card": {},
    "outreach-badge": {"given_name": "Áilu"},
    "pocket-card": {},
    "round-sticker": {},
    "staff-badge": _PERSON,
    "staff-badge-tall": _PERSON,
    "staff-badge-wide": _PERSON,
    "table-tent": {},
    "visual-card": {},
}


def item(design: str, *languages: str, code: str = "7K3QX9A", **other: Any) -> Item:
    """The sample of `design` in `languages`, Finnish when none is named."""
    spoken = languages or ("fi",)
    given = {
        "code": code,
        "address": f"https://palaute.keskiranta.fi/p/{code}",
        "languages": spoken,
        "texts": {language: _WORDS.get(language, {}) for language in spoken},
        "sms_number": "18100",
    }
    return Item(**{**given, **SAMPLES.get(design, {}), **other})


def job(design: str, *languages: str, theme: Theme = COUNTY, **other: Any) -> Job:
    return Job(designs.named(design), [item(design, *languages, **other)], theme)
