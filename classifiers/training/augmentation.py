"""Noise as people make it on a phone, and two comments told as one."""

import random
from dataclasses import replace

from classifiers.comments import Comment

_BESIDE = {
    "a": "sq", "e": "wr", "i": "uo", "o": "ip", "u": "yi", "s": "ad", "t": "ry", "n": "bm",
    "l": "kö", "k": "jl", "r": "et", "v": "cb", "m": "n", "h": "gj", "j": "hk", "d": "sf",
}  # fmt: skip


def noisy(text: str, chance: random.Random) -> str:
    """Return the text with typing slips, punctuation lost or letters drawn out, or as it was."""
    roll = chance.random()
    if roll < 0.25:
        return _slip(text, chance)
    if roll < 0.40:
        return "".join(each for each in text if each.isalnum() or each.isspace())
    if roll < 0.45:
        return _slip(_slip(text, chance), chance)
    return text


def _slip(text: str, chance: random.Random) -> str:
    """Drop, double, swap or miss one letter."""
    places = [at for at, each in enumerate(text) if each.isalpha()]
    if len(places) < 6:
        return text
    at = chance.choice(places[1:])
    letter = text[at]
    kind = chance.randrange(4)
    if kind == 0:
        return text[:at] + text[at + 1 :]
    if kind == 1:
        return text[:at] + letter + text[at:]
    if kind == 2:
        return text[: at - 1] + letter + text[at - 1] + text[at + 1 :]
    return text[:at] + chance.choice(_BESIDE.get(letter.lower(), letter)) + text[at + 1 :]


def joined(first: Comment, second: Comment) -> Comment:
    """Return one comment that says both: topics of both, mixed when good and bad meet."""
    topics = {**second.topics, **first.topics}
    return replace(
        first,
        text=f"{first.text} {second.text}",
        topics=topics,
        sentiment=_both(first.sentiment, second.sentiment),
        urgent=first.urgent or second.urgent,
    )


def joinable(first: Comment, second: Comment) -> bool:
    """Whether the joint labels are certain: one language, no topic with two polarities."""
    shared = set(first.topics) & set(second.topics)
    return first.lang == second.lang and all(
        first.topics[topic] == second.topics[topic] for topic in shared
    )


def _both(first: str, second: str) -> str:
    if first == second or second == "neutral":
        return first
    return second if first == "neutral" else "mixed"
