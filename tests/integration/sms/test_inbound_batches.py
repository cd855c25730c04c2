"""Messages lead to the same whether they are taken one by one or many in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, event, select

from gateway.core.conversation.effects import Outcome
from gateway.core.conversation.joining import Part
from gateway.core.conversation.world import Message
from gateway.sms.inbound import conversation_rules, new_id, taker
from gateway.sms.invitations import Plan, make_plan
from gateway.store import schema
from gateway.store.units import read_units
from gateway.store.writer import Batch, Writer
from gateway.texts import load_texts
from tests.integration.asked import ask, visit
from tests.integration.asking import add_units, settings_of, vault

AT_ONCE = {
    "KORVA_ASKING__DELAY_DAYS": "0",
    "KORVA_ASKING__NOT_BEFORE": "00:00:00",
    "KORVA_ASKING__QUIET_UNTIL": "00:00:00",
    "KORVA_ASKING__QUIET_FROM": "23:59:59.999999",
    "KORVA_ASKING__ON_HOLIDAYS": "true",
}
CODE = "7K3QX9A"
SETTINGS = settings_of("sqlite:///unused", **AT_ONCE)
PEOPLE = 3

_runs = count(1)


@dataclass(frozen=True, slots=True)
class Said:
    """A text of one of the people, perhaps a part of one. Equal ids are the operator's repeats."""

    who: int
    id: int
    text: str
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """Where messages are taken; the first two of the people have just been asked."""

    writer: Writer
    plan: Plan
    take: Batch[Message, Outcome]

    async def hear(self, batches: Sequence[Sequence[Said]]) -> "Heard":
        """Take these batches from people nobody has heard of, each in a transaction of its own."""
        run, now = next(_runs), datetime.now(UTC)
        numbers = [f"+35844{run:04}{one:03}" for one in range(PEOPLE)]
        visits = [visit(number, "acuta", number, now) for number in numbers[:2]]
        await self.writer.run(lambda c: ask(c, self.plan, visits, now))
        outcomes: list[Outcome] = []
        seconds = count(1)
        for batch in batches:
            messages = [
                _message(run, numbers[said.who], said, now + timedelta(seconds=next(seconds)))
                for said in batch
            ]
            outcomes += await self.writer.run(lambda c, m=messages: list(self.take(c, m)))
        hashes = [vault().hash(number) for number in numbers]
        return Heard(outcomes, await self.writer.run(lambda c: _left(c, hashes)))


@dataclass(frozen=True, slots=True)
class Heard:
    """What became of the messages, and what is left of them in the store, person by person."""

    outcomes: Sequence[Outcome]
    left: Sequence[Any]


def _message(run: int, number: str, said: Said, at: datetime) -> Message:
    hash_ = vault().hash(number)
    return Message("kannel", f"{run}-{said.id}", hash_, number, said.text, at, said.part)


def _left(connection: Connection, hashes: Sequence[bytes]) -> Sequence[Any]:
    return [_of_one(connection, hash_) for hash_ in hashes]


def _of_one(connection: Connection, hash_: bytes) -> Sequence[Any]:
    sender, dialogue, response = schema.sender.c, schema.dialogue.c, schema.response.c
    outbound, case, part = schema.outbound.c, schema.case.c, schema.part.c
    threads = select(dialogue.id).where(dialogue.hash == hash_)
    queries = (
        select(sender.stopped_at.is_(None), sender.stopped_by, sender.greeted_at.is_(None)).where(
            sender.hash == hash_
        ),
        select(dialogue.state, dialogue.step, dialogue.reasked, dialogue.replies)
        .where(dialogue.hash == hash_)
        .order_by(dialogue.id),
        select(
            response.score, response.comment, response.channel, response.held, response.labelling
        )
        .where(response.key.in_(threads))
        .order_by(response.id),
        select(outbound.kind, outbound.text, outbound.step, outbound.state)
        .where(outbound.hash == hash_)
        .order_by(outbound.id),
        select(case.kind, case.state).where(case.dialogue_id.in_(threads)).order_by(case.id),
        select(part.reference, part.number).where(part.hash == hash_).order_by(part.number),
    )
    return [list(map(tuple, connection.execute(query))) for query in queries]


@pytest_asyncio.fixture
async def desk(writer: Writer) -> Desk:
    await writer.run(add_units)
    await writer.run(_add_touchpoint)
    plan = await writer.run(_plan)
    take = taker(vault(), load_texts(), conversation_rules(SETTINGS, vault()))
    return Desk(writer, plan, take)


def _plan(connection: Connection) -> Plan:
    units = read_units(connection)
    return make_plan(SETTINGS, vault(), load_texts(), units, datetime.now(UTC))


def _add_touchpoint(connection: Connection) -> None:
    unit = connection.scalar(select(schema.unit.c.id).where(schema.unit.c.key == "tays"))
    connection.execute(
        schema.touchpoint.insert().values(
            id=new_id(),
            code=CODE,
            kind="card",
            unit_id=unit,
            state="active",
            created_at=datetime.now(UTC),
        )
    )


TEXTS = (
    "9",
    "10 kiitos kaikille",
    "8-9",
    "en osaa sanoa",
    "Hoitaja oli ystävällinen",
    "ei kiitos",
    "STOP",
    "3 stop",
    "ALOITA",
    "väärä numero",
    "kuka tämän lähetti?",
    "Soittakaa minulle",
    "rintaan sattuu ja on vaikea hengittää",
    "",
    "😀",
    f"{CODE} 7 hyvin meni",
    CODE,
)
_parts = st.builds(
    lambda who, id_, index: Said(who, id_, ("9 pitkä ", "vastaus")[index], Part("a", index + 1, 2)),
    st.integers(0, PEOPLE - 1),
    st.integers(100, 104),
    st.integers(0, 1),
)
_whole = st.builds(Said, st.integers(0, PEOPLE - 1), st.integers(0, 9), st.sampled_from(TEXTS))
_messages = st.lists(_whole | _parts, min_size=2, max_size=8)
_groupings = st.lists(st.booleans(), min_size=8, max_size=8)


def grouped(messages: Sequence[Said], cuts: Sequence[bool]) -> Sequence[Sequence[Said]]:
    """The messages in batches: a new one begins where there is a cut."""
    batches: list[list[Said]] = []
    for message, cut in zip(messages, cuts, strict=False):
        if cut or not batches:
            batches.append([])
        batches[-1].append(message)
    return batches


#: The database outlives the examples: each has people of its own.
_shared = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@settings(_shared, max_examples=60)
@given(messages=_messages, cuts=_groupings)
@example(messages=[Said(0, 1, "9"), Said(0, 2, "Hyvä hoito")], cuts=[False] * 8)
async def test_any_grouping_on_sqlite(desk: Desk, messages: list[Said], cuts: list[bool]) -> None:
    one_by_one = await desk.hear([[message] for message in messages])
    assert await desk.hear(grouped(messages, cuts)) == one_by_one


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@settings(_shared, max_examples=20)
@given(messages=_messages, cuts=_groupings)
async def test_any_grouping_on_postgresql(
    desk: Desk, messages: list[Said], cuts: list[bool]
) -> None:
    one_by_one = await desk.hear([[message] for message in messages])
    assert await desk.hear(grouped(messages, cuts)) == one_by_one


async def test_two_messages_of_one_sender_in_a_batch_follow_each_other(desk: Desk) -> None:
    heard = await desk.hear([[Said(0, 1, "9"), Said(0, 2, "Hoitaja oli ystävällinen")]])
    _, (dialogue,), (response,), (question, follow_up, thanks), *_ = heard.left[0]
    assert heard.outcomes == [Outcome.ANSWER, Outcome.ANSWER]
    assert dialogue[0] == "ended"
    assert response[:2] == (9, "Hoitaja oli ystävällinen")
    assert question[0] == "invitation"
    assert follow_up[1].startswith("Kiitos! Mikä meni hyvin?")
    assert thanks[1].startswith("Kiitos palautteestasi.")


async def test_a_repeated_id_in_a_batch_is_taken_once(desk: Desk) -> None:
    heard = await desk.hear([[Said(0, 1, "9"), Said(0, 1, "9"), Said(1, 2, "3")]])
    assert heard.outcomes == [Outcome.ANSWER, Outcome.DUPLICATE, Outcome.ANSWER]


async def test_a_copy_under_another_id_in_a_batch_is_taken_once(desk: Desk) -> None:
    heard = await desk.hear([[Said(0, 1, "9"), Said(0, 2, "9")]])
    assert heard.outcomes == [Outcome.ANSWER, Outcome.COPY]


@pytest.mark.parametrize("cuts", [[False] * 3, [True] * 3], ids=["a batch", "one by one"])
async def test_a_reference_used_again_begins_another_message(desk: Desk, cuts: list[bool]) -> None:
    parts = [
        Said(0, 1, "9 ensin jotain", Part("a", 1, 2)),
        Said(0, 2, "3 sitten ", Part("a", 1, 2)),
        Said(0, 3, "muuta", Part("a", 2, 2)),
    ]
    heard = await desk.hear(grouped(parts, cuts))
    _, _, (response,), _, _, waiting = heard.left[0]
    assert heard.outcomes == [Outcome.PART, Outcome.PART, Outcome.ANSWER]
    assert response[:2] == (3, "sitten muuta")
    assert waiting == []


@pytest.mark.parametrize("cuts", [[False] * 3, [True] * 3], ids=["a batch", "one by one"])
async def test_a_part_that_comes_after_the_whole_waits(desk: Desk, cuts: list[bool]) -> None:
    parts = [
        Said(0, 1, "9 ensin ", Part("a", 1, 2)),
        Said(0, 2, "jotain", Part("a", 2, 2)),
        Said(0, 3, "sitten muuta", Part("a", 2, 2)),
    ]
    heard = await desk.hear(grouped(parts, cuts))
    assert heard.outcomes == [Outcome.PART, Outcome.ANSWER, Outcome.PART]
    assert heard.left[0][-1] == [("a", 2)]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_no_statement_of_a_batch_reads_a_whole_table(desk: Desk) -> None:
    statements: dict[str, Any] = {}

    def note(_c: Any, _cursor: Any, statement: str, bound: Any, _x: Any, many: bool) -> None:
        statements.setdefault(statement, bound[0] if many else bound)

    def hear_all(connection: Connection) -> list[str]:
        event.listen(connection, "before_cursor_execute", note)
        texts = [Said(number % PEOPLE, number, text) for number, text in enumerate(TEXTS)]
        texts += [Said(2, 90 + index, "osa", Part("a", index, 2)) for index in (1, 2)]
        numbers = [f"+3584499999{one}" for one in range(PEOPLE)]
        now = datetime.now(UTC)
        ask(connection, desk.plan, [visit(one, "acuta", one, now) for one in numbers[:2]], now)
        statements.clear()
        desk.take(connection, [_message(0, numbers[one.who], one, now) for one in texts])
        return [
            f"{line[-1]}: {statement}"
            for statement, bound in list(statements.items())
            for line in connection.exec_driver_sql(f"explain query plan {statement}", bound)
        ]

    plans = await desk.writer.run(hear_all)
    scans = tuple(f"SCAN {table}" for table in schema.metadata.tables)
    assert [plan for plan in plans if plan.startswith(scans)] == []
    assert len(statements) > 10
