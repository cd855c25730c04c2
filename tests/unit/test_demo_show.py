"""The tables of the demonstration, on narrow and wide terminals."""

from io import StringIO
from typing import Any

import pytest
from rich.console import Console

from gateway.demo import show

NAMES = ("Esimerkin hyvinvointialue", "Keskustan terveysasema", "Päihdepalvelut")
NPS = {"value": -100, "low": -100, "high": -85, "n": 1234}
CLASSES = {"promoters": 1000, "passives": 200, "detractors": 1034}


def figures(channel: str) -> dict[str, Any]:
    return {"channel": channel, "answered": 1234, "response_rate": 34.5, "nps": NPS | CLASSES}


PAYLOAD = {
    "data": {
        "period": {"id": "2026-10"},
        "threshold": 5,
        "units": [
            {
                "id": str(number),
                "parent": str(number - 1) if number else None,
                "name": {"fi": name},
                "figures": [figures("all"), figures("sms")],
            }
            for number, name in enumerate(NAMES)
        ],
    }
}


@pytest.mark.parametrize("width", [80, 110])
def test_units_and_figures_can_be_read_at_every_width(width: int) -> None:
    console = Console(file=StringIO(), width=width)
    console.print(show.results(PAYLOAD))
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    lines = shown.splitlines()
    for name in NAMES:
        (line,) = (one for one in lines if name in one)
        assert "-100" in line
        assert "1000/200/1034" in line
    assert max(map(len, lines)) <= width
