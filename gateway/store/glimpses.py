"""What is going on right now: the newest answers and a few totals, for looking at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from gateway.store.schema import invitation, label, outbound, response, unit


@dataclass(frozen=True, slots=True)
class Glimpse:
    """One answer as it is stored, with its label if it has one; never who gave it."""

    unit: str
    language: str
    score: int | None
    comment: str
    sentiment: str | None
    topics: Sequence[tuple[str, str, float]]
    received_at: datetime


def newest(connection: Connection, limit: int) -> list[Glimpse]:
    """The newest answers with words, newest first."""
    rows = connection.execute(
        select(
            unit.c.short_name,
            response.c.language,
            response.c.score,
            response.c.comment,
            label.c.sentiment,
            label.c.topics,
            response.c.received_at,
        )
        .join(unit, unit.c.id == response.c.unit_id)
        .outerjoin(label, label.c.response_id == response.c.id)
        .where(response.c.comment.is_not(None))
        .order_by(response.c.id.desc())
        .limit(limit)
    )
    return [
        Glimpse(name, language, score, comment, sentiment, [tuple(one) for one in topics or ()], at)
        for name, language, score, comment, sentiment, topics, at in rows
    ]


def totals(connection: Connection) -> Mapping[str, int]:
    """How many of each there are: answers, scores, labels, and messages by state."""
    counts = {
        "answers": select(func.count()).select_from(response),
        "scores": select(func.count(response.c.score)),
        "labels": select(func.count()).select_from(label),
        "unlabelled": select(func.count()).where(response.c.labelling == "pending"),
    }
    found = {name: connection.scalar(query) or 0 for name, query in counts.items()}
    states = select(outbound.c.state, func.count()).group_by(outbound.c.state)
    return found | {f"messages {row[0]}": row[1] for row in connection.execute(states)}


def refusals(connection: Connection) -> Mapping[str, int]:
    """How many visits were not asked about, by reason."""
    rows = connection.execute(
        select(invitation.c.reason, func.count())
        .where(invitation.c.state == "refused")
        .group_by(invitation.c.reason)
    )
    return {row.reason: row[1] for row in rows}
