"""Agreement of two labellings."""

import json
from pathlib import Path

import pytest

from classifiers.agreement import agreement, kappa, labelled_twice


def test_kappa_takes_chance_out_of_agreement() -> None:
    # Cohen (1960): 40 of 50 alike, where 26 would be by chance.
    first = ["yes"] * 30 + ["no"] * 20
    second = ["yes"] * 25 + ["no"] * 5 + ["yes"] * 5 + ["no"] * 15
    assert kappa(first, second) == pytest.approx((0.8 - 0.52) / 0.48)


def test_kappa_is_one_where_both_gave_a_single_label() -> None:
    assert kappa([False, False], [False, False]) == 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two comments labelled twice; one was settled in favour of the second labels."""
    one = {"id": "a", "text": "jono", "lang": "fi", "sentiment": "negative", "intent": "other"}
    one |= {"topics": {"access": "negative"}, "urgent": False}
    other = one | {"id": "b", "text": "moi", "sentiment": "neutral", "topics": {}}
    files = {
        "train": [one, one | {"id": "c"}],
        "dev": [other],
        "test": [],
        "second_labels": [one, other],
        "settled": [{"id": "a", "field": "topics", "first": {"timeliness": "negative"}}],
    }
    for name, lines in files.items():
        text = "".join(json.dumps(line) + "\n" for line in lines)
        (tmp_path / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return tmp_path


def test_only_what_was_labelled_twice_counts(folder: Path) -> None:
    assert [one.id for one, _ in labelled_twice(folder)] == ["a", "b"]


def test_kappa_is_that_of_the_labels_before_settling(folder: Path) -> None:
    found = agreement(list(labelled_twice(folder)))
    assert found["sentiment"] == 1
    assert found["access"] == 0
    assert found["timeliness"] == 0


def test_the_corpus_keeps_both_labellings() -> None:
    found = agreement(list(labelled_twice()))
    assert all(figure > 0.8 for figure in found.values())
