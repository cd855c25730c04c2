"""What the people of a unit look at first: the newest comments, and what waits for somebody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from gateway.store.schema import case, label, response, unit


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment as it is stored, redacted; `topics` (topic, polarity) are the model's words."""

    unit: str
    channel: str
    language: str
    score: int | None
    text: str
    held: str
    sentiment: str
    intent: str
    topics: Sequence[tuple[str, str]]
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many cases of a kind wait at a unit, and since when the oldest does."""

    unit: str
    kind: str
    count: int
    since: datetime


def units(connection: Connection) -> Mapping[str, tuple[str, str | None]]:
    """The Finnish name of every unit and the id of the one above it, by id, in order of names."""
    rows = connection.execute(select(unit.c.id, unit.c.name_fi, unit.c.parent_id))
    return {row.id: (row.name_fi, row.parent_id) for row in sorted(rows, key=lambda r: r.name_fi)}


def comments(connection: Connection, of: Sequence[str], most: int) -> Sequence[Comment]:
    """The newest comments of these units, at most so many."""
    rows = connection.execute(
        select(response, unit.c.name_fi, label.c.sentiment, label.c.intent, label.c.topics)
        .join(unit, unit.c.id == response.c.unit_id)
        .outerjoin(label, label.c.response_id == response.c.id)
        .where(response.c.comment.is_not(None), response.c.unit_id.in_(of))
        .order_by(response.c.received_at.desc(), response.c.id.desc())
        .limit(most)
    )
    return [
        Comment(
            unit=row.name_fi,
            channel=row.channel,
            language=row.language,
            score=row.score,
            text=row.comment,
            held=row.held,
            sentiment=row.sentiment or "",
            intent=row.intent or "",
            topics=[(topic, polarity) for topic, polarity, _ in row.topics or ()],
            received_at=row.received_at,
        )
        for row in rows
    ]


def waiting(connection: Connection, of: Sequence[str]) -> Sequence[Waiting]:
    """What waits at these units, the oldest first."""
    since = func.min(case.c.opened_at).label("since")
    rows = connection.execute(
        select(unit.c.name_fi, case.c.kind, func.count(), since)
        .join(unit, unit.c.id == case.c.unit_id)
        .where(case.c.closed_at.is_(None), case.c.unit_id.in_(of))
        .group_by(unit.c.name_fi, case.c.kind)
        .order_by(since)
    )
    return [Waiting(*row) for row in rows]
