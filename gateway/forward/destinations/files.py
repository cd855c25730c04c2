"""Files in a folder: the release itself and its rows as JSON Lines and CSV.

Written whole under another name first, so that nobody reads half a file.
"""

import asyncio
import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal

import aiohttp
from pydantic import BaseModel, ConfigDict, Field

from gateway import durable
from gateway.core import release as figures
from gateway.core.errors import DeliveryFailed
from gateway.forward.destination import Commas, Destination, Release

Format = Literal["json", "jsonl", "csv", "excel"]
Value = str | float | None

#: The columns of every table: those of `gateway.core.release.Row`, with the unit's Finnish name.
COLUMNS = ("sequence", "period", "unit", "name", "channel", "measure", "key", "value", "mark")

SUFFIXES: Mapping[Format, str] = {
    "json": ".json",
    "jsonl": ".jsonl",
    "csv": ".csv",
    "excel": "-excel.csv",
}
#: A cell that begins so is a formula to a spreadsheet:
#: https://owasp.org/www-community/attacks/CSV_Injection
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


#: Those who take the files away are seldom the user that Korva runs as.
_READABLE = 0o644


class Settings(BaseModel):
    """`[publishing.destinations.NAME]` with `type = "files"`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    directory: Path
    formats: Annotated[tuple[Format, ...], Commas, Field(min_length=1)] = tuple(SUFFIXES)


async def deliver(_session: aiohttp.ClientSession, settings: Settings, release: Release) -> None:
    await asyncio.to_thread(_write_all, settings, release)


def _write_all(settings: Settings, release: Release) -> None:
    try:
        settings.directory.mkdir(exist_ok=True)
        for kind in settings.formats:
            name = f"{release.sequence:06}-{release.period}{SUFFIXES[kind]}"
            _write(settings.directory / name, RENDERERS[kind](release.body))
    except OSError as error:
        raise DeliveryFailed(
            f"can't write into {settings.directory}: {error.strerror}; let the user that Korva "
            "runs as write there",
            permanent=False,
        ) from error


def _write(path: Path, content: bytes) -> None:
    with durable.written(path, _READABLE) as unfinished:
        unfinished.write_bytes(content)


def _rows(body: bytes) -> list[Mapping[str, Value]]:
    payload = json.loads(body)
    names = {unit["id"]: unit["name"]["fi"] for unit in payload["data"]["units"]}
    named = (row._asdict() | {"name": names[row.unit]} for row in figures.rows(payload))
    return [{column: row[column] for column in COLUMNS} for row in named]


def _jsonl(body: bytes) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in _rows(body)).encode()


def _csv(body: bytes) -> bytes:
    return _table(_rows(body), ",", _plain).encode()


def _excel(body: bytes) -> bytes:
    """As a Finnish Excel opens it by a double click: byte order mark, semicolons, comma."""
    return _table(_rows(body), ";", _finnish).encode("utf-8-sig")


def _table(
    rows: Sequence[Mapping[str, Value]], delimiter: str, write: Callable[[Value], Value]
) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(COLUMNS)
    writer.writerows([write(value) for value in row.values()] for row in rows)
    return out.getvalue()


def _plain(value: Value) -> Value:
    """An apostrophe keeps a text a text; a negative number is a number and needs none."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _finnish(value: Value) -> Value:
    return str(value).replace(".", ",") if isinstance(value, float) else _plain(value)


RENDERERS: Mapping[Format, Callable[[bytes], bytes]] = {
    "json": lambda body: body,
    "jsonl": _jsonl,
    "csv": _csv,
    "excel": _excel,
}

DESTINATION = Destination(name="files", settings=Settings, deliver=deliver)
