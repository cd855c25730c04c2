"""Reading an export from a file."""

from pathlib import Path

from gateway.analysis import delimited, workbook
from gateway.analysis.export import Export, lay_out
from gateway.core.errors import InputError


def read(path: Path, encoding: str | None = None, sheet: str | None = None) -> Export:
    """The export in a file, whatever its name says it is. `InputError` names file and remedy."""
    try:
        raw = path.read_bytes()
        if not raw.strip():
            raise InputError("it is empty")
        if workbook.is_workbook(raw):
            return lay_out(workbook.parse(raw, sheet))
        return lay_out(delimited.parse(raw, encoding))
    except OSError as error:
        raise InputError(f"{path} can't be read: {error.strerror}") from error
    except InputError as error:
        raise InputError(f"{path}: {error}") from error
