"""Copies of a PostgreSQL database, by PostgreSQL's own tools."""

import asyncio
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy.engine import URL

from gateway import durable
from gateway.core.errors import InputError, KorvaError

#: The step in what pg_restore writes out of the table alembic_version.
_STEP = re.compile(rb"^COPY .*alembic_version.*\n(\w+)$", re.MULTILINE)


class DumpFailed(KorvaError):
    """A tool of PostgreSQL has failed; the text is its own."""


async def dump(url: URL, target: Path) -> None:
    """Write everything that is committed when this begins to `target`; others may write meanwhile.

    Raises `InputError` when pg_dump is not installed.
    """
    try:
        with durable.written(target) as unfinished:
            await _run(url, "pg_dump", "--format=custom", "--no-owner", f"--file={unfinished}")
            await judge(unfinished)
    except OSError as error:
        raise InputError(f"{target} can't be written: {error.strerror}") from error


async def judge(path: Path) -> str | None:
    """Read every block; the step that the database was at, None when it is not ours.

    Raises `DumpFailed` with what is damaged.
    """
    # Only writing it all out reads every block.
    await _run(None, "pg_restore", f"--file={os.devnull}", str(path))
    where = ("--data-only", "--table=alembic_version", "--file=-")
    found = _STEP.search(await _run(None, "pg_restore", *where, str(path)))
    return found[1].decode() if found else None


async def restore(url: URL, path: Path) -> None:
    """Put a dump in the place of the tables that have the same names; all or nothing."""
    options = ("--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error")
    await _run(url, "pg_restore", *options, f"--dbname={url.database}", str(path))


async def _run(url: URL | None, tool: str, *arguments: str) -> bytes:
    found = shutil.which(tool)
    if found is None:
        raise InputError(f"{tool} is not installed: apt install postgresql-client")
    process = await asyncio.create_subprocess_exec(
        found,
        *arguments,
        env={**os.environ, **_environment(url)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    output, complaint = await process.communicate()
    if process.returncode:
        raise DumpFailed(f"{tool}: {complaint.decode(errors='replace').strip()}")
    return output


def _environment(url: URL | None) -> Mapping[str, str]:
    """Not as arguments: those can be seen by every user of the machine."""
    if url is None:
        return {}
    given = {
        "PGHOST": url.host,
        "PGPORT": url.port,
        "PGUSER": url.username,
        "PGPASSWORD": url.password,
        "PGDATABASE": url.database,
        "PGSSLMODE": url.query.get("ssl"),
    }
    return {name: str(value) for name, value in given.items() if value}
