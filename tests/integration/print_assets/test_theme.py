"""A county's look, from its file."""

import io
from pathlib import Path

import pytest
from PIL import Image

from print_assets import logo, printing, theme
from print_assets.design import Product
from print_assets.problem import CannotPrintError
from tests.integration.print_assets import reading
from tests.integration.print_assets.samples import job

DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">%s</svg>'
SHAPE = '<rect width="40" height="10" fill="#0b4a6f"/>'


def written(folder: Path, text: str) -> Path:
    (folder / "theme.toml").write_text(text, "utf-8")
    return folder / "theme.toml"


def refused(path: Path) -> list[str]:
    with pytest.raises(CannotPrintError) as refusal:
        theme.load(path)
    return [str(problem) for problem in refusal.value.problems]


def png(size: tuple[int, int]) -> bytes:
    content = io.BytesIO()
    Image.new("1", size).save(content, "PNG")
    return content.getvalue()


def test_a_theme_has_names_a_colour_a_logo_and_words(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(DRAWN % SHAPE)
    path = written(
        tmp_path,
        """
        owner = { fi = "Keski-Ranta", sv = "Mellersta Stranden" }
        main = "#5b2a86"
        logo = "logo.svg"
        [texts.fi.card]
        heading = "Miten kävi?"
        """,
    )
    look = theme.load(path)
    assert look.owner["sv"] == "Mellersta Stranden"
    assert look.texts == {"fi": {"card.heading": "Miten kävi?"}}
    made = printing.pdf(job("feedback-card", theme=look))
    assert "Miten kävi?" in reading.text(made)
    logos = [tag for tag in reading.tags(made) if tag.alt == "Keski-Ranta"]
    assert [tag.kind for tag in logos] == ["/Figure"]


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_of_pixels_is_printed(tmp_path: Path, kind: str) -> None:
    Image.new("RGB", (400, 100), "#0b4a6f").save(tmp_path / "logo", kind)
    look = theme.load(written(tmp_path, 'logo = "logo"'))
    assert printing.pdf(job("feedback-card", theme=look))
    (svg,) = printing.pictures(job("feedback-card", theme=look), Product.SVG)
    assert svg.count(b"<image") == 1


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<script>alert(1)</script>", "with <script>"),
        ('<rect onclick="alert(1)" width="1" height="1"/>', "a script in onclick"),
        ('<foreignObject width="1" height="1"/>', "with <foreignObject>"),
        ('<a href="https://example.fi">x</a>', "points elsewhere in href"),
        ('<rect fill="url(https://example.fi/x)" width="1" height="1"/>', "elsewhere in fill"),
        ('<image width="1" height="1"/>', "with <image>"),
        ("<rect", "is a broken SVG"),
    ],
)
def test_a_drawn_logo_that_could_do_something_is_refused(
    tmp_path: Path, inside: str, said: str
) -> None:
    (tmp_path / "logo.svg").write_text(DRAWN % inside)
    with pytest.raises(CannotPrintError, match=said):
        logo.read(tmp_path / "logo.svg")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no picture that can be read"),
        (b"GIF89a", "no picture that can be read"),
        (png((300, 300))[:60], "no picture that can be read"),
        (png((5_000, 10)), "is 5000 x 10 pixels"),
        (png((20_000, 20_000)), "far too many pixels"),
        (b"\x89PNG" + b"0" * 1_000_000, "at most 1,000,000 fit"),
        (b"<svg viewBox='0 0 1 1'>", "is a broken SVG"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><svg>&a;</svg>', "which may hold entities"),
    ],
)
def test_a_logo_that_is_huge_or_broken_is_refused(
    tmp_path: Path, content: bytes, said: str
) -> None:
    (tmp_path / "logo").write_bytes(content)
    with pytest.raises(CannotPrintError, match=said):
        logo.read(tmp_path / "logo")


def test_all_that_is_wrong_with_a_theme_is_said_at_once(tmp_path: Path) -> None:
    said = "\n".join(
        refused(written(tmp_path, 'main = "#ffee00"\nlogo = "none.svg"\ncolour = 1\ntexts = "x"'))
    )
    for part in ("unknown 'colour'", "texts are not by language", "logo: cannot be read", "1.2:1"):
        assert part in said


def test_a_colour_without_contrast_is_answered_with_one_that_has_it(tmp_path: Path) -> None:
    (said,) = refused(written(tmp_path, 'main = "#7fb2d5"'))
    shade = said.partition("darker shade, ")[2].partition(" ")[0]
    assert theme.load(written(tmp_path, f'main = "{shade}"')).main == shade


@pytest.mark.parametrize("text", ["main = ", "main = 3", 'main = "blue"', "owner = 7"])
def test_a_theme_that_cannot_be_understood_is_refused(tmp_path: Path, text: str) -> None:
    assert refused(written(tmp_path, text))


def test_a_theme_that_is_not_there_is_named(tmp_path: Path) -> None:
    (said,) = refused(tmp_path / "none.toml")
    assert "none.toml cannot be read" in said
