"""Giving stored comments labels by the present model version, beside a gateway that serves."""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import structlog

from gateway.reader import Reader, ReaderDied, open_reader
from gateway.settings import Classifier
from gateway.store import relabelling
from gateway.store.database import Database
from gateway.store.labels import Waiting
from gateway.store.relabelling import Choice, Left
from gateway.store.writer import Writer

log = structlog.get_logger()

#: Longer than a reader may take over a batch and over each of its comments once more.
_LEASE = timedelta(minutes=3)
#: More of them is no matter of single comments: the model or the machine is at fault.
_MOST_UNREAD = 20
_REST_S = 0.02


@dataclass(slots=True)
class Progress:
    """What has been done: comments labelled anew, cases opened, and the responses whose comment
    no reader could read, which keep the label they had."""

    labelled: int = 0
    cases: int = 0
    unread: list[str] = field(default_factory=list)


class Relabelling:
    """A reader of its own that goes through the stored comments, oldest first."""

    def __init__(self, settings: Classifier, database: Database, writer: Writer) -> None:
        self._settings = settings
        self._database = database
        self._writer = writer
        self._open = AsyncExitStack()
        self._reader: Reader | None = None
        self.progress = Progress()

    async def version(self) -> str:
        """The model's. Raises `ModelUnusable`."""
        return (await self._running()).model_version

    async def left(self, choice: Choice) -> Left:
        """What there is to do."""
        known = replace(choice, without=tuple(self.progress.unread))
        return await self._database.read(relabelling.left, known)

    async def go_through(
        self, choice: Choice, most: int, tell: Callable[[Progress], None]
    ) -> datetime | None:
        """Relabel up to `most` comments, oldest first, and `tell` after each batch.

        Returns None when no more is left or `most` is reached; else all that is left is claimed
        by somebody, and the time is when that runs out.
        """
        while (left := await self.left(choice)).oldest and self.progress.labelled < most:
            before = self.progress.labelled, len(self.progress.unread)
            await self._pass(choice, left.oldest, most, tell)
            if before == (self.progress.labelled, len(self.progress.unread)):
                return left.claimed_until
        return None

    async def close(self) -> None:
        """End the reader."""
        self._reader = None
        await self._open.aclose()

    async def _pass(
        self, choice: Choice, oldest: datetime, most: int, tell: Callable[[Progress], None]
    ) -> None:
        while (room := most - self.progress.labelled) > 0:
            limit = min(room, self._settings.batch)
            known = replace(choice, without=tuple(self.progress.unread))
            claim = partial(relabelling.claim, choice=known, oldest=oldest, lease=_LEASE)
            now = datetime.now(UTC)
            claimed = await self._write(partial(claim, now=now, limit=limit))
            if not claimed:
                return
            oldest = claimed[-1][1]
            await self._label(choice, [one for one, _ in claimed])
            tell(self.progress)

    async def _label(self, choice: Choice, waiting: Sequence[Waiting]) -> None:
        """Label them together; when the reader dies of that, one by one."""
        try:
            found = await self._read(waiting)
        except ReaderDied as error:
            log.warning("reader died", error=str(error), comments=len(waiting))
            found = [await self._alone(one) for one in waiting]
        read = list(zip(waiting, found, strict=True))
        self.progress.unread += [one.response_id for one, label in read if "error" in label]
        well = [(one, label) for one, label in read if "error" not in label]
        now = datetime.now(UTC)
        booking = partial(relabelling.book, choice=choice, read=well, now=now)
        labelled, opened = await self._write(booking)
        self.progress.labelled += labelled
        self.progress.cases += opened

    async def _alone(self, one: Waiting) -> Mapping[str, Any]:
        try:
            return (await self._read([one]))[0]
        except ReaderDied as error:
            if len(self.progress.unread) >= _MOST_UNREAD:
                raise ReaderDied(
                    f"{error}, at {_MOST_UNREAD} comments: see `korva doctor`, then run this again"
                ) from error
            return {"error": "the reader died of it"}

    async def _read(self, waiting: Sequence[Waiting]) -> Sequence[Mapping[str, Any]]:
        reader = await self._running()
        try:
            return await reader.label([one.comment for one in waiting])
        except ReaderDied:
            await self.close()
            raise

    async def _running(self) -> Reader:
        if self._reader is None:
            self._reader = await self._open.enter_async_context(open_reader(self._settings))
        return self._reader

    async def _write(self, work: Callable[..., Any]) -> Any:
        """Write, then leave the database to the others for at least as long: SQLite has one
        writer, and whoever waits for it looks only now and then whether it is free."""
        began = time.monotonic()
        result = await self._writer.run(work)
        await asyncio.sleep(_REST_S + time.monotonic() - began)
        return result
