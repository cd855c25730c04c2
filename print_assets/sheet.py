"""Sheets of labels: many items on one A4, from the first label that is still there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from print_assets.design import Design
from print_assets.problem import CannotPrintError, Problem


@dataclass(frozen=True, slots=True)
class Sheet:
    """Millimetres; a label of `width` x `height` every `across` and `down`, from `left`, `top`."""

    name: str
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    across: float
    down: float
    paper: tuple[float, float] = (210.0, 297.0)

    @property
    def labels(self) -> int:
        return self.columns * self.rows


@dataclass(frozen=True, slots=True)
class Cell:
    """Where one side of one item goes on a sheet."""

    item: int
    side: int
    x: float
    y: float


def _even(name: str, columns: int, rows: int, width: float, height: float) -> Sheet:
    """Labels edge to edge in the middle of the sheet."""
    left, top = (210 - columns * width) / 2, (297 - rows * height) / 2
    return Sheet(name, columns, rows, width, height, left, top, width, height)


SHEETS: Mapping[str, Sheet] = MappingProxyType(
    {
        sheet.name: sheet
        for sheet in (
            _even("70x42", 3, 7, 70, 42.3),
            _even("105x74", 2, 4, 105, 74),
            _even("105x148", 2, 2, 105, 148),
            _even("85x55", 2, 5, 85, 55),
            _even("90x60", 2, 4, 90, 60),
            _even("60x90", 3, 3, 60, 90),
            Sheet("round-90", 2, 3, 90, 90, 10, 8.5, 100, 95),
        )
    }
)


def named(name: str) -> Sheet:
    """The sheet of that name; CannotPrintError names those that there are."""
    if name not in SHEETS:
        raise CannotPrintError(
            [Problem("sheet", f"unknown sheet {name!r}", f"known: {', '.join(SHEETS)}")]
        )
    return SHEETS[name]


def problems(sheet: Sheet, design: Design, start: int) -> Iterator[Problem]:
    """Why `design` does not go on `sheet`, from label `start`."""
    if design.width > sheet.width + 0.01 or design.height > sheet.height + 0.01:
        yield Problem(
            "sheet",
            f"{design.name} is {design.width:g} x {design.height:g} mm,"
            f" labels of {sheet.name} are {sheet.width:g} x {sheet.height:g} mm",
            f"fitting: {', '.join(fitting(design)) or 'none, print single items'}",
        )
    if not 1 <= start <= sheet.labels:
        yield Problem(
            "sheet", f"no label {start} on {sheet.name}", f"start from 1 to {sheet.labels}"
        )


def fitting(design: Design) -> list[str]:
    """Sheets whose labels hold `design` with little to spare."""
    return [
        sheet.name
        for sheet in SHEETS.values()
        if 0 <= sheet.width - design.width < 6 and 0 <= sheet.height - design.height < 6
    ]


def laid(sheet: Sheet, design: Design, sides: list[int], start: int) -> list[list[Cell]]:
    """The sheets' cells in order; `sides` counts each item's sides."""
    queue = [(item, side) for item, count in enumerate(sides) for side in range(count)]
    places = enumerate(queue, start - 1)
    pages: list[list[Cell]] = []
    for position, (item, side) in places:
        page, label = divmod(position, sheet.labels)
        if page == len(pages):
            pages.append([])
        pages[page].append(_cell(sheet, design, label, item, side))
    return pages


def _cell(sheet: Sheet, design: Design, label: int, item: int, side: int) -> Cell:
    row, column = divmod(label, sheet.columns)
    return Cell(
        item,
        side,
        round(sheet.left + column * sheet.across + (sheet.width - design.width) / 2, 3),
        round(sheet.top + row * sheet.down + (sheet.height - design.height) / 2, 3),
    )
