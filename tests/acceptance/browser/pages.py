"""Every page and state that a person can come to, for tests that go through all of them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from playwright.async_api import Page, expect

from tests.acceptance.browser.county import SETS, County

_MISTYPED = "7K3QX9B"


@dataclass(frozen=True, slots=True)
class State:
    """How to come to a page or state: the address, the status it has, and what is done there."""

    name: str
    path: Callable[[County], str]
    status: int = 200
    act: Callable[[Page], Awaitable[None]] | None = None


async def _fill_wrongly(page: Page) -> None:
    await page.fill("[name=words]", "a" * 2100)
    await page.check("[name=contact]")
    await page.fill("[name=contact-email]", "ei osoite")
    await page.click("button[type=submit]")
    await expect(page.locator(".errors")).to_be_visible()


async def _fill(page: Page) -> None:
    """Something chosen in every kind of question, and a number in the words."""
    for one in await page.locator("fieldset label:nth-child(2)").all():
        await one.click()
    await page.fill("[name=words]", "soita 040 1234567")


async def _ask_for_contact(page: Page) -> None:
    await page.check("[name=contact]")


async def _wait_for_network(page: Page) -> None:
    await page.fill("[name=words]", "katve")
    await page.route("**/p/*", lambda route: route.abort())
    await page.click("button[type=submit]")
    await expect(page.locator(".status p")).to_have_count(1)


def _form(name: str) -> State:
    return State(name, lambda county: county.form(name))


def _thanks(more: str) -> Callable[[County], str]:
    return lambda county: county.form().replace("?", "/kiitos?") + more


STATES = [
    *(_form(name) for name in SETS),
    State("filled", lambda county: county.form(), act=_fill),
    State("filled easy", lambda county: county.form("easy"), act=_fill),
    State("filled child", lambda county: county.form("child"), act=_fill),
    State("contact", lambda county: county.form(), act=_ask_for_contact),
    State("mistakes", lambda county: county.form(), act=_fill_wrongly),
    State("no network", lambda county: county.form(), act=_wait_for_network),
    State("from hand to hand", lambda county: county.form("outreach", tapa="jono")),
    State("thanks", _thanks("")),
    State("thanks, urgent", _thanks("&apu=1&yhteys=1")),
    State("direct", lambda _: "/palaute?kieli=fi"),
    State("places", lambda _: "/palaute/paikka?kieli=fi&haku=a"),
    State("no places", lambda _: "/palaute/paikka?kieli=fi&haku=zzz"),
    State("mistyped", lambda _: f"/p/{_MISTYPED}?kieli=fi", 404),
    State("accessibility", lambda _: "/saavutettavuus?kieli=fi"),
    State("privacy", lambda _: "/tietosuoja?kieli=fi"),
]
NAMES = [state.name for state in STATES]


async def come_to(page: Page, county: County, state: State) -> None:
    """Bring an open page into a state."""
    answer = await page.goto(county.server.url + state.path(county))
    assert answer is not None
    assert answer.status == state.status
    if state.act:
        await state.act(page)
