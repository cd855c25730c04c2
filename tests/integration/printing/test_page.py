"""The page on which a unit picks a design, sees it and downloads it."""

import base64
import io
import re
import zipfile
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from html import unescape

import aiohttp
import pikepdf
import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer
from PIL import Image

from gateway.core.codes import grouped
from gateway.printing import routes as printing_routes
from gateway.printing.press import PRESS, open_press
from gateway.store import touchpoints
from gateway.store.database import Database
from gateway.store.touchpoints import Listed
from gateway.store.writer import Writer
from gateway.texts import load_texts
from gateway.web import assets
from gateway.web.assets import ASSETS, load_assets
from gateway.web.headers import add_headers
from gateway.web.keys import SETTINGS
from print_assets import designs
from print_assets.checks.checking import check
from tests.integration.asking import NOW, add_units, settings_of

TOKEN = "an-operators-token"
_PICTURE = re.compile(r'src="data:image/png;base64,([^"]+)"')
_PROBLEM = re.compile(r"<li>(.*?)</li>")


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    return sqlite_url


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes
    headers: Mapping[str, str]

    @property
    def text(self) -> str:
        return unescape(self.body.decode())

    @property
    def pictures(self) -> list[bytes]:
        return [base64.b64decode(found) for found in _PICTURE.findall(self.text)]


@dataclass(frozen=True, slots=True)
class Browser:
    """Somebody of the unit, who gave the token in the browser's dialogue."""

    http: aiohttp.ClientSession
    server: TestServer

    async def get(self, path: str, **more: str) -> Answer:
        async with self.http.get(self.server.make_url(path), headers=more) as got:
            return Answer(got.status, await got.read(), got.headers)

    async def send(self, design: str, headers: Mapping[str, str] = {}, **fields: str) -> Answer:
        url = self.server.make_url(f"/tulosteet/{design}?kieli=en")
        async with self.http.post(url, data=fields, headers=headers) as got:
            return Answer(got.status, await got.read(), got.headers)


@pytest_asyncio.fixture
async def server(
    database_url: str, database: Database, writer: Writer
) -> AsyncIterator[TestServer]:
    settings = settings_of(
        database_url,
        KORVA_OPERATOR_TOKEN=TOKEN,
        KORVA_SERVER__PUBLIC_URL="https://palaute.example.fi",
        KORVA_SMS__PROVIDER="kannel",
        KORVA_SMS__SENDER="18100",
    )
    await writer.run(add_units)
    files = load_assets()
    async with open_press(settings, load_texts(), files, database, writer) as press:
        app = web.Application()
        app[SETTINGS], app[ASSETS], app[PRESS] = settings, files, press
        printing_routes.add_routes(app)
        app.add_routes(assets.routes)
        app.on_response_prepare.append(add_headers)
        async with TestServer(app) as running:
            yield running


@pytest_asyncio.fixture
async def browser(server: TestServer) -> AsyncIterator[Browser]:
    token = base64.b64encode(f"unit:{TOKEN}".encode()).decode()
    headers = {"Authorization": f"Basic {token}"}
    async with aiohttp.ClientSession(headers=headers) as http:
        yield Browser(http, server)


async def kept(writer: Writer) -> list[Listed]:
    return list(await writer.run(lambda c: touchpoints.listed(c)))


async def made(browser: Browser, writer: Writer, design: str, **fields: str) -> str:
    """The batch of new codes."""
    answer = await browser.send(design, action="make", unit="tays", **fields)
    assert answer.status == 200, answer.text
    return (await kept(writer))[-1].batch


@pytest.mark.parametrize("path", ["/tulosteet", "/tulosteet/label", "/tulosteet/label.png"])
async def test_without_the_token_there_is_nothing_to_see(server: TestServer, path: str) -> None:
    async with aiohttp.ClientSession() as http, http.get(server.make_url(path)) as got:
        assert got.status == 401


async def test_every_design_is_shown(browser: Browser) -> None:
    shown = await browser.get("/tulosteet?kieli=sv")

    assert shown.status == 200
    for design in designs.known().values():
        assert f"/tulosteet/{design.name}.png?kieli=sv" in shown.text
        assert design.title("sv") in shown.text


@pytest.mark.parametrize("design", ["staff-badge", "round-sticker"])
async def test_the_picture_of_a_design_is_the_print_itself(browser: Browser, design: str) -> None:
    shown = await browser.get(f"/tulosteet/{design}.png?kieli=fi")

    assert (shown.status, shown.headers["Content-Type"]) == (200, "image/png")
    with Image.open(io.BytesIO(shown.body)) as picture:
        size = designs.named(design)
        assert picture.width / picture.height == pytest.approx(size.width / size.height, rel=0.01)


async def test_a_preview_makes_no_codes(browser: Browser, writer: Writer) -> None:
    shown = await browser.send("pocket-card", action="preview", unit="tays", spoken="fi+sv")

    assert shown.status == 200
    assert len(shown.pictures) == 2
    assert await kept(writer) == []


async def test_what_is_typed_changes_the_preview(browser: Browser) -> None:
    plain = await browser.send("label", action="preview", unit="tays")
    typed = await browser.send(
        "label", action="preview", unit="tays", **{"label.ask": "Mitä kuuluu?"}
    )

    assert plain.pictures != typed.pictures


async def test_codes_are_made_and_every_product_downloaded(
    browser: Browser, writer: Writer
) -> None:
    batch = await made(browser, writer, "label", count="2")

    for product, ending in (("accessible", "pdf"), ("printer", "pdf"), ("png", "zip")):
        got = await browser.send("label", action=product, batch=batch, unit="tays")
        assert got.status == 200
        assert f'filename="label-{batch}.{ending}"' in got.headers["Content-Disposition"]
        if ending == "pdf":
            assert check(got.body) == []
            with pikepdf.open(io.BytesIO(got.body)) as file:
                assert len(file.pages) == 2
        else:
            codes = [one.code for one in await kept(writer)]
            with zipfile.ZipFile(io.BytesIO(got.body)) as packed:
                assert packed.namelist() == [f"{code}.png" for code in codes]
    assert len(await kept(writer)) == 2


async def test_one_drawing_is_downloaded_as_it_is(browser: Browser, writer: Writer) -> None:
    batch = await made(browser, writer, "label")

    got = await browser.send("label", action="svg", batch=batch)

    assert b'<svg xmlns="http://www.w3.org/2000/svg"' in got.body[:200]
    (one,) = await kept(writer)
    assert grouped(one.code).encode() in got.body.replace("\N{NO-BREAK SPACE}".encode(), b" ")


async def test_a_badge_carries_the_name_that_was_typed(browser: Browser, writer: Writer) -> None:
    name = {"given_name": "Åsa", "surname": "Öhman", "role": "sjukskötare", "spoken": "sv"}
    batch = await made(browser, writer, "staff-badge", count="9", **name)

    got = await browser.send("staff-badge", action="accessible", batch=batch, **name)

    assert len(await kept(writer)) == 1
    assert check(got.body) == []


@pytest.mark.parametrize(
    ("design", "fields", "told"),
    [
        ("staff-badge", {"unit": "tays"}, "staff-badge needs given_name"),
        ("label", {"unit": "nowhere"}, "there is no unit 'nowhere'"),
        ("label", {"unit": "tays", "batch": "nowhere"}, "there is nothing to print of batch"),
        ("label", {"unit": "tays", "label.ask": "W" * 300}, "does not fit in the smallest type"),
        ("staff-badge", {"unit": "tays", "given_name": "\N{GRINNING FACE}"}, "GRINNING FACE"),
        ("label", {"unit": "tays\0", "count": "9" * 99, "spoken": "xx"}, ""),
    ],
)
@pytest.mark.parametrize("action", ["preview", "make"])
async def test_what_cannot_be_printed_is_told_on_the_page(
    browser: Browser, writer: Writer, design: str, fields: dict[str, str], told: str, action: str
) -> None:
    answer = await browser.send(design, action=action, **fields)

    assert answer.status == (422 if told else 200)
    assert told in answer.text
    assert len(await kept(writer)) == (0 if told or action == "preview" else 1)


async def test_another_site_can_have_nothing_made(browser: Browser, writer: Writer) -> None:
    elsewhere = {"Sec-Fetch-Site": "cross-site"}

    answer = await browser.send("label", elsewhere, action="make", unit="tays")

    assert answer.status == 403
    assert await kept(writer) == []


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("application/json", b"{}", 415),
        ("multipart/form-data", b"--", 415),
        ("application/x-www-form-urlencoded; charset=no-such", b"unit=tays", 200),
        ("application/x-www-form-urlencoded", b"unit=tays&label.ask=%ff\xff%00", 422),
        ("application/x-www-form-urlencoded", b"a=1&" * 60, 400),
    ],
)
async def test_whatever_is_sent_gets_an_answer(
    browser: Browser, kind: str, body: bytes, status: int
) -> None:
    url = browser.server.make_url("/tulosteet/label")
    async with browser.http.post(url, data=body, headers={"Content-Type": kind}) as got:
        assert got.status == status


async def test_a_batch_of_more_than_two_hundred_is_for_the_command_line(
    browser: Browser, writer: Writer
) -> None:
    numbers = iter(range(201))
    run = touchpoints.Run("tays", "card", 201, "autumn")
    await writer.run(lambda c: touchpoints.create(c, run, lambda: next(numbers), "anna", NOW))

    answer = await browser.send("label", action="png", batch="autumn")

    assert answer.status == 422
    assert "has 201 codes, this page prints at most 200" in answer.text


async def test_an_unknown_design_is_not_found(browser: Browser) -> None:
    assert (await browser.get("/tulosteet/tattoo")).status == 404
