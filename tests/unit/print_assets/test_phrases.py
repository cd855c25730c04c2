"""What is said, and whose words come first."""

import pytest

from print_assets import designs, phrases
from print_assets.item import Item
from print_assets.theme import Theme

CARD = designs.named("feedback-card")
ITEM = Item("7K3QX9A", "https://palaute.example.fi/p/7K3QX9A", sms_number="18100")


def said(item: Item = ITEM, theme: Theme | None = None, language: str = "fi") -> dict[str, str]:
    return phrases.words(CARD, item, theme or Theme(), language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "Tai tekstaa 7K3 QX9 A numeroon 18100."),
        ("sv", "Eller sms:a 7K3 QX9 A till 18100."),
        ("en", "Or text 7K3 QX9 A to 18100."),
    ],
)
def test_every_phone_will_do_where_people_can_text(language: str, text: str) -> None:
    assert said(language=language)["code_sms"].replace("\N{NO-BREAK SPACE}", " ") == text


def test_nobody_is_told_to_text_where_nobody_answers() -> None:
    assert said(Item("7K3QX9A", "https://palaute.example.fi/p/7K3QX9A"))["code_sms"] == ""


def test_the_items_own_words_come_before_the_countys_and_ours() -> None:
    county = Theme(texts={"fi": {"card.heading": "Alueen sana", "card.lead": "Alueen toinen"}})
    own = Item(ITEM.code, ITEM.address, texts={"fi": {"card.heading": "Oma sana"}})
    assert said(own, county)["card_heading"] == "Oma sana"
    assert said(own, county)["card_lead"] == "Alueen toinen"
    assert said()["card_heading"] == "Miten meillä meni?"


def test_every_language_says_every_phrase() -> None:
    keys = {language: set(phrases.shipped(language)) for language in phrases.languages()}
    assert set(keys) == {"en", "fi", "sv"}
    assert keys["fi"] == keys["sv"] == keys["en"]


def test_every_phrase_is_said_by_a_design() -> None:
    used = {key for design in designs.known().values() for key in design.phrases}
    assert used | set(phrases.COMMON) == set(phrases.shipped("fi"))


def test_a_language_without_phrases_is_told_what_is_missing() -> None:
    (problem,) = phrases.problems(CARD, ITEM, Theme(), "se")
    assert "card.heading" in problem.what
    assert "[texts.se]" in problem.remedy


@pytest.mark.parametrize(
    "text", ["Soita {puhelin}", "{code.__class__}", "{code:>999999999}", "{0}", "{}"]
)
def test_an_unknown_placeholder_is_told_which_are_known(text: str) -> None:
    county = Theme(texts={"fi": {"card.lead": text}})
    (problem,) = phrases.problems(CARD, ITEM, county, "fi")
    assert "card.lead" in problem.what
    assert "{code}" in problem.remedy


def test_a_telephone_number_is_not_broken_between_lines() -> None:
    form = designs.named("home-form-a5")
    item = Item(ITEM.code, ITEM.address, texts={"fi": {"contact": "Soita 03 123 4567"}})
    contact = phrases.words(form, item, Theme(), "fi")["contact"]
    assert contact == "Soita 03\N{NO-BREAK SPACE}123\N{NO-BREAK SPACE}4567"
