"""Text files with a separator between the cells, as the many survey systems write them."""

import codecs
import csv
import unicodedata
from collections import Counter
from collections.abc import Sequence
from io import StringIO
from itertools import islice

from gateway.core.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = (";", ",", "\t", "|")
#: No text has it: the whole line is one cell.
_NONE = "\x1f"
_SAMPLE = 50
_LOOKED_AT = 4_096
_MOST_CONTROLS = 0.01
_FEWEST_AGREE = 0.5


def parse(raw: bytes, encoding: str | None = None) -> list[list[str]]:
    """The records of a file, blank ones included, each cell without outer spaces.

    The encoding and the separator are found out. Raises `InputError` with the remedy.
    """
    text = _without_instruction(_decoded(raw, encoding))
    delimiter = _delimiter(text)
    return [[cell.strip() for cell in record] for record in _records(text, delimiter)]


def _decoded(raw: bytes, encoding: str | None) -> str:
    names = [encoding] if encoding else _encodings(raw)
    for name in names:
        try:
            text = raw.decode(name)
        except LookupError as error:
            raise InputError(f"unknown encoding {name!r}; try utf-8, cp1252 or utf-16") from error
        except UnicodeError:
            continue
        _check(text)
        return text
    raise InputError(
        f"it can't be read as {' or '.join(names)}; say how it was written, --encoding cp1252 for "
        "instance, or save it as CSV UTF-8"
    )


def _encodings(raw: bytes) -> list[str]:
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return [name]
    start = raw[:_LOOKED_AT]
    # Every second byte of a Latin letter is zero.
    for name, zeros in (("utf-16-le", start[1::2]), ("utf-16-be", start[::2])):
        if zeros.count(0) > len(zeros) / 2:
            return [name]
    # Windows' own Latin-1 is what a Finnish Excel writes without being told otherwise.
    return ["utf-8", "cp1252", "latin-1"]


def _check(text: str) -> None:
    start = text[:_LOOKED_AT]
    controls = sum(unicodedata.category(sign) == "Cc" and sign not in "\t\n\r" for sign in start)
    if "\0" in start or controls > _MOST_CONTROLS * len(start):
        raise InputError("it holds no text; give a CSV or XLSX file")


def _without_instruction(text: str) -> str:
    """Without the line by which Excel is told the separator; counting shows it too."""
    text = text.lstrip("\ufeff")
    first, _, rest = text.partition("\n")
    return "\n" + rest if first.strip().lower().startswith("sep=") else text


def _delimiter(text: str) -> str:
    """The separator that cuts the most rows into as many cells as the header has."""
    found = max(_DELIMITERS, key=lambda each: _agreement(text, each))
    return found if _agreement(text, found)[0] > _FEWEST_AGREE else _NONE


def _agreement(text: str, delimiter: str) -> tuple[float, int]:
    sample = [record for record in _sample(text, delimiter) if any(record)]
    if not sample or len(sample[0]) < 2:
        return 0.0, 0
    widths = Counter(map(len, sample))
    return widths[len(sample[0])] / len(sample), len(sample[0])


def _sample(text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(islice(csv.reader(StringIO(text, newline=""), delimiter=delimiter), _SAMPLE))
    except csv.Error:
        return []


def _records(text: str, delimiter: str) -> Sequence[Sequence[str]]:
    try:
        return _all(text, delimiter, strict=True)
    except csv.Error as error:
        if "end of data" in str(error) or "larger than" in str(error):
            raise InputError(
                "a quote in it has no pair, so that all that follows is one cell; export it again, "
                "as XLSX if need be"
            ) from error
    # Quotes inside a cell that are not doubled: sloppy, but to be understood.
    try:
        return _all(text, delimiter, strict=False)
    except csv.Error as error:
        raise InputError(f"it is not well-formed CSV ({error}); export it as XLSX") from error


def _all(text: str, delimiter: str, *, strict: bool) -> list[list[str]]:
    # Not by `splitlines`: it would cut at signs that are no ends of lines to a spreadsheet.
    return list(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=strict))
