"""The first form is light: few requests, few bytes, nothing that moves, nothing that tracks."""

import pytest
from playwright.async_api import Browser, Page, Request, expect

from tests.acceptance.browser.conftest import Open
from tests.acceptance.browser.county import SETS, County

pytestmark = pytest.mark.asyncio(loop_scope="session")

_MOST_BYTES, _MOST_REQUESTS = 25_000, 3


async def load(page: Page, address: str) -> list[Request]:
    """Open a form on a phone that has never seen it; what was asked for over the wire."""
    asked: list[Request] = []
    page.on("requestfinished", lambda one: asked.append(one))
    await page.goto(address, wait_until="networkidle")
    return [one for one in asked if not one.url.startswith("data:")]


async def _bytes(request: Request) -> int:
    sizes = await request.sizes()
    return sizes["responseHeadersSize"] + sizes["responseBodySize"]


@pytest.mark.parametrize("question_set", SETS)
async def test_the_first_form_takes_few_bytes_and_requests(
    visit: Open, county: County, question_set: str
) -> None:
    page = await (await visit("/health/live")).context.new_page()
    asked = await load(page, county.server.url + county.form(question_set))
    assert 1 < len(asked) <= _MOST_REQUESTS
    assert sum([await _bytes(one) for one in asked]) <= _MOST_BYTES


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("question_set", ["adult", "easy", "child"])
async def test_nothing_moves_while_a_form_is_loading(
    visit: Open, county: County, question_set: str, width: int
) -> None:
    page = await (await visit("/health/live", width=width)).context.new_page()
    await page.add_init_script("""window.shifts = 0; new PerformanceObserver(list => {
      for (const one of list.getEntries()) window.shifts += one.value;
    }).observe({type: 'layout-shift', buffered: true})""")
    await load(page, county.server.url + county.form(question_set))
    assert (
        await page.evaluate(
            "() => new Promise(done => requestAnimationFrame(() =>"
            " requestAnimationFrame(() => done(window.shifts))))"
        )
        == 0
    )


async def test_before_and_after_answering_there_is_no_cookie_and_no_other_server(
    visit: Open, county: County
) -> None:
    page = await visit("/health/live")
    asked: list[Request] = []
    page.on("request", lambda one: asked.append(one))
    await page.goto(county.server.url + county.form())
    await page.fill("[name=words]", "ilman evästeitä")
    await page.click("button[type=submit]")
    await page.wait_for_url("**/kiitos?*")
    assert await page.context.cookies() == []
    assert all(one.url.startswith((county.server.url, "data:")) for one in asked)


_ELSEWHERE = "http://elsewhere.example/"


async def _elsewhere(browser: Browser, body: str) -> Page:
    """A page of another site."""
    page = await (await browser.new_context(locale="fi-FI")).new_page()
    await page.route(_ELSEWHERE, lambda r: r.fulfill(body=body, content_type="text/html"))
    await page.goto(_ELSEWHERE)
    return page


async def test_another_site_can_not_send_a_form(browser: Browser, county: County) -> None:
    before = await county.answers()
    address = county.server.url + county.form()
    fields = "<input name=nps value=0><button>Win a prize</button>"
    page = await _elsewhere(browser, f"<form method=post action={address}>{fields}</form>")
    await page.click("button")
    await expect(page.locator("h1")).to_have_text("Lomaketta ei voitu lähettää")
    assert await county.answers() == before


async def test_another_site_can_not_frame_a_form(browser: Browser, county: County) -> None:
    address = county.server.url + county.form()
    page = await _elsewhere(browser, f"<iframe src={address}></iframe>")
    framed = page.frame_locator("iframe")
    await expect(framed.locator("form")).to_have_count(0)
    assert not any(frame.url.startswith(county.server.url) for frame in page.frames)
