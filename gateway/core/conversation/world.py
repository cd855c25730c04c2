"""What is known about the senders of a batch before its messages are taken."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from gateway.core.conversation.joining import Part
from gateway.core.dialogue import Standing


@dataclass(frozen=True, slots=True)
class Message:
    """An inbound message, its sender normalised.

    `number` is empty when nothing can be sent back (an alphanumeric sender).
    """

    provider: str
    id: str
    hash: bytes
    number: str
    text: str
    received_at: datetime
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """A message taken lately, as far as it is remembered: at which step of which dialogue.

    `digest` is a keyed hash of the text, to recognise a copy without keeping the text.
    """

    provider: str
    id: str
    hash: bytes
    digest: bytes
    dialogue_id: str | None
    step: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Sender:
    """What is kept of a number beyond its dialogues."""

    hash: bytes
    stopped_at: datetime | None = None
    stopped_by: str = ""
    greeted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """The response that a dialogue has led to so far."""

    response_id: str
    received_at: datetime
    late: bool = False
    held: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """A dialogue that was asked, with what has been given in it.

    `state` is open, ended, stopped or expired; `step_asked_at` is when the question of the
    current step went out, None while it is still on its way.
    """

    id: str
    definition: str
    unit_id: str
    hash: bytes
    language: str
    channel: str
    day: date
    state: str
    standing: Standing
    asked_at: datetime
    expires_at: datetime
    step_asked_at: datetime | None = None
    invitation_id: str | None = None
    touchpoint_id: str | None = None
    given: Given | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A touchpoint at which a text can begin a dialogue."""

    touchpoint_id: str
    unit_id: str
    unit_name: str


@dataclass(slots=True)
class World:
    """Everything the fold may look at. Taking a message changes it, so that the second message
    of a sender sees the first. Threads are newest first; parts are those that
    wait for the rest of their message."""

    root_id: str
    seen: set[tuple[str, str]]
    recent: dict[bytes, list[Taken]]
    senders: dict[bytes, Sender]
    threads: dict[bytes, list[Thread]]
    places: Mapping[str, Place]
    parts: dict[tuple[bytes, str], list[tuple[Part, str]]]
