"""Labelling: the real child with the bundled model, killed, poisoned, absent."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import Connection, select

from gateway.classify import Classifying
from gateway.settings import Classifier
from gateway.store import labels
from gateway.store.database import Database
from gateway.store.schema import case, dirty, label, response
from gateway.store.writer import Writer
from gateway.workers import Bell
from tests.integration.answers import answer
from tests.integration.asking import NOW, add_units

LEASE = timedelta(minutes=5)
READ: dict[str, Any] = {
    "sentiment": "negative",
    "topics": [{"id": "access", "polarity": "negative", "confidence": 0.9}],
    "intent": "criticism",
    "urgent": False,
    "confidence": 0.8,
    "unsure": False,
    "model_version": "test",
}


@pytest_asyncio.fixture
async def county(writer: Writer) -> Writer:
    await writer.run(add_units)
    return writer


@pytest_asyncio.fixture
async def classifying(county: Writer) -> AsyncIterator[Classifying]:
    opened = Classifying(Classifier(), county, Bell())
    yield opened
    await opened.close()


def labelled(connection: Connection) -> list[Any]:
    return list(connection.execute(select(label)).all())


def states(connection: Connection) -> list[str]:
    return list(connection.scalars(select(response.c.labelling).order_by(response.c.id)))


async def test_comments_get_labels_and_their_days_are_counted_again(
    county: Writer, database: Database, classifying: Classifying
) -> None:
    for comment in ("Ystävällinen hoitaja", "Jonotin neljä tuntia", "👍"):
        await county.run(lambda c, comment=comment: answer(c, comment=comment))
    await county.run(lambda c: c.execute(dirty.delete()))
    assert await classifying.step() == 2
    assert await classifying.step() == 0
    assert len(await database.read(labelled)) == 2
    assert await database.read(states) == ["done", "done", "none"]
    assert len(await database.read(lambda c: c.execute(select(dirty)).all())) == 1


async def test_a_killed_child_is_started_again_and_nothing_is_lost(
    county: Writer, database: Database, classifying: Classifying
) -> None:
    await county.run(lambda c: answer(c, comment="Hyvä palvelu"))
    assert await classifying.step() == 1
    await county.run(lambda c: answer(c, comment="Huono palvelu"))
    reader = classifying._reader
    assert reader is not None
    reader._process.kill()
    while len(await database.read(labelled)) < 2:
        assert await classifying.step() == 1
    assert await database.read(states) == ["done", "done"]


async def test_without_a_model_comments_wait_and_the_remedy_is_named(
    county: Writer, database: Database
) -> None:
    await county.run(lambda c: answer(c, comment="Hyvä"))
    classifying = Classifying(Classifier(model="/nowhere"), county, Bell())
    assert await classifying.step() == 0
    assert classifying.problem is not None
    assert "/nowhere" in classifying.problem
    assert await database.read(states) == ["pending"]


async def test_a_comment_that_readers_die_of_is_read_alone_and_then_set_aside(
    county: Writer, database: Database
) -> None:
    for comment in ("poison", "good"):
        await county.run(lambda c, comment=comment: answer(c, comment=comment))
    sizes = []
    for _ in range(8):
        waiting = await county.run(lambda c: labels.claim(c, NOW, LEASE, 10))
        if not waiting:
            break
        sizes.append(len(waiting))
        well = [(one, READ) for one in waiting if one.comment == "good" and len(waiting) == 1]
        died = [one for one in waiting if not well]
        await county.run(lambda c, well=well: labels.book(c, well, NOW))
        await county.run(lambda c, died=died: labels.release(c, died))
    assert sizes[0] == 2
    assert set(sizes[1:]) == {1}
    assert sorted(await database.read(states)) == ["done", "set aside"]


async def test_the_label_of_a_comment_that_changed_meanwhile_is_not_booked(
    county: Writer, database: Database
) -> None:
    await county.run(lambda c: answer(c, key="one", comment="Hyvä"))
    waiting = await county.run(lambda c: labels.claim(c, NOW, LEASE, 10))
    await county.run(lambda c: answer(c, key="one", comment="Hyvä. Tai ei."))
    assert await county.run(lambda c: labels.book(c, [(waiting[0], READ)], NOW)) == 0
    assert await database.read(states) == ["pending"]


async def test_what_the_model_calls_urgent_opens_a_case_and_holds_the_answer(
    county: Writer, database: Database
) -> None:
    await county.run(lambda c: answer(c, comment="en jaksa"))
    waiting = await county.run(lambda c: labels.claim(c, NOW, LEASE, 10))
    urgent = {**READ, "urgent": True}
    await county.run(lambda c: labels.book(c, [(waiting[0], urgent)], NOW))
    assert await database.read(lambda c: c.scalar(select(case.c.kind))) == "urgent"
    assert await database.read(lambda c: c.scalar(select(response.c.held))) == "urgent"


@pytest.mark.parametrize(("intent", "kinds"), [("complaint", ["complaint"]), ("thanks", [])])
async def test_a_formal_complaint_opens_a_case(
    county: Writer, database: Database, intent: str, kinds: list[str]
) -> None:
    await county.run(lambda c: answer(c, comment="teen muistutuksen"))
    waiting = await county.run(lambda c: labels.claim(c, NOW, LEASE, 10))
    await county.run(lambda c: labels.book(c, [(waiting[0], {**READ, "intent": intent})], NOW))
    assert await database.read(lambda c: list(c.scalars(select(case.c.kind)))) == kinds
