"""The child process, spoken to over its pipes."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from transformers import BertConfig, BertForSequenceClassification

from classifiers.labels import from_dict
from classifiers.transformer import BUNDLED

PATIENCE = 60


def start(*options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "classifiers.child", *options]
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, encoding="utf-8"
    )


def heard(child: subprocess.Popen[str]) -> Any:
    assert child.stdout
    return json.loads(child.stdout.readline())


def told(child: subprocess.Popen[str], line: str) -> Any:
    assert child.stdin
    child.stdin.write(line + "\n")
    child.stdin.flush()
    return heard(child)


def ended(child: subprocess.Popen[str]) -> tuple[int, str]:
    """Close the child's stdin; return its exit status and what it wrote to stderr."""
    _, errors = child.communicate(timeout=PATIENCE)
    return child.returncode, errors


@pytest.fixture(scope="module")
def ready() -> dict[str, Any]:
    return {}


@pytest.fixture(scope="module")
def child(ready: dict[str, Any]) -> Iterator[subprocess.Popen[str]]:
    child = start("--threads", "1")
    ready.update(heard(child))
    yield child
    ended(child)


def test_the_first_line_says_which_model_is_ready(
    child: subprocess.Popen[str], ready: dict[str, Any]
) -> None:
    version = json.loads((BUNDLED / "config.json").read_text())["korva"]["version"]
    assert ready == {"ready": True, "model_version": version, "sentiment_only": False}


def test_texts_come_back_as_labels_in_their_order(child: subprocess.Popen[str]) -> None:
    texts = [
        "Kiitos, lääkäri oli todella ystävällinen!",
        "",
        "Töykeä hoitaja, aivan kamala kokemus",
    ]
    reply = told(child, json.dumps({"id": 7, "texts": texts}))
    labels = [from_dict(each) for each in reply["labels"]]
    assert reply["id"] == 7
    assert [label.sentiment for label in labels] == ["positive", "neutral", "negative"]
    assert labels[1].unsure


def test_a_request_without_texts_is_answered_without_labels(child: subprocess.Popen[str]) -> None:
    assert told(child, '{"id": 8, "texts": []}') == {"id": 8, "labels": []}


@pytest.mark.parametrize(
    "line", ["", "{", "[]", "7", '{"id": 1}', '{"texts": []}', '{"id": 1, "texts": 1}']
)
def test_a_line_that_is_no_request_gets_an_error_and_the_child_goes_on(
    child: subprocess.Popen[str], line: str
) -> None:
    reply = told(child, line)
    assert reply["id"] is None
    assert "not a request" in reply["error"]


def test_a_text_that_is_no_text_spoils_no_other(child: subprocess.Popen[str]) -> None:
    labels = told(child, '{"id": 9, "texts": ["Kiitos!", 5, "Kiitos!"]}')["labels"]
    assert "error" in labels[1]
    assert labels[0] == labels[2]
    assert labels[0]["sentiment"] == "positive"


def test_the_child_ends_when_its_stdin_does() -> None:
    child = start()
    heard(child)
    assert ended(child)[0] == 0


def test_the_child_ends_quietly_when_nobody_reads_its_replies_any_more() -> None:
    with start() as child:
        heard(child)
        assert child.stdout
        assert child.stdin
        assert child.stderr
        child.stdout.close()
        child.stdin.write('{"id": 1, "texts": ["Kiitos"]}\n')
        child.stdin.close()
        assert child.wait(PATIENCE) == 0
        assert "Traceback" not in child.stderr.read()


def test_a_model_that_cannot_be_loaded_is_told_and_ends_the_child(tmp_path: Path) -> None:
    child = start("--model", str(tmp_path / "none"))
    assert "no such model folder" in heard(child)["error"]
    assert ended(child)[0] == 2


def test_a_text_that_breaks_the_model_is_told_apart_and_never_logged(tmp_path: Path) -> None:
    """A vocabulary shorter than the tokenizer's: word pieces past its end break the model."""
    folder = shutil.copytree(
        BUNDLED, tmp_path / "short", ignore=shutil.ignore_patterns("config.json", "*.safe*")
    )
    known = json.loads((folder / "tokenizer.json").read_text())["model"]["vocab"]["kiitos"] + 1
    config = BertConfig(
        vocab_size=known,
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        id2label={0: "negative", 1: "positive"},
    )
    BertForSequenceClassification(config).save_pretrained(folder)
    child = start("--model", str(folder))
    heard(child)
    reply = told(child, '{"id": 1, "texts": ["kiitos", "sairaanhoitajaopiskelija", "kiitos"]}')
    assert ["error" in each for each in reply["labels"]] == [False, True, False]
    assert "sairaanhoitajaopiskelija" not in ended(child)[1]
