"""Contrast as WCAG counts it."""

import pytest

from print_assets import colour
from print_assets.colour import BLACK, WHITE


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert colour.contrast(BLACK, WHITE) == pytest.approx(21)


def test_a_colour_on_itself_is_one_to_one() -> None:
    assert colour.contrast(WHITE, WHITE) == 1


def test_the_grey_that_just_passes_is_the_one_that_wcag_names() -> None:
    named = colour.parse("#767676")
    assert named is not None
    assert 4.5 <= colour.contrast(named, WHITE) < 4.6


@pytest.mark.parametrize("written", ["", "red", "#12345", "0b4a6f", "#0b4a6g"])
def test_what_is_no_colour_is_not_taken_for_one(written: str) -> None:
    assert colour.parse(written) is None


def test_a_colour_is_written_as_it_was_read() -> None:
    read = colour.parse("#0b4a6f")
    assert read is not None
    assert colour.written(read) == "#0b4a6f"


def test_a_yellow_is_darkened_until_white_can_be_read_on_it() -> None:
    yellow = (1.0, 0.8, 0.0)
    shade = colour.darkened(yellow, WHITE, 4.5)
    assert colour.contrast(yellow, WHITE) < 4.5 <= colour.contrast(shade, WHITE)
