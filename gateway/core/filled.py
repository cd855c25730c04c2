"""What people fill into the cells of a table."""

from collections.abc import Mapping

from gateway.core.errors import InputError

# Spreadsheets write their own words for true and false in the language of the county.
_YES = frozenset(("1", "x", "k", "y", "yes", "true", "kyllä", "tosi", "ja", "sant"))
_NO = frozenset(("0", "e", "n", "no", "false", "ei", "epätosi", "nej", "falskt"))


def text(cells: Mapping[str, str], column: str, most: int, *, needed: bool = False) -> str:
    """What `column` holds, "" for nothing. `InputError` when it is too long, or needed and empty.

    No error of this module repeats a cell: a number may have slipped into the wrong column.
    """
    filled = cells.get(column, "")
    if needed and not filled:
        raise InputError(f"{column}: it is empty; fill it in")
    if len(filled) > most:
        raise InputError(f"{column}: {len(filled)} characters; at most {most} fit, shorten it")
    return filled


def answer(cells: Mapping[str, str], column: str) -> bool | None:
    """What `column` says, None where it is left empty. `InputError` for anything but yes or no."""
    filled = cells.get(column, "").casefold()
    if filled in _YES:
        return True
    if filled in _NO:
        return False
    if filled:
        raise InputError(f"{column}: write yes, no or nothing")
    return None
