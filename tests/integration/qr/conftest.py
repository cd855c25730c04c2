"""A real server of forms on a real database, and somebody with a browser that runs no script."""

import re
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from html import unescape
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer
from sqlalchemy import Connection
from yarl import URL

from gateway.core.unit import parse_unit
from gateway.qr import opening
from gateway.qr import ticket as tickets
from gateway.qr.desk import Desk
from gateway.settings import Settings
from gateway.store import touchpoints
from gateway.store.database import Database
from gateway.store.touchpoints import Run
from gateway.store.units import import_units
from gateway.store.writer import Writer
from gateway.texts import load_texts
from gateway.web.headers import add_headers
from gateway.web.keys import SETTINGS
from gateway.workers import Bell
from tests.integration.asking import NOW, settings_of, vault

TOKEN = "an-operators-token"
_HIDDEN = re.compile(r'type="hidden" name="(\w+)" value="([^"]*)"')
_numbers = count(1)
_UNITS = (
    {"id": "pirha", "name_fi": "Pirkanmaan hyvinvointialue", "short_name": "Pirha"},
    {
        "id": "acuta",
        "parent": "pirha",
        "name_fi": "Päivystys Acuta",
        "name_sv": "Jouren Acuta",
        "name_en": "Emergency Acuta",
        "case_owner": "acuta@example.fi",
    },
    {"id": "tiimi", "parent": "pirha", "name_fi": "Jalkautuva tiimi", "short_name": "Tiimi"},
)


@dataclass(frozen=True, slots=True)
class Page:
    """What came back."""

    status: int
    text: str
    headers: Mapping[str, str]

    @property
    def hidden(self) -> dict[str, str]:
        return dict(_HIDDEN.findall(self.text))

    @property
    def heading(self) -> str:
        return unescape(re.findall(r"<h1[^>]*>(.*?)</h1>", self.text)[0])

    @property
    def errors(self) -> list[tuple[str, str]]:
        """The fields with an error, and the errors."""
        return re.findall(r'id="e-([\w-]+)">([^<]*)<', self.text)


@dataclass(slots=True)
class Forms:
    """The server as people reach it."""

    url: str
    desk: Desk
    writer: Writer
    session: aiohttp.ClientSession
    headers: dict[str, str] = field(default_factory=lambda: {"Accept-Language": "fi"})

    async def code(
        self, unit: str = "acuta", kind: Any = "card", question_set: str = "adult"
    ) -> str:
        run = Run(unit, kind, 1, question_set=question_set)
        _, (code,) = await self.writer.run(
            lambda c: touchpoints.create(c, run, lambda: next(_numbers), "test", NOW)
        )
        return code

    async def get(self, path: str, method: str = "GET", **headers: str) -> Page:
        async with self.session.request(
            method, self.url + path, headers=self.headers | headers, allow_redirects=False
        ) as response:
            return Page(response.status, await response.text(), response.headers)

    async def post(self, path: str, fields: Mapping[str, str] | bytes, **headers: str) -> Page:
        async with self.session.post(
            self.url + path, data=fields, headers=self.headers | headers, allow_redirects=False
        ) as response:
            return Page(response.status, await response.text(), response.headers)

    async def answer(self, path: str, *, aged: bool = True, **fields: str) -> Page:
        """Open a form, think about it, and send it."""
        page = await self.get(path)
        hidden = page.hidden
        if aged:
            hidden["ticket"] = self.aged(path, hidden)
        return await self.post(path, hidden | {n.replace("_", "-"): v for n, v in fields.items()})

    def aged(
        self, path: str, hidden: Mapping[str, str], by: timedelta = timedelta(seconds=30)
    ) -> str:
        """The form's ticket as if the form had been opened this long ago."""
        where = re.sub(r"^/[pP]/|[?].*", "", path).upper()
        if path.startswith("/palaute"):
            where = "unit:" + URL(path).query.get("paikka", "pirha")
        ticket = tickets.read(vault(), hidden["ticket"], where, hidden["set"])
        assert ticket is not None
        older = replace(ticket, issued_at=ticket.issued_at - by)
        return tickets.write(vault(), older, where, hidden["set"])


def add_county(connection: Connection) -> None:
    import_units(connection, {n: parse_unit(cells) for n, cells in enumerate(_UNITS, 2)})


@pytest.fixture
def settings(database_url: str) -> Settings:
    return settings_of(database_url, KORVA_OPERATOR_TOKEN=TOKEN)


Opened = Callable[[Settings], Any]


@pytest_asyncio.fixture
async def forms(
    settings: Settings, database: Database, writer: Writer, tmp_path: Path
) -> AsyncIterator[Forms]:
    await writer.run(add_county)
    bell = Bell()
    texts = load_texts(settings.texts_dir)
    desk = opening.open_desk(settings, texts, database, writer, vault(), bell, bell)
    app = web.Application(client_max_size=settings.server.max_body)
    app[SETTINGS] = settings
    opening.add_routes(app, desk)
    app.on_response_prepare.append(add_headers)
    async with TestServer(app) as server, aiohttp.ClientSession() as session:
        yield Forms(str(server.make_url("")).rstrip("/"), desk, writer, session)
