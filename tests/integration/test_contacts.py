"""Contact wishes and misuse: details apart and encrypted, answers held until somebody decides."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection, select, update

from gateway import intake
from gateway.core.case import CONTACT, COUNTED, HANDLED, KEPT_APART, MISUSE, URGENT, OpenedCase
from gateway.core.errors import InputError
from gateway.store import alerts, cases, contacts
from gateway.store.database import Database
from gateway.store.schema import audit, case, contact, response
from gateway.store.writer import Writer
from tests.integration.answers import answer, unit_ids
from tests.integration.asking import NOW, add_units, rows, vault

DETAILS = {"name": "Aino", "phone": "040 1234567"}


@pytest.fixture
async def county(writer: Writer) -> Writer:
    await writer.run(add_units)
    return writer


def wish(connection: Connection, *kinds: str, held: str = "") -> dict[str, str]:
    """An answer with cases of these kinds; their ids by kind."""
    unit = unit_ids(connection)["acuta"]
    id_ = answer(connection, comment="Soittakaa", held=held)
    opened = [OpenedCase(kind, unit, id_, None, NOW) for kind in kinds]
    intake.put(connection, [], opened, [contacts.wish(vault(), id_, DETAILS, NOW)])
    return {row.kind: row.id for row in connection.execute(select(case.c.kind, case.c.id))}


def held(connection: Connection) -> list[str]:
    return list(connection.scalars(select(response.c.held)))


async def test_contact_details_are_shown_with_a_reason_and_that_is_noted(county: Writer) -> None:
    made = await county.run(lambda c: wish(c, CONTACT))
    shown = await county.run(
        lambda c: cases.contact(c, vault(), made[CONTACT], "soitto pyynnöstä", "anna", NOW)
    )
    assert shown == DETAILS
    (noted,) = await county.run(lambda c: rows(c, audit))
    assert (noted["action"], noted["detail"]) == ("contact shown", "soitto pyynnöstä")


async def test_contact_details_are_not_shown_without_a_reason(county: Writer) -> None:
    made = await county.run(lambda c: wish(c, CONTACT))
    with pytest.raises(InputError, match="say why"):
        await county.run(lambda c: cases.contact(c, vault(), made[CONTACT], " ", "anna", NOW))


async def test_contact_details_are_no_plain_text_in_the_database(county: Writer) -> None:
    await county.run(lambda c: wish(c, CONTACT))
    (kept,) = await county.run(lambda c: rows(c, contact))
    assert b"Aino" not in kept["cipher"]
    assert b"040" not in kept["cipher"]


async def test_contact_details_are_erased_when_the_last_case_ends(
    county: Writer, database: Database
) -> None:
    made = await county.run(lambda c: wish(c, CONTACT, URGENT))
    await county.run(lambda c: cases.close(c, made[URGENT], COUNTED, "anna", NOW))
    assert len(await database.read(lambda c: rows(c, contact))) == 1
    await county.run(lambda c: cases.close(c, made[CONTACT], HANDLED, "anna", NOW))
    assert await database.read(lambda c: rows(c, contact)) == []
    with pytest.raises(InputError, match="erased"):
        await county.run(
            lambda c: cases.contact(c, vault(), made[CONTACT], "soitto pyynnöstä", "anna", NOW)
        )


async def test_nobody_is_alerted_of_misuse(county: Writer) -> None:
    await county.run(lambda c: wish(c, MISUSE, held="copy"))
    later = NOW + timedelta(days=1)
    assert await county.run(lambda c: alerts.claim_due(c, later, timedelta(minutes=1))) == []


async def test_misuse_that_was_none_is_counted(county: Writer, database: Database) -> None:
    made = await county.run(lambda c: wish(c, MISUSE, held="fast"))
    await county.run(lambda c: cases.close(c, made[MISUSE], COUNTED, "anna", NOW))
    assert await database.read(held) == [""]


async def test_an_answer_that_two_cases_hold_is_counted_when_both_let_it_go(
    county: Writer, database: Database
) -> None:
    made = await county.run(lambda c: wish(c, MISUSE, URGENT, held="urgent"))
    await county.run(lambda c: cases.close(c, made[URGENT], COUNTED, "anna", NOW))
    assert await database.read(held) == ["urgent"]
    await county.run(lambda c: cases.close(c, made[MISUSE], COUNTED, "anna", NOW))
    assert await database.read(held) == [""]


async def test_a_wave_of_misuse_is_decided_at_once(county: Writer, database: Database) -> None:
    await county.run(lambda c: [wish(c, MISUSE, held="copy") for _ in range(3)])
    closed = await county.run(lambda c: cases.sweep(c, None, KEPT_APART, "anna", NOW))
    assert closed == 3
    assert await database.read(held) == ["copy"] * 3


async def test_a_sweep_leaves_other_units_and_kinds_alone(county: Writer) -> None:
    await county.run(lambda c: wish(c, MISUSE, URGENT, held="copy"))
    elsewhere = await county.run(lambda c: unit_ids(c)["tays"])
    assert await county.run(lambda c: cases.sweep(c, elsewhere, COUNTED, "a", NOW)) == 0
    await county.run(lambda c: c.execute(update(case).values(unit_id=elsewhere)))
    assert await county.run(lambda c: cases.sweep(c, elsewhere, COUNTED, "a", NOW)) == 1
