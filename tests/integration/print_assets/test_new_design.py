"""A design is one file: what it takes to add one."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from print_assets import designs, printing
from print_assets.rendering import Job
from tests.integration.print_assets.samples import COUNTY, item

DOOR_SIGN = '''
"""A sign for a door."""

from print_assets.design import Design

DESIGN = Design(
    name="door-sign",
    titles={"fi": "Ovikyltti", "en": "Door sign"},
    width=100,
    height=100,
    smallest_type=12,
    module=0.8,
    safe=5,
    phrases=("badge.ask",),
    drawing=r"""
#let face(it) = {
  at(10mm, 8mm, width: 80mm, asks(it, "badge_ask", 2mm, 80mm, 10mm, 24pt, 12pt))
  tile(it, 25mm, 30mm, 50mm)
  at(10mm, 84mm, width: 80mm, align(center, letters(it, size: 20pt)))
}
""",
)
'''


@pytest.fixture
def door_sign(tmp_path: Path) -> Iterator[None]:
    """The designs' folder with one file more."""
    (tmp_path / "door_sign.py").write_text(DOOR_SIGN, "utf-8")
    designs.__path__.append(str(tmp_path))
    designs.known.cache_clear()
    yield
    designs.__path__.remove(str(tmp_path))
    designs.known.cache_clear()
    del sys.modules["print_assets.designs.door_sign"]


@pytest.mark.usefixtures("door_sign")
def test_a_file_more_is_a_design_more() -> None:
    made = printing.pdf(Job(designs.named("door-sign"), [item("door-sign", "fi", "sv")], COUNTY))
    assert made.startswith(b"%PDF-")
