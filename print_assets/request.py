"""Whether what was asked for can be printed at all: everything that is wrong, at once."""

import re
import unicodedata
from collections.abc import Iterator

from print_assets import phrases, sheet, theme, typeface
from print_assets.design import Design, Product
from print_assets.item import Item
from print_assets.problem import Problem
from print_assets.rendering import Job
from print_assets.theme import Theme

#: A tagged file grows with its pages; a longer run is printed as several files.
MOST_ITEMS = 2_000
_LONGEST = 400
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_CODE = re.compile(r"[0-9A-HJKMNP-TV-Z]{7}")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?(/[A-Za-z0-9._~-]+)*")


def problems(job: Job, product: Product) -> Iterator[Problem]:
    """What stands in the way of `job`, before anything is drawn."""
    yield from theme.problems(job.theme)
    if job.sheet:
        yield from sheet.problems(job.sheet, job.design, job.start)
        if product is Product.PRINTER:
            remedy = "print single items for the printer"
            yield Problem("sheet", "a sheet of labels has no bleed", remedy)
    if not 1 <= len(job.items) <= MOST_ITEMS:
        what = f"{len(job.items)} items, a file holds 1 to {MOST_ITEMS:,}"
        yield Problem("items", what, "print several files")
    for item in job.items:
        yield from _item(job.design, item, job.theme)


def _item(design: Design, item: Item, look: Theme) -> Iterator[Problem]:
    yield from _code(item)
    yield from _languages(item)
    missing = [key for key in design.needs if not _has(item, key)]
    if missing:
        yield Problem(item.title, f"{design.name} needs {', '.join(missing)}", "add it")
    for language in item.languages:
        yield from phrases.problems(design, item, look, language)
    yield from _letters(design, item, look)


def _code(item: Item) -> Iterator[Problem]:
    if not _CODE.fullmatch(item.code):
        yield Problem(item.title, f"{item.code!r} is no code", "give it as 7K3QX9A")
    if not _ADDRESS.fullmatch(item.address) or not item.address.endswith(f"/{item.code}"):
        what = f"{item.address!r} is no web address that ends with the code"
        yield Problem(item.title, what, "give it as https://HOST/p/CODE")
    if not re.fullmatch(r"[+0-9][0-9 ]*|", item.sms_number):
        yield Problem(item.title, f"{item.sms_number!r} is no number to text to", "give digits")


def _languages(item: Item) -> Iterator[Problem]:
    if not 1 <= len(item.languages) <= 2 or len(set(item.languages)) < len(item.languages):
        what = f"languages {', '.join(item.languages) or 'missing'}"
        yield Problem(item.title, what, "give one, or two different ones")
    for language in item.languages:
        if not _LANGUAGE.fullmatch(language):
            yield Problem(item.title, f"{language!r} is no language", "write it as fi, sv or en")


def _has(item: Item, key: str) -> bool:
    if key in ("given_name", "surname"):
        return bool(getattr(item, key).strip())
    return all(item.texts.get(language, {}).get(key) for language in item.languages)


def _letters(design: Design, item: Item, look: Theme) -> Iterator[Problem]:
    """Letters that cannot be set, and texts that are beyond any design."""
    said = {"given_name": item.given_name, "surname": item.surname}
    for language in item.languages:
        given = {**look.texts.get(language, {}), **item.texts.get(language, {})}
        used = {*phrases.COMMON, *design.phrases, *design.needs, *design.offers}
        said |= {f"{key} ({language})": text for key, text in given.items() if key in used}
        said[f"owner ({language})"] = look.owner.get(language, "")
    for key, text in said.items():
        yield from _text(item.title, key, text)


def _text(where: str, key: str, text: str) -> Iterator[Problem]:
    if any(unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp") for letter in text):
        yield Problem(where, f"{key} {text!r} holds control characters", "write plain text")
    elif strange := typeface.lacking(text):
        what = f"{key} {text!r} holds what cannot be printed: {', '.join(strange)}"
        yield Problem(where, what, "write it in Latin, Greek or Cyrillic letters")
    if len(text) > _LONGEST:
        yield Problem(where, f"{key} has {len(text)} letters", f"use at most {_LONGEST}")
