"""The classifier's child process, held by a pipe: texts in, labels out."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

import structlog

from gateway.core.errors import KorvaError, ModelUnusable
from gateway.settings import Classifier

log = structlog.get_logger()

#: Loading torch and the model takes seconds on a busy machine, labelling a batch far less.
_START_S = 120.0
_ANSWER_S = 60.0
#: One reply holds a batch of labels; the default of 64 KiB is too little for it.
_LONGEST_LINE = 4 * 1024 * 1024


class ReaderDied(KorvaError):
    """The child ended, or did not answer in time, while it was reading."""


class Reader:
    """A running child. Use `open_reader`."""

    def __init__(self, process: asyncio.subprocess.Process, model_version: str) -> None:
        self._process = process
        self._count = 0
        self.model_version = model_version

    async def label(self, texts: Sequence[str]) -> list[Mapping[str, Any]]:
        """A label for each text, in order; `{"error": name}` for one that can't be read.

        Raises `ReaderDied`; the child is of no use after that.
        """
        self._count += 1
        reply = await self._ask({"id": self._count, "texts": list(texts)})
        if reply.get("id") != self._count:
            raise ReaderDied("the reader answered another question")
        labels: list[Mapping[str, Any]] = reply["labels"]
        return labels

    async def _ask(self, request: Mapping[str, Any]) -> Mapping[str, Any]:
        stdin = self._process.stdin
        if stdin is None:
            raise ReaderDied("the reader has no input")
        try:
            stdin.write(json.dumps(request).encode() + b"\n")
            await stdin.drain()
        except ConnectionError as error:
            raise ReaderDied("the reader is gone") from error
        return await _line(self._process, _ANSWER_S)


@asynccontextmanager
async def open_reader(settings: Classifier) -> AsyncIterator[Reader]:
    """Start a child with the model of the settings, end it with the block.

    Raises `ModelUnusable` with the child's own words when the model can't be loaded.
    """
    arguments = ["-m", "classifiers.child", "--threads", str(settings.threads)]
    if settings.model:
        arguments += ["--model", settings.model]
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *arguments,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=_LONGEST_LINE,
    )
    try:
        first = await _line(process, _START_S)
        if "error" in first:
            raise ModelUnusable(f"classifier.model: {first['error']}")
        log.info("reader started", model=first["model_version"], pid=process.pid)
        yield Reader(process, first["model_version"])
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def _line(process: asyncio.subprocess.Process, seconds: float) -> Mapping[str, Any]:
    if process.stdout is None:
        raise ReaderDied("the reader has no output")
    try:
        async with asyncio.timeout(seconds):
            line = await process.stdout.readline()
    except TimeoutError as error:
        raise ReaderDied(f"the reader has not answered for {seconds:.0f} seconds") from error
    if not line:
        raise ReaderDied("the reader ended")
    reply: Mapping[str, Any] = json.loads(line)
    return reply
