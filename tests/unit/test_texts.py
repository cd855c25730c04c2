"""The texts that people read."""

from pathlib import Path

import pytest

from gateway.core.case import COMPLAINT, CONTACT, URGENT
from gateway.core.errors import SettingsError
from gateway.questions import load_dialogues, newest_dialogue
from gateway.sms.segments import count
from gateway.texts import LANGUAGES, load_texts, placeholders

TEXTS = load_texts()
FILLED = {
    "county": "Pirkanmaa",
    "unit": "Hatanpään osasto B12",
    "options": 5,
    "crisis": "09 2525 0111",
}
KEYS = sorted(TEXTS.by_language["fi"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_texts(language: str) -> None:
    assert sorted(TEXTS.by_language[language]) == KEYS


@pytest.mark.parametrize("key", KEYS)
def test_every_language_fills_in_the_same(key: str) -> None:
    assert len({frozenset(placeholders(TEXTS.by_language[one][key])) for one in LANGUAGES}) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", [key for key in KEYS if key.startswith("sms.")])
def test_every_sms_is_one_part_in_the_usual_alphabet(language: str, key: str) -> None:
    segments = count(TEXTS.say(language, key, **FILLED))
    assert (segments.encoding, segments.segments) == ("GSM-7", 1)


def test_every_question_of_every_dialogue_has_its_text() -> None:
    asked = {
        key
        for dialogue in load_dialogues().values()
        for step in dialogue.steps
        for key in (*step.ask.values(), step.again)
    }
    assert asked <= set(KEYS)


@pytest.mark.parametrize("kind", [URGENT, CONTACT, COMPLAINT])
def test_every_kind_of_case_has_its_name(kind: str) -> None:
    assert f"alert.kind.{kind}" in KEYS


def test_an_unknown_dialogue_names_those_known() -> None:
    with pytest.raises(SettingsError, match="score-comment"):
        newest_dialogue(load_dialogues(), "nps")


def test_a_county_replaces_single_texts(tmp_path: Path) -> None:
    (tmp_path / "sv.toml").write_text('[sms]\nthanks = "Tack!"\n', "utf-8")
    texts = load_texts(tmp_path)
    assert texts.say("sv", "sms.thanks") == "Tack!"
    assert texts.say("fi", "sms.thanks") == TEXTS.say("fi", "sms.thanks")


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ('[sms]\ntanks = "Tack!"', "there is no text sms.tanks"),
        ('[sms]\nthanks = "Tack {name}!"', "sms.thanks has no name to fill in"),
        ('[sms]\nthanks = "Tack {unit"', "sv.toml: sms.thanks has a brace too many or too few"),
        ('[sms]\nthanks = "Tack }"', "write {{ or }} for a brace itself"),
        ('[sms]\nhelp = "{county:>9} tackar"', "nothing but the name between two braces"),
        ("[sms]\nthanks = 5", "sms.thanks must be a text in quotation marks"),
        ("[sms", "is not valid TOML"),
    ],
)
def test_a_wrong_text_of_the_county_is_named(tmp_path: Path, written: str, remedy: str) -> None:
    (tmp_path / "sv.toml").write_text(written, "utf-8")
    with pytest.raises(SettingsError, match=remedy):
        load_texts(tmp_path)


def test_another_language_is_answered_in_english() -> None:
    assert TEXTS.say("so", "sms.thanks") == TEXTS.say("en", "sms.thanks")
