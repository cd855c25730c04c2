"""An export of a survey system: columns, and rows of text under them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from gateway.core.errors import InputError

#: What the column with people's own words is often called, in three languages.
_NAMES = (
    *("avoin", "avovast", "kommen", "palaut", "perustel", "sana", "vapaa", "teksti", "terveis"),
    *("fri", "åsikt", "öppe", "synpunk", "text", "comment", "feedback", "open", "verbatim"),
)
_MOST_GROUPS = 300
_LOOKED_AT = 2_000


@dataclass(frozen=True, slots=True)
class Export:
    """A table that was read; all its rows have as many cells as there are columns, and `numbers`
    says which row of the file each one is, counted as a spreadsheet does: the header is 1."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: Sequence[int]

    def cells(self, column: str) -> list[str]:
        """All of a column, from top to bottom."""
        at = self.columns.index(column)
        return [row[at] for row in self.rows]


def lay_out(records: Sequence[Sequence[str]]) -> Export:
    """The export in these records, the first that is not blank being the header.

    Raises `InputError` when there is nothing in it, or a row is longer than the header.
    """
    filled = [(number, record) for number, record in enumerate(records, 1) if any(record)]
    if len(filled) < 2:
        raise InputError("there are no rows in it; export it again with a header and the answers")
    _, header = filled[0]
    columns = _named(header)
    rows = [_fitted(number, record, len(columns)) for number, record in filled[1:]]
    return Export(columns, rows, [number for number, _ in filled[1:]])


def find_column(export: Export, wanted: str) -> str:
    """The column of this name, capitals and outer spaces aside; `InputError` lists them all."""
    plain = {column.casefold(): column for column in reversed(export.columns)}
    if (found := plain.get(wanted.strip().casefold())) is not None:
        return found
    near = get_close_matches(wanted.casefold(), plain, 1)
    hint = f"; did you mean {plain[near[0]]!r}?" if near else ""
    raise InputError(f"there is no column {wanted!r}{hint}\nColumns: {_listed(export)}")


def text_column(export: Export) -> str:
    """The only column; `InputError` proposes the likely one where there are several."""
    if len(export.columns) == 1:
        return export.columns[0]
    raise InputError(
        f"say which column has the comments: --text {_likely(export)!r}, it seems\n"
        f"Columns: {_listed(export)}"
    )


def group_column(export: Export, wanted: str) -> str:
    """The column to group by; `InputError` where nearly each row would be a group of its own."""
    column = find_column(export, wanted)
    groups = len(set(export.cells(column)))
    if groups > _MOST_GROUPS:
        raise InputError(
            f"column {column!r} has {groups} different values, more than {_MOST_GROUPS}: it does "
            "not group the answers; give one of units, services or months"
        )
    return column


def _named(header: Sequence[str]) -> list[str]:
    """The names without empty ones at the end; what is there twice is told apart by a number."""
    names = list(header)
    while names and not names[-1]:
        names.pop()
    seen: Counter[str] = Counter()
    columns = []
    for at, name in enumerate(names, 1):
        name = name or f"({at})"
        seen[name] += 1
        columns.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return columns


def _fitted(number: int, record: Sequence[str], width: int) -> Sequence[str]:
    if any(record[width:]):
        raise InputError(
            f"row {number} has {len(record)} cells, the header {width}; put a cell that holds the "
            "separator between quotes, or export it as XLSX"
        )
    return [*record[:width], *[""] * (width - len(record))]


def _likely(export: Export) -> str:
    """The column with the longest texts that are not all alike, a telling name counting double."""

    def weight(column: str) -> float:
        cells = list(filter(None, export.cells(column)[:_LOOKED_AT]))
        if not cells:
            return 0.0
        length = sum(map(len, cells)) / len(cells) * len(set(cells)) / len(cells)
        return length * (2 if any(name in column.casefold() for name in _NAMES) else 1)

    return max(export.columns, key=weight)


def _listed(export: Export) -> str:
    return ", ".join(_quoted(export.columns))


def _quoted(columns: Sequence[str]) -> Iterator[str]:
    yield from map(repr, columns)
