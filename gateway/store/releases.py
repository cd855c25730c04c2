"""Releases: the figures that left together, their bytes kept under a sequence number."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, func, select

from gateway.store import deliveries, schema


@dataclass(frozen=True, slots=True)
class StoredRelease:
    """One release. `body` is what leaves, `cells` what it was made of.

    `corrects` is the sequence number of the earlier release of the same period, if any.
    """

    sequence: int
    period: str
    corrects: int | None
    body: bytes
    cells: bytes
    created_at: datetime


def next_sequence(connection: Connection) -> int:
    """The number for the release that is added in this same transaction: 1, 2, 3, no gaps.

    Two at the same time collide on the primary key, and the later one has to be made again.
    """
    return (connection.scalar(select(func.max(schema.release.c.sequence))) or 0) + 1


def add(connection: Connection, release: StoredRelease, destinations: Sequence[str]) -> None:
    """Keep the release and queue it for each destination."""
    connection.execute(
        schema.release.insert().values(
            sequence=release.sequence,
            period=release.period,
            corrects=release.corrects,
            body=release.body,
            cells=release.cells,
            created_at=release.created_at,
        )
    )
    deliveries.queue(connection, [release.sequence], destinations, release.created_at)


def since(connection: Connection, sequence: int) -> Sequence[StoredRelease]:
    """The releases from number `sequence` on, in their order."""
    rows = connection.execute(
        select(schema.release)
        .where(schema.release.c.sequence >= sequence)
        .order_by(schema.release.c.sequence)
    )
    return [_stored(row) for row in rows]


def newest(connection: Connection, period: str) -> StoredRelease | None:
    """The last release of a period: the one that a correction is compared with."""
    row = connection.execute(
        select(schema.release)
        .where(schema.release.c.period == period)
        .order_by(schema.release.c.sequence.desc())
        .limit(1)
    ).first()
    return _stored(row) if row else None


def released(connection: Connection) -> Sequence[str]:
    """The periods of which there is a release."""
    return list(connection.scalars(select(schema.release.c.period).distinct()))


def _stored(row: Row[tuple[object, ...]]) -> StoredRelease:
    return StoredRelease(**row._mapping)
