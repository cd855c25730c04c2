"""Versioned question sets: a dialogue or form under way keeps the version it began with."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files

from gateway.core.dialogue import Definition, parse_definition
from gateway.core.errors import SettingsError


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
