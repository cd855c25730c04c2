"""A county's colours are taken only when they can be read."""

import re
from importlib.resources import files

import pytest

from gateway.core.errors import SettingsError
from gateway.settings import Form
from gateway.web import contrast


@pytest.mark.parametrize("colour", ["#ffd400", "#66bb66", "#777777"])
def test_a_colour_too_light_for_links_is_refused_with_a_shade_that_is_dark_enough(
    colour: str,
) -> None:
    with pytest.raises(SettingsError, match=r"form\.accent: .*; (#\w{6}) has it") as refused:
        contrast.check(Form(accent=colour))
    contrast.check(Form(accent=_shade_in(refused.value)))


@pytest.mark.parametrize("colour", ["#1f5c7a", "#800000", "#333344"])
def test_a_colour_too_dark_for_a_dark_page_is_refused_with_a_lighter_shade(colour: str) -> None:
    with pytest.raises(SettingsError, match=r"form\.accent_dark") as refused:
        contrast.check(Form(accent_dark=colour))
    contrast.check(Form(accent_dark=_shade_in(refused.value)))


def test_our_own_colours_can_be_read() -> None:
    contrast.check(Form())


def test_the_colours_that_are_checked_against_are_those_of_the_style_sheet() -> None:
    css = files("gateway.web").joinpath("static/korva.css").read_text("utf-8")
    found = {name: re.findall(rf"--{name}: (#\w+)", css) for name in ("ground", "sunk", "on-brand")}
    assert (found["ground"][0], found["on-brand"][0]) == (contrast.LIGHT[0], "#fff")
    assert (found["sunk"][1], found["on-brand"][1]) == contrast.DARK


def _shade_in(error: SettingsError) -> str:
    return re.findall(r"(#\w{6}) has it", str(error))[0]
