"""`IN` for statements that are built once and run all the time.

SQLAlchemy writes an expanding IN out anew at each execution, which takes longer than most of our
queries do. These have a fixed number of places, and the last value fills those that are left.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, bindparam


def among(column: Column[Any], name: str, room: int) -> ColumnElement[bool]:
    """`column IN (...)` with `room` for that many values, which `spread` gives under `name`."""
    return column.in_([bindparam(f"{name}_{place}") for place in range(room)])


def room_for(values: Sequence[Any]) -> int:
    """Room for these values: a power of two, so that there are few statements to keep."""
    return 1 << (len(values) - 1).bit_length()


def spread(name: str, values: Sequence[Any]) -> dict[str, Any]:
    """The values, at least one, for an `among` with room for them."""
    last = len(values) - 1
    return {f"{name}_{place}": values[min(place, last)] for place in range(room_for(values))}
