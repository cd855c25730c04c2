"""The worker that has comments labelled: claims them, asks the reader, books the labels."""

from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta

import structlog
from prometheus_client import Counter

from gateway.core.errors import ModelUnusable
from gateway.reader import Reader, ReaderDied, open_reader
from gateway.settings import Classifier
from gateway.store import labels
from gateway.store.writer import Writer
from gateway.workers import Bell

log = structlog.get_logger()

LABELLED = Counter("korva_labelled", "Comments labelled", ["model"])
READER_DEATHS = Counter("korva_reader_deaths", "Times that a classifier process was started again")

_LEASE = timedelta(minutes=5)
#: A model that can't be used is not tried again with every message that comes in.
_PAUSE = timedelta(minutes=1)


class Classifying:
    """Labels comments with a child of its own, which it starts when there is something to read."""

    def __init__(self, settings: Classifier, writer: Writer, counting: Bell) -> None:
        self._settings = settings
        self._writer = writer
        self._counting = counting
        self._open = AsyncExitStack()
        self._reader: Reader | None = None
        #: Why the model can't be used, None while nothing speaks against it.
        self.problem: str | None = None
        self._not_before = datetime.min.replace(tzinfo=UTC)

    async def step(self) -> int:
        """Label up to a batch of comments; how many were claimed."""
        reader = await self._running()
        if reader is None:
            return 0
        now, limit = datetime.now(UTC), self._settings.batch
        waiting = await self._writer.run(lambda c: labels.claim(c, now, _LEASE, limit))
        if not waiting:
            return 0
        try:
            await self._read(reader, waiting)
        except ReaderDied as error:
            log.warning("reader died", error=str(error), comments=len(waiting))
            READER_DEATHS.inc()
            await self.close()
            await self._writer.run(lambda c: labels.release(c, waiting))
        return len(waiting)

    async def close(self) -> None:
        """End the child."""
        self._reader = None
        await self._open.aclose()

    async def _running(self) -> Reader | None:
        """The child, started if need be. Without a usable model comments wait, intake goes on."""
        now = datetime.now(UTC)
        if self._reader is None and now >= self._not_before:
            try:
                self._reader = await self._open.enter_async_context(open_reader(self._settings))
                self.problem = None
            except (ModelUnusable, ReaderDied) as error:
                log.error("no reader", error=str(error))
                self.problem = str(error)
                self._not_before = now + _PAUSE
        return self._reader

    async def _read(self, reader: Reader, waiting: Sequence[labels.Waiting]) -> None:
        found = await reader.label([one.comment for one in waiting])
        read = [(one, label) for one, label in zip(waiting, found, strict=True)]
        failed = [one for one, label in read if "error" in label]
        well = [(one, label) for one, label in read if "error" not in label]
        now = datetime.now(UTC)
        booked = await self._writer.run(lambda c: labels.book(c, well, now))
        if failed:
            await self._writer.run(lambda c: labels.release(c, failed))
        LABELLED.labels(reader.model_version).inc(booked)
        self._counting.ring()
