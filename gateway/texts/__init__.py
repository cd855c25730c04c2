"""Every text a person reads, one file for each language.

A language is one TOML file. All files hold the same keys and the same placeholders; a county
replaces single texts with a folder of its own (setting `texts_dir`).
"""

import string
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from gateway.core.errors import SettingsError

LANGUAGES = ("fi", "sv", "en")
#: Whoever speaks none of the languages is most likely to read this one.
FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts by language and dotted key, such as `sms.thanks`."""

    by_language: Mapping[str, Mapping[str, str]]

    def say(self, language: str, key: str, **values: object) -> str:
        """The text `key` in `language`, its placeholders filled."""
        known = self.by_language.get(language) or self.by_language[FALLBACK]
        return known[key].format(**values)


def load_texts(own: Path | None = None) -> Texts:
    """The shipped texts, with those of the folder `own` over them.

    Raises `SettingsError` naming the file and key that has no counterpart among the shipped ones.
    """
    texts = {}
    for language in LANGUAGES:
        shipped = dict(
            _flat(tomllib.loads((files(__name__) / f"{language}.toml").read_text("utf-8")))
        )
        texts[language] = shipped | _own(own, language, shipped)
    return Texts(texts)


def _own(folder: Path | None, language: str, shipped: Mapping[str, str]) -> dict[str, str]:
    if folder is None or not (path := folder / f"{language}.toml").exists():
        return {}
    try:
        replaced = dict(_flat(tomllib.loads(path.read_text("utf-8"))))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not valid TOML: {error}") from error
    for key, text in replaced.items():
        if key not in shipped:
            raise SettingsError(f"{path}: there is no text {key}")
        if unknown := placeholders(text) - placeholders(shipped[key]):
            raise SettingsError(f"{path}: {key} has no {', '.join(sorted(unknown))} to fill in")
    return replaced


def placeholders(text: str) -> set[str]:
    """The names in braces that a text has filled in."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value
