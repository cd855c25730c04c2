"""`korva classify`, `korva evaluate` and `korva train`."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from classifiers import comments
from gateway.cli import classify, evaluate, train

TEXTS = ["Kiitos ihanasta hoidosta!", "", "Jono puhelimessa oli aivan kauhea", "x" * 10_000]


def test_each_line_is_labelled_in_its_order_also_an_empty_text() -> None:
    lines = "".join(json.dumps({"text": text}) + "\n" for text in TEXTS)
    result = CliRunner().invoke(classify.command, input=lines)
    labels = [json.loads(line) for line in result.output.splitlines()]
    assert [each["sentiment"] for each in labels[:3]] == ["positive", "neutral", "negative"]
    assert len(labels) == len(TEXTS)


def test_a_label_is_written_with_all_its_parts() -> None:
    result = CliRunner().invoke(classify.command, input='{"text": "Kiitos"}\n')
    assert set(json.loads(result.output)) == {
        "sentiment", "topics", "intent", "confidence", "unsure", "urgent", "model_version",
    }  # fmt: skip


@pytest.mark.parametrize("line", ["hyvä", '{"comment": "hyvä"}', '{"text": 9}', "[]"])
def test_a_line_without_a_text_is_named_by_its_number(line: str) -> None:
    result = CliRunner().invoke(classify.command, input='{"text": "a"}\n' + line + "\n")
    assert result.exit_code == 1
    assert "line 2" in result.output


def test_a_model_that_is_not_there_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    result = CliRunner().invoke(classify.command, ["--model", str(tmp_path / "none")])
    assert result.exit_code == 1
    assert "no such model folder" in result.output


def test_the_evaluation_is_written_with_the_baselines_beside(tmp_path: Path) -> None:
    some = (comments.CORPUS / "dev.jsonl").read_text("utf-8").splitlines(keepends=True)[:60]
    labelled = tmp_path / "labelled.jsonl"
    labelled.write_text("".join(some), "utf-8")
    output = tmp_path / "report.md"
    result = CliRunner().invoke(evaluate.command, [str(labelled), "--output", str(output)])
    assert result.exit_code == 0, result.output
    assert "the model minus TF-IDF" in output.read_text("utf-8")


def test_a_file_with_a_broken_line_is_refused_with_its_number(tmp_path: Path) -> None:
    labelled = tmp_path / "labelled.jsonl"
    labelled.write_text('{"id": "1"}\n', "utf-8")
    result = CliRunner().invoke(evaluate.command, [str(labelled)])
    assert result.exit_code == 1
    assert "line 1" in result.output


@pytest.mark.parametrize("command", [classify.command, evaluate.command, train.command])
def test_every_command_explains_itself(command: object) -> None:
    result = CliRunner().invoke(command, ["--help"])  # type: ignore[arg-type]
    assert result.exit_code == 0


def test_help_loads_neither_torch_nor_transformers() -> None:
    code = (
        "import sys; from gateway.cli import classify, evaluate, train; "
        "print([name for name in ('torch', 'transformers', 'sklearn') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
