"""`korva read`, line by line."""

import json

import pytest
from click.testing import CliRunner, Result

from gateway.cli.read import command


def _run(given: bytes, *arguments: str) -> Result:
    return CliRunner().invoke(command, arguments, input=given)


def _answers(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout_bytes.decode().splitlines()]


def test_each_line_is_answered_in_order() -> None:
    lines = '{"text": "9 kiitos hyvästä"}\n{"text": "STOP"}\n{"text": "åtta"}\n'
    result = _run(lines.encode())
    assert result.exit_code == 0
    assert [answer["kind"] for answer in _answers(result)] == ["score", "optout", "score"]


def test_an_answer_has_all_that_was_read() -> None:
    assert _answers(_run('{"text": "9 kiitos hyvästä", "id": 1}'.encode())) == [
        {
            "kind": "score",
            "score": 9,
            "comment": "kiitos hyvästä",
            "language": "fi",
            "stop": False,
            "urgent": False,
        }
    ]


def test_letters_are_written_as_they_are() -> None:
    assert "hyvästä".encode() in _run('{"text": "9 hyvästä"}'.encode()).stdout_bytes


def test_empty_text_is_read() -> None:
    result = _run(b'{"text": ""}\n')
    assert (result.exit_code, _answers(result)[0]["kind"]) == (0, "ambiguous")


def test_no_lines_give_no_lines() -> None:
    assert (_run(b"").exit_code, _run(b"").stdout_bytes) == (0, b"")


@pytest.mark.parametrize(
    "broken",
    [
        b"xx",
        b"",
        b"[1]",
        b"7",
        b'{"a": 1}',
        b'{"text": 5}',
        b'{"text": "\\ud83d"}',
        b"\xff",
        b"[" * 9999,
    ],
)
def test_a_broken_line_is_named_and_the_rest_is_read(broken: bytes) -> None:
    result = _run(broken + b'\n{"text": "ysi"}\n')
    failed, read = _answers(result)
    assert (failed["kind"], read["score"], result.exit_code) == (None, 9, 1)
    assert '{"text": "9 kiitos"}' in str(failed["error"])


def test_the_step_decides_what_no_means() -> None:
    assert _answers(_run(b'{"text": "ei"}', "--step", "comment"))[0]["stop"] is False


def test_an_unknown_step_is_refused() -> None:
    assert _run(b"", "--step", "seventh").exit_code == 2
