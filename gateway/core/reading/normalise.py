"""The forms of a text: as it is shown, and as it is compared."""

import re
import unicodedata

# Zero-width and direction marks carry nothing a reader sees. The joiner U+200D stays between
# emoji, where it builds one picture of several.
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
    "|\u200d(?![\u2600-\u27bf\U0001f300-\U0001faff])"
)
# What mail and message programs put under a text. After "sent" the device must be named: an
# appointment may be "lähetetty" too.
_SIGNATURE = re.compile(
    r"""
    (?: \A | (?<=[\n.!?\d)]) ) \s{0,9} (?: --\s{1,9} )?
    (?: (?:l[äa]hetetty|skicka(?:t|des)|sent) \b [^\n.!?]{0,40}?
        (?: (?:iphone|ipad|android|samsung|galaxy|huawei|oneplus|xiaomi|nokia|outlook|gmail
              |yahoo|windows|icloud|protonmail) [^\n.!?]{0,40}
          | (?:puhelim|laittee|mobil|phone|telefon) \w* )
      | (?:hanki|get|h[äa]mta|skaffa) \s+ outlook \b [^\n.!?]{0,20}
    ) (?: <[^\n>]*> | https?:\S* )? [.!]? \s* \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
_UMLAUTS = str.maketrans("äöåéü", "aoaeu")


def clean(text: str) -> str:
    """`text` composed (NFC), without invisible characters, signature and surrounding whitespace."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    if _may_be_signed(text.lower()):
        text = _SIGNATURE.sub("", text)
    return text.strip()


def _may_be_signed(text: str) -> bool:
    """Whether a closer look is worth its cost; most texts need none."""
    return "hetetty" in text or "skicka" in text or "sent" in text or "outlook" in text


def plain(word: str) -> str:
    """`word` for comparing: compatibility forms and letter case folded away, umlauts kept."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", word).casefold().replace("’", "'")


def fold(word: str) -> str:
    """A plain word as typed on a keyboard without umlauts."""
    return word.translate(_UMLAUTS)


def table(words: str) -> frozenset[str]:
    """The words of a whitespace-separated list, each also without its umlauts."""
    return frozenset(form for word in words.split() for form in (word, fold(word)))
