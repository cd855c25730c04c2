"""Messages taken into a real database, one transaction each."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from itertools import count

import pytest_asyncio
from sqlalchemy import Connection, select

from gateway.core.conversation.effects import Outcome
from gateway.core.conversation.joining import Part
from gateway.core.conversation.world import Message
from gateway.sms.inbound import conversation_rules, new_id, taker
from gateway.store import schema
from gateway.store.database import Database
from gateway.store.writer import Writer
from gateway.texts import load_texts
from tests.integration.answers import unit_ids
from tests.integration.asking import NUMBER, add_units, settings_of, vault

CODE = "7K3QX9A"

Texting = Callable[..., Awaitable[Outcome]]


@pytest_asyncio.fixture
async def text(writer: Writer) -> Texting:
    """Sends a text, or a part of one, from one phone of a county with a printed code."""
    await writer.run(add_units)
    await writer.run(_print_code)
    keys, ids = vault(), count(1)
    take = taker(keys, load_texts(), conversation_rules(settings_of("sqlite:///unused"), keys))

    async def send(words: str, part: Part | None = None) -> Outcome:
        id_, now = f"m{next(ids)}", datetime.now(UTC)
        message = Message("kannel", id_, keys.hash(NUMBER), NUMBER, words, now, part)
        return await writer.submit(take, message)

    return send


def _print_code(connection: Connection) -> None:
    connection.execute(
        schema.touchpoint.insert().values(
            id=new_id(),
            code=CODE,
            kind="card",
            unit_id=unit_ids(connection)["tays"],
            state="active",
            created_at=datetime.now(UTC),
        )
    )


def kept_numbers(connection: Connection) -> list[str]:
    ciphers = connection.scalars(select(schema.dialogue.c.number)).all()
    return [vault().decrypt(cipher) for cipher in ciphers if cipher]


def erase(connection: Connection) -> None:
    """What labelling does when the comment is harmless."""
    connection.execute(schema.response.update().values(labelling="done"))
    connection.execute(schema.dialogue.update().values(number=None))


async def test_a_wish_to_be_called_after_the_end_keeps_the_number(
    text: Texting, writer: Writer, database: Database
) -> None:
    await text(f"{CODE} 4 huono palvelu")
    await writer.run(erase)
    assert await text("Soittakaa minulle") is Outcome.ADDED
    assert await database.read(kept_numbers) == [NUMBER]


async def test_an_urgent_text_after_the_end_keeps_the_number(
    text: Texting, writer: Writer, database: Database
) -> None:
    await text(f"{CODE} 4 huono palvelu")
    await writer.run(erase)
    assert await text("Rintaan koskee kovasti, mitä teen") is Outcome.URGENT
    assert await database.read(kept_numbers) == [NUMBER]


async def test_a_score_after_the_end_keeps_no_number(
    text: Texting, writer: Writer, database: Database
) -> None:
    await text(f"{CODE} 4 huono palvelu")
    await writer.run(erase)
    await text("9")
    assert await database.read(kept_numbers) == []


async def test_a_code_at_the_beginning_of_a_long_text_is_known_when_its_last_part_is_here(
    text: Texting, database: Database
) -> None:
    assert await text(f"{CODE} 9 kiitos ", Part("ab", 1, 2)) is Outcome.PART
    assert await text("hyvästä hoidosta", Part("ab", 2, 2)) is Outcome.ANSWER
    response = schema.response.c
    query = select(response.score, response.comment)
    found = await database.read(lambda c: c.execute(query).one())
    assert tuple(found) == (9, "kiitos hyvästä hoidosta")
