"""The number that a case keeps, shown to a person, on both databases."""

from dataclasses import replace

import pytest
from casework import PHONE, audited, contact, open_cases, place
from receiving import NOON
from sqlalchemy import Connection

from gateway.core.case import HANDLED
from gateway.core.errors import InputError
from gateway.crypto import Undecipherable, Vault
from gateway.store import cases, schema
from gateway.store.writer import Writer
from tests.integration.asking import vault

NOWHERE = "01930000-0000-7000-8000-000000000099"


@pytest.fixture
async def case_id(writer: Writer) -> str:
    """A contact wish in a dialogue that is still open."""
    await writer.run(lambda c: place(c, dialogue_state="open"))
    (only,) = await writer.run(lambda c: open_cases(c, contact()))
    return only


async def number(
    writer: Writer, case_id: str, *, reason: str = "calls back", keys: Vault | None = None
) -> str:
    keys = keys or vault()
    return await writer.run(lambda c: cases.number(c, keys, case_id, reason, "Aino", NOON))


async def test_it_is_shown_and_noted_with_the_reason(writer: Writer, case_id: str) -> None:
    assert await number(writer, case_id) == PHONE
    subject = f"case {case_id}"
    assert await writer.run(audited) == [("Aino", "number shown", subject, "calls back")]


async def test_it_is_shown_while_somebody_has_the_case_in_hand(
    writer: Writer, case_id: str
) -> None:
    await writer.run(lambda c: cases.acknowledge(c, case_id, "Aino", NOON))
    assert await number(writer, case_id) == PHONE


@pytest.mark.parametrize("reason", ["", " ", "x", "because  ", " call her "])
async def test_without_a_reason_it_is_not_shown(reason: str, writer: Writer, case_id: str) -> None:
    with pytest.raises(InputError, match="say why"):
        await number(writer, case_id, reason=reason)
    assert await writer.run(audited) == []


async def test_that_of_a_closed_case_is_not_shown(writer: Writer, case_id: str) -> None:
    await writer.run(lambda c: cases.close(c, case_id, HANDLED, "Aino", NOON))
    with pytest.raises(InputError, match=f"case {case_id} is closed"):
        await number(writer, case_id)


async def test_an_erased_one_is_told(writer: Writer, case_id: str) -> None:
    await writer.run(erase)
    with pytest.raises(InputError, match=f"the number of case {case_id} is erased"):
        await number(writer, case_id)
    assert await writer.run(audited) == []


def erase(connection: Connection) -> None:
    connection.execute(schema.dialogue.update().values(number=None))


async def test_a_case_that_the_model_opened_has_none(writer: Writer) -> None:
    await writer.run(place)
    (case_id,) = await writer.run(lambda c: open_cases(c, replace(contact(), dialogue_id=None)))
    with pytest.raises(InputError, match="or it never had one"):
        await number(writer, case_id)


async def test_without_its_key_it_is_neither_shown_nor_noted(writer: Writer, case_id: str) -> None:
    with pytest.raises(Undecipherable):
        await number(writer, case_id, keys=replace(vault(), keys=()))
    assert await writer.run(audited) == []


@pytest.mark.parametrize("unknown", [NOWHERE, "contact"])
async def test_an_id_that_nothing_has_is_refused(unknown: str, writer: Writer) -> None:
    with pytest.raises(InputError, match="korva cases list"):
        await number(writer, unknown)
