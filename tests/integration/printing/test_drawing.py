"""Long runs in several files, and files that are all there or not at all."""

from contextlib import suppress
from pathlib import Path

import pytest

from gateway.core.errors import InputError
from gateway.printing import kinds
from gateway.printing.drawing import Run, names
from gateway.printing.landing import land, landing, targets
from gateway.questions import load_question_sets, newest_question_set
from print_assets import designs, sheet
from print_assets.design import Product
from print_assets.item import Item
from print_assets.rendering import Job
from print_assets.theme import Theme


def run(design: str, count: int, product: Product = Product.ACCESSIBLE, on: str = "") -> Run:
    item = Item("7K3QX9A", "https://palaute.example.fi/p/7K3QX9A", ("fi", "sv"))
    place = sheet.named(on) if on else None
    return Run(Job(designs.named(design), [item] * count, Theme(), place), product)


@pytest.mark.parametrize(
    ("count", "found"), [(2, [""]), (2_000, [""]), (2_001, ["1", "2", "3"]), (1, ["7K3QX9A"])]
)
def test_more_than_two_thousand_items_are_several_files(count: int, found: list[str]) -> None:
    assert names(run("label", count)) == found


def test_pages_are_counted_over_all_files() -> None:
    assert run("pocket-card", 2_001).pages == 4_002


def test_a_sheet_of_labels_is_a_picture_each() -> None:
    assert names(run("label", 22, Product.PNG, "70x42")) == ["sheet-1", "sheet-2"]


def test_files_of_a_long_run_take_the_name_that_was_given() -> None:
    assert targets(Path("b.pdf"), "label", ".pdf", ["1", "2"]) == [
        Path("b-1.pdf"),
        Path("b-2.pdf"),
    ]


def test_what_fails_leaves_no_file_and_no_folder(tmp_path: Path) -> None:
    with suppress(InputError), landing(tmp_path / "new" / "deep") as unfinished:
        (unfinished / "half.pdf").write_bytes(b"%PDF")
        raise InputError("stop")

    assert list(tmp_path.iterdir()) == []


def test_whole_files_take_the_places_of_earlier_ones(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    with landing(tmp_path) as unfinished:
        (unfinished / "a.pdf").write_bytes(b"new")
        (unfinished / "b.pdf").write_bytes(b"new")
        land(unfinished, tmp_path)

    found = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert found == {"a.pdf": b"new", "b.pdf": b"new"}


@pytest.mark.parametrize("design", list(designs.known()))
def test_what_a_design_asks_is_a_question_set(design: str) -> None:
    wanted = kinds.question_set(design)

    assert newest_question_set(load_question_sets(), wanted).name == wanted
