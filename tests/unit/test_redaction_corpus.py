"""What redaction finds in comments with marked identities, so that no rule worsens it unseen."""

import json
import re
from pathlib import Path

from gateway.core.redaction import redact

_COMMENTS = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "redaction.jsonl")
    .read_text("utf-8")
    .splitlines()
]
_TOKENS = re.compile(r"\[(?:nimi|henkilötunnus|puhelin|sähköposti|osoite|tilinumero|syntymäaika)\]")


def _pieces_left(text: str) -> list[str]:
    return _TOKENS.split(redact(text))


def test_nearly_all_that_is_marked_is_hidden() -> None:
    marked = [
        (one["text"][start:end], one["text"]) for one in _COMMENTS for start, end, _ in one["spans"]
    ]
    missed = [span for span, text in marked if any(span in left for left in _pieces_left(text))]
    assert len(missed) <= 0.02 * len(marked), missed


def test_hardly_anything_else_is_hidden() -> None:
    hidden = sum(len(_pieces_left(one["text"])) - 1 for one in _COMMENTS)
    marked = sum(len(one["spans"]) for one in _COMMENTS)
    assert hidden <= 1.05 * marked


def test_every_comment_without_identities_keeps_its_length_but_for_a_few() -> None:
    plain = [one["text"] for one in _COMMENTS if not one["spans"]]
    changed = [text for text in plain if redact(text) != text]
    assert len(changed) <= 0.1 * len(plain), changed
