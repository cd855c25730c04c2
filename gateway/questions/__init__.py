"""Versioned question sets: a dialogue or form under way keeps the version it began with."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from gateway.core.dialogue import Definition, parse_definition
from gateway.core.errors import SettingsError
from gateway.core.question_set import QuestionSet, parse_question_set


def load_dialogues() -> Mapping[str, Definition]:
    """Every dialogue that ships, all versions, by id such as `score-comment.v1`."""
    found = (files(__name__) / "dialogues").iterdir()
    parsed = (parse_definition(tomllib.loads(f.read_text("utf-8"))) for f in found)
    return {definition.id: definition for definition in parsed}


def newest_dialogue(dialogues: Mapping[str, Definition], name: str) -> Definition:
    """The newest version of the dialogue `name`. Raises `SettingsError` listing those known."""
    versions = [definition for definition in dialogues.values() if definition.name == name]
    if not versions:
        known = ", ".join(sorted({definition.name for definition in dialogues.values()}))
        raise SettingsError(f"sms.dialogue: there is no dialogue {name!r}; known: {known}")
    return max(versions, key=lambda definition: definition.version)


@cache
def load_question_sets() -> Mapping[str, QuestionSet]:
    """Every question set that ships, all versions, by id such as `adult.v1`. Raises
    `SettingsError` naming the file that is wrong."""
    found = sorted((files(__name__) / "sets").iterdir(), key=lambda file: file.name)
    sets = {}
    for file in found:
        parsed = parse_question_set(tomllib.loads(file.read_text("utf-8")), file.name)
        if file.name != f"{parsed.id}.toml":
            raise SettingsError(f"{file.name}: it holds {parsed.id}; name it {parsed.id}.toml")
        sets[parsed.id] = parsed
    check_together(sets.values())
    return sets


def check_together(sets: Iterable[QuestionSet]) -> None:
    """Raises `SettingsError` when a set offers one that is not there."""
    listed = list(sets)
    names = {one.name for one in listed}
    for one in listed:
        if missing := [other for other in one.others if other not in names]:
            raise SettingsError(f"{one.id}: it offers {missing[0]!r}, which is no question set")


def newest_question_set(sets: Mapping[str, QuestionSet], name: str) -> QuestionSet:
    """The newest version of the set `name`. Raises `SettingsError` listing those known."""
    versions = [one for one in sets.values() if one.name == name]
    if not versions:
        known = ", ".join(sorted({one.name for one in sets.values()}))
        raise SettingsError(f"there is no question set {name!r}; known: {known}")
    return max(versions, key=lambda one: one.version)
