"""Labelled comments without their words: what a month's mix of labels is counted from."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from gateway.store.schema import label, response


def between(connection: Connection, first: date, last: date) -> Sequence[Mapping[str, Any]]:
    """The labels of comments about these days, with the language and length of each, the answers
    that are held included: what the model said is not taken back by that."""
    found = (
        select(
            label.c.sentiment,
            label.c.topics,
            label.c.intent,
            label.c.unsure,
            label.c.urgent,
            response.c.language,
            func.length(response.c.comment).label("length"),
            label.c.model_version,
        )
        .join(response, response.c.id == label.c.response_id)
        .where(response.c.day.between(first, last))
    )
    return [row._asdict() for row in connection.execute(found)]
