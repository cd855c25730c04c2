"""The press of a serving process: what its pages share, and one print at a time beside the loop."""

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from aiohttp import web

from gateway.settings import Settings
from gateway.store.database import Database
from gateway.store.writer import Writer
from gateway.texts import Texts
from gateway.web.assets import Assets
from gateway.web.pages import Pages, open_pages

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Press:
    """`samples` are the pictures of designs that were asked for, by design and language."""

    pages: Pages
    database: Database
    writer: Writer
    thread: ThreadPoolExecutor
    samples: dict[tuple[str, str], bytes] = field(default_factory=dict)

    async def run(self, work: Callable[[], T]) -> T:
        """What `work` returns, done in the one thread: pdfium takes no two."""
        return await asyncio.get_running_loop().run_in_executor(self.thread, work)


PRESS = web.AppKey("press", Press)


@asynccontextmanager
async def open_press(
    settings: Settings, texts: Texts, assets: Assets, database: Database, writer: Writer
) -> AsyncIterator[Press]:
    """A press; what it has begun is finished when it closes."""
    pages = open_pages(settings, texts, assets, "gateway.printing")
    with ThreadPoolExecutor(1, "press") as thread:
        yield Press(pages, database, writer, thread)
