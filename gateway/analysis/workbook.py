"""Workbooks of spreadsheet programs: XLSX, and what else the library reads."""

from datetime import date, datetime, time
from io import BytesIO

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    WorksheetNotFound,
    ZipError,
    load_workbook,
)

from gateway.core.errors import InputError

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LOCKED = "it is locked by a password; open it, save a copy without one, and give that"
_BROKEN = "it is damaged or no workbook; open it in a spreadsheet program and save it as XLSX"


def is_workbook(raw: bytes) -> bool:
    """Whether these bytes begin like a workbook, new or old."""
    return raw.startswith((ZIP, OLE))


def parse(raw: bytes, sheet: str | None = None) -> list[list[str]]:
    """The records of a sheet, the first one that has any if it is not named, each cell as text.

    Raises `InputError` with the remedy.
    """
    if raw.startswith(OLE) and _ENCRYPTED in raw:
        raise InputError(_LOCKED)
    try:
        return _parsed(load_workbook(BytesIO(raw)), sheet)
    except PasswordError as error:
        raise InputError(_LOCKED) from error
    except (CalamineError, ZipError, OSError) as error:
        raise InputError(_BROKEN) from error


def _parsed(workbook: CalamineWorkbook, sheet: str | None) -> list[list[str]]:
    for name in [sheet] if sheet else workbook.sheet_names:
        try:
            found = workbook.get_sheet_by_name(name)
        except WorksheetNotFound as error:
            known = ", ".join(map(repr, workbook.sheet_names))
            raise InputError(f"there is no sheet {name!r}; there are {known}") from error
        records = found.to_python(skip_empty_area=False)
        if len(records) > 1:
            return [[_text(cell) for cell in record] for record in records]
    return []


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    if isinstance(cell, date | datetime | time):
        return cell.isoformat()
    return str(cell).strip()
