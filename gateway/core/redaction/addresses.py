"""Street addresses: a street's name with a number."""

import re
from collections.abc import Collection

_HIDDEN = "[osoite]"
_DOOR = (
    r"\s?\d{1,3}(?:\s?-\s?\d{1,3})?(?:\s?[a-zA-Z](?![^\W\d_]))?"
    r"(?:\s?(?:as\.?|asunto|bst\.?|lgh|apt\.?)?\s?\d{1,3}(?![\d.:,%]\d|\w|\s?%))?"
    r"(?![\d.:]\d|\w|\s?[€%])"
    r"(?:,?\s(?:FI-)?\d{5}\s[A-ZÅÄÖ][a-zåäöA-ZÅÄÖ]+)?"
)
# No longer than this, or a text of hyphens would be read over and over.
_REST = r"[\w-]{0,40}"
_BENT = r"(?:lla|llä|lle|lta|ltä|n|ssa|ssä|sta|stä|a|ä)?"
# These name nothing but streets, however they are written.
_CERTAIN = re.compile(
    rf"\b([^\W\d_]{_REST}?(?:katu|kadu|kuja|raitti|raiti|gatan|vägen|gränden|stigen|stranden"
    rf"|esplanadi|esplanaden|bulevardi|bulevarden){_BENT})(?<!jalka[- ]){_DOOR}",
    re.IGNORECASE,
)
# These are parts of other words too (hoitopolku): a capital or the word before must tell.
_CAPITAL = re.compile(
    rf"\b([A-ZÅÄÖ]{_REST}(?:tie|polku|polu|kaari|kaare|väylä|rinne|rintee|penger|penkeree|ranta"
    rf"|ranna|tori|aukio|puisto|mäki|mäe|portti|portaat|laita|harju|silta|taival|kylä|piha){_BENT}"
    rf"|[A-ZÅÄÖ]{_REST}(?:torget|parken|backen|gränd|väg|plan)"
    rf"|[A-Z][a-z]+ (?:Street|Road|Avenue|Lane|Drive)){_DOOR}"
)
_SAID = re.compile(
    r"((?:\basun|\basuu|\basumme|\basuva|\bosoite|\bosoitteeni|\bosoitteessa|\bosoitteeseen"
    r"|\bosoitteen(?:i|sa)? on|\bbor på|\bbor vid|\badress\w*|\baddress|\blive at|\blive on)"
    r"\s?:?\s(?:on |är |is )?)"
    rf"([^\W\d_]{_REST}(?:\s[^\W\d_]{_REST})?){_DOOR}",
    re.IGNORECASE,
)
# Ways of care, not of traffic.
_NO_STREETS = re.compile(
    r"(?:hoito|palvelu|äitiys|kuntoutus|lapsi|potilas|leikkaus|varhais|asiakas|opinto|ura|elämän"
    r"|hätä|ihmis|moottori|luonto|hengitys|virtsa|ilma|kaikki|tietö|hoiva|kerros|osasto|huone)\w*",
    re.IGNORECASE,
)


# A house stands right after its street.
_NUMBERED = re.compile(r"[^\W\d_]{3,}\s?\d")


def hide_addresses(text: str, kept: Collection[str] = ()) -> str:
    """Hide streets with a number, but for those whose name is in `kept`."""

    if not _NUMBERED.search(text):
        return text

    def hidden(found: re.Match[str]) -> str:
        street = found.groups()[-1]
        if street.lower() in kept or _NO_STREETS.fullmatch(street):
            return found.group()
        return found.group()[: found.start(found.lastindex or 1) - found.start()] + _HIDDEN

    for pattern in (_CERTAIN, _CAPITAL, _SAID):
        text = pattern.sub(hidden, text)
    return text
