"""The contract of every design, in every language, in every product."""

import io

import pytest
import zxingcpp
from PIL import Image

from print_assets import designs, printing
from print_assets.design import Product
from print_assets.item import payload
from tests.integration.print_assets import reading
from tests.integration.print_assets.samples import SAMPLES, item, job

LANGUAGES = [("fi",), ("sv",), ("en",), ("fi", "sv"), ("sv", "fi"), ("fi", "en")]

every_design = pytest.mark.parametrize("design", sorted({*SAMPLES, *designs.known()}))
every_language = pytest.mark.parametrize("languages", LANGUAGES, ids="+".join)


def codes(picture: Image.Image) -> set[str]:
    qr = zxingcpp.barcode_formats_from_str("QRCode")
    return {code.text for code in zxingcpp.read_barcodes(picture, qr)}


def test_every_design_has_a_sample() -> None:
    assert set(SAMPLES) == set(designs.known())


@every_language
@every_design
def test_it_is_printed_for_readers_without_a_problem(
    design: str, languages: tuple[str, ...]
) -> None:
    made = printing.pdf(job(design, *languages))
    assert made.startswith(b"%PDF-")
    assert "7K3 QX9 A" in reading.text(made).replace("\N{NO-BREAK SPACE}", " ")


@every_design
def test_it_is_printed_for_the_printer_without_a_problem(design: str) -> None:
    assert printing.pdf(job(design, "fi", "sv"), Product.PRINTER).startswith(b"%PDF-")


@every_design
def test_the_same_input_gives_the_same_bytes(design: str) -> None:
    for product in (Product.ACCESSIBLE, Product.PRINTER):
        assert printing.pdf(job(design), product) == printing.pdf(job(design), product)
    for product in (Product.PNG, Product.SVG):
        once, again = (printing.pictures(job(design), product, ppi=72) for _ in range(2))
        assert once == again


@every_design
def test_a_picture_of_it_has_its_size_and_a_code_that_opens(design: str) -> None:
    (png,) = printing.pictures(job(design), Product.PNG, ppi=200)
    with Image.open(io.BytesIO(png)) as picture:
        width, height = (pixels / 200 * 25.4 for pixels in picture.size)
        assert (round(width), round(height)) == (
            round(designs.named(design).width),
            round(designs.named(design).height),
        )
        assert picture.info["dpi"] == pytest.approx((200, 200), abs=0.1)
        assert codes(picture) == {payload(item(design).address)}


@every_design
def test_a_drawing_of_it_is_named_and_packs_nothing(design: str) -> None:
    (svg,) = printing.pictures(job(design), Product.SVG)
    assert b"<title>" in svg
    assert b"base64" not in svg
    assert b"<image" not in svg


@every_design
def test_it_says_how_to_answer_by_text_message(design: str) -> None:
    made = printing.pdf(job(design))
    said = reading.text(made).replace("\N{NO-BREAK SPACE}", " ")
    assert "Tai tekstaa 7K3 QX9 A numeroon 18100." in said


@every_design
def test_it_says_nothing_of_text_messages_where_nobody_reads_them(design: str) -> None:
    assert "tekstaa" not in reading.text(printing.pdf(job(design, sms_number="")))


@every_design
def test_it_holds_in_black_and_white(design: str) -> None:
    grey = reading.picture(printing.pdf(job(design)), 200).convert("L").convert("1")
    assert codes(grey.convert("L")) == {payload(item(design).address)}


@every_design
def test_northern_sami_of_the_county_is_set(design: str) -> None:
    theme = job(design).theme
    phrases = dict.fromkeys(designs.named(design).phrases, "Áđŋŧž")
    own = {"code.alt": "QR-kodá {site}", "code.sms": "", "code.sms_short": "dahje"}
    sami = type(theme)(owner={"se": "Davvi čálgguš"}, texts={"se": phrases | own})
    made = printing.pdf(job(design, "se", theme=sami, sms_number=""))
    assert "Áđŋŧž" in reading.text(made) or not designs.named(design).phrases
