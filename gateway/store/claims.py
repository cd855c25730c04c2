"""Taking work out of a table: a row in a state is claimed by one conditional update.

The attempt is counted before the work, so a row that kills its worker is set aside in time
instead of stopping the rest. A claim that is not ended runs out by itself.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, RowMapping, Table, or_, select, tuple_


def claim(
    connection: Connection,
    table: Table,
    ready: ColumnElement[bool],
    *,
    order: Column[Any],
    now: datetime,
    lease: timedelta,
    limit: int,
) -> Sequence[RowMapping]:
    """Claim up to `limit` rows for which `ready` holds and no other claim runs, oldest first.

    The table has `attempts` and `claimed_until`. Returns the rows as they are after the claim.
    """
    key = tuple(table.primary_key.columns)
    free = or_(table.c.claimed_until.is_(None), table.c.claimed_until <= now)
    # SQLite has one writer and leaves the lock clause out. PostgreSQL may evaluate a plain
    # subquery more than once and so claim more than `limit`; a CTE with a lock it runs once.
    chosen = select(*key).where(ready, free).order_by(order).limit(limit)
    picked = chosen.with_for_update(skip_locked=True).cte("picked")
    rows = connection.execute(
        table.update()
        .where(tuple_(*key).in_(select(*picked.columns)))
        .values(attempts=table.c.attempts + 1, claimed_until=now + lease)
        .returning(*table.c)
    ).mappings()
    return sorted(rows, key=lambda row: row[order.name])
