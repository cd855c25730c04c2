"""One running gateway with a county in it, and one browser, for all tests of a module."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from tests.acceptance.browser.components import require_chromium
from tests.acceptance.browser.county import OPERATOR_TOKEN, TEAM_TOKEN, County, prepare
from tests.acceptance.server import Server

Open = Callable[..., Any]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def county(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[County]:
    """A gateway that runs, with units and a code for every question set."""
    folder = tmp_path_factory.mktemp("county")
    settings = {
        "county.name": "Pirkanmaan hyvinvointialue",
        "texts_dir": str(folder / "texts"),
        "form.complaint_url": "https://www.example.fi/muistutus",
        "form.accessibility_email": "saavutettavuus@example.fi",
        "form.privacy_email": "tietosuoja@example.fi",
        "form.paper_tokens.acuta": TEAM_TOKEN,
        "operator_token": OPERATOR_TOKEN,
        "log_level": "warning",
    }
    async with prepare(Server(folder, settings)) as prepared:
        yield prepared


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Debian's Chromium."""
    program = require_chromium()
    async with (
        async_playwright() as playwright,
        await playwright.chromium.launch(executable_path=program) as launched,
    ):
        yield launched


@pytest_asyncio.fixture(loop_scope="session")
async def visit(browser: Browser, county: County) -> AsyncIterator[Open]:
    """Opens an address on a phone of its own; every complaint of the browser fails the test."""
    complaints: list[str] = []

    async def opened(path: str, *, expect: int = 200, **phone: Any) -> Page:
        context = await stack.enter_async_context(await _phone(browser, **phone))
        page = await context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if _is_bad(said) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        answer = await page.goto(county.server.url + path)
        assert answer is not None
        assert answer.status == expect
        return page

    async with AsyncExitStack() as stack:
        yield opened
    assert complaints == []


async def _phone(browser: Browser, **phone: Any) -> BrowserContext:
    width, height = phone.pop("width", 390), phone.pop("height", 780)
    given = {"locale": "fi-FI", "viewport": {"width": width, "height": height}} | phone
    return await browser.new_context(**given)


def _is_bad(said: Any) -> bool:
    # What a test brings about itself: no network, a page with an error status.
    expected = ("Failed to load resource", "net::ERR_")
    return said.type in ("error", "warning") and not any(one in said.text for one in expected)
