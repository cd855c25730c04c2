"""Whether an answer may not be a person's. Nothing is refused for it: somebody decides."""

from dataclasses import dataclass
from datetime import timedelta

from gateway.core.case import COPY, FAST, TRAP
from gateway.core.dialogue import has_words

#: Nobody reads a form and answers it in less.
FASTEST = timedelta(seconds=2)
#: Within this time the same answer by the same code is a copy.
COPY_WITHIN = timedelta(minutes=10)
#: The same words twice are one person or a machine. A bare "10" is what many people give: only
#: this many of it in ten minutes stand out, and on a phone that goes from hand to hand more.
_EQUAL_WITHOUT_WORDS = 5
_EQUAL_IN_QUEUE = 15


@dataclass(frozen=True, slots=True)
class Circumstances:
    """How an answer came: whether what nobody sees was filled in, how long the form was open, how
    many equal answers came by the same code within `COPY_WITHIN`, and whether the phone goes from
    hand to hand."""

    trapped: bool
    took: timedelta
    equal: int
    in_queue: bool = False


def suspicion(circumstances: Circumstances, comment: str) -> str:
    """Why an answer stays out of the figures until somebody has decided; empty when it need not."""
    if circumstances.trapped:
        return TRAP
    if circumstances.took < FASTEST:
        return FAST
    return COPY if circumstances.equal >= _most_equal(circumstances, comment) else ""


def _most_equal(circumstances: Circumstances, comment: str) -> int:
    if has_words(comment):
        return 1
    return _EQUAL_IN_QUEUE if circumstances.in_queue else _EQUAL_WITHOUT_WORDS
