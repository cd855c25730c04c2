"""Draws every design on one picture: python -m benchmarks.contact_sheet docs/print.png"""

import io
import sys
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from print_assets import designs, printing
from print_assets.design import Product
from print_assets.item import Item
from print_assets.rendering import Job
from print_assets.theme import Theme

_WIDTH, _GAP, _CAPTION = 2000, 56, 40
_GROUND, _INK = (236, 238, 240), (70, 76, 84)

#: Pixels to a millimetre in a row, and what stands in it.
_ROWS: Sequence[tuple[float, Sequence[tuple[str, str]]]] = (
    (4.2, (("staff-badge", "fi"), ("staff-badge-wide", "fi sv"), ("staff-badge-tall", "fi"),
           ("outreach-badge", "fi"))),
    (4.2, (("ambulance-sticker", "fi sv"), ("round-sticker", "fi"), ("pocket-card", "sv"),
           ("label", "fi"))),
    (2.9, (("feedback-card", "fi"), ("easy-card", "fi"), ("large-print-card", "en"),
           ("child-card", "fi"))),
    (1.65, (("visual-card", "fi"), ("home-form-a5", "fi"), ("home-form-a4", "sv"),
            ("table-tent", "fi sv"), ("feedback-wall", "fi"))),
)  # fmt: skip

_COUNTY = Theme(
    owner={
        "fi": "Keski-Rannan hyvinvointialue",
        "sv": "Mellersta Strandens välfärdsområde",
        "en": "Central Shore Wellbeing Services",
    }
)
_WORDS = {
    "fi": {"role": "sairaanhoitaja", "team": "Kotihoito Tammela", "contact": "03 123 4567"},
    "sv": {"role": "sjukskötare", "team": "Hemvården i Tammela", "contact": "03 123 4567"},
}


def drawn(name: str, languages: str, scale: float) -> Image.Image:
    """The first side of a design's sample, `scale` pixels to a millimetre."""
    design = designs.named(name)
    address = "https://palaute.keskiranta.fi/p/7K3QX9A"
    item = Item(
        "7K3QX9A", address, tuple(languages.split()), "Marjaana", "Koskenniemi", _WORDS, "18100"
    )
    (content, *_) = printing.pictures(Job(design, [item], _COUNTY), Product.PNG, 2 * scale * 25.4)
    picture = Image.open(io.BytesIO(content)).convert("RGB")
    size = (round(design.width * scale), round(design.height * scale))
    return _rounded(picture.resize(size, Image.Resampling.LANCZOS), design.round)


def _rounded(picture: Image.Image, is_round: bool) -> Image.Image:
    shape = Image.new("L", (picture.width * 4, picture.height * 4), 0)
    box = (0, 0, shape.width - 1, shape.height - 1)
    radius = shape.width // 2 if is_round else 20
    ImageDraw.Draw(shape).rounded_rectangle(box, radius, fill=255)
    picture.putalpha(shape.resize(picture.size, Image.Resampling.LANCZOS))
    return picture


def row(
    scale: float, items: Sequence[tuple[str, str]], font: ImageFont.FreeTypeFont
) -> Image.Image:
    """Pictures side by side on one line, each with its name."""
    pictures = [drawn(name, languages, scale) for name, languages in items]
    height = max(picture.height for picture in pictures)
    strip = Image.new("RGB", (_WIDTH, height + _CAPTION + _GAP), _GROUND)
    gap = (_WIDTH - sum(picture.width for picture in pictures)) // (len(pictures) + 1)
    x = gap
    for picture, (name, languages) in zip(pictures, items, strict=True):
        y = height - picture.height
        _shadow(strip, picture, x, y)
        strip.paste(picture, (x, y), picture)
        caption = f"{name} · {languages.replace(' ', ' + ')}"
        ImageDraw.Draw(strip).text((x, height + 14), caption, font=font, fill=_INK)
        x += picture.width + gap
    return strip


def _shadow(strip: Image.Image, picture: Image.Image, x: int, y: int) -> None:
    shade = Image.new("L", strip.size, 0)
    shade.paste(picture.getchannel("A").point(lambda alpha: alpha // 5), (x, y + 3))
    strip.paste((0, 0, 0), mask=shade.filter(ImageFilter.GaussianBlur(5)))


def main() -> None:
    typeface = resources.files("print_assets") / "fonts" / "NotoSans-Regular.ttf"
    font = ImageFont.truetype(io.BytesIO(typeface.read_bytes()), 24)
    rows = [row(scale, items, font) for scale, items in _ROWS]
    sheet = Image.new("RGB", (_WIDTH, _GAP + sum(one.height for one in rows)), _GROUND)
    y = _GAP
    for one in rows:
        sheet.paste(one, (0, y))
        y += one.height
    half = sheet.resize((1500, sheet.height * 1500 // _WIDTH), Image.Resampling.LANCZOS)
    small = half.quantize(128, dither=Image.Dither.NONE)
    small.save(Path(sys.argv[1]), "PNG", optimize=True)


if __name__ == "__main__":
    main()
