"""Text from outside without what can't be seen."""

import re
import unicodedata

#: Controls but line feed; what turns the direction of text around, and what breaks lines unseen.
#: The marks that a writer of Arabic needs (U+200E, U+200F, U+061C) and joiners of emoji stay.
_UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
_TABS = re.compile("[\t\u2028\u2029]")


def plain(text: str) -> str:
    """`text` in one spelling (NFC), its lines ended by line feeds, without control characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _TABS.sub(" ", lines))).strip()


def one_line(text: str) -> str:
    """The same on a single line."""
    return " ".join(plain(text).split())
