"""Every phrase that a printed thing says, in the language that it is said in."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from print_assets.design import Design
from print_assets.item import Item, grouped, typed
from print_assets.problem import Problem
from print_assets.theme import Theme, flat

#: Said by every design; what is not there for an item is empty.
COMMON = ("code.alt", "code.sms", "code.sms_short")

#: A telephone number is not broken between two lines.
_DIGITS = re.compile(r"(?<=\d) (?=\d)")
_PLACE = re.compile(r"\{([^{}]*)\}")


@cache
def shipped(language: str) -> Mapping[str, str]:
    """Our own phrases in `language`, flat (`child.heading`); none for a language we have not."""
    if language not in languages():
        return {}
    file = resources.files("print_assets") / "texts" / f"{language}.toml"
    return flat(tomllib.loads(file.read_text("utf-8")))


@cache
def languages() -> tuple[str, ...]:
    """The languages that we ship every phrase in."""
    texts = resources.files("print_assets") / "texts"
    return tuple(sorted(file.name[:-5] for file in texts.iterdir() if file.name.endswith(".toml")))


def words(design: Design, item: Item, theme: Theme, language: str) -> dict[str, str]:
    """What `design` says of `item`, keyed for Typst (`child_heading`).

    The item's own words come before the theme's, and those before ours.
    """
    given = _given(item, theme, language)
    facts = _facts(item, theme, language)
    said = {key: _filled(given.get(key, ""), facts) for key in (*COMMON, *design.phrases)}
    if not item.sms_number:
        said["code.sms"] = ""
    own = {
        key: _DIGITS.sub("\N{NO-BREAK SPACE}", given.get(key, ""))
        for key in (*design.needs, *design.offers)
    }
    owner = {"owner": facts["owner"], "logo.alt": facts["owner"]}
    return {key.replace(".", "_"): text for key, text in (said | own | owner).items()}


def problems(design: Design, item: Item, theme: Theme, language: str) -> Iterator[Problem]:
    """Phrases that are missing in `language`, and placeholders that nobody knows."""
    given, facts = _given(item, theme, language), _facts(item, theme, language)
    missing = [key for key in (*COMMON, *design.phrases) if key not in given]
    if missing:
        yield Problem(
            item.title,
            f"no text in {language!r} for {', '.join(missing)}",
            f"add [texts.{language}] to the theme or choose of {', '.join(languages())}",
        )
    for key in (*COMMON, *design.phrases):
        if set(_PLACE.findall(given.get(key, ""))) - facts.keys():
            yield Problem(
                item.title,
                f"text {key} in {language!r} has an unknown placeholder: {given[key]!r}",
                f"known: {', '.join('{' + fact + '}' for fact in facts)}",
            )


def _filled(text: str, facts: Mapping[str, str]) -> str:
    """Not str.format: a unit's own text must not reach into our objects, nor pad to gigabytes."""
    return _PLACE.sub(lambda found: facts.get(found[1], found[0]), text)


def _given(item: Item, theme: Theme, language: str) -> dict[str, str]:
    return {
        **shipped(language),
        **theme.texts.get(language, {}),
        **item.texts.get(language, {}),
    }


def _facts(item: Item, theme: Theme, language: str) -> dict[str, str]:
    return {
        "code": grouped(item.code),
        "site": typed(item.address, item.code),
        "number": item.sms_number,
        "owner": theme.owner.get(language) or next(iter(theme.owner.values()), ""),
    }
