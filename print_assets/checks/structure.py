"""What a screen reader and an archive need of a file: PDF/UA-1 and PDF/A-2a."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pikepdf

from print_assets.facts import Facts
from print_assets.problem import Problem

_REMEDY = "print it again with this version of Korva"
_CLAIMS = {
    "PDF/A-2": r"pdfaid:part[>=\"']+2",
    "PDF/A level A": r"pdfaid:conformance[>=\"']+A",
    "PDF/UA-1": r"pdfuaid:part[>=\"']+1",
}
_PASSAGE = re.compile(rb"/Lang ?\(([A-Za-z-]+)\)")
_HEADING = re.compile(r"/H([1-6])")


@dataclass(frozen=True, slots=True)
class Element:
    """One element of the structure tree, in reading order."""

    kind: str
    language: str
    alt: str
    filled: bool


def problems(file: pikepdf.Pdf, facts: Facts) -> Iterator[Problem]:
    """Everything wrong with the file as a whole."""
    for what in (*_document(file), *_claims(file), *_tree(file, facts), *_fonts(file)):
        yield Problem("file", what, _REMEDY)
    for number, page in enumerate(file.pages, 1):
        for what in _annotations(page):
            yield Problem(f"page {number}", what, _REMEDY)


def elements(file: pikepdf.Pdf) -> Iterator[Element]:
    """The structure tree, flat, in reading order; empty when the file has no tags."""
    root = file.Root.get("/StructTreeRoot")
    waiting = [root] if root is not None else []
    while waiting:
        here = waiting.pop()
        if isinstance(here, pikepdf.Array):
            waiting.extend(reversed(list(here)))
        elif isinstance(here, pikepdf.Dictionary):
            if "/S" in here:
                yield _element(here)
            if "/K" in here:
                waiting.append(here["/K"])


def _element(here: pikepdf.Dictionary) -> Element:
    return Element(
        kind=str(here["/S"]),
        language=str(here.get("/Lang", "")),
        alt=str(here.get("/Alt", "")),
        filled="/K" in here,
    )


def _document(file: pikepdf.Pdf) -> Iterator[str]:
    root = file.Root
    if file.is_encrypted:
        yield "is encrypted"
    if not str(file.docinfo.get("/Title", "")):
        yield "has no title"
    if not _entry(root, "/ViewerPreferences", "/DisplayDocTitle"):
        yield "does not show its title"
    if not str(root.get("/Lang", "")):
        yield "does not say its language"
    if not _entry(root, "/MarkInfo", "/Marked"):
        yield "is not tagged"
    if "/OutputIntents" not in root:
        yield "does not say which colours it means"


def _entry(root: pikepdf.Object, table: str, key: str) -> bool:
    return table in root and bool(root[table].get(key, False))


def _claims(file: pikepdf.Pdf) -> Iterator[str]:
    metadata = file.Root.get("/Metadata")
    said = metadata.read_bytes().decode("utf-8", "replace") if metadata is not None else ""
    for name, pattern in _CLAIMS.items():
        if not re.search(pattern, said):
            yield f"does not claim {name}"


def _tree(file: pikepdf.Pdf, facts: Facts) -> Iterator[str]:
    found = list(elements(file))
    figures = [element for element in found if element.kind == "/Figure"]
    if len(figures) < facts.sides:
        yield f"has {len(figures)} tagged pictures, at least {facts.sides} are expected"
    if any(not figure.alt for figure in figures):
        yield "has a picture without a text in its place"
    if any(not figure.filled for figure in figures):
        yield "has a tagged picture with nothing in it"
    yield from _headings([element.kind for element in found])
    spoken = {element.language for element in found} | _marked(file)
    spoken.add(str(file.Root.get("/Lang", "")))
    if missing := set(facts.languages) - spoken:
        yield f"has no passage in {', '.join(sorted(missing))}"


def _marked(file: pikepdf.Pdf) -> set[str]:
    """Languages of passages within a line: they stand in the page, not in the tree."""
    return {
        language.decode()
        for page in file.pages
        if "/Contents" in page
        for language in _PASSAGE.findall(page.Contents.read_bytes())
    }


def _headings(kinds: list[str]) -> Iterator[str]:
    levels = [int(found[1]) for kind in kinds if (found := _HEADING.fullmatch(kind))]
    if not levels or levels[0] != 1:
        yield "has no first heading"
    if any(after > before + 1 for before, after in pairwise(levels)):
        yield "skips a level of headings"


def _fonts(file: pikepdf.Pdf) -> Iterator[str]:
    seen: set[tuple[int, int]] = set()
    for page in file.pages:
        for font in page.resources.get("/Font", {}).values():
            if font.objgen not in seen:
                seen.add(font.objgen)
                yield from _font(font)


def _font(font: pikepdf.Object) -> Iterator[str]:
    name = str(font.get("/BaseFont", "a font"))
    if "/ToUnicode" not in font:
        yield f"has {name} without letters that can be read aloud"
    within = font.get("/DescendantFonts", [font])[0]
    descriptor = within.get("/FontDescriptor", pikepdf.Dictionary())
    if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
        yield f"does not hold {name}"


def _annotations(page: pikepdf.Page) -> Iterator[str]:
    for annotation in page.get("/Annots", []):
        if not str(annotation.get("/Contents", "")):
            yield "has a link without a text"
        if "/StructParent" not in annotation:
            yield "has a link that is not tagged"
