"""What a file says of itself."""

import pytest

from print_assets import designs, facts
from print_assets.design import Product
from print_assets.facts import Facts
from print_assets.problem import CannotPrintError
from print_assets.sheet import SHEETS

LABEL = designs.named("label")


def test_what_is_written_is_read() -> None:
    told = Facts(LABEL, Product.ACCESSIBLE, 30, 30, ("fi", "sv"), SHEETS["70x42"], 5)
    assert facts.read(facts.written(told)) == told


@pytest.mark.parametrize(("sides", "start", "pages"), [(21, 1, 1), (21, 2, 2), (1, 21, 1)])
def test_a_sheet_holds_its_labels(sides: int, start: int, pages: int) -> None:
    told = Facts(LABEL, Product.ACCESSIBLE, sides, sides, ("fi",), SHEETS["70x42"], start)
    assert told.pages == pages


def test_single_items_have_a_page_a_side() -> None:
    assert Facts(LABEL, Product.PRINTER, 5, 5, ("fi",)).pages == 5


@pytest.mark.parametrize(
    "keywords",
    [[], ["korva"], ["design=label"], ["design=label", "product=fax", "items=1", "sides=1"]],
)
def test_a_file_of_somebody_else_is_not_judged(keywords: list[str]) -> None:
    with pytest.raises(CannotPrintError, match="does not say what it is"):
        facts.read(keywords)
