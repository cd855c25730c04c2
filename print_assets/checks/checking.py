"""All checks over one file."""

import io
from collections.abc import Callable, Iterator

import pikepdf
import pypdfium2 as pdfium

from print_assets import facts
from print_assets.checks import boxes, codes, structure, words
from print_assets.checks.page import Page, pages
from print_assets.facts import Facts
from print_assets.problem import CannotPrintError, Problem

#: Told the number of each page that was checked.
Progress = Callable[[int], None]


def check(pdf: bytes, progress: Progress | None = None) -> list[Problem]:
    """Everything wrong with a PDF that Korva printed.

    What it cannot see: whether a printing house's preflight takes the file, and how it sounds
    in a screen reader.
    """
    try:
        with pikepdf.open(io.BytesIO(pdf)) as file:
            said = facts.read(str(file.docinfo.get("/Keywords", "")).split(", "))
            found = [*_count(len(file.pages), said), *structure.problems(file, said)]
    except pikepdf.PdfError as error:
        return [Problem("file", f"is no PDF that can be read ({error})")]
    except CannotPrintError as error:
        return list(error.problems)
    document = pdfium.PdfDocument(pdf)
    try:
        for page in pages(document, range(len(document))):
            found.extend(_page(page, said))
            if progress:
                progress(page.number)
    finally:
        document.close()
    return found


def _count(pages: int, said: Facts) -> Iterator[Problem]:
    if pages != said.pages:
        what = f"has {pages} pages, {said.pages} are expected"
        yield Problem("file", what, "shorten the texts, or print it again")


def _page(page: Page, said: Facts) -> Iterator[Problem]:
    seen, links = page.words(), page.links()
    areas = [link.box for link in links if link.is_code]
    yield from boxes.problems(page, said)
    yield from words.problems(page, seen, areas, said)
    yield from codes.problems(page, seen, links, said)
