"""What one person gave once, on any channel."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

#: Who answered: the client, a guardian for a child, a close person, somebody else.
ROLES = ("client", "guardian", "close", "other")
#: Whether the client answered alone, or who helped.
HELPERS = ("alone", "relative", "staff", "interpreter")

#: Answers by a printed code or a link; those that a worker typed in from paper.
FORM = "form"
PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Response:
    """A response as every channel hands it to `gateway.intake`.

    `(source, key)` names it for ever: the same pair is the same response. `day` is the
    Europe/Helsinki date that it counts for, `answers` maps a step or statement to the option
    chosen (0: "cannot say"), `held` is the reason why it stays out of the figures until a person
    has looked (empty: it counts), `comment` is raw here and redacted by `intake` before it is
    stored. `question_set` names the version that was answered ("adult.v1"), `role` one of `ROLES`
    and `helper` one of `HELPERS`; all are empty where nobody was asked, as by SMS.
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
    question_set: str = ""
    role: str = ""
    helper: str = ""


def is_proxy(role: str, helper: str) -> bool:
    """Whether an answer is not the client's own word: somebody else gave it, or staff stood by."""
    return role not in ("", "client") or helper == "staff"
