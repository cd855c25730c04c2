"""Pages for those who work here: cards typed in, and the first sight of what came."""

from datetime import datetime, timedelta

import aiohttp
import pytest
from playwright.async_api import Page, expect

from gateway.core.periods import HELSINKI
from tests.acceptance.browser.conftest import Open
from tests.acceptance.browser.county import OPERATOR_TOKEN, TEAM_TOKEN, County
from tests.acceptance.browser.test_accessible import sideways, violations

pytestmark = pytest.mark.asyncio(loop_scope="session")

TEAM = {"http_credentials": {"username": "tiimi", "password": TEAM_TOKEN}}
OPERATOR = {"http_credentials": {"username": "", "password": OPERATOR_TOKEN}}


def paper(county: County, question_set: str = "adult") -> str:
    """Where cards of this set are typed in."""
    return county.form(question_set).replace("?", "/paperi?")


async def test_a_card_is_typed_in_with_the_keyboard_alone_and_the_next_one_follows(
    visit: Open, county: County
) -> None:
    page = await visit(paper(county, "home-care"), **TEAM)
    yesterday = datetime.now(HELSINKI).date() - timedelta(days=1)
    await expect(page.locator("[name=written]")).to_be_focused()
    await page.fill("[name=written]", yesterday.isoformat())
    await _tab_to(page, "role")
    await page.keyboard.press("3")
    await _tab_to(page, "words")
    await page.keyboard.type("Hoitaja kävi liian harvoin.")
    await _tab_to(page, "helper")
    await page.keyboard.press("2")
    await page.keyboard.press("Enter")
    await expect(page.locator(".notice")).to_contain_text("Kortti on tallennettu")
    await expect(page.locator("[name=words]")).to_have_value("")
    await expect(page.locator("[name=written]")).to_have_value(yesterday.isoformat())
    stored = await county.newest()
    assert (stored["channel"], stored["day"]) == ("paper", yesterday.isoformat())
    assert (stored["role"], stored["helper"]) == ("close", "relative")
    assert (stored["comment"], stored["held"]) == ("Hoitaja kävi liian harvoin.", "")


async def _tab_to(page: Page, name: str) -> None:
    for _ in range(8):
        await page.keyboard.press("Tab")
        if await page.evaluate("() => document.activeElement.name") == name:
            return
    raise AssertionError(f"no field {name} within eight steps")


async def test_digits_choose_scores_up_to_ten(visit: Open, county: County) -> None:
    page = await visit(paper(county), **TEAM)
    await page.focus("[name=nps]")
    await page.keyboard.type("10")
    await expect(page.locator("[name=nps][value='10']")).to_be_checked()
    await page.keyboard.type("7")
    await expect(page.locator("[name=nps][value='7']")).to_be_checked()


@pytest.mark.parametrize("written", ["", "2001-01-01", "2999-01-01"])
async def test_a_card_without_a_likely_day_is_asked_about(
    visit: Open, county: County, written: str
) -> None:
    before = await county.answers()
    page = await visit(paper(county), java_script_enabled=False, **TEAM)
    await page.fill("[name=written]", written)
    await page.fill("[name=words]", "tallessa")
    await page.click("button[type=submit]")
    await page.click(".errors a")
    await expect(page.locator("[name=written]")).to_be_focused()
    await expect(page.locator("[name=words]")).to_have_value("tallessa")
    assert await county.answers() == before


async def test_cards_are_redacted_like_the_rest(visit: Open, county: County) -> None:
    page = await visit(paper(county), **TEAM)
    await page.fill("[name=words]", "soita 040 1234567")
    await page.click("button[type=submit]")
    await expect(page.locator(".notice")).to_contain_text("tallennettu")
    assert (await county.newest())["comment"] == "soita [puhelin]"


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("given", ["", "Bearer x", "Basic %%", "Basic dGlpbWk6YW5vdGhlcg=="])
async def test_without_the_teams_token_no_card_is_typed_in(
    county: County, given: str, method: str
) -> None:
    url = county.server.url + paper(county)
    async with aiohttp.request(method, url, headers={"Authorization": given}) as answer:
        assert answer.status == 401


async def test_the_first_sight_is_for_the_operator_alone(visit: Open) -> None:
    await visit("/tiimi", expect=401, **TEAM)


async def test_the_first_sight_shows_what_came_and_what_waits_of_one_unit(
    visit: Open, county: County
) -> None:
    form = await visit(county.form())
    await form.fill("[name=words]", "<i>Ovi</i> oli lukossa. 040 1234567")
    await form.check("[name=contact]")
    await form.fill("[name=contact-phone]", "0501112223")
    await form.click("button[type=submit]")
    await form.wait_for_url("**/kiitos?*")
    page = await visit("/tiimi?kieli=fi", **OPERATOR)
    newest = page.locator("article").first
    await expect(newest).to_contain_text("<i>Ovi</i> oli lukossa. [puhelin]")
    await expect(page.locator("main")).to_contain_text("Yhteydenottopyyntö")
    assert "0501112223" not in await page.content()
    assert await violations(page) == []
    await page.select_option("[name=yksikko]", label="Kotihoito")
    await page.click("main button")
    await expect(page.locator("main")).to_contain_text("Mikään ei odota.")
    await expect(page.locator("article")).to_have_count(0)


async def test_both_pages_fit_a_narrow_window_and_break_no_rule(
    visit: Open, county: County
) -> None:
    for path, phone in ((paper(county), TEAM), ("/tiimi?kieli=sv", OPERATOR)):
        page = await visit(path, width=320, height=256, **phone)
        assert await sideways(page) == []
        assert await violations(page) == []
