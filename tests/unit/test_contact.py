"""The wish to be contacted."""

import json
from pathlib import Path

import pytest

from gateway.core.contact import wants_contact

_WISHES = Path(__file__).parents[1] / "data" / "contact_wishes.jsonl"
_EXAMPLES = [json.loads(line) for line in _WISHES.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("text", [e["text"] for e in _EXAMPLES if e["wish"]])
def test_a_request_to_us_is_one(text: str) -> None:
    assert wants_contact(text)
    assert wants_contact(f"Palvelu oli hyvää. {text}")
    assert wants_contact(text.upper())


@pytest.mark.parametrize("text", [e["text"] for e in _EXAMPLES if not e["wish"]])
def test_what_is_told_of_calls_is_none(text: str) -> None:
    assert not wants_contact(text)
    assert not wants_contact(text.upper())


def test_umlauts_may_be_missing() -> None:
    assert wants_contact("ottakaa yhteytta")
    assert wants_contact("hor av er")
