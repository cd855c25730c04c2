"""Long messages whose rest never comes."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, select

from gateway.core.conversation.joining import Part
from gateway.core.conversation.world import Message
from gateway.sms.inbound import conversation_rules, taker
from gateway.sms.incomplete import PATIENCE, Completing
from gateway.store.database import Database
from gateway.store.schema import part, response
from gateway.store.writer import Writer
from gateway.texts import load_texts
from tests.integration.asking import NUMBER, add_units, settings_of, vault


def comments(connection: Connection) -> list[str | None]:
    return list(connection.scalars(select(response.c.comment)))


async def test_a_message_that_never_becomes_whole_is_read_as_far_as_it_came(
    writer: Writer, database: Database
) -> None:
    await writer.run(add_units)
    keys = vault()
    take = taker(keys, load_texts(), conversation_rules(settings_of("sqlite:///unused"), keys))
    long_ago = datetime.now(UTC) - PATIENCE - timedelta(minutes=1)
    for index, text in ((1, "Lääkäri kuunteli, "), (3, "ja soitti seuraavana päivänä.")):
        message = Message(
            "kannel", f"m{index}", b"h" * 16, NUMBER, text, long_ago, Part("ab", index, 3)
        )
        await writer.submit(take, message)
    assert await database.read(comments) == []
    assert await Completing(keys, take, writer).step() == 1
    assert await database.read(comments) == ["Lääkäri kuunteli,  … ja soitti seuraavana päivänä."]
    assert await database.read(lambda c: c.execute(select(part)).all()) == []
    assert await Completing(keys, take, writer).step() == 0
