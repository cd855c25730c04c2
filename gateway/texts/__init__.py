"""Every text a person reads, one file for each language.

A language is one TOML file. All files hold the same keys and the same placeholders; a county
replaces single texts with a folder of its own (setting `texts_dir`).
"""

import re
import string
import tomllib
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from gateway.core.errors import SettingsError

LANGUAGES = ("fi", "sv", "en")
#: Whoever speaks none of the languages is most likely to read this one.
FALLBACK = "en"
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?")


#: What a further language must have. It needs no texts to phones, nor for those who work here.
_FORMS = ("language.", "form.", "thanks.", "place.", "page.", "accessibility.", "privacy.")


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts by language and dotted key, such as `sms.thanks`."""

    by_language: Mapping[str, Mapping[str, str]]

    def say(self, language: str, key: str, **values: object) -> str:
        """The text `key` in `language`, its placeholders filled."""
        known = self.by_language.get(language, {})
        text = known[key] if key in known else self.by_language[FALLBACK][key]
        return text.format(**values)


def load_texts(own: Path | None = None) -> Texts:
    """The shipped texts, with those of the folder `own` over them. A file of another language
    there (se.toml, ar.toml) adds that language to the forms.

    Raises `SettingsError` naming the file and key that has no counterpart among the shipped ones,
    or that a further language lacks.
    """
    texts = {}
    for language in LANGUAGES:
        shipped = dict(
            _flat(tomllib.loads((files(__name__) / f"{language}.toml").read_text("utf-8")))
        )
        texts[language] = shipped | _own(own, language, shipped)
    for language in _further(own):
        texts[language] = _added(own, language, texts[FALLBACK])
    return Texts(texts)


def _further(folder: Path | None) -> list[str]:
    if folder is None:
        return []
    names = (path.stem for path in folder.glob("*.toml"))
    return sorted(name for name in names if _LANGUAGE.fullmatch(name) and name not in LANGUAGES)


def _added(folder: Path | None, language: str, shipped: Mapping[str, str]) -> dict[str, str]:
    texts = _own(folder, language, shipped)
    needed = [key for key in shipped if key.startswith(_FORMS)]
    if missing := [key for key in needed if key not in texts]:
        raise SettingsError(
            f"{language}.toml: {len(missing)} texts are missing, the first is {missing[0]}"
        )
    if texts["language.direction"] not in ("ltr", "rtl"):
        raise SettingsError(f"{language}.toml: language.direction must be ltr or rtl")
    return texts


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
        if problem := _problem(text, placeholders(shipped[key])):
            raise SettingsError(f"{path}: {key} {problem}")
    return replaced


def _problem(text: object, known: Set[str]) -> str | None:
    """What is wrong with a county's own text, if anything."""
    names = ", ".join(f"{{{name}}}" for name in sorted(known)) or "nothing"
    if not isinstance(text, str):
        return "must be a text in quotation marks"
    try:
        parsed = list(string.Formatter().parse(text))
    except ValueError as error:
        return f"has a brace too many or too few ({error}); it can fill in {names}; {_BRACES}"
    if unknown := sorted({name for _, name, _, _ in parsed if name is not None} - known):
        return f"has no {', '.join(unknown)} to fill in, but {names}; {_BRACES}"
    if any(form or conversion for _, _, form, conversion in parsed):
        return f"must have nothing but the name between two braces: {names}"
    return None


_BRACES = "write {{ or }} for a brace itself"


def placeholders(text: str) -> set[str]:
    """The names in braces that a text has filled in."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value
