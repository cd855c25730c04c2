"""`korva redact`: what is left of texts once identities are hidden, one JSON line each."""

import json
import sys
from typing import Any, BinaryIO

import click

from gateway.core.redaction import redact

_REMEDY = 'give one JSON object a line in UTF-8, like {"text": "Hoitaja Maija oli ihana"}'


@click.command("redact")
def command() -> None:
    """Hide identities in the `text` of JSON lines from standard input, as the service would.

    One line goes out for each line that comes in, with all else in it as it was. A line that
    can't be read gives text null with an error, and exit status 1 at the end.
    """
    if _redact_lines(sys.stdin.buffer, sys.stdout.buffer):
        raise SystemExit(1)


def _redact_lines(source: BinaryIO, target: BinaryIO) -> int:
    """Answer every line of `source`; how many could not be read."""
    failures = 0
    for line in source:
        answer = _answer(line)
        failures += answer["text"] is None
        target.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
        target.flush()
    return failures


def _answer(line: bytes) -> dict[str, Any]:
    try:
        given = json.loads(line.decode("utf-8-sig"))
        json.dumps(given, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return {"text": None, "error": f"not a JSON text; {_REMEDY}"}
    text = given.get("text") if isinstance(given, dict) else None
    if not isinstance(text, str):
        return {"text": None, "error": f"no text in it; {_REMEDY}"}
    return {**given, "text": redact(text)}
