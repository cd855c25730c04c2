"""What a printing house and a label printer get."""

import io
from dataclasses import replace

import pikepdf
import pytest

from print_assets import designs, printing, sheet
from print_assets.design import Product
from print_assets.rendering import Job
from tests.integration.print_assets import reading
from tests.integration.print_assets.samples import COUNTY, item, job

MM = 72 / 25.4


def boxes(made: bytes) -> dict[str, list[float]]:
    with pikepdf.open(io.BytesIO(made)) as file:
        page = file.pages[0]
        return {
            name: [round(float(side) / MM, 2) for side in getattr(page, name)]
            for name in ("mediabox", "bleedbox", "trimbox")
        }


def test_a_printers_file_has_bleed_and_room_for_marks() -> None:
    assert boxes(printing.pdf(job("staff-badge"), Product.PRINTER)) == {
        "mediabox": [0, 0, 105, 75],
        "bleedbox": [7, 7, 98, 68],
        "trimbox": [10, 10, 95, 65],
    }


def test_colour_runs_into_the_bleed_and_ends_there() -> None:
    made = printing.pdf(job("ambulance-sticker"), Product.PRINTER)
    seen = reading.picture(made, dpi=254)
    assert seen.getpixel((75, 400)) != (255, 255, 255)
    assert seen.getpixel((68, 400)) == (255, 255, 255)


@pytest.mark.parametrize("corner", [(100, 20), (20, 100)])
def test_marks_stand_where_it_is_cut(corner: tuple[int, int]) -> None:
    seen = reading.picture(printing.pdf(job("staff-badge"), Product.PRINTER), dpi=254).convert("L")
    x, y = corner
    around = [seen.getpixel((x + step, y + step)) for step in (-1, 0, 1)]
    assert min(value for value in around if isinstance(value, int)) < 150


def test_a_file_for_readers_has_neither() -> None:
    assert boxes(printing.pdf(job("staff-badge"))) == {
        "mediabox": [0, 0, 85, 55],
        "bleedbox": [0, 0, 85, 55],
        "trimbox": [0, 0, 85, 55],
    }


def test_codes_and_text_are_pure_black_for_one_ink() -> None:
    with pikepdf.open(io.BytesIO(printing.pdf(job("label"), Product.PRINTER))) as file:
        painted = file.pages[0].Contents.read_bytes()
    assert b" 0 scn" in painted


@pytest.mark.parametrize("name", sorted(sheet.SHEETS))
def test_every_sheet_is_printed_from_its_last_label(name: str) -> None:
    design = next(one for one in designs.known().values() if name in sheet.fitting(one))
    wanted = sheet.named(name)
    items = [item(design.name, code=f"7K3QX9{end}") for end in "AB"]
    made = printing.pdf(Job(design, items, COUNTY, wanted, wanted.labels))
    with pikepdf.open(io.BytesIO(made)) as file:
        assert len(file.pages) == 2


def test_a_two_sided_card_takes_two_labels_of_a_sheet() -> None:
    made = printing.pdf(replace(job("pocket-card", "fi", "sv"), sheet=sheet.named("85x55")))
    said = reading.text(made)
    assert "Miten meillä meni?" in said
    assert "Hur gick det hos oss?" in said


def test_a_long_run_is_cut_into_files() -> None:
    items = [item("label", code=f"7K3QX9{end}") for end in "ABCDE"]
    whole = Job(designs.named("label"), items, COUNTY, sheet.named("70x42"), start=4)
    parts = list(printing.parts(whole, most=2))
    assert [len(part.items) for part in parts] == [2, 2, 1]
    assert [part.start for part in parts] == [4, 1, 1]


def test_each_item_of_a_run_has_its_own_picture() -> None:
    items = [item("label", code=f"7K3QX9{end}") for end in "ABC"]
    made = printing.pictures(Job(designs.named("label"), items, COUNTY), Product.SVG)
    titles = [svg.partition(b"<title>")[2].partition(b"</title>")[0].decode() for svg in made]
    assert [title[-1] for title in titles] == ["A", "B", "C"]
