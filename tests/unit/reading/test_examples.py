"""How people answer, and the reading that is right."""

import json
from pathlib import Path
from typing import Any

import pytest

from gateway.core.reading import Reading, read

_DATA = Path(__file__).parents[2] / "data"


def _examples(name: str) -> list[Any]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [pytest.param(json.loads(line), id=json.loads(line)["id"]) for line in lines]


def _read(example: dict[str, Any]) -> Reading:
    return read(example["text"], example.get("step", "score"))


_EXAMPLES = _examples("sms_replies.jsonl") + _examples("sms_replies_more.jsonl")


@pytest.mark.parametrize("example", _EXAMPLES)
def test_kind_and_score_are_read_right(example: dict[str, Any]) -> None:
    right = [(example["expect_kind"], example["expect_score"])]
    right += [(other["kind"], other["score"]) for other in example.get("alt", [])]
    reading = _read(example)
    assert (reading.kind, reading.score) in right


@pytest.mark.parametrize("example", _EXAMPLES)
def test_comment_is_what_stands_beside_the_score(example: dict[str, Any]) -> None:
    assert _read(example).comment == example["expect_comment"]


@pytest.mark.parametrize("example", _EXAMPLES)
def test_urgent_texts_and_no_others_are_flagged(example: dict[str, Any]) -> None:
    assert _read(example).urgent == example.get("urgent", False)


@pytest.mark.parametrize("example", _EXAMPLES)
def test_only_opt_outs_stop(example: dict[str, Any]) -> None:
    assert _read(example).stop == (example["expect_kind"] == "optout")


@pytest.mark.parametrize("example", _EXAMPLES)
def test_wrong_numbers_and_no_others_are_reported(example: dict[str, Any]) -> None:
    wrong_number = "Väärä numero" in example["text"] or example.get("wrong_number", False)
    assert _read(example).wrong_number == wrong_number
