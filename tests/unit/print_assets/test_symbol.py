"""The symbol that a code is printed as."""

import re

import pytest

from print_assets.symbol import draw

PAYLOAD = "HTTPS://PALAUTE.EXAMPLE.FI/P/7K3QX9A"


def bars(svg: str) -> list[tuple[int, ...]]:
    found = re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", svg)
    return [tuple(map(int, bar)) for bar in found]


def test_capitals_take_a_size_less_than_small_letters() -> None:
    assert draw(PAYLOAD, "Q").modules < draw(PAYLOAD.lower(), "Q").modules


def test_more_correction_takes_a_larger_symbol() -> None:
    assert draw(PAYLOAD, "Q").modules < draw(PAYLOAD, "H").modules


@pytest.mark.parametrize("level", ["Q", "H"])
def test_four_modules_of_nothing_surround_the_symbol(level: str) -> None:
    symbol = draw(PAYLOAD, level)
    side = symbol.modules + 8
    assert f'viewBox="0 0 {side} {side}"' in symbol.svg
    drawn = bars(symbol.svg)
    assert min(x for x, _, _ in drawn) == min(y for _, y, _ in drawn) == 4
    assert max(x + length for x, _, length in drawn) == side - 4
    assert max(y for _, y, _ in drawn) == side - 5


def test_the_same_payload_is_drawn_the_same() -> None:
    assert draw(PAYLOAD, "Q") == draw(PAYLOAD, "Q")
