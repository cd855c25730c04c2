"""Answers live through a bad connection, and no longer than they must."""

import re

import pytest
from playwright.async_api import Page, Route, expect

from tests.acceptance.browser.conftest import Open
from tests.acceptance.browser.county import County

pytestmark = pytest.mark.asyncio(loop_scope="session")

_KEPT = "() => JSON.stringify(localStorage)"
_NEAR_TOP = "() => scrollY"


async def test_without_a_network_it_says_so_and_sends_once_the_network_is_back(
    visit: Open, county: County
) -> None:
    before = await county.answers()
    page = await visit(county.form())
    await page.fill("[name=words]", "katvealueelta")
    await page.context.set_offline(True)
    await page.click("button[type=submit]")
    await expect(page.locator(".status")).to_contain_text("ei ole vielä lähetetty")
    await expect(page.locator(".status")).to_be_in_viewport()
    assert await county.answers() == before
    await page.context.set_offline(False)
    await page.wait_for_url("**/kiitos?*")
    assert (await county.newest())["comment"] == "katvealueelta"
    assert await page.evaluate(_KEPT) == "{}"


async def test_an_answer_whose_acknowledgement_was_lost_is_stored_once(
    visit: Open, county: County
) -> None:
    before = await county.answers()
    page = await visit(county.form())
    await page.fill("[name=words]", "perillä mutta kuittaamatta")
    lost = await _lose_one_acknowledgement(page)
    await page.click("button[type=submit]")
    await page.wait_for_url("**/kiitos?*")
    assert lost == [303]
    assert await county.answers() == before + 1


async def test_a_lost_acknowledgement_and_a_closed_page_still_give_one_answer(
    visit: Open, county: County
) -> None:
    before = await county.answers()
    page = await visit(county.form())
    await page.fill("[name=words]", "suljin sivun välillä")
    await _lose_one_acknowledgement(page)
    await page.click("button[type=submit]")
    await expect(page.locator(".status")).to_contain_text("ei ole vielä lähetetty")
    again = await page.context.new_page()
    await page.close()
    await again.goto(county.server.url + county.form())
    await again.wait_for_url("**/kiitos?*")
    assert await county.answers() == before + 1


async def _lose_one_acknowledgement(page: Page) -> list[int]:
    """The first form that is sent arrives, but its answer does not come back."""
    lost: list[int] = []

    async def lose(route: Route) -> None:
        if route.request.method == "POST" and not lost:
            lost.append((await route.fetch(max_redirects=0)).status)
            await route.abort("connectionreset")
        else:
            await route.fallback()

    await page.route("**/p/*", lose)
    return lost


async def test_a_busy_service_is_tried_again(visit: Open, county: County) -> None:
    page = await visit(county.form())
    refused: list[str] = []

    async def refuse_once(route: Route) -> None:
        if route.request.method == "POST" and not refused:
            refused.append(route.request.url)
            await route.fulfill(status=503, body="busy")
        else:
            await route.fallback()

    await page.route("**/p/*", refuse_once)
    await page.fill("[name=words]", "ruuhkassa")
    await page.click("button[type=submit]")
    await page.wait_for_url("**/kiitos?*")
    assert (await county.newest())["comment"] == "ruuhkassa"


async def test_a_draft_is_there_again_when_the_page_is_opened_again(
    visit: Open, county: County
) -> None:
    page = await visit(county.form())
    await page.fill("[name=words]", "kesken jäi")
    await page.check("[name=useful][value='4']")
    await page.reload()
    await expect(page.locator("[name=words]")).to_have_value("kesken jäi")
    await expect(page.locator("[name=useful][value='4']")).to_be_checked()
    await expect(page.locator(".status")).to_contain_text("tallessa tässä laitteessa")


async def test_a_draft_goes_after_thirty_minutes(visit: Open, county: County) -> None:
    page = await visit(county.form())
    await page.clock.install()
    await page.reload()
    await page.fill("[name=words]", "unohtunut")
    assert "unohtunut" in await page.evaluate(_KEPT)
    await page.clock.fast_forward("31:00")
    assert await page.evaluate(_KEPT) == "{}"


async def test_an_old_draft_is_not_shown_to_who_comes_next(visit: Open, county: County) -> None:
    page = await visit(county.form())
    await page.fill("[name=words]", "edellisen")
    await page.evaluate("""() => { for (const [name, kept] of Object.entries(localStorage))
        localStorage.setItem(name, kept.replace(/"at":\\d+/, '"at":' + (Date.now() - 1801e3))) }""")
    await page.reload()
    await expect(page.locator("[name=words]")).to_have_value("")
    assert await page.evaluate(_KEPT) == "{}"


async def test_clearing_leaves_nothing_on_the_page_nor_on_the_phone(
    visit: Open, county: County
) -> None:
    page = await visit(county.form())
    await page.fill("[name=words]", "pois")
    await page.check("[name=useful][value='4']")
    await page.click("[data-clear]")
    await expect(page.locator("[name=words]")).to_have_value("")
    await expect(page.locator(":checked")).to_have_count(0)
    await expect(page.locator(".status")).to_have_text("Lomake on tyhjennetty.")
    assert await page.evaluate(_NEAR_TOP) == 0
    assert await page.evaluate(_KEPT) == "{}"


async def test_contact_details_are_not_kept_while_they_are_written(
    visit: Open, county: County
) -> None:
    page = await visit(county.form())
    await page.check("[name=contact]")
    await page.fill("[name=contact-phone]", "0401234567")
    assert "0401234567" not in await page.evaluate(_KEPT)


async def test_a_phone_that_goes_from_hand_to_hand_keeps_nothing(
    visit: Open, county: County
) -> None:
    page = await visit(county.form("outreach", tapa="jono"))
    await page.fill("[name=words]", "minun asiani")
    assert await page.evaluate(_KEPT) == "{}"
    await page.reload()
    await expect(page.locator("[name=words]")).to_have_value("")
    await page.fill("[name=words]", "toinen")
    await page.click("button[type=submit]")
    await page.wait_for_url("**/kiitos?*")
    await page.click(".actions .button:text('Uusi vastaaja')")
    await expect(page.locator("[name=words]")).to_have_value("")
    await page.go_back()
    await expect(page).to_have_url(re.compile("/kiitos"))
    assert await page.evaluate(_KEPT) == "{}"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("tunnukseni on 131052-308T", "henkilötunnus"),
        ("131052–308t", "henkilötunnus"),
        ("soita 040 123 4567", "puhelinnumero"),
        ("+358 50 1234567", "puhelinnumero"),
    ],
)
async def test_what_names_a_person_is_pointed_out_while_writing_and_refuses_nothing(
    visit: Open, county: County, written: str, hint: str
) -> None:
    page = await visit(county.form())
    await page.fill("[name=words]", written)
    await expect(page.locator(".seen[role=status]")).to_contain_text(hint)
    await page.fill("[name=words]", "")
    await expect(page.locator(".seen")).to_be_empty()
    await page.fill("[name=words]", written)
    await page.click("button[type=submit]")
    await page.wait_for_url("**/kiitos?*")
    assert written not in str((await county.newest())["comment"])


@pytest.mark.parametrize(
    "written",
    ["odotin 2,5 tuntia, klo 12.30-14.00", "12.11.2026 ja 120 euroa", "osasto 3 B, huone 0412"],
)
async def test_other_figures_are_not_pointed_out(visit: Open, county: County, written: str) -> None:
    page = await visit(county.form())
    await page.fill("[name=words]", written)
    await expect(page.locator(".limit")).to_contain_text("Merkkejä jäljellä")
    await expect(page.locator(".seen")).to_be_empty()


async def test_the_remaining_length_counts_characters_as_the_gateway_does(
    visit: Open, county: County
) -> None:
    page = await visit(county.form())
    await page.fill("[name=words]", "😀" * 1995)
    await expect(page.locator(".limit")).to_have_text("Merkkejä jäljellä: 5.")
    await page.fill("[name=words]", "ä" * 2001)
    await expect(page.locator(".unseen")).to_have_text("1 merkkiä liikaa. Lyhennä tekstiä.")
    await page.click("button[type=submit]")
    await expect(page.locator(".errors")).to_contain_text("2001")
    await expect(page.locator("[name=words]")).to_have_value("ä" * 2001)
