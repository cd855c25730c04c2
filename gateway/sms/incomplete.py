"""Long messages that never became whole are read as far as they came."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from gateway.core.conversation.effects import Outcome
from gateway.core.conversation.joining import pair
from gateway.core.conversation.world import Message
from gateway.crypto import Vault
from gateway.store.database import Connection
from gateway.store.parts import Incomplete, take_incomplete
from gateway.store.writer import Batch, Writer

#: Operators hand on what they could not join after half an hour; by then the rest is lost.
PATIENCE = timedelta(hours=1)
_PROVIDER = "parts"


@dataclass(frozen=True, slots=True, eq=False)
class Completing:
    """Takes what waits in vain as a message; nobody can be replied to, as no number is kept."""

    vault: Vault
    take: Batch[Message, Outcome]
    writer: Writer

    async def step(self) -> int:
        """Take every long message that has waited for an hour; how many those were."""
        now = datetime.now(UTC)
        return await self.writer.run(lambda connection: self._take_all(connection, now))

    def _take_all(self, connection: Connection, now: datetime) -> int:
        found = take_incomplete(connection, self.vault, now - PATIENCE)
        if found:
            self.take(connection, [_message(one, now) for one in found])
        return len(found)


def _message(one: Incomplete, now: datetime) -> Message:
    return Message(
        provider=_PROVIDER,
        id=f"{one.hash.hex()}.{one.reference}.{now:%Y%m%d%H%M}",
        hash=one.hash,
        number="",
        text=pair(one.text),
        received_at=now,
    )
