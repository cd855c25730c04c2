"""What a batch of messages changes, each thing once and in its last state."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from gateway.core.case import OpenedCase
from gateway.core.conversation.world import Message, Sender, Taken, Thread
from gateway.core.response import Response


class Outcome(StrEnum):
    """What became of an inbound message; counted under these names."""

    DUPLICATE = "duplicate"
    COPY = "copy"
    PART = "part"
    ANSWER = "answer"
    UNREAD = "unread"
    STOP = "stop"
    WRONG_NUMBER = "wrong number"
    START = "start"
    HELP = "help"
    URGENT = "urgent"
    LATE = "late"
    ADDED = "added"
    DIRECT = "direct"


@dataclass(frozen=True, slots=True)
class Reply:
    """A text to send back: its key in the texts and what to fill in."""

    hash: bytes
    number: str
    language: str
    key: str
    values: Mapping[str, object]
    dialogue_id: str | None
    step: int
    at: datetime


@dataclass(slots=True)
class Effects:
    """Collected while messages are taken, written in one transaction."""

    taken: list[Taken] = field(default_factory=list)
    senders: dict[bytes, Sender] = field(default_factory=dict)
    #: Threads that a text with a code began, with the number to be kept for them.
    begun: dict[str, tuple[Thread, str]] = field(default_factory=dict)
    moved: dict[str, Thread] = field(default_factory=dict)
    given: dict[str, Response] = field(default_factory=dict)
    #: Numbers by dialogue: what comes after its end may be a case, and somebody to be called.
    numbers: dict[str, str] = field(default_factory=dict)
    replies: list[Reply] = field(default_factory=list)
    cases: list[OpenedCase] = field(default_factory=list)
    stopped: set[bytes] = field(default_factory=set)
    wrong_numbers: set[str] = field(default_factory=set)
    #: Parts that wait, by sender and reference; what waited before gives way where it is joined.
    parts: dict[tuple[bytes, str], list[Message]] = field(default_factory=dict)
    joined: set[tuple[bytes, str]] = field(default_factory=set)
