"""Items drawn by Typst: the same input gives the same bytes."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib import resources
from typing import Literal

import typst

from print_assets import facts, phrases, symbol, typeface
from print_assets.checks.boxes import BLEED
from print_assets.design import Design, Product
from print_assets.facts import Facts
from print_assets.item import Item, grouped, payload, typed
from print_assets.sheet import Sheet, laid
from print_assets.theme import Theme

#: Room for crop marks beyond the bleed.
MARKS = 7.0
#: 2026-01-01T00:00Z. A clock here would make every run's bytes differ.
MADE = 1_767_225_600

#: What a line cannot be broken within: a word, up to its hyphen.
_PIECE = re.compile(r"[^ -]*-|[^ -]+")


@dataclass(frozen=True, slots=True)
class Job:
    """One run: `items` in one `design`; on `sheet` from its label `start`, or one by one."""

    design: Design
    items: Sequence[Item]
    theme: Theme
    sheet: Sheet | None = None
    start: int = 1


@dataclass(frozen=True, slots=True)
class Misfit:
    """A text that does not fit even in the smallest type: of the item at index `item`."""

    item: int
    what: str
    text: str


@dataclass(frozen=True, slots=True)
class Setting:
    """A job set in type, not yet written to any format."""

    compiler: typst.Compiler
    source: bytes
    misfits: tuple[Misfit, ...]

    def pdf(self) -> bytes:
        made = self.compiler.compile(
            self.source, format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=MADE
        )
        assert isinstance(made, bytes)
        return made

    def pages(self, product: Product, ppi: float) -> list[bytes]:
        """One picture a page; `ppi` counts for PNG only."""
        kind: Literal["png", "svg"] = "png" if product is Product.PNG else "svg"
        made = self.compiler.compile(self.source, format=kind, ppi=ppi)
        return made if isinstance(made, list) else [made or b""]


def set_in_type(job: Job, product: Product) -> Setting:
    """`job` laid out; the words of its items must have been checked before."""
    with resources.as_file(resources.files("print_assets")) as root:
        source = (
            '#import "/typst/korva.typ": *\n#import "/typst/press.typ": print\n'
            f"{job.design.drawing}\n#print(face)\n"
        )
        compiler = typst.Compiler(
            source.encode(),
            root=str(root),
            font_paths=_fonts(str(root / "fonts")),
            sys_inputs={
                "theme": _look(job.theme),
                "job": json.dumps(_job(job, product)),
                "breadths": json.dumps(_breadths(job)),
            },
        )
        # Asked first: a compiler that was given bytes answers no query after it has compiled.
        found = json.loads(compiler.query("<misfit>", field="value"))
        return Setting(compiler, source.encode(), tuple(Misfit(**one) for one in found))


@cache
def _fonts(folder: str) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
    )


def _look(theme: Theme) -> str:
    return json.dumps(
        {"main": theme.main, "soft": theme.soft, "wave": theme.wave, "logo": theme.logo}
    )


def _job(job: Job, product: Product) -> dict[str, object]:
    design, language = job.design, job.items[0].languages[0]
    printer = product is Product.PRINTER
    return {
        "title": _title(job),
        "author": phrases.words(design, job.items[0], job.theme, language)["owner"],
        "lang": language,
        "keywords": facts.written(facts_of(job, product)),
        "width": design.width,
        "height": design.height,
        "round": design.round,
        "bleed": BLEED if printer else 0,
        "media": BLEED + MARKS if printer else 0,
        "items": [_item(design, item, job.theme) for item in job.items],
        "sheet": _sheet(job),
    }


def _title(job: Job) -> str:
    title = job.design.title(job.items[0].languages[0])
    return title if len(job.items) > 1 else f"{title} {grouped(job.items[0].code)}"


def facts_of(job: Job, product: Product) -> Facts:
    """What the checks must know of the file to judge it."""
    return Facts(
        design=job.design,
        product=product,
        items=len(job.items),
        sides=sum(job.design.pages(len(item.languages)) for item in job.items),
        languages=tuple(sorted({spoken for item in job.items for spoken in item.languages})),
        sheet=job.sheet,
        start=job.start,
    )


def _item(design: Design, item: Item, theme: Theme) -> dict[str, object]:
    spoken = [
        {"lang": language, "words": phrases.words(design, item, theme, language)}
        for language in item.languages
    ]
    return {
        "address": item.address,
        "letters": grouped(item.code),
        "site": typed(item.address, item.code),
        "groups": grouped(item.code).split("\N{NO-BREAK SPACE}"),
        "number_to": item.sms_number,
        "given": item.given_name,
        "surname": item.surname,
        "symbol": _symbol(payload(item.address), design.level),
        "sides": [[side] for side in spoken] if design.sides else [spoken],
    }


def _breadths(job: Job) -> dict[str, tuple[float, ...]]:
    """Of every piece of a line that may have to be fitted."""
    pieces = {" ", "·"}
    for item in job.items:
        texts = [item.given_name, item.surname, typed(item.address, item.code)]
        for language in item.languages:
            texts.extend(phrases.words(job.design, item, job.theme, language).values())
        pieces.update(piece for text in texts for piece in _PIECE.findall(text))
    return {piece: typeface.breadths(piece) for piece in pieces}


@cache
def _symbol(text: str, level: str) -> str:
    return symbol.draw(text, level).svg


def _sheet(job: Job) -> Mapping[str, object] | None:
    if job.sheet is None:
        return None
    sides = [job.design.pages(len(item.languages)) for item in job.items]
    pages = laid(job.sheet, job.design, sides, job.start)
    width, height = job.sheet.paper
    return {
        "width": width,
        "height": height,
        "pages": [[asdict(cell) for cell in page] for page in pages],
    }
