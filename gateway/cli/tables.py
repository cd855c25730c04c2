"""Tables that people hand in or get: CSV with a header."""

import csv
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from gateway.core.errors import InputError

# Windows' own Latin-1 is what a Finnish Excel writes without being told otherwise.
_ENCODINGS = ("utf-8-sig", "cp1252")
_DELIMITERS = ",;\t"
_UNCLOSED = ("\n",)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Table:
    """A file whose header has been understood; `size` is how many lines it has at most."""

    path: Path
    encoding: str
    delimiter: str
    columns: Sequence[str]
    size: int

    def parsed(
        self, parse: Callable[[Mapping[str, str]], T]
    ) -> Iterator[tuple[int, T | InputError]]:
        """Each line after the header that is not blank: its number in the file, and what `parse`
        makes of its cells by column, or the `InputError` that says why it can't be read."""
        for number, row in self._rows():
            try:
                yield number, parse(self._cells(row))
            except InputError as error:
                yield number, error

    def _rows(self) -> Iterator[tuple[int, Sequence[str]]]:
        with self.path.open(encoding=self.encoding, newline="") as file:
            reader = csv.reader(file, delimiter=self.delimiter)
            first = 1
            try:
                for row in reader:
                    if first > 1 and any(cell.strip() for cell in row):
                        yield first, row
                    first = reader.line_num + 1
            except csv.Error:
                # All that is left has become one endless cell.
                yield first, _UNCLOSED

    def _cells(self, row: Sequence[str]) -> Mapping[str, str]:
        # Excel leaves empty cells at the end of a line out, so fewer cells than columns are fine.
        if any("\n" in cell or "\r" in cell for cell in row):
            raise InputError("a cell runs on over the next line; look for a quote without its pair")
        if any(cell.strip() for cell in row[len(self.columns) :]):
            raise InputError(
                f"it has {len(row)} cells, the header {len(self.columns)}; put a cell with a "
                f"{self.delimiter!r} in it between quotes"
            )
        return {column: _clean(cell) for column, cell in zip(self.columns, row, strict=False)}


def open_table(path: Path, known: Collection[str], needed: Collection[str]) -> Table:
    """The table in a file. Raises `InputError` for a header with columns that are not `known`, or
    without those `needed`: a column passed over could be the one that says not to ask."""
    encoding, size, header = _survey(path)
    delimiter = max(_DELIMITERS, key=header.count)
    columns = [_clean(cell).casefold() for cell in next(csv.reader([header], delimiter=delimiter))]
    columns = _without_empty_end(columns)
    _check(path, columns, known, needed)
    return Table(path, encoding, delimiter, columns, size)


def _survey(path: Path) -> tuple[str, int, str]:
    """The encoding that the whole file can be read with, how many lines it has, and the first."""
    for encoding in _ENCODINGS:
        try:
            with path.open(encoding=encoding) as file:
                header = file.readline()
                return encoding, sum(1 for _ in file), header
        except UnicodeDecodeError:
            continue
        except OSError as error:
            raise InputError(f"{path} can't be read: {error.strerror}") from error
    raise InputError(f"{path} is neither UTF-8 nor Latin-1; save it as CSV UTF-8")


def _without_empty_end(columns: list[str]) -> list[str]:
    while columns and not columns[-1]:
        columns.pop()
    return columns


def _check(
    path: Path, columns: Sequence[str], known: Collection[str], needed: Collection[str]
) -> None:
    problems = [
        *(f"there is no column {name}" for name in needed if name not in columns),
        *(f"column {name!r} is unknown" for name in columns if name not in known),
        *(f"column {name} is there twice" for name in known if columns.count(name) > 1),
    ]
    if problems:
        raise InputError(f"{path}: {'; '.join(problems)}. Known columns: {', '.join(known)}")


def _clean(cell: str) -> str:
    """Without NUL, which no database takes as text, and with single spaces only."""
    return " ".join(cell.replace("\0", " ").split())


def print_table(header: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Print a table to standard output, with commas."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)


def write_table(path: Path, header: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Write a table into a file, with commas; any spreadsheet takes it for UTF-8."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)
