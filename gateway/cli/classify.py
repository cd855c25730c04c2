"""`korva classify`: label comments from standard input."""

import json
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Any

import click

_AT_ONCE = 256


@click.command("classify")
@click.option("--model", help="Folder or cached name of a model; the bundled one when left out.")
def command(model: str | None) -> None:
    """Label JSON lines with a `text` on stdin: one line for each, in their order."""
    # torch takes seconds to import; `--help` must not wait for it.
    from classifiers.errors import ClassifierError
    from classifiers.labels import to_dict
    from classifiers.transformer import BUNDLED, Transformer

    try:
        reader = Transformer.load(model or BUNDLED)
    except ClassifierError as error:
        raise click.ClickException(str(error)) from error
    texts = _texts()
    while batch := list(islice(texts, _AT_ONCE)):
        for label in reader.read(batch):
            click.echo(json.dumps(to_dict(label), ensure_ascii=False))


def _texts() -> Iterator[str]:
    for number, line in enumerate(sys.stdin, 1):
        written = _parsed(line)
        if not isinstance(written, dict) or not isinstance(written.get("text"), str):
            raise click.ClickException(f'line {number} is not like {{"text": "..."}}; correct it')
        yield written["text"]


def _parsed(line: str) -> Any:
    try:
        return json.loads(line)
    except ValueError:
        return None
