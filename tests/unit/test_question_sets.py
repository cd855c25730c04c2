"""Question sets are data, and what is wrong in them is said at start."""

import tomllib
from typing import Any

import pytest

from gateway.core.cells import STATEMENTS
from gateway.core.errors import SettingsError
from gateway.core.question_set import QuestionSet, parse_question_set
from gateway.questions import check_together, load_question_sets, newest_question_set
from gateway.texts import LANGUAGES, load_texts

SETS = load_question_sets()
TEXTS = load_texts().by_language
RIGHT = """
name = "trial"
version = 1
title = "form.set.short"

[[steps]]
name = "nps"
kind = "nps"
ask = "form.ask.nps"
"""


def parsed(written: str) -> QuestionSet:
    return parse_question_set(tomllib.loads(written), "trial.v1.toml")


def kinds(name: str) -> list[str]:
    return [step.kind for step in SETS[name].steps]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question_set", SETS.values(), ids=lambda one: one.id)
def test_every_question_has_its_words_in_every_language(
    question_set: QuestionSet, language: str
) -> None:
    assert [key for key in question_set.texts if key not in TEXTS[language]] == []


def test_every_set_that_was_asked_for_ships() -> None:
    names = {one.name for one in SETS.values()}
    wanted = {"adult", "close", "child", "easy", "short", "outreach", "home-care", "ambulance"}
    assert wanted <= names


def test_the_short_set_asks_a_score_and_words() -> None:
    assert kinds("short.v1") == ["nps", "text"]


def test_home_care_has_the_structure_of_its_paper_card() -> None:
    assert kinds("home-care.v1") == ["role", "text", "contact"]


@pytest.mark.parametrize("name", ["outreach.v1", "child.v1", "short.v1"])
def test_who_stays_anonymous_is_not_asked_for_contact_details(name: str) -> None:
    assert "contact" not in kinds(name)


def test_children_choose_among_three_faces_with_words() -> None:
    faces = [step for step in SETS["child.v1"].steps if step.kind == "smiley"]
    assert [step.options for step in faces] == [(1, 3, 5)] * 3


def test_a_statement_can_be_left_open() -> None:
    statements = [s for one in SETS.values() for s in one.steps if s.kind == "statement"]
    assert all(0 in step.options for step in statements)


def test_the_newest_version_is_asked() -> None:
    older, newer = parsed(RIGHT), parsed(RIGHT.replace("version = 1", "version = 2"))
    assert newest_question_set({"a": newer, "b": older}, "trial").version == 2


def test_an_unknown_set_names_those_known() -> None:
    with pytest.raises(SettingsError, match=r"no question set 'adlut'; known: adult"):
        newest_question_set(SETS, "adlut")


def test_a_set_that_offers_another_must_be_able_to() -> None:
    alone = parsed('others = ["easy"]\n' + RIGHT)
    with pytest.raises(SettingsError, match="offers 'easy', which is no question set"):
        check_together([alone])


def step(**values: Any) -> str:
    lines = {"name": "x", "kind": "text", "ask": "form.ask.words"} | values
    return "\n[[steps]]\n" + "\n".join(
        f"{name} = {value!r}".replace("'", '"') for name, value in lines.items()
    )


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("", "name is missing"),
        (RIGHT.replace('title = "form.set.short"', ""), "title is missing"),
        (RIGHT.replace("version = 1", 'version = "1"'), "version must be a number"),
        (RIGHT.replace('"trial"', '"Trial!"'), "small letters"),
        ('colour = "red"\n' + RIGHT, "there is no colour"),
        ('style = "loud"\n' + RIGHT, "style 'loud' is unknown"),
        ('role = "boss"\n' + RIGHT, "role 'boss' is unknown"),
        (RIGHT + step(kind="essay"), "step x: kind must be one of"),
        (RIGHT + step(name="nps"), "step nps is there twice"),
        (RIGHT + step(kind="nps"), "kind nps may be asked only once"),
        (RIGHT + step(kind="statement"), "step x: it is no statement that is counted"),
        (RIGHT + step(name="useful", kind="statement", options=[1, 7]), "options go from 1 to 5"),
        (RIGHT + step(name="useful", kind="statement", options=[1]), "at least two options"),
        (RIGHT + step(kind="choice", options=[1, 2]), "scale is missing"),
        (RIGHT + step(limit=0), "limit must be from 1"),
        (RIGHT + step(colour="red"), "step x: there is no colour"),
        (RIGHT.replace('kind = "nps"', 'kind = "role"'), "it asks nothing"),
        ('role = "close"\n' + RIGHT + step(kind="role"), "the role is given"),
    ],
)
def test_a_wrong_set_is_named_with_its_remedy(written: str, remedy: str) -> None:
    with pytest.raises(SettingsError) as raised:
        parsed(written)
    assert str(raised.value).startswith("trial.v1.toml: ")
    assert remedy in str(raised.value)


def test_smileys_and_statements_are_counted_under_known_names() -> None:
    asked = {
        step.name
        for one in SETS.values()
        for step in one.steps
        if step.kind in ("statement", "smiley")
    }
    assert asked == set(STATEMENTS)
