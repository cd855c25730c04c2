"""An urgent answer is held back: by words, by the model, until a person lets it go."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest_asyncio
from sqlalchemy import Connection, select, text, update

from gateway import intake
from gateway.core.case import COUNTED, KEPT_APART, URGENT, OpenedCase
from gateway.core.conversation.effects import Outcome
from gateway.core.conversation.world import Message
from gateway.sms.inbound import conversation_rules, taker
from gateway.store import alerts, cases, labels
from gateway.store.database import Database, open_database
from gateway.store.schema import dialogue, response, sender
from gateway.store.writer import Batch, Writer, open_writer
from gateway.texts import load_texts
from tests.integration.answers import answer, unit_ids
from tests.integration.asking import NOW, NUMBER, add_units, settings_of, vault

LEASE, HOUR = timedelta(minutes=5), timedelta(hours=1)
HARMLESS: dict[str, Any] = {
    "sentiment": "negative",
    "topics": [],
    "intent": "criticism",
    "urgent": False,
    "confidence": 0.8,
    "unsure": False,
    "model_version": "test",
}
DANGEROUS = HARMLESS | {"urgent": True}


@dataclass(slots=True)
class Phone:
    """One phone that texts to the county, hour by hour, and what becomes of its answer."""

    writer: Writer
    take: Batch[Message, Outcome]
    hours: "count[int]"
    now: datetime = NOW

    async def text(self, words: str) -> None:
        number = self._pass_an_hour()
        hash_ = vault().hash(NUMBER)
        message = Message("kannel", f"m{number}", hash_, NUMBER, words, self.now)
        await self.writer.submit(self.take, message)

    async def is_read_as(self, found: dict[str, Any]) -> None:
        """The model reads what waits for it."""
        self._pass_an_hour()
        waiting = await self.writer.run(lambda c: labels.claim(c, self.now, LEASE, 9))
        read = [(one, found) for one in waiting]
        await self.writer.run(lambda c: labels.book(c, read, self.now))

    async def close(self, outcome: str) -> None:
        self._pass_an_hour()
        case_id = (await self.writer.run(cases.listed))[0].id
        await self.writer.run(lambda c: cases.close(c, case_id, outcome, "Aino", self.now))

    async def acknowledge(self) -> None:
        self._pass_an_hour()
        case_id = (await self.writer.run(cases.listed))[0].id
        await self.writer.run(lambda c: cases.acknowledge(c, case_id, "Aino", self.now))

    async def alerts(self) -> list[str]:
        """The kinds of the cases that are alerted now."""
        now = self.now + HOUR
        return [
            one.kind for one in await self.writer.run(lambda c: alerts.claim_due(c, now, LEASE))
        ]

    def _pass_an_hour(self) -> int:
        self.now += HOUR
        return next(self.hours)


@pytest_asyncio.fixture
async def phone(writer: Writer) -> Phone:
    await writer.run(add_units)
    keys = vault()
    rules = conversation_rules(settings_of("sqlite:///unused"), keys)
    return Phone(writer, taker(keys, load_texts(), rules), count(1))


@pytest_asyncio.fixture
async def county(writer: Writer) -> Writer:
    await writer.run(add_units)
    return writer


def held(connection: Connection) -> list[str]:
    return list(connection.scalars(select(response.c.held)))


async def test_words_that_only_the_model_finds_have_a_closed_case_alerted_again(
    phone: Phone, database: Database
) -> None:
    await phone.text("en enää jaksa tätä")
    await phone.is_read_as(DANGEROUS)
    await phone.close(COUNTED)
    assert await database.read(held) == [""]
    await phone.text("mikään ei auta")
    await phone.is_read_as(DANGEROUS)
    assert await phone.alerts() == [URGENT]
    assert await database.read(held) == [URGENT]


async def test_words_that_only_the_model_finds_have_an_acknowledged_case_alerted_again(
    phone: Phone,
) -> None:
    await phone.text("en enää jaksa tätä")
    await phone.is_read_as(DANGEROUS)
    await phone.acknowledge()
    await phone.text("mikään ei auta")
    await phone.is_read_as(DANGEROUS)
    assert await phone.alerts() == [URGENT]


async def test_harmless_words_after_a_closed_case_alert_nobody(phone: Phone) -> None:
    await phone.text("en enää jaksa tätä")
    await phone.is_read_as(DANGEROUS)
    await phone.close(COUNTED)
    await phone.text("kiitos soitosta")
    await phone.is_read_as(HARMLESS)
    assert await phone.alerts() == []


async def test_what_a_person_has_read_before_the_model_alerts_nobody(
    phone: Phone, database: Database
) -> None:
    await phone.text("tapan itseni")
    await phone.close(KEPT_APART)
    await phone.is_read_as(DANGEROUS)
    assert await phone.alerts() == []
    assert await database.read(held) == [URGENT]


async def test_other_words_on_a_channel_without_dialogues_have_a_closed_case_opened_again(
    county: Writer, database: Database
) -> None:
    await _read(county, "en jaksa", DANGEROUS)
    case_id = (await database.read(cases.listed))[0].id
    await county.run(lambda c: cases.close(c, case_id, COUNTED, "Aino", NOW))
    await _read(county, "en jaksa, apua", DANGEROUS, NOW + HOUR)
    assert [one.state for one in await database.read(cases.listed)] == ["open"]
    assert await database.read(held) == [URGENT]


async def _read(county: Writer, comment: str, found: dict[str, Any], now: datetime = NOW) -> None:
    """An answer is given, or given with other words, and the model reads it."""
    await county.run(lambda c: answer(c, key="one", comment=comment))
    (waiting,) = await county.run(lambda c: labels.claim(c, now, LEASE, 9))
    await county.run(lambda c: labels.book(c, [(waiting, found)], now))


async def test_a_comment_that_is_given_again_unchanged_keeps_its_label(
    county: Writer, database: Database
) -> None:
    await county.run(lambda c: answer(c, key="one", score=None, comment="en jaksa"))
    waiting = await county.run(lambda c: labels.claim(c, NOW, LEASE, 9))
    await county.run(lambda c: labels.book(c, [(waiting[0], HARMLESS)], NOW))
    await county.run(lambda c: answer(c, key="one", score=4, comment="en jaksa"))
    found = await database.read(
        lambda c: c.execute(select(response.c.score, response.c.labelling)).one()
    )
    assert tuple(found) == (4, "done")


async def test_an_answer_that_the_model_holds_stays_held_when_its_channel_gives_it_again(
    county: Writer, database: Database
) -> None:
    await county.run(lambda c: answer(c, key="one", comment="en jaksa"))
    waiting = await county.run(lambda c: labels.claim(c, NOW, LEASE, 9))
    await county.run(lambda c: labels.book(c, [(waiting[0], DANGEROUS)], NOW))
    await county.run(lambda c: answer(c, key="one", comment="en jaksa odottaa", held=""))
    assert await database.read(held) == [URGENT]


async def test_an_answer_that_a_person_has_counted_is_not_held_by_what_its_channel_remembers(
    county: Writer, database: Database
) -> None:
    await county.run(lambda c: _urgent(c, "one", NOW))
    case_id = (await database.read(cases.listed))[0].id
    await county.run(lambda c: cases.close(c, case_id, COUNTED, "Aino", NOW))
    await county.run(lambda c: answer(c, key="one", comment="kiitos", held=URGENT))
    assert await database.read(held) == [""]


async def test_new_urgent_words_hold_an_answer_that_a_person_has_counted(
    county: Writer, database: Database
) -> None:
    await county.run(lambda c: _urgent(c, "one", NOW))
    case_id = (await database.read(cases.listed))[0].id
    await county.run(lambda c: cases.close(c, case_id, COUNTED, "Aino", NOW))
    await county.run(lambda c: _urgent(c, "one", NOW + HOUR))
    assert await database.read(held) == [URGENT]


def _urgent(connection: Connection, key: str, at: datetime) -> None:
    """An answer in which a channel has found urgent words."""
    answer(connection, key=key, comment="tapan itseni", held=URGENT)
    id_ = connection.scalars(select(response.c.id).where(response.c.key == key)).one()
    unit_id = unit_ids(connection)["acuta"]
    intake.put(connection, [], [OpenedCase(URGENT, unit_id, id_, None, at)])


async def test_a_process_that_read_an_answer_before_the_model_held_it_does_not_let_it_go(
    postgres_url: str,
) -> None:
    async with open_database(postgres_url) as one, open_database(postgres_url) as other:
        async with open_writer(other) as writer:
            await writer.run(add_units)
            await writer.run(lambda c: answer(c, key="one", comment="en jaksa"))
            waiting = await writer.run(lambda c: labels.claim(c, NOW, LEASE, 9))
            async with one.engine.begin() as intaking:
                before = (await intaking.run_sync(held))[0]
                await writer.run(lambda c: labels.book(c, [(waiting[0], DANGEROUS)], NOW))
                again = "en jaksa odottaa"
                await intaking.run_sync(answer, key="one", comment=again, held=before)
        assert await one.read(held) == [URGENT]


async def test_a_label_waits_for_a_text_of_the_same_sender_instead_of_blocking_it(
    phone: Phone, database: Database
) -> None:
    if database.url.get_backend_name() == "sqlite":
        return
    await phone.text("en enää jaksa tätä")
    (waiting,) = await phone.writer.run(lambda c: labels.claim(c, NOW, LEASE, 9))
    booking = phone.writer.run(lambda c: labels.book(c, [(waiting, HARMLESS)], NOW))
    async with database.engine.begin() as intaking:
        # What intake locks, in its order.
        await intaking.execute(select(sender).with_for_update())
        await intaking.execute(update(dialogue).values(replies=2))
        task = asyncio.ensure_future(booking)
        while not task.done() and not await database.read(lambda c: c.scalar(_WAITING)):
            continue
        await intaking.execute(update(response).values(score=2))
    assert await task == 1


_WAITING = text(
    "select count(*) from pg_stat_activity "
    "where datname = current_database() and wait_event_type = 'Lock'"
)
