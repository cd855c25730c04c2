"""What a conversation goes by: the settings and functions it is given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from gateway.core.conversation.world import Thread
from gateway.core.dialogue import Definition, Step

#: An operator repeats a message under a new id within minutes, seldom later.
COPY_WITHIN = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Rules:
    """`opening` is the dialogue that a printed code begins. `digest` is a keyed hash of a text,
    `new_id` gives a fresh id: randomness and keys come from outside."""

    definitions: Mapping[str, Definition]
    opening: Definition
    county: str
    crisis: Mapping[str, str]
    score_window: timedelta
    comment_window: timedelta
    greeting_rest: timedelta
    digest: Callable[[str], bytes]
    new_id: Callable[[], str]


def open_step(rules: Rules, thread: Thread | None) -> Step | None:
    """The step that the next message of the thread answers, None when nothing is asked."""
    if thread is None or thread.standing.ended:
        return None
    return rules.definitions[thread.definition].steps[thread.standing.step]
