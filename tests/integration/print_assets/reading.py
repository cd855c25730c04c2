"""A PDF as somebody else's program reads it."""

import io

import pikepdf
import pypdfium2 as pdfium
from PIL import Image

from print_assets.checks.structure import Element, elements


def text(pdf: bytes) -> str:
    """All that is written in a file, on one line."""
    document = pdfium.PdfDocument(pdf)
    try:
        said = "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
    return " ".join(said.split())


def tags(pdf: bytes) -> list[Element]:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return list(elements(file))


def picture(pdf: bytes, dpi: float, page: int = 0) -> Image.Image:
    document = pdfium.PdfDocument(pdf)
    try:
        seen: Image.Image = document[page].render(scale=dpi / 72).to_pil().copy()
    finally:
        document.close()
    return seen
