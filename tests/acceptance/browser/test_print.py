"""The page on which a unit prints, as somebody with a mouse and a token uses it."""

import pytest
from playwright.async_api import expect

from tests.acceptance.browser.conftest import Open
from tests.acceptance.browser.county import OPERATOR_TOKEN, TEAM_TOKEN
from tests.acceptance.browser.test_accessible import sideways, violations

pytestmark = pytest.mark.asyncio(loop_scope="session")

OPERATOR = {"http_credentials": {"username": "", "password": OPERATOR_TOKEN}}
TEAM = {"http_credentials": {"username": "tiimi", "password": TEAM_TOKEN}}


async def test_the_prints_are_for_the_operator_alone(visit: Open) -> None:
    await visit("/tulosteet", expect=401, **TEAM)


async def test_a_unit_sees_its_card_makes_codes_and_downloads_it(visit: Open) -> None:
    page = await visit("/tulosteet?kieli=fi", **OPERATOR)
    await page.click("text=Taskukortti")
    await page.fill("[name='card.heading']", "Mitä kuuluu?")
    await page.select_option("[name=spoken]", "fi+sv")
    await page.click("text=Näytä")
    await expect(page.locator(".preview img")).to_have_count(2)
    await page.fill("[name=count]", "2")
    await page.click("text=Tee koodit")
    await expect(page.locator(".notice")).to_contain_text("Koodit on tehty")
    assert await violations(page) == []
    async with page.expect_download() as downloading:
        await page.click("text=PDF painotalolle")
    download = await downloading.value
    assert download.suggested_filename.startswith("pocket-card-")
    assert (await download.path()).read_bytes().startswith(b"%PDF")


async def test_what_cannot_be_printed_stands_above_the_form(visit: Open) -> None:
    page = await visit("/tulosteet/staff-badge?kieli=sv", **OPERATOR)
    await page.click("text=Skapa koderna")
    await expect(page.locator(".errors")).to_contain_text("staff-badge needs given_name")
    assert await violations(page) == []


async def test_the_pages_fit_a_narrow_window_and_break_no_rule(visit: Open) -> None:
    for path in ("/tulosteet?kieli=sv", "/tulosteet/home-form-a4?kieli=en"):
        page = await visit(path, width=320, height=256, **OPERATOR)
        assert await sideways(page) == []
        assert await violations(page) == []
