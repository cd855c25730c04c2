"""Labels on sheets."""

import pytest

from print_assets import designs, sheet
from print_assets.problem import CannotPrintError
from print_assets.sheet import SHEETS

LABEL = designs.named("label")
SMALL = SHEETS["70x42"]


def test_a_used_sheet_is_filled_from_its_first_label_that_is_left() -> None:
    cells = sheet.laid(SMALL, LABEL, [1, 1], start=3)[0]
    assert [(cell.item, cell.x, round(cell.y, 1)) for cell in cells] == [
        (0, 140, 0.5),
        (1, 0, 42.8),
    ]


def test_what_does_not_fit_goes_on_the_next_sheet() -> None:
    assert [len(page) for page in sheet.laid(SMALL, LABEL, [1] * 22, start=21)] == [1, 21]


def test_both_sides_of_an_item_get_a_label() -> None:
    cells = sheet.laid(SHEETS["105x148"], designs.named("feedback-card"), [2], start=1)[0]
    assert [(cell.item, cell.side) for cell in cells] == [(0, 0), (0, 1)]


@pytest.mark.parametrize("one", SHEETS.values(), ids=lambda one: one.name)
def test_every_label_lies_on_the_paper_and_off_its_neighbours(one: sheet.Sheet) -> None:
    right = one.left + (one.columns - 1) * one.across + one.width
    bottom = one.top + (one.rows - 1) * one.down + one.height
    assert one.left >= 0
    assert one.top >= 0
    assert right <= one.paper[0]
    assert bottom <= one.paper[1]
    assert one.across >= one.width
    assert one.down >= one.height


def test_a_design_that_is_too_large_is_told_which_sheets_fit() -> None:
    (problem,) = sheet.problems(SMALL, designs.named("ambulance-sticker"), start=1)
    assert "105 x 74 mm" in problem.what
    assert problem.remedy == "fitting: 105x74"


@pytest.mark.parametrize("start", [0, 22])
def test_a_label_that_is_not_on_the_sheet_is_no_start(start: int) -> None:
    (problem,) = sheet.problems(SMALL, LABEL, start)
    assert problem.remedy == "start from 1 to 21"


def test_an_unknown_sheet_is_answered_with_those_there_are() -> None:
    with pytest.raises(CannotPrintError, match="known: 70x42, 105x74"):
        sheet.named("99x99")
