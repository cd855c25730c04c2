"""Every check has a file that fails it."""

import io
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest

from print_assets import designs, rendering
from print_assets.checks.checking import check
from print_assets.design import Product
from print_assets.rendering import Job
from tests.integration.print_assets.samples import COUNTY, item, job

Harm = Callable[[pikepdf.Pdf], None]


def drawn(design: str, product: Product = Product.ACCESSIBLE, *languages: str) -> bytes:
    return rendering.set_in_type(job(design, *languages), product).pdf()


def harmed(harm: Harm, made: bytes) -> bytes:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(made)) as file:
        harm(file)
        file.save(written)
    return written.getvalue()


def first_of(file: pikepdf.Pdf, kind: str) -> pikepdf.Object:
    """The first element of that kind in the file's tags."""
    found = [one for one in file.objects if isinstance(one, pikepdf.Dictionary)]
    return next(one for one in found if str(one.get("/S", "")) == kind)


def fonts(file: pikepdf.Pdf) -> pikepdf.Object:
    return next(iter(file.pages[0].resources.Font.values()))


def without(table: str, key: str = "") -> Harm:
    """Take a key out of the file's root, or out of one of its tables."""

    def harm(file: pikepdf.Pdf) -> None:
        if key:
            del file.Root[table][key]
        else:
            del file.Root[table]

    return harm


def without_title(file: pikepdf.Pdf) -> None:
    del file.docinfo["/Title"]


def claiming(before: bytes, after: bytes) -> Harm:
    def harm(file: pikepdf.Pdf) -> None:
        said = file.Root.Metadata.read_bytes()
        assert before in said
        file.Root.Metadata.write(said.replace(before, after))

    return harm


def without_alt(file: pikepdf.Pdf) -> None:
    del first_of(file, "/Figure")["/Alt"]


def with_an_empty_picture(file: pikepdf.Pdf) -> None:
    del first_of(file, "/Figure")["/K"]


def without_heading(file: pikepdf.Pdf) -> None:
    first_of(file, "/H1")["/S"] = pikepdf.Name("/P")


def skipping_a_heading(file: pikepdf.Pdf) -> None:
    first_of(file, "/H2")["/S"] = pikepdf.Name("/H4")


def in_another_language(file: pikepdf.Pdf) -> None:
    file.Root.Lang = pikepdf.String("en")


def without_font_file(file: pikepdf.Pdf) -> None:
    descriptor = fonts(file).DescendantFonts[0].FontDescriptor
    for key in set(descriptor.keys()) & {"/FontFile2", "/FontFile3"}:
        del descriptor[key]


def without_letters(file: pikepdf.Pdf) -> None:
    del fonts(file)["/ToUnicode"]


def with_an_empty_box(file: pikepdf.Pdf) -> None:
    for font in file.pages[0].resources.Font.values():
        said = font.ToUnicode.read_bytes()
        font.ToUnicode.write(said.replace(b"<004D>", b"<FFFD>").replace(b"<004d>", b"<FFFD>"))


def with_a_link_that_says_nothing(file: pikepdf.Pdf) -> None:
    del file.pages[0].Annots[0]["/Contents"]


def with_a_link_that_is_not_tagged(file: pikepdf.Pdf) -> None:
    del file.pages[0].Annots[0]["/StructParent"]


def without_links(file: pikepdf.Pdf) -> None:
    del file.pages[0]["/Annots"]


def leading_elsewhere(file: pikepdf.Pdf) -> None:
    for link in file.pages[0].Annots:
        link.A.URI = pikepdf.String("https://palaute.keskiranta.fi/p/ZZZZZZZ")


def with_a_page_more(file: pikepdf.Pdf) -> None:
    file.pages.append(file.pages[0])


def cut_smaller(file: pikepdf.Pdf) -> None:
    left, bottom, right, top = map(float, file.pages[0].trimbox)
    file.pages[0].trimbox = pikepdf.Rectangle(left, bottom, right - 5, top)


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (without_title, "has no title"),
        (without("/ViewerPreferences"), "does not show its title"),
        (without("/Lang"), "does not say its language"),
        (without("/MarkInfo", "/Marked"), "is not tagged"),
        (without("/OutputIntents"), "does not say which colours it means"),
        (claiming(b"<pdfaid:part>2", b"<pdfaid:part>3"), "does not claim PDF/A-2"),
        (
            claiming(b"<pdfaid:conformance>A", b"<pdfaid:conformance>B"),
            "does not claim PDF/A level A",
        ),
        (claiming(b"<pdfuaid:part>1", b"<pdfuaid:part>9"), "does not claim PDF/UA-1"),
        (without("/StructTreeRoot"), "has 0 tagged pictures, at least 1 are expected"),
        (without_alt, "has a picture without a text in its place"),
        (with_an_empty_picture, "has a tagged picture with nothing in it"),
        (without_heading, "has no first heading"),
        (skipping_a_heading, "skips a level of headings"),
        (in_another_language, "has no passage in fi"),
        (without_font_file, "does not hold /"),
        (without_letters, "without letters that can be read aloud"),
        (with_an_empty_box, "holds an empty box"),
        (with_a_link_that_says_nothing, "has a link without a text"),
        (with_a_link_that_is_not_tagged, "has a link that is not tagged"),
        (without_links, "has 0 codes that can be opened, 1 are expected"),
        (leading_elsewhere, "the code leads to HTTPS://PALAUTE.KESKIRANTA.FI/P/7K3QX9A, its link"),
        (leading_elsewhere, "does not say ZZZZZZZ in letters"),
        (with_a_page_more, "has 2 pages, 1 are expected"),
        (cut_smaller, "210 x 297 mm is expected"),
    ],
)
def test_a_file_that_was_harmed_is_told(harm: Harm, said: str) -> None:
    found = check(harmed(harm, drawn("home-form-a4")))
    assert any(said in problem.what for problem in found), found


CARD = designs.named("pocket-card").drawing


def replaced(before: str, after: str) -> str:
    assert before in CARD
    return CARD.replace(before, after)


@pytest.mark.parametrize(
    ("drawing", "said"),
    [
        (
            CARD.replace("46.5mm, 5mm, width: 35mm", "46.5mm, 1mm, width: 35mm"),
            "3 mm from the edge",
        ),
        (CARD.replace("at(46.5mm", "at(40mm"), "reaches into the code"),
        (CARD.replace("by-hand(it, 8pt", "by-hand(it, 6pt"), "is set in 6.0 pt, 8 pt is the least"),
        (
            CARD.replace("set text(fill: paper)", "set text(fill: main.lighten(30%))"),
            "a contrast of",
        ),
        (
            CARD + "#let once = face\n#let face(it) = { once(it); at(47mm, 6mm)[Päällekkäin] }",
            "stand on one another",
        ),
        (
            CARD + "#let once = face\n#let face(it) = { once(it); at(20mm, 10mm, rect("
            "width: 20mm, height: 20mm, fill: paper)) }",
            "cannot be read",
        ),
        (
            CARD + "#let once = face\n#let face(it) = { once(it); at(6mm, 8mm, rect("
            "width: 1mm, height: 20mm, fill: ink)) }",
            "of white around it",
        ),
        (CARD.replace("5mm, 5mm, 37mm", "5mm, 5mm, 16mm"), "0.7 mm is the least"),
        (
            '#let face(it) = { at(5mm, 5mm, first-level(first(it, "card_heading")))\n'
            "tile(it, 5mm, 15mm, 37mm) }",
            "does not say 7K3QX9A in letters",
        ),
    ],
)
def test_a_drawing_that_went_wrong_is_told(drawing: str, said: str) -> None:
    wrong = replace(designs.named("pocket-card"), drawing=drawing)
    made = rendering.set_in_type(Job(wrong, [item("pocket-card")], COUNTY), Product.ACCESSIBLE)
    found = check(made.pdf())
    assert any(said in problem.what for problem in found), found


def test_words_outside_the_circle_of_a_round_sticker_are_told() -> None:
    sticker = designs.named("round-sticker")
    wrong = replace(sticker, drawing=sticker.drawing.replace("at(25mm, 68.2mm", "at(8mm, 73mm"))
    made = rendering.set_in_type(Job(wrong, [item("round-sticker")], COUNTY), Product.ACCESSIBLE)
    assert any("4 mm from the edge" in problem.what for problem in check(made.pdf()))


def test_a_code_with_too_little_correction_is_told() -> None:
    wrong = replace(designs.named("ambulance-sticker"), level="Q")
    made = rendering.set_in_type(
        Job(wrong, [item("ambulance-sticker")], COUNTY), Product.ACCESSIBLE
    )
    (problem,) = check(made.pdf())
    assert problem.what == "the code's error correction is Q, H is needed"


def test_a_text_that_takes_another_page_is_told() -> None:
    long = replace(
        designs.named("label"),
        drawing=designs.named("label").drawing + "#let once = face\n"
        "#let face(it) = { once(it); v(45mm); [Sivu] }",
    )
    made = rendering.set_in_type(Job(long, [item("label")], COUNTY), Product.ACCESSIBLE)
    assert "has 2 pages, 1 are expected" in [problem.what for problem in check(made.pdf())]


def test_a_printers_file_without_bleed_is_told() -> None:
    found = check(drawn("label", Product.PRINTER))
    assert {problem.what for problem in found} == {
        "does not bleed 3 mm on every side",
        "has no room for crop marks",
    }


def test_a_locked_file_is_told() -> None:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(drawn("label"))) as file:
        file.save(written, encryption=pikepdf.Encryption(owner="secret", user=""))
    assert "is encrypted" in [problem.what for problem in check(written.getvalue())]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"PK\x03\x04 a spreadsheet"])
def test_what_is_no_pdf_is_told(content: bytes) -> None:
    (problem,) = check(content)
    assert "is no PDF that can be read" in problem.what


def test_a_file_of_somebody_else_is_told() -> None:
    def disown(file: pikepdf.Pdf) -> None:
        file.docinfo["/Keywords"] = pikepdf.String("budget, 2027")

    (problem,) = check(harmed(disown, drawn("label")))
    assert problem.what == "does not say what it is"


def test_progress_is_told_page_by_page() -> None:
    seen: list[int] = []
    check(drawn("feedback-card", Product.ACCESSIBLE, "fi", "sv"), seen.append)
    assert seen == [1, 2]
