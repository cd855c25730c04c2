"""People answer: in three languages, with a keyboard, without scripts, with a shaking hand."""

import pytest
from playwright.async_api import Page, expect

from tests.acceptance.browser.conftest import Open
from tests.acceptance.browser.county import County

pytestmark = pytest.mark.asyncio(loop_scope="session")

_WORDS = {
    "fi": "Hoitaja oli ystävällinen, mutta odotin kauan. <b>Kiitos!</b>",
    "sv": "Sköterskan var vänlig & lyssnade.",
    "en": "The nurse was kind; \N{RIGHT-TO-LEFT OVERRIDE}the queue was long.",
}
_THANKS = {"fi": "Kiitos palautteestasi!", "sv": "Tack för din respons!", "en": "Thank you"}


async def send(page: Page) -> None:
    """Press the button and come to the thanks."""
    await page.click("button[type=submit]")
    await page.wait_for_url("**/kiitos?*")


async def choose(page: Page, name: str, value: object) -> None:
    """Tap an option where a thumb taps: on its label."""
    await page.click(f"label:has(input[name={name}][value='{value}'])")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
async def test_an_answer_in_each_language_is_stored_as_it_was_given(
    visit: Open, county: County, language: str
) -> None:
    page = await visit(county.form(language=language))
    await choose(page, "role", "client")
    await choose(page, "nps", 9)
    await choose(page, "got-help", 5)
    await choose(page, "useful", 0)
    await page.fill("[name=words]", _WORDS[language])
    await choose(page, "helper", "relative")
    await send(page)
    await expect(page.locator("h1")).to_contain_text(_THANKS[language])
    stored = await county.newest()
    assert stored["language"] == language
    assert (stored["score"], stored["role"], stored["helper"]) == (9, "client", "relative")
    assert stored["comment"] == _WORDS[language].replace("\N{RIGHT-TO-LEFT OVERRIDE}", "")


async def test_the_phones_language_comes_first_and_the_switch_is_in_sight(
    visit: Open, county: County
) -> None:
    page = await visit(f"/p/{county.codes['adult']}", locale="sv-FI")
    await expect(page.locator("html")).to_have_attribute("lang", "sv")
    await expect(page.locator(".languages a", has_text="English")).to_be_in_viewport()
    await page.mouse.wheel(0, 2500)
    await expect(page.locator(".languages a", has_text="English")).to_be_in_viewport()


async def test_what_was_answered_stays_when_the_language_is_switched(
    visit: Open, county: County
) -> None:
    page = await visit(county.form())
    await choose(page, "nps", 3)
    await page.fill("[name=words]", "kesken")
    await page.click(".languages a:text('Svenska')")
    await expect(page.locator("html")).to_have_attribute("lang", "sv")
    await expect(page.locator("[name=words]")).to_have_value("kesken")
    await expect(page.locator("[name=nps][value='3']")).to_be_checked()


@pytest.mark.parametrize("question_set", ["easy", "child", "close", "outreach", "ambulance"])
async def test_the_words_of_each_question_set_arrive(
    visit: Open, county: County, question_set: str
) -> None:
    page = await visit(county.form(question_set))
    await page.fill("[name=words]", f"Sanottavaa: {question_set}")
    await send(page)
    stored = await county.newest()
    assert stored["question_set"] == f"{question_set}.v1"
    assert stored["comment"] == f"Sanottavaa: {question_set}"


async def test_a_child_answers_with_faces(visit: Open, county: County) -> None:
    page = await visit(county.form("child"))
    await page.click("label:has-text('Kyllä') >> nth=0")
    await send(page)
    assert (await county.newest())["question_set"] == "child.v1"


async def test_a_keyboard_alone_is_enough(visit: Open, county: County) -> None:
    page = await visit(county.form("short"))
    await page.keyboard.press("Tab")
    await expect(page.locator(".skip")).to_be_focused()
    await page.keyboard.press("Enter")
    await _tab_to(page, "nps")
    await page.keyboard.press("Space")
    for _ in range(7):
        await page.keyboard.press("ArrowRight")
    await expect(page.locator("[name=nps][value='7']")).to_be_checked()
    await _tab_to(page, "words")
    await page.keyboard.type("vain näppäimillä")
    await page.keyboard.press("Tab")
    await expect(page.locator("button[type=submit]")).to_be_focused()
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/kiitos?*")
    stored = await county.newest()
    assert (stored["score"], stored["comment"]) == (7, "vain näppäimillä")


async def _tab_to(page: Page, name: str) -> None:
    """Tab on until a field of this name has the focus; the focus can be seen at every step."""
    for _ in range(12):
        await page.keyboard.press("Tab")
        assert await page.evaluate(_FOCUS_IS_SEEN), await page.evaluate(_FOCUSED)
        if await page.locator(":focus").get_attribute("name") == name:
            return
    raise AssertionError(f"no field {name} within twelve steps")


_FOCUSED = "() => document.activeElement.outerHTML"
#: The focused element, or the cell around it, has an outline, and no sticky part covers it.
_FOCUS_IS_SEEN = """() => {
  const at = document.activeElement, cell = at.closest('label') || at;
  const box = cell.getBoundingClientRect();
  const outlined = [at, cell].some(e => getComputedStyle(e).outlineStyle === 'solid');
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return outlined && (cell.contains(top) || top.contains(cell));
}"""


async def test_everything_works_without_scripts(visit: Open, county: County) -> None:
    page = await visit(county.form(), java_script_enabled=False)
    await choose(page, "nps", 10)
    await page.fill("[name=words]", "ilman skriptejä")
    await send(page)
    await expect(page.locator("h1")).to_have_text("Kiitos palautteestasi!")
    assert (await county.newest())["comment"] == "ilman skriptejä"


async def test_without_scripts_mistakes_are_shown_and_nothing_is_lost(
    visit: Open, county: County
) -> None:
    page = await visit(county.form(), java_script_enabled=False)
    await page.fill("[name=words]", "tallessa")
    await choose(page, "contact", "yes")
    await page.fill("[name=contact-email]", "ei osoite")
    await page.click("button[type=submit]")
    await page.click(".errors a")
    await expect(page.locator("[name=contact-email]")).to_be_focused()
    await expect(page.locator("[name=contact-email]")).to_have_value("ei osoite")
    await expect(page.locator("[name=words]")).to_have_value("tallessa")
    await page.fill("[name=contact-email]", "minä@example.fi")
    await send(page)
    await expect(page.locator("main")).to_contain_text("14 päivän")


@pytest.mark.parametrize("scripts", [True, False])
async def test_a_double_tap_and_a_reload_give_one_answer(
    visit: Open, county: County, scripts: bool
) -> None:
    before = await county.answers()
    page = await visit(county.form(), java_script_enabled=scripts)
    await choose(page, "nps", 8)
    await page.dblclick("button[type=submit]")
    await page.wait_for_url("**/kiitos?*")
    await page.reload()
    assert await county.answers() == before + 1


async def test_who_may_be_in_danger_reads_of_help_before_anything_else(
    visit: Open, county: County
) -> None:
    page = await visit(county.form())
    await page.fill("[name=words]", "en halua enää elää, haluan tappaa itseni")
    await send(page)
    await expect(page.locator("h1")).to_have_text("Tarvitsetko apua heti?")
    await expect(page.locator("a[href='tel:112']")).to_be_in_viewport()


async def test_markup_is_shown_as_text(visit: Open, county: County) -> None:
    page = await visit(county.form(), java_script_enabled=False)
    attack = "</textarea><script>document.title='x'</script>"
    await page.fill("[name=words]", attack)
    await choose(page, "contact", "yes")
    await page.fill("[name=contact-name]", '"><img src=x onerror=alert(1)>')
    await page.click("button[type=submit]")
    await expect(page.locator("[name=words]")).to_have_value(attack)
    assert await page.locator("main script, main img").count() == 0


async def test_a_place_is_found_while_its_name_is_being_written(
    visit: Open, county: County
) -> None:
    page = await visit("/palaute?kieli=fi")
    await page.click(".about a")
    await page.locator("[name=haku]").press_sequentially("acu")
    await page.click("#found a:text('Päivystys Acuta')")
    await expect(page.locator(".about strong")).to_have_text("Päivystys Acuta")


async def test_a_mistyped_code_is_corrected_where_it_is_shown(visit: Open, county: County) -> None:
    code = county.codes["adult"]
    wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
    page = await visit(f"/p/{wrong}", expect=404)
    await page.fill("[name=koodi]", f"{code[:3]} {code[3:6]} {code[6:]}".lower())
    await page.click("button[type=submit]")
    await expect(page.locator(".about strong")).to_have_text("Päivystys Acuta")
