"""What time does: windows close, numbers and texts go."""

from datetime import datetime, timedelta
from typing import Any

import pytest_asyncio
from sqlalchemy import Connection, insert, select

from gateway.core.case import OpenedCase
from gateway.housekeeping import deadlines
from gateway.sms.inbound import new_id
from gateway.store import cases, labels, schema
from gateway.store.database import Database
from gateway.store.housekeeping import tidy
from gateway.store.writer import Writer
from tests.integration.answers import answer, unit_ids
from tests.integration.asking import NOW, add_units, settings_of

DAY = timedelta(days=1)
HASH = b"h" * 16
HARMLESS = {
    "sentiment": "neutral",
    "topics": [],
    "intent": "other",
    "urgent": False,
    "confidence": 0.9,
    "unsure": False,
    "model_version": "test",
}


@pytest_asyncio.fixture
async def county(writer: Writer) -> Writer:
    await writer.run(add_units)
    return writer


async def pass_time(writer: Writer, now: datetime) -> None:
    times = deadlines(settings_of("sqlite:///unused"), now)
    await writer.run(lambda c: tidy(c, times, now))


def converse(connection: Connection, state: str = "open") -> str:
    """A dialogue that was asked now, with a number."""
    id_ = new_id()
    connection.execute(
        insert(schema.dialogue).values(
            id=id_,
            definition="score-comment.v1",
            unit_id=unit_ids(connection)["acuta"],
            hash=HASH,
            number=b"cipher",
            language="fi",
            day=NOW.date(),
            state=state,
            step=0,
            reasked=False,
            replies=0,
            asked_at=NOW,
            expires_at=NOW + 7 * DAY,
        )
    )
    return id_


def only(connection: Connection, table: Any) -> Any:
    return connection.execute(select(table)).one()


async def test_a_dialogue_whose_window_closes_gives_up_its_number(
    county: Writer, database: Database
) -> None:
    await county.run(converse)
    await pass_time(county, NOW + 6 * DAY)
    assert (await database.read(only, schema.dialogue)).number == b"cipher"
    await pass_time(county, NOW + 7 * DAY)
    found = await database.read(only, schema.dialogue)
    assert (found.state, found.number, found.hash) == ("expired", None, HASH)


async def test_an_open_case_keeps_the_number_of_its_dialogue(
    county: Writer, database: Database
) -> None:
    def with_case(connection: Connection) -> None:
        id_, unit = converse(connection), unit_ids(connection)["acuta"]
        response_id = answer(connection, key=id_, comment="Soittakaa")
        cases.add(connection, [OpenedCase("contact", unit, response_id, id_, NOW)])

    await county.run(with_case)
    await pass_time(county, NOW + 40 * DAY)
    found = await database.read(only, schema.dialogue)
    assert (found.number, found.hash) == (b"cipher", HASH)


async def test_the_number_of_an_ended_dialogue_waits_for_the_label_of_its_comment(
    county: Writer, database: Database
) -> None:
    def end(connection: Connection) -> None:
        answer(connection, source="sms", key=converse(connection, "ended"), comment="Apua")

    await county.run(end)
    await pass_time(county, NOW + timedelta(minutes=5))
    assert (await database.read(only, schema.dialogue)).number == b"cipher"
    (waiting,) = await county.run(lambda c: labels.claim(c, NOW, DAY, 10))
    await county.run(lambda c: labels.book(c, [(waiting, HARMLESS)], NOW))
    assert (await database.read(only, schema.dialogue)).number is None


async def test_the_number_stays_when_the_label_opens_a_case(
    county: Writer, database: Database
) -> None:
    def end(connection: Connection) -> None:
        answer(connection, source="sms", key=converse(connection, "ended"), comment="Apua")

    await county.run(end)
    (waiting,) = await county.run(lambda c: labels.claim(c, NOW, DAY, 10))
    urgent = {**HARMLESS, "urgent": True}
    await county.run(lambda c: labels.book(c, [(waiting, urgent)], NOW))
    assert (await database.read(only, schema.dialogue)).number == b"cipher"
    assert (await database.read(only, schema.case)).dialogue_id == waiting.dialogue_id


async def test_after_a_month_nothing_leads_from_a_hash_to_a_visit(
    county: Writer, database: Database
) -> None:
    await county.run(converse)
    await pass_time(county, NOW + 8 * DAY)
    await pass_time(county, NOW + 31 * DAY)
    assert (await database.read(only, schema.dialogue)).hash is None


async def test_the_stop_list_outlives_everything(county: Writer, database: Database) -> None:
    def stopped(connection: Connection) -> None:
        connection.execute(
            insert(schema.sender).values(hash=HASH, stopped_at=NOW, stopped_by="sms")
        )
        connection.execute(insert(schema.sender).values(hash=b"x" * 16, stopped_by=""))

    await county.run(stopped)
    await pass_time(county, NOW + 3000 * DAY)
    assert (await database.read(only, schema.sender)).hash == HASH


async def test_comments_go_after_their_retention_and_scores_stay(
    county: Writer, database: Database
) -> None:
    await county.run(lambda c: answer(c, score=8, comment="Hyvä"))
    await pass_time(county, NOW + 729 * DAY)
    assert (await database.read(only, schema.response)).comment == "Hyvä"
    await pass_time(county, NOW + 731 * DAY)
    found = await database.read(only, schema.response)
    assert (found.comment, found.score) == (None, 8)


async def test_quarantined_bodies_go_after_two_weeks(county: Writer, database: Database) -> None:
    kept = {"id": new_id(), "provider": "kannel", "kind": "inbound", "reason": "unreadable"}
    await county.run(
        lambda c: c.execute(
            insert(schema.quarantine).values(
                **kept, state="kept", cipher=b"cipher", received_at=NOW
            )
        )
    )
    await pass_time(county, NOW + 15 * DAY)
    found = await database.read(only, schema.quarantine)
    assert (found.cipher, found.state) == (None, "erased")
