"""A county's logo: a picture of somebody else's, let in only when it is harmless."""

import base64
import io
import warnings
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from print_assets.problem import CannotPrintError, Problem, refuse_if

LARGEST_BYTES = 1_000_000
LARGEST_SIDE = 4_000

_FORBIDDEN = {"script", "foreignObject", "image", "use", "animate", "set", "iframe", "style"}
_FORMATS = {"PNG": "image/png", "JPEG": "image/jpeg"}
_USE_INSTEAD = "use an SVG of plain shapes, or a PNG or JPEG of at most 4,000 pixels a side"


def read(path: Path) -> str:
    """The logo as SVG that cannot do anything; CannotPrintError with all that is wrong."""
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= LARGEST_BYTES else b""
    except OSError as error:
        raise CannotPrintError([_problem(f"cannot be read ({error.strerror})")]) from error
    if size > LARGEST_BYTES:
        raise CannotPrintError([_problem(f"is {size:,} bytes, at most {LARGEST_BYTES:,} fit")])
    return _drawn(content) if b"<svg" in content[:2_000] else _raster(content)


def _drawn(content: bytes) -> str:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise CannotPrintError(
            [_problem("is an SVG with a document type, which may hold entities")]
        )
    try:
        root = ET.fromstring(content)  # noqa: S314 - document types are refused above
    except ET.ParseError as error:
        raise CannotPrintError([_problem(f"is a broken SVG ({error})")]) from error
    refuse_if(_problem(what) for what in _dangers(root))
    return content.decode("utf-8", "replace")


def _dangers(root: ET.Element) -> Iterator[str]:
    if "viewBox" not in root.attrib and not {"width", "height"} <= root.attrib.keys():
        yield "is an SVG without viewBox or size"
    for element in root.iter():
        tag = str(element.tag).rpartition("}")[2]
        if tag in _FORBIDDEN:
            yield f"is an SVG with <{tag}>"
        for key, value in element.attrib.items():
            name = key.rpartition("}")[2].lower()
            if name.startswith("on"):
                yield f"is an SVG with a script in {name}"
            elif name == "href" or "url(" in value.replace("url(#", ""):
                yield f"is an SVG that points elsewhere in {name}"


def _raster(content: bytes) -> str:
    """Wrapped in SVG, so that a design knows only one kind of logo."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=tuple(_FORMATS)) as picture:
                (width, height), kind = picture.size, _FORMATS[str(picture.format)]
                if max(width, height) <= LARGEST_SIDE:
                    picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise CannotPrintError([_problem("is no picture that can be read")]) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise CannotPrintError([_problem("has far too many pixels")]) from error
    if max(width, height) > LARGEST_SIDE:
        raise CannotPrintError([_problem(f"is {width} x {height} pixels")])
    encoded = base64.b64encode(content).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="data:{kind};base64,{encoded}"/></svg>'
    )


def _problem(what: str) -> Problem:
    return Problem("logo", what, _USE_INSTEAD)
