"""Taking inbound messages: one batch is read, folded and written in one transaction."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import uuid_utils

from gateway import intake
from gateway.core.conversation.effects import Effects, Outcome, Reply
from gateway.core.conversation.rules import Rules
from gateway.core.conversation.taking import take
from gateway.core.conversation.world import Message
from gateway.core.dialogue import Definition
from gateway.core.errors import SettingsError
from gateway.crypto import Vault
from gateway.questions import load_dialogues, newest_dialogue
from gateway.settings import Settings
from gateway.store import changes, outbound
from gateway.store.conversation import read_world
from gateway.store.database import Connection
from gateway.store.writer import Batch
from gateway.texts import Texts


def new_id() -> str:
    """A fresh id: UUIDv7, so that rows made together lie together."""
    return str(uuid_utils.uuid7())


def conversation_rules(settings: Settings, vault: Vault) -> Rules:
    """What conversations go by in this installation."""
    dialogues = load_dialogues()
    return Rules(
        definitions=dialogues,
        opening=asked_dialogue(settings),
        county=settings.county.short_name,
        crisis=settings.crisis.model_dump(include={"fi", "sv", "en"}),
        score_window=timedelta(days=settings.sms.score_window_days),
        comment_window=timedelta(hours=settings.sms.comment_window_hours),
        greeting_rest=timedelta(days=settings.asking.rest_days),
        digest=vault.hash,
        new_id=new_id,
    )


def asked_dialogue(settings: Settings) -> Definition:
    """The dialogue that invitations and printed codes begin; its first step asks the score."""
    definition = newest_dialogue(load_dialogues(), settings.sms.dialogue)
    if definition.steps[0].kind != "score":
        raise SettingsError(f"sms.dialogue: {definition.name} must begin with a score")
    return definition


def taker(vault: Vault, texts: Texts, rules: Rules) -> Batch[Message, Outcome]:
    """The function that takes a batch of messages, for `Writer.submit`."""

    def take_all(connection: Connection, messages: Sequence[Message]) -> list[Outcome]:
        now = datetime.now(UTC)
        world, effects = read_world(connection, vault, messages, now), Effects()
        outcomes = [take(world, effects, rules, message) for message in messages]
        changes.write_before(connection, effects, vault.encrypt)
        intake.put(connection, list(effects.given.values()), effects.cases)
        outbound.queue(connection, [_queued(vault, texts, reply) for reply in effects.replies])
        changes.write_after(connection, effects, now)
        return outcomes

    return take_all


def _queued(vault: Vault, texts: Texts, reply: Reply) -> outbound.Queued:
    return outbound.Queued(
        id=new_id(),
        kind=outbound.REPLY,
        hash=reply.hash,
        number=vault.encrypt(reply.number),
        text=texts.say(reply.language, reply.key, **reply.values),
        due_at=reply.at,
        queued_at=reply.at,
        dialogue_id=reply.dialogue_id,
        step=reply.step,
    )
