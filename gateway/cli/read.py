"""`korva read`: what the reader makes of replies, one JSON line each."""

import json
import sys
from typing import Any, BinaryIO

import click

from gateway.core.reading import Step, read

_REMEDY = 'give one JSON object a line in UTF-8, like {"text": "9 kiitos"}'


@click.command("read")
@click.option(
    "--step",
    type=click.Choice(["score", "comment", "statement", "choice"]),
    default="score",
    show_default=True,
    help="The question the replies answer.",
)
def command(step: Step) -> None:
    """Read SMS replies from standard input, JSON lines with `text`, as the service would.

    One line goes out for each line that comes in, in order: kind, score, comment, language, stop,
    urgent. A line that can't be read gives kind null with an error, and exit status 1 at the end.
    """
    if _read_lines(sys.stdin.buffer, sys.stdout.buffer, step):
        raise SystemExit(1)


def _read_lines(source: BinaryIO, target: BinaryIO, step: Step) -> int:
    """Answer every line of `source`; how many could not be read."""
    failures = 0
    for line in source:
        answer = _answer(line, step)
        failures += answer["kind"] is None
        target.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
        target.flush()
    return failures


def _answer(line: bytes, step: Step) -> dict[str, Any]:
    try:
        text = _text(line)
    except (ValueError, RecursionError):
        return _failure("not a JSON text")
    if text is None:
        return _failure("no text in it")
    reading = read(text, step)
    return {
        "kind": reading.kind,
        "score": reading.score,
        "comment": reading.comment,
        "language": reading.language,
        "stop": reading.stop,
        "urgent": reading.urgent,
    }


def _text(line: bytes) -> str | None:
    """The line's text; ValueError when the line or the text is no proper UTF-8 or JSON."""
    given = json.loads(line.decode("utf-8-sig"))
    text = given.get("text") if isinstance(given, dict) else None
    if not isinstance(text, str):
        return None
    text.encode()
    return text


def _failure(problem: str) -> dict[str, Any]:
    return {"kind": None, "error": f"{problem}; {_REMEDY}"}
