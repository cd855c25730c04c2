"""How often codes were opened, by unit, day and kind; of a single code nothing is kept."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, select

from gateway.store.dialect import insert_new
from gateway.store.schema import scan, unit

#: (unit id, day, kind)
Scanned = tuple[str, date, str]


def add(connection: Connection, counts: Mapping[Scanned, int]) -> None:
    """Add to what was counted before."""
    places = sorted(counts)
    insert_new(
        connection,
        scan,
        [{"unit_id": u, "day": day, "kind": kind, "count": 0} for u, day, kind in places],
    )
    for unit_id, day, kind in places:
        here = (scan.c.unit_id == unit_id, scan.c.day == day, scan.c.kind == kind)
        added = scan.c.count + counts[unit_id, day, kind]
        connection.execute(scan.update().where(*here).values(count=added))


def by_month(
    connection: Connection, unit_key: str | None = None
) -> Sequence[tuple[str, str, str, int]]:
    """Unit key, month such as 2026-11, kind and count."""
    query = select(unit.c.key, scan.c.day, scan.c.kind, scan.c.count).join(unit)
    if unit_key:
        query = query.where(unit.c.key == unit_key)
    found: Counter[tuple[str, str, str]] = Counter()
    for key, day, kind, count in connection.execute(query):
        found[key, f"{day:%Y-%m}", kind] += count
    return [(*place, count) for place, count in sorted(found.items())]
