"""Cases from opening to closing, on both databases."""

from datetime import timedelta

import pytest
from casework import (
    COMMENT,
    DAY,
    NUMBER,
    RESPONSE,
    UNIT,
    audited,
    contact,
    dirty,
    held,
    number,
    open_cases,
    place,
    urgent,
)
from receiving import NOON
from sqlalchemy import Connection

from gateway.core.errors import InputError
from gateway.store import cases, schema
from gateway.store.database import Database
from gateway.store.writer import Writer

LATER = NOON + timedelta(hours=1)
NOWHERE = "01930000-0000-7000-8000-000000000099"


@pytest.fixture
async def case_id(writer: Writer) -> str:
    """An urgent case whose dialogue has ended."""
    await writer.run(place)
    (only,) = await writer.run(lambda c: open_cases(c, urgent()))
    return only


async def close(writer: Writer, case_id: str, outcome: str) -> None:
    await writer.run(lambda c: cases.close(c, case_id, outcome, "Aino", LATER))


async def test_a_case_is_opened_once_for_a_response(writer: Writer, case_id: str) -> None:
    assert await writer.run(lambda c: open_cases(c, urgent(), urgent())) == [case_id]


async def test_one_response_can_open_cases_of_two_kinds(writer: Writer, case_id: str) -> None:
    assert len(await writer.run(lambda c: open_cases(c, urgent(), contact()))) == 2


async def test_a_batch_without_cases_opens_none(writer: Writer) -> None:
    assert await writer.run(open_cases) == []


async def test_the_same_text_does_not_open_a_closed_case_again(
    writer: Writer, case_id: str
) -> None:
    await close(writer, case_id, "kept apart")
    assert await writer.run(lambda c: open_cases(c, urgent())) == []


async def test_a_later_text_opens_a_closed_case_again(writer: Writer, case_id: str) -> None:
    await close(writer, case_id, "kept apart")
    assert await writer.run(lambda c: open_cases(c, urgent(LATER))) == [case_id]


async def test_a_later_text_has_an_acknowledged_case_alerted_again(
    database: Database, writer: Writer, case_id: str
) -> None:
    await writer.run(lambda c: cases.acknowledge(c, case_id, "Aino", NOON))
    await writer.run(lambda c: open_cases(c, urgent(LATER)))
    (one,) = await database.read(cases.listed)
    assert (one.state, one.opened_at) == ("open", LATER)


async def show(writer: Writer, case_id: str) -> cases.Shown:
    return await writer.run(lambda c: cases.show(c, case_id, "Aino", LATER))


async def test_a_case_shows_its_answer(writer: Writer, case_id: str) -> None:
    shown = await show(writer, case_id)
    assert (shown.case.unit, shown.score, shown.comment) == ("Päivystys", 2, COMMENT)
    assert shown.sentiment is None


async def test_a_case_shows_what_the_model_said(writer: Writer, case_id: str) -> None:
    await writer.run(label)
    shown = await show(writer, case_id)
    assert (shown.sentiment, shown.intent) == ("negative", "criticism")
    assert shown.topics == [["access", "negative", 0.9]]


def label(connection: Connection) -> None:
    connection.execute(
        schema.label.insert().values(
            response_id=RESPONSE,
            sentiment="negative",
            topics=[["access", "negative", 0.9]],
            intent="criticism",
            urgent=True,
            confidence=0.9,
            unsure=False,
            model_version="m1",
            labelled_at=NOON,
        )
    )


async def test_showing_is_written_to_the_audit_log(writer: Writer, case_id: str) -> None:
    await show(writer, case_id)
    assert await writer.run(audited) == [("Aino", "case shown", f"case {case_id}", "")]


async def test_acknowledging_is_written_to_the_audit_log(writer: Writer, case_id: str) -> None:
    await writer.run(lambda c: cases.acknowledge(c, case_id, "Aino", NOON))
    subject = f"case {case_id}"
    assert await writer.run(audited) == [("Aino", "case acknowledged", subject, "")]


async def test_the_second_to_acknowledge_hears_that_somebody_has_it(
    writer: Writer, case_id: str
) -> None:
    await writer.run(lambda c: cases.acknowledge(c, case_id, "Aino", NOON))
    with pytest.raises(InputError, match="is acknowledged already"):
        await writer.run(lambda c: cases.acknowledge(c, case_id, "Eino", NOON))


async def test_closing_is_written_to_the_audit_log(writer: Writer, case_id: str) -> None:
    await close(writer, case_id, "counted")
    subject = f"case {case_id}"
    assert await writer.run(audited) == [("Aino", "case closed", subject, "counted")]


async def test_an_urgent_answer_that_is_counted_enters_the_figures(
    writer: Writer, case_id: str
) -> None:
    await close(writer, case_id, "counted")
    assert await writer.run(held) == ""
    assert await writer.run(dirty) == [(UNIT, DAY)]


async def test_an_urgent_answer_that_is_kept_apart_stays_out_of_them(
    writer: Writer, case_id: str
) -> None:
    await close(writer, case_id, "kept apart")
    assert await writer.run(held) == "urgent"
    assert await writer.run(dirty) == []


@pytest.mark.parametrize("outcome", ["handled", "ignored", ""])
async def test_an_urgent_case_ends_in_no_other_way(
    outcome: str, writer: Writer, case_id: str
) -> None:
    with pytest.raises(InputError, match='"counted" or "kept apart"'):
        await close(writer, case_id, outcome)
    assert await writer.run(audited) == []


async def test_a_contact_wish_says_nothing_about_its_answer(writer: Writer, case_id: str) -> None:
    _, wish = await writer.run(lambda c: open_cases(c, contact(LATER)))
    with pytest.raises(InputError, match='"handled"'):
        await close(writer, wish, "counted")
    await close(writer, wish, "handled")
    assert await writer.run(held) == "urgent"


async def test_a_closed_case_is_closed_once(writer: Writer, case_id: str) -> None:
    await close(writer, case_id, "kept apart")
    with pytest.raises(InputError, match="is closed already"):
        await close(writer, case_id, "counted")
    assert await writer.run(held) == "urgent"


async def test_a_closed_case_can_not_be_acknowledged(writer: Writer, case_id: str) -> None:
    await close(writer, case_id, "kept apart")
    with pytest.raises(InputError, match="is closed already"):
        await writer.run(lambda c: cases.acknowledge(c, case_id, "Aino", NOON))


async def test_the_number_goes_with_the_last_case_of_a_dialogue_that_is_over(
    writer: Writer, case_id: str
) -> None:
    _, wish = await writer.run(lambda c: open_cases(c, contact(LATER)))
    await close(writer, case_id, "counted")
    assert await writer.run(number) == NUMBER
    await close(writer, wish, "handled")
    assert await writer.run(number) is None


async def test_an_open_dialogue_keeps_its_number(writer: Writer) -> None:
    await writer.run(lambda c: place(c, dialogue_state="open"))
    (case_id,) = await writer.run(lambda c: open_cases(c, urgent()))
    await close(writer, case_id, "counted")
    assert await writer.run(number) == NUMBER


async def test_closed_cases_are_listed_on_demand(
    database: Database, writer: Writer, case_id: str
) -> None:
    await close(writer, case_id, "counted")
    assert await database.read(cases.listed) == []
    (one,) = await database.read(cases.listed, with_closed=True)
    assert (one.id, one.outcome, one.closed_at) == (case_id, "counted", LATER)


@pytest.mark.parametrize("unknown", [NOWHERE, "urgent", ""])
async def test_an_id_that_nothing_has_is_refused(unknown: str, writer: Writer) -> None:
    with pytest.raises(InputError, match="korva cases list"):
        await show(writer, unknown)
    with pytest.raises(InputError, match="korva cases list"):
        await writer.run(lambda c: cases.acknowledge(c, unknown, "Aino", NOON))
    with pytest.raises(InputError, match="korva cases list"):
        await close(writer, unknown, "counted")


async def test_cases_are_counted_by_kind_and_state(
    database: Database, writer: Writer, case_id: str
) -> None:
    await writer.run(lambda c: open_cases(c, contact()))
    await writer.run(lambda c: cases.acknowledge(c, case_id, "Aino", NOON))
    counts = await database.read(cases.counts)
    assert counts == {("urgent", "acknowledged"): 1, ("contact", "open"): 1}
