"""Every page and state can be perceived and used: by rules, by measuring, in every mode."""

from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.acceptance.browser.components import packaged
from tests.acceptance.browser.conftest import Open
from tests.acceptance.browser.county import County
from tests.acceptance.browser.pages import NAMES, STATES, State, come_to

pytestmark = pytest.mark.asyncio(loop_scope="session")

_AXE = packaged("axe_playwright_python", "axe.min.js").read_text("utf-8")
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
_ALL = {"type": "tag", "values": _TAGS}
#: Asked of the browser from outside, so that the pages' own policy stays as it is shipped.
_RUN = "only => axe.run(document, {runOnly: only, resultTypes: ['violations']})"
#: The only rules whose outcome a mode can change: the pages are the same but for their colours.
_OF_COLOUR = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
_PLAIN = {"color_scheme": "light", "contrast": "no-preference", "forced_colors": "none"}
MODES: dict[str, dict[str, Any]] = {
    "dark": _PLAIN | {"color_scheme": "dark"},
    "contrast": _PLAIN | {"contrast": "more"},
    "dark contrast": _PLAIN | {"color_scheme": "dark", "contrast": "more"},
    "forced colours": _PLAIN | {"forced_colors": "active"},
}


async def violations(page: Page, rules: dict[str, Any] = _ALL) -> list[str]:
    """What axe-core finds wrong: the rule, and where."""
    # Below the bar with the languages it would find fields too small to be tapped.
    await page.evaluate("() => scrollTo(0, 0)")
    await page.evaluate(_AXE)
    found = await page.evaluate(_RUN, rules)
    return [
        f"{one['id']} at {node['target']}: {node['failureSummary']}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("state", STATES, ids=NAMES)
async def test_axe_finds_nothing(visit: Open, county: County, state: State) -> None:
    page = await visit("/health/live", reduced_motion="reduce", **_PLAIN)
    await come_to(page, county, state)
    assert await violations(page) == []
    for mode in MODES.values():
        await page.emulate_media(**mode)
        assert await violations(page, _OF_COLOUR) == [], mode


@pytest.mark.parametrize("language", ["sv", "en", "se", "ar"])
async def test_axe_finds_nothing_in_other_languages(
    visit: Open, county: County, language: str
) -> None:
    page = await visit(county.form(language=language))
    assert await violations(page) == []
    assert await sideways(page) == []


async def test_a_retired_code_says_where_the_service_is_now(visit: Open, county: County) -> None:
    code = await county.make_code("badge")
    await county.retire(code)
    page = await visit(f"/p/{code}?kieli=fi", expect=410)
    await expect(page.locator("main")).to_contain_text("Päivystys Acuta")
    assert await violations(page) == []
    await page.click("main .button")
    await expect(page.locator(".about strong")).to_have_text("Päivystys Acuta")


async def test_an_unknown_code_is_told_from_a_mistyped_one(visit: Open, county: County) -> None:
    page = await visit("/p/0000000?kieli=fi", expect=404)
    await expect(page.locator("h1")).to_have_text("Koodia ei löydy")
    assert await violations(page) == []


async def sideways(page: Page) -> list[str]:
    """What reaches beyond the sides of the window, or is cut off inside its own box."""
    found: list[str] = await page.evaluate("""() => {
      const seen = e => e.checkVisibility() && !e.closest('.skip, .trap, .unseen');
      const out = e => e.getBoundingClientRect().right > innerWidth + 1
                    || e.getBoundingClientRect().left < -1;
      const cut = e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth && e.tagName !== 'svg'
                    && !e.closest('svg') && !/INPUT|FORM/.test(e.tagName);
      const all = [...document.querySelectorAll('body *')].filter(seen);
      const wide = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
      const isInline = e => getComputedStyle(e).display === 'inline';
      return [...wide, ...all.filter(e => out(e) || (cut(e) && !isInline(e)))
              .map(e => e.outerHTML.slice(0, 120))];
    }""")
    return found


@pytest.mark.parametrize("state", STATES, ids=NAMES)
async def test_nothing_is_cut_off_at_four_times_the_size(
    visit: Open, county: County, state: State
) -> None:
    """1280 px at 400 % are 320 px (WCAG 1.4.10); and again with the widest spacing of text that
    a reader may set (1.4.12)."""
    page = await visit("/health/live", width=320, height=256)
    await come_to(page, county, state)
    assert await sideways(page) == []
    await _space_out(page)
    assert await sideways(page) == []


async def _space_out(page: Page) -> None:
    """As a reader's own style sheet does, which no policy of a page stops."""
    session = await page.context.new_cdp_session(page)
    await session.send("DOM.enable")
    await session.send("CSS.enable")
    tree = await session.send("Page.getFrameTree")
    made = await session.send("CSS.createStyleSheet", {"frameId": tree["frameTree"]["frame"]["id"]})
    text = (
        "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
        "p{margin-bottom:2em!important}"
    )
    await session.send(
        "CSS.setStyleSheetText", {"styleSheetId": made["styleSheetId"], "text": text}
    )


@pytest.mark.parametrize("question_set", ["adult", "easy", "child"])
@pytest.mark.parametrize("width", [320, 390, 1280])
async def test_what_is_tapped_fits_a_thumb(
    visit: Open, county: County, question_set: str, width: int
) -> None:
    page = await visit(county.form(question_set), width=width)
    small = await page.evaluate("""() =>
      [...document.querySelectorAll('main label:not(.ask), main button, main .button')]
      .filter(e => e.checkVisibility() && !e.closest('.trap, .detail'))
      .map(e => e.getBoundingClientRect())
      .filter(box => box.width < 43 || box.height < 43)
      .map(box => `${box.width} x ${box.height}`)""")
    assert small == []


async def test_twice_the_size_of_text_is_twice_as_large(visit: Open, county: County) -> None:
    page = await visit(county.form(), width=640)
    small = await page.locator("fieldset .ask").first.evaluate(_SIZE)
    session = await page.context.new_cdp_session(page)
    await session.send("Emulation.setPageScaleFactor", {"pageScaleFactor": 1})
    await page.evaluate("() => { document.documentElement.style.fontSize = '200%' }")
    assert await page.locator("fieldset .ask").first.evaluate(_SIZE) == 2 * small
    assert await sideways(page) == []


_SIZE = "e => parseFloat(getComputedStyle(e).fontSize)"


async def test_nothing_moves_where_motion_is_not_wanted(visit: Open, county: County) -> None:
    page = await visit(county.form(), reduced_motion="reduce")
    moving = await page.evaluate("""() => [...document.querySelectorAll('*')]
      .filter(e => getComputedStyle(e).transitionDuration !== '0s'
                || getComputedStyle(e).animationName !== 'none').length""")
    assert moving == 0


async def test_arabic_is_set_from_right_to_left(visit: Open, county: County) -> None:
    page = await visit(county.form(language="ar"))
    await expect(page.locator("html")).to_have_attribute("dir", "rtl")
    label = await page.locator(".choices label").first.bounding_box()
    radio = await page.locator(".choices input").first.bounding_box()
    assert label is not None
    assert radio is not None
    assert radio["x"] > label["x"] + label["width"] / 2


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
async def test_every_passage_in_another_language_says_so(
    visit: Open, county: County, language: str
) -> None:
    page = await visit(county.form(language=language).replace("?", "/kiitos?"))
    assert await page.locator(".county").get_attribute("lang") == "fi"
    tagged = await page.locator(".languages a").evaluate_all("all => all.map(a => a.lang)")
    assert tagged == ["fi", "sv", "en", "ar", "se"]


async def test_a_screen_reader_hears_question_option_hint_and_mistake(
    visit: Open, county: County
) -> None:
    page = await visit(county.form("short"))
    await expect(page.locator("main")).to_match_aria_snapshot("""
      - heading "Anna palautetta" [level=1]
      - group "Kuinka todennäköisesti suosittelisit palvelua läheisellesi?":
        - radio "0"
        - radio "1"
      - textbox "Mitä haluaisit sanoa meille?"
    """)
    await page.click("button[type=submit]")
    await expect(page.get_by_role("alert")).to_contain_text("Lomake on tyhjä")
    await expect(page).to_have_title(
        "Tarkista vielä nämä kohdat – Anna palautetta: Päivystys Acuta – Pirkanmaan hyvinvointialue"
    )
