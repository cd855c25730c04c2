"""Prints what was measured, and whether it is within its bar."""

import os
import platform
from collections.abc import Iterable, Sequence
from importlib.metadata import version


def show(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table with the first column to the left, the others to the right."""
    lines = [columns, *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(columns))]
    print(f"\n{title}")
    for line in lines:
        first, *others = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        right = (cell.strip().rjust(width) for cell, width in zip(others, widths[1:], strict=True))
        print("  ".join((first, *right)).rstrip())


def judge(what: str, measured: float, bar: float, *, at_most: bool = True) -> None:
    """One line: what was measured, the bar, and whether it was met."""
    met = measured <= bar if at_most else measured >= bar
    relation = "at most" if at_most else "at least"
    print(f"{'met   ' if met else 'MISSED'}  {what}: {measured:.2f} (bar: {relation} {bar:g})")


def machine() -> None:
    """What it was measured on: figures of two machines are not comparable, their ratios are."""
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    parts = " ".join(f"{name} {version(name)}" for name in ("aiohttp", "sqlalchemy", "uvloop"))
    print(f"{os.cpu_count()} cores, load {load}; Python {platform.python_version()}, {parts}")
