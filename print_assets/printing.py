"""The door of print_assets: items in, checked files out, or CannotPrintError with all problems."""

import io
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pikepdf
from PIL import Image

from print_assets import rendering, request, vector
from print_assets.checks.boxes import BLEED
from print_assets.checks.checking import Progress, check
from print_assets.design import Product
from print_assets.item import grouped
from print_assets.problem import CannotPrintError, Problem, refuse_if
from print_assets.rendering import Job, Setting

#: Items in one file of a long run.
PART = 1_000


def pdf(job: Job, product: Product = Product.ACCESSIBLE, progress: Progress | None = None) -> bytes:
    """One checked PDF."""
    return _pdf(job, laid_out(job, product), product, progress)


def pictures(job: Job, product: Product, ppi: float = 300) -> list[bytes]:
    """Each page as PNG or SVG, after the same checks that a PDF passes."""
    setting = laid_out(job, product)
    _pdf(job, laid_out(job, Product.ACCESSIBLE), Product.ACCESSIBLE, None)
    pages = setting.pages(product, ppi)
    if product is Product.SVG:
        titles = _titles(job)
        return [vector.unpacked(page, title) for page, title in zip(pages, titles, strict=True)]
    return [_measured(page, ppi) for page in pages]


def parts(job: Job, most: int = PART) -> Iterator[Job]:
    """A long run as several jobs of at most `most` items; the first starts where `job` does."""
    for first in range(0, len(job.items), most):
        start = job.start if first == 0 else 1
        yield replace(job, items=job.items[first : first + most], start=start)


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; CannotPrintError when the folder refuses."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        what = f"cannot be written ({error.strerror})"
        raise CannotPrintError([Problem(str(path), what, "choose another folder")]) from error


def laid_out(job: Job, product: Product) -> Setting:
    """`job` set in type, or CannotPrintError with what shows before a page is drawn."""
    refuse_if(request.problems(job, product))
    try:
        setting = rendering.set_in_type(job, product)
    except RuntimeError as error:
        problem = Problem(
            job.design.name, f"cannot be set ({error})", "look at its drawing or logo"
        )
        raise CannotPrintError([problem]) from error
    refuse_if(
        Problem(
            job.items[misfit.item].title,
            f"{misfit.what} {misfit.text!r} does not fit in the smallest type allowed",
            "shorten it or choose a larger design",
        )
        for misfit in setting.misfits
    )
    return setting


def _pdf(job: Job, setting: Setting, product: Product, progress: Progress | None) -> bytes:
    made = setting.pdf()
    if product is Product.PRINTER:
        made = _with_bleed_box(made)
    refuse_if(_named(job, problem) for problem in check(made, progress))
    return made


def _with_bleed_box(made: bytes) -> bytes:
    """Typst writes the trimmed size and the paper; printing houses also look for the bleed."""
    outer = BLEED / 25.4 * 72
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(made)) as file:
        for page in file.pages:
            left, bottom, right, top = map(float, page.trimbox)
            page.bleedbox = pikepdf.Rectangle(
                left - outer, bottom - outer, right + outer, top + outer
            )
        file.save(written, deterministic_id=True)
    return written.getvalue()


def _named(job: Job, problem: Problem) -> Problem:
    """The problem of a page under the name of the item that stands on it."""
    word, _, number = problem.where.partition(" ")
    if word != "page" or job.sheet:
        return problem
    owners = [item for item in job.items for _ in range(job.design.pages(len(item.languages)))]
    if int(number) > len(owners):
        return problem
    return replace(problem, where=f"{owners[int(number) - 1].title}, {problem.where}")


def _titles(job: Job) -> list[str]:
    """What each picture is called."""
    title = job.design.title(job.items[0].languages[0])
    if job.sheet:
        pages = rendering.facts_of(job, Product.SVG).pages
        return [f"{title} {number}" for number in range(1, pages + 1)]
    return [
        f"{title} {grouped(item.code)}"
        for item in job.items
        for _ in range(job.design.pages(len(item.languages)))
    ]


def _measured(png: bytes, ppi: float) -> bytes:
    """With its size in millimetres known, so that it is placed and printed at that size."""
    written = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        picture.convert("RGB").save(written, "PNG", dpi=(ppi, ppi), optimize=True)
    return written.getvalue()
