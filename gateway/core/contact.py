"""Recognising the wish to be contacted in a comment."""

import re

#: "Soittakaa minulle", "ottakaa yhteyttä", "ring mig", "please call me": a request to us. Who says
#: that they had to call, or that nobody called, asks for nothing.
_WISHES = re.compile(
    r"\b(?:"
    r"soit(?:ta(?:kaa|isitteko|isiko\w*)|elkaa|a)\s+(?:\w+\s+)?minulle"
    r"|otta(?:kaa|isitteko)\s+(?:\w+\s+)?yhteyttä"
    r"|ota\s+(?:\w+\s+)?yhteyttä|yhteydenottopyyntö|toivon\s+(?:yhteydenottoa|soittoa)"
    r"|haluan\s+(?:yhteydenoton|että\s+\w+\s+soit\w+)"
    r"|ring\s+(?:\w+\s+)?mig|kontakta\s+mig|ta\s+kontakt\s+med\s+mig|jag\s+vill\s+bli\s+kontaktad"
    r"|(?:please\s+)?(?:call|contact|phone)\s+me"
    r")\b",
    re.IGNORECASE,
)


def wants_contact(text: str) -> bool:
    """Whether `text` asks us to get in touch."""
    return _WISHES.search(text) is not None
