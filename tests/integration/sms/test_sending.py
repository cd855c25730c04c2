"""Sending: what is due goes out once, in order of importance, and what fails comes again."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer
from sqlalchemy import Connection, select

from gateway.core.delivery import DeliveryState
from gateway.settings import HELSINKI, Settings
from gateway.sms import providers
from gateway.sms.inbound import new_id
from gateway.sms.sending import Sending
from gateway.store import outbound, schema
from gateway.store.database import Database
from gateway.store.outbound import Queued, Reported
from gateway.store.writer import Writer
from tests.integration.answers import unit_ids
from tests.integration.asking import NUMBER, add_units, settings_of, vault

LONG_AGO = datetime.now(UTC) - timedelta(minutes=1)
ALL_DAY = {
    "KORVA_ASKING__NOT_BEFORE": "00:00:00",
    "KORVA_ASKING__QUIET_UNTIL": "00:00:00",
    "KORVA_ASKING__QUIET_FROM": "23:59:59.999999",
    "KORVA_ASKING__ON_HOLIDAYS": "true",
}
#: Half an hour in the other half of the day: not now.
_THEN = 3 if datetime.now(HELSINKI).hour >= 12 else 21
NOT_NOW = {
    "KORVA_ASKING__NOT_BEFORE": f"{_THEN:02}:00:00",
    "KORVA_ASKING__QUIET_UNTIL": f"{_THEN:02}:00:00",
    "KORVA_ASKING__QUIET_FROM": f"{_THEN:02}:30:00",
}


@dataclass
class FakeKannel:
    """Kannel's sendsms as a server of its own; answers with `status`."""

    status: int = 202
    texts: list[str] = field(default_factory=list)
    url: str = ""

    async def take(self, request: web.Request) -> web.Response:
        self.texts.append((await request.read()).decode())
        return web.Response(status=self.status, text="0: Accepted for delivery")


@pytest_asyncio.fixture
async def kannel() -> AsyncIterator[FakeKannel]:
    fake = FakeKannel()
    app = web.Application()
    app.router.add_post("/cgi-bin/sendsms", fake.take)
    async with TestServer(app) as server:
        fake.url = str(server.make_url("/cgi-bin/sendsms"))
        yield fake


@pytest_asyncio.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest_asyncio.fixture
async def sending(writer: Writer, kannel: FakeKannel, session: aiohttp.ClientSession) -> Sending:
    await writer.run(add_units)
    return make(writer, kannel, session, settings_of("sqlite:///unused", **ALL_DAY))


def make(
    writer: Writer, kannel: FakeKannel, session: aiohttp.ClientSession, settings: Settings
) -> Sending:
    table = {
        "secret": "sixteen-characters",
        "sendsms_url": kannel.url,
        "username": "korva",
        "password": "korva",
    }
    return Sending(settings, providers.load("kannel", table), vault(), writer, session)


def message(text: str, kind: str = outbound.REPLY) -> Queued:
    return Queued(new_id(), kind, b"h" * 16, vault().encrypt(NUMBER), text, LONG_AGO, LONG_AGO)


async def invite(writer: Writer, text: str, due_at: datetime = LONG_AGO) -> None:
    """Queue an invitation with the dialogue that it opens."""
    one = replace(message(text, outbound.INVITATION), due_at=due_at, queued_at=due_at)

    def put(connection: Connection) -> None:
        add_units(connection)
        dialogue_id = new_id()
        connection.execute(
            schema.dialogue.insert().values(
                id=dialogue_id,
                definition="score-comment.v1",
                unit_id=unit_ids(connection)["acuta"],
                hash=one.hash,
                language="fi",
                day=LONG_AGO.date(),
                state="waiting",
                step=0,
                reasked=False,
                replies=0,
            )
        )
        outbound.queue(connection, [replace(one, dialogue_id=dialogue_id)])

    await writer.run(put)


def rows(connection: Connection) -> list[Any]:
    return list(connection.execute(select(schema.outbound).order_by(schema.outbound.c.id)).all())


async def queue(writer: Writer, *messages: Queued) -> None:
    await writer.run(lambda c: outbound.queue(c, messages))


async def report(writer: Writer, id_: str, state: DeliveryState) -> str | None:
    one = Reported(state, "kannel", id_, None, "")
    (found,) = await writer.run(lambda c: outbound.report(c, [one], datetime.now(UTC)))
    return found


async def test_what_is_due_goes_out_once(
    sending: Sending, writer: Writer, kannel: FakeKannel, database: Database
) -> None:
    await queue(writer, message("Kiitos"))
    assert await sending.step() == 1
    assert await sending.step() == 0
    assert kannel.texts == ["Kiitos"]
    (row,) = await database.read(rows)
    assert (row.state, row.provider, row.attempts) == ("accepted", "kannel", 1)


async def test_replies_go_before_invitations(
    writer: Writer, kannel: FakeKannel, session: aiohttp.ClientSession
) -> None:
    settings = settings_of("sqlite:///unused", **ALL_DAY, KORVA_SMS__RATE="1")
    await invite(writer, "ask")
    await queue(writer, message("reply"))
    sending = make(writer, kannel, session, settings)
    await sending.step()
    assert kannel.texts == ["reply"]
    await sending.step()
    assert kannel.texts == ["reply", "ask"]


async def test_nobody_is_asked_at_night_but_everybody_is_answered(
    writer: Writer, kannel: FakeKannel, session: aiohttp.ClientSession
) -> None:
    await invite(writer, "ask")
    await queue(writer, message("reply"))
    sending = make(writer, kannel, session, settings_of("sqlite:///unused", **NOT_NOW))
    while await sending.step():
        continue
    assert kannel.texts == ["reply"]


CHRISTMAS_EVE = datetime(2026, 12, 24, 12, 0, tzinfo=UTC)
BEFORE_NOON = datetime(2026, 12, 22, 9, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "asked"),
    [
        (CHRISTMAS_EVE, []),
        (BEFORE_NOON, []),
        (BEFORE_NOON + timedelta(minutes=1), ["ask"]),
    ],
)
async def test_a_late_question_waits_for_the_hours_that_questions_are_planned_for(
    writer: Writer,
    kannel: FakeKannel,
    session: aiohttp.ClientSession,
    now: datetime,
    asked: list[str],
) -> None:
    await invite(writer, "ask", due_at=now - timedelta(hours=1))
    settings = settings_of("sqlite:///unused", KORVA_ASKING__NOT_BEFORE="12:00:00")
    await replace(make(writer, kannel, session, settings), clock=lambda: now).step()
    assert kannel.texts == asked


async def test_who_opts_out_while_a_failed_question_waits_is_not_asked(
    sending: Sending, writer: Writer, kannel: FakeKannel, database: Database
) -> None:
    kannel.status = 503
    await invite(writer, "ask")
    await sending.step()
    kannel.status = 202
    await writer.run(
        lambda c: c.execute(
            schema.sender.insert().values(hash=b"h" * 16, stopped_at=LONG_AGO, stopped_by="sms")
        )
    )
    await writer.run(lambda c: c.execute(schema.outbound.update().values(due_at=LONG_AGO)))
    await sending.step()
    assert kannel.texts == ["ask"]
    (row,) = await database.read(rows)
    assert (row.state, row.number, row.reason) == ("failed", None, "no longer wanted")


async def test_what_the_operator_can_not_take_now_comes_again_later(
    sending: Sending, writer: Writer, kannel: FakeKannel, database: Database
) -> None:
    kannel.status = 503
    await queue(writer, message("Kiitos"))
    await sending.step()
    (row,) = await database.read(rows)
    assert (row.state, row.claimed_until) == ("queued", None)
    assert row.due_at >= LONG_AGO
    assert "503" in row.reason


async def test_a_reply_that_is_hours_late_is_given_up(
    sending: Sending, writer: Writer, kannel: FakeKannel, database: Database
) -> None:
    kannel.status = 503
    old = datetime.now(UTC) - timedelta(hours=7)
    one = message("Kiitos")
    await queue(writer, Queued(one.id, one.kind, one.hash, one.number, one.text, old, old))
    await sending.step()
    (row,) = await database.read(rows)
    assert (row.state, row.number) == ("failed", None)


async def test_a_delivered_message_gives_up_its_number(
    sending: Sending, writer: Writer, database: Database
) -> None:
    await queue(writer, message("Kiitos"))
    await sending.step()
    (row,) = await database.read(rows)
    assert await report(writer, row.id, DeliveryState.DELIVERED) == "delivered"
    (row,) = await database.read(rows)
    assert (row.state, row.number) == ("delivered", None)


@pytest.mark.parametrize(
    ("reports", "state"),
    [
        ("delivered accepted", "delivered"),
        ("failed delivered", "delivered"),
        ("delivered failed", "delivered"),
        ("accepted accepted delivered delivered", "delivered"),
        ("failed accepted", "failed"),
    ],
)
async def test_reports_out_of_order_only_move_a_message_forward(
    sending: Sending, writer: Writer, database: Database, reports: str, state: str
) -> None:
    await queue(writer, message("Kiitos"))
    await sending.step()
    (row,) = await database.read(rows)
    for one in reports.split():
        await report(writer, row.id, DeliveryState(one))
    assert (await database.read(rows))[0].state == state


async def test_a_report_that_overtakes_the_acceptance_stands(
    writer: Writer, database: Database
) -> None:
    one = message("Kiitos")
    await queue(writer, one)
    await report(writer, one.id, DeliveryState.DELIVERED)
    await writer.run(lambda c: outbound.mark_sent(c, [(one.id, "kannel", None)], LONG_AGO))
    (row,) = await database.read(rows)
    assert (row.state, row.sent_at) == ("delivered", LONG_AGO)


async def test_a_report_of_a_message_never_sent_is_told_as_such(writer: Writer) -> None:
    assert await report(writer, new_id(), DeliveryState.DELIVERED) is None


async def test_a_message_claimed_by_a_process_that_died_is_claimed_again(
    writer: Writer, database: Database
) -> None:
    await queue(writer, message("Kiitos"))
    lease, now = timedelta(minutes=2), datetime.now(UTC)
    first = await writer.run(lambda c: outbound.claim(c, outbound.REPLY, now, lease, 9))
    again = await writer.run(lambda c: outbound.claim(c, outbound.REPLY, now, lease, 9))
    later = await writer.run(lambda c: outbound.claim(c, outbound.REPLY, now + lease, lease, 9))
    assert (len(first), len(again), len(later)) == (1, 0, 1)
    assert later[0]["attempts"] == 2
