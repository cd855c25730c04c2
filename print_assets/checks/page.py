"""One page of a PDF as it is seen: words, links, pixels, in millimetres from the trimmed corner."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image

MM = 25.4 / 72
#: What PDFium makes of a hyphen at which a word goes on in the next line.
_LINE_BROKEN = "\x02"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `top` is smaller than `bottom`."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def within(self, other: "Box", margin: float) -> bool:
        return (
            self.left >= other.left + margin
            and self.top >= other.top + margin
            and self.right <= other.right - margin
            and self.bottom <= other.bottom - margin
        )

    def overlap(self, other: "Box") -> tuple[float, float]:
        """How far the two reach into one another, across and down; negative when apart."""
        across = min(self.right, other.right) - max(self.left, other.left)
        return across, min(self.bottom, other.bottom) - max(self.top, other.top)


@dataclass(frozen=True, slots=True)
class Word:
    """`size` is points as printed, `colour` red, green and blue of 0 to 1."""

    text: str
    box: Box
    size: float
    colour: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Link:
    address: str
    box: Box

    @property
    def is_code(self) -> bool:
        """A code is linked as a square; a line of text never is one of this size."""
        return self.box.width > 10 and abs(self.box.width - self.box.height) < 0.2


@dataclass(frozen=True, slots=True)
class Page:
    """`number` counts from 1. Its boxes are in points, as they stand in the file."""

    number: int
    handle: pdfium.PdfPage
    document: pdfium.PdfDocument

    @property
    def where(self) -> str:
        return f"page {self.number}"

    @property
    def media(self) -> Box:
        return _box(self.handle.get_mediabox(fallback_ok=True) or (0, 0, 0, 0))

    @property
    def trim(self) -> Box:
        return _box(self.handle.get_trimbox(fallback_ok=True) or (0, 0, 0, 0))

    @property
    def bleed(self) -> Box:
        return _box(self.handle.get_bleedbox(fallback_ok=True) or (0, 0, 0, 0))

    def placed(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle in points from the page's corner, in millimetres from the trimmed one."""
        x, _, _, y = self.handle.get_trimbox(fallback_ok=True)
        return Box((left - x) * MM, (y - top) * MM, (right - x) * MM, (y - bottom) * MM)

    def words(self) -> list[Word]:
        text = self.handle.get_textpage()
        try:
            return list(_words(self, text))
        finally:
            text.close()

    def links(self) -> list[Link]:
        return list(_links(self))

    def picture(self, box: Box, dpi: float) -> Image.Image:
        """What is printed in `box`, cut at whole pixels outside it."""
        left, bottom, right, top = self.handle.get_mediabox(fallback_ok=True)
        x, _, _, y = self.handle.get_trimbox(fallback_ok=True)
        crop = (
            max(0.0, x + box.left / MM - left),
            max(0.0, y - box.bottom / MM - bottom),
            max(0.0, right - (x + box.right / MM)),
            max(0.0, top - (y - box.top / MM)),
        )
        bitmap = self.handle.render(scale=dpi / 72, crop=crop, may_draw_forms=False)
        pixels: Image.Image = bitmap.to_pil().copy()
        # The bitmap is outside Python's memory: left to the collector, a long run holds many.
        bitmap.close()
        return pixels


def pages(document: pdfium.PdfDocument, numbers: range) -> Iterator[Page]:
    """The pages at the indexes `numbers`, one at a time; a page is closed when the next comes."""
    for index in numbers:
        handle = document[index]
        try:
            yield Page(index + 1, handle, document)
        finally:
            handle.close()


def _box(points: tuple[float, float, float, float]) -> Box:
    left, bottom, right, top = points
    return Box(left, -top, right, -bottom)


def _words(page: Page, text: pdfium.PdfTextPage) -> Iterator[Word]:
    """Letters between spaces; a thousand badges have 150,000 letters, so each is asked once."""
    written, boxes, first = "", list[list[float]](), 0
    corners = [ctypes.c_double() for _ in range(4)]
    for index in range(raw.FPDFText_CountChars(text)):
        letter = chr(raw.FPDFText_GetUnicode(text, index))
        if letter.isspace() or letter == _LINE_BROKEN:
            if written:
                yield _word(page, text, first, written, boxes)
            written, boxes = "", []
            continue
        if not written:
            first = index
        raw.FPDFText_GetCharBox(text, index, *corners)
        written += letter
        boxes.append([corner.value for corner in corners])
    if written:
        yield _word(page, text, first, written, boxes)


def _word(
    page: Page, text: pdfium.PdfTextPage, first: int, written: str, boxes: list[list[float]]
) -> Word:
    lefts, rights, bottoms, tops = zip(*boxes, strict=True)
    box = page.placed(min(lefts), min(bottoms), max(rights), max(tops))
    return Word(written, box, _size(text, first), _colour(text, first))


def _size(text: pdfium.PdfTextPage, index: int) -> float:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, index, matrix)
    scale: float = abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5
    return float(raw.FPDFText_GetFontSize(text, index)) * scale


def _colour(text: pdfium.PdfTextPage, index: int) -> tuple[float, float, float]:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFText_GetFillColor(text, index, red, green, blue, alpha)
    return red.value / 255, green.value / 255, blue.value / 255


def _links(page: Page) -> Iterator[Link]:
    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page.handle, position, link):
        corners = raw.FS_RECTF()
        raw.FPDFLink_GetAnnotRect(link, corners)
        action = raw.FPDFLink_GetAction(link)
        address = ctypes.create_string_buffer(2048)
        raw.FPDFAction_GetURIPath(page.document, action, address, len(address))
        box = page.placed(corners.left, corners.bottom, corners.right, corners.top)
        yield Link(address.value.decode("ascii", "replace"), box)
