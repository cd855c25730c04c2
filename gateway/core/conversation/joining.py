"""Joins the parts of a long message that a provider hands on one by one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gateway.core.errors import InputError


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a long message that the provider has not joined; `index` counts from 1.

    Its text may begin or end with half a surrogate pair: phones cut inside an emoji.
    """

    reference: str
    index: int
    total: int


# Elements of a user data header that number the parts of a message, and their lengths in bytes:
# 8-bit and 16-bit references, 3GPP TS 23.040, 9.2.3.24.1 and 9.2.3.24.8.
NUMBERING = {0x00: 3, 0x08: 4}
_HALVES = re.compile("[\ud800-\udfff]")


def numbering(header: bytes) -> Part | None:
    """Which part a user data header says it is; None when it numbers none, or impossibly.

    A wrong numbering is ignored, as the standard asks: the text then stands alone.
    """
    at = 1
    while at + 2 <= len(header):
        kind, length = header[at], header[at + 1]
        element = header[at + 2 : at + 2 + length]
        if len(element) == NUMBERING.get(kind):
            *reference, total, index = element
            return Part(bytes(reference).hex(), index, total) if 1 <= index <= total else None
        at += 2 + length
    return None


def join(parts: Iterable[tuple[Part, str]]) -> str | None:
    """The whole text, or None while a part is missing.

    Order and repetition do not matter. Raises InputError when the parts can't be of one message:
    several references, totals, or texts of one part (references are reused after 256 messages).
    """
    texts: dict[int, str] = {}
    messages: set[tuple[str, int]] = set()
    for part, text in parts:
        messages.add((part.reference, part.total))
        if texts.setdefault(part.index, text) != text:
            raise InputError(f"part {part.index} came with two texts: they are of two messages")
    if len(messages) > 1:
        raise InputError("parts of several messages: join those of one reference and total")
    if not texts or any(total > len(texts) for _, total in messages):
        return None
    return pair("".join(texts[index] for index in sorted(texts)))


def pair(text: str) -> str:
    """Put halves of UTF-16 surrogate pairs together; a half without its other becomes U+FFFD.

    Phones may cut a long text inside an emoji, so a part can begin or end with half of one.
    """
    if not _HALVES.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
