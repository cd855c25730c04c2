"""`korva redact`, line by line."""

import json

from click.testing import CliRunner, Result

from gateway.cli.redact import command


def _run(given: bytes) -> Result:
    return CliRunner().invoke(command, input=given)


def _answers(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout_bytes.decode().splitlines()]


def test_the_text_is_redacted_with_all_else_as_it_was() -> None:
    result = _run('{"id": 7, "text": "Hoitaja Pekka oli ihana", "unit": "päivi"}\n'.encode())
    assert result.exit_code == 0
    assert _answers(result) == [{"id": 7, "text": "Hoitaja [nimi] oli ihana", "unit": "päivi"}]


def test_lines_are_answered_in_order() -> None:
    result = _run(b'{"text": "ok"}\n{"text": "puh 0401234567"}\n')
    assert [answer["text"] for answer in _answers(result)] == ["ok", "puh [puhelin]"]


def test_a_line_that_cannot_be_read_is_told_and_the_rest_go_on() -> None:
    result = _run(b'nonsense\n{"text": 5}\n[1]\n{"text": "\\ud800"}\n\xff\n{"text": "ok"}\n')
    assert result.exit_code == 1
    answers = _answers(result)
    assert [answer["text"] for answer in answers] == [None] * 5 + ["ok"]
    assert all("give one JSON object a line" in str(answer["error"]) for answer in answers[:5])
