"""What one person gave once, on any channel."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Response:
    """A response as every channel hands it to `gateway.intake`.

    `(source, key)` names it for ever: the same pair is the same response. `day` is the
    Europe/Helsinki date that it counts for, `answers` maps a step or statement to the option
    chosen, `held` is the reason why it stays out of the figures until a person has looked
    (empty: it counts), `comment` is raw here and redacted by `intake` before it is stored.
    """

    id: str
    source: str
    key: str
    unit_id: str
    channel: str
    day: date
    received_at: datetime
    language: str
    score: int | None = None
    answers: Mapping[str, int] = field(default_factory=dict)
    comment: str = ""
    late: bool = False
    held: str = ""
