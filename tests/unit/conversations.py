"""A phone that texts with the pure conversation, for tests."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

from gateway.core.conversation.effects import Effects, Outcome
from gateway.core.conversation.rules import Rules
from gateway.core.conversation.scene import INVITED
from gateway.core.conversation.taking import take
from gateway.core.conversation.world import Message, Place, Thread, World
from gateway.core.dialogue import Standing
from gateway.core.response import Response
from gateway.questions import load_dialogues, newest_dialogue

NOON = datetime(2026, 10, 2, 9, 0, tzinfo=UTC)
HASH = b"h" * 16
NUMBER = "+358401234567"
CODE = "7K3QX9A"
OTHER_CODE = "3NQK8NH"


def rules(dialogue: str = "score-comment") -> Rules:
    """The rules of an installation with the shipped settings."""
    ids: Iterator[int] = count(1)
    dialogues = load_dialogues()
    return Rules(
        definitions=dialogues,
        opening=newest_dialogue(dialogues, dialogue),
        county="Pirkanmaa",
        crisis={"fi": "09 2525 0111", "sv": "09 2525 0112", "en": "09 2525 0113"},
        score_window=timedelta(days=7),
        comment_window=timedelta(hours=72),
        greeting_rest=timedelta(days=30),
        digest=lambda text: text.encode(),
        new_id=lambda: f"id-{next(ids)}",
    )


class Phone:
    """One sender, and all that is known of it."""

    def __init__(self, dialogue: str = "score-comment") -> None:
        self.rules = rules(dialogue)
        self.effects = Effects()
        self.world = World(
            root_id="root",
            seen=set(),
            recent={},
            senders={},
            threads={},
            places={CODE: Place("touchpoint", "ward", "Osasto 4")},
            parts={},
        )
        self.now = NOON
        self._ids = count(1)

    def invite(self, key: str = "visit", language: str = "fi") -> None:
        """Have the question about a visit go out now."""
        thread = Thread(
            id=key,
            definition=self.rules.opening.id,
            unit_id="ward",
            hash=HASH,
            language=language,
            channel=INVITED,
            day=self.now.date() - timedelta(days=1),
            state="open",
            standing=Standing(),
            asked_at=self.now,
            expires_at=self.now + self.rules.score_window,
            step_asked_at=self.now,
            invitation_id=f"invitation-{key}",
        )
        self.world.threads.setdefault(HASH, []).insert(0, thread)

    def text(
        self, text: str, *, id_: str = "", after: timedelta = timedelta(seconds=30)
    ) -> Outcome:
        """Send a text, by default half a minute after the last one."""
        self.now += after
        message = Message("kannel", id_ or f"m{next(self._ids)}", HASH, NUMBER, text, self.now)
        return take(self.world, self.effects, self.rules, message)

    def question_arrives(self) -> None:
        """Have the operator deliver the newest question."""
        self.now += timedelta(seconds=5)
        newest, *others = self.world.threads[HASH]
        self.world.threads[HASH] = [replace(newest, step_asked_at=self.now), *others]

    @property
    def heard(self) -> list[str]:
        """The keys of the texts sent back."""
        return [reply.key for reply in self.effects.replies]

    @property
    def responses(self) -> list[Response]:
        return list(self.effects.given.values())

    @property
    def response(self) -> Response:
        """The only response given."""
        (only,) = self.effects.given.values()
        return only
