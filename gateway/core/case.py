"""What a person must look at."""

from dataclasses import dataclass
from datetime import datetime

URGENT = "urgent"
CONTACT = "contact"
COMPLAINT = "complaint"
#: An answer that may not be a person's: nobody is alerted, somebody decides when there is time.
MISUSE = "misuse"
#: These keep their answer out of the figures until somebody has decided.
HOLDING = (URGENT, MISUSE)
#: Why an answer is held: it is urgent, or it filled in what nobody sees, came faster than anybody
#: writes, or came again.
TRAP, FAST, COPY = "trap", "fast", "copy"
HELD = (URGENT, TRAP, FAST, COPY)

#: A held answer enters the figures, or stays out of them for good.
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
    """How a case of this kind can end: one that holds its answer back decides about it."""
    return (COUNTED, KEPT_APART) if kind in HOLDING else (HANDLED,)
