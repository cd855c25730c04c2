"""What a person must look at."""

from dataclasses import dataclass
from datetime import datetime

URGENT = "urgent"
CONTACT = "contact"
COMPLAINT = "complaint"

#: An urgent answer enters the figures, or stays out of them for good.
COUNTED = "counted"
KEPT_APART = "kept apart"
#: What was asked for has been done: the person was called, the complaint was passed on.
HANDLED = "handled"


@dataclass(frozen=True, slots=True)
class OpenedCase:
    """A case as it is opened; `dialogue_id` says where a number may be, on the SMS channel."""

    kind: str
    unit_id: str
    response_id: str
    dialogue_id: str | None
    at: datetime


def outcomes(kind: str) -> tuple[str, ...]:
    """How a case of this kind can end: an urgent one decides about its answer."""
    return (COUNTED, KEPT_APART) if kind == URGENT else (HANDLED,)
