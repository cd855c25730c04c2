"""Visits withdrawn, numbers put on the stop list."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from gateway.core.eligibility import Reason
from gateway.core.errors import InputError
from gateway.sms.invitations import KNOWN
from gateway.store import stop_list
from gateway.store.invitations import PLANNED
from gateway.store.schema import audit, dialogue, invitation, sender
from gateway.store.schema import outbound as message
from gateway.store.withdrawals import withdraw
from gateway.store.writer import Writer
from tests.integration.asking import NOW
from tests.integration.invitations.county import DUE, EVENING, HASH, VISIT, County


async def test_a_withdrawn_visit_is_not_asked_about_and_leaves_nothing(
    county: County, writer: Writer
) -> None:
    await county.book(VISIT)

    assert await writer.run(lambda c: withdraw(c, ("lifecare", "v1"), "anna", NOW))

    (withdrawn,) = await county.rows(invitation)
    (ended,) = await county.rows(dialogue)
    (cancelled,) = await county.rows(message)
    (person,) = await county.rows(sender)
    (noted,) = await county.rows(audit)
    assert (withdrawn["state"], withdrawn["reason"]) == ("refused", "withdrawn")
    assert (withdrawn["hash"], withdrawn["municipality"]) == (None, "")
    assert (ended["state"], ended["number"], ended["hash"]) == ("cancelled", None, None)
    assert (cancelled["state"], cancelled["number"]) == ("cancelled", None)
    assert person["invited_on"] is None
    assert (noted["actor"], noted["action"]) == ("anna", "visit withdrawn")


async def test_after_a_withdrawn_visit_the_next_is_asked_about(
    county: County, writer: Writer
) -> None:
    await county.book(VISIT)
    await writer.run(lambda c: withdraw(c, ("lifecare", "v1"), "anna", NOW))

    assert (await county.book(EVENING)).visits == {PLANNED: 1}
    assert (await county.book(VISIT)).visits == {KNOWN: 1}


async def test_a_refused_visit_needs_no_withdrawing(county: County, writer: Writer) -> None:
    await county.book(replace(VISIT, deceased=True))

    assert not await writer.run(lambda c: withdraw(c, ("lifecare", "v1"), "anna", NOW))
    assert await county.rows(audit) == []


async def test_it_is_too_late_to_withdraw_what_has_gone_out(county: County, writer: Writer) -> None:
    await county.book(VISIT)
    await county.send(DUE)

    with pytest.raises(InputError, match="too late"):
        await writer.run(lambda c: withdraw(c, ("lifecare", "v1"), "anna", DUE))
    assert (await county.states())["v1"] == ("asked", "")


async def test_an_unknown_visit_cannot_be_withdrawn(writer: Writer) -> None:
    with pytest.raises(InputError, match="visit v1 of lifecare is unknown"):
        await writer.run(lambda c: withdraw(c, ("lifecare", "v1"), "anna", NOW))


async def test_an_opt_out_of_the_staff_takes_back_what_is_planned(
    county: County, writer: Writer
) -> None:
    await county.book(VISIT)

    assert await writer.run(lambda c: stop_list.enter(c, HASH, "anna", NOW))

    (person,) = await county.rows(sender)
    assert (person["stopped_at"], person["stopped_by"]) == (NOW, "staff")
    assert await county.states() == {"v1": ("refused", "opted out")}
    assert [row["state"] for row in await county.rows(message)] == ["cancelled"]
    assert (await county.book(EVENING)).visits == {Reason.OPTED_OUT: 1}


async def test_an_opt_out_of_the_staff_ends_an_open_dialogue(
    county: County, writer: Writer
) -> None:
    await county.book(VISIT)
    await county.send(DUE)

    await writer.run(lambda c: stop_list.enter(c, HASH, "anna", DUE))

    (ended,) = await county.rows(dialogue)
    assert (ended["state"], ended["number"]) == ("stopped", None)


async def test_an_opt_out_is_entered_and_undone_once(county: County, writer: Writer) -> None:
    async def change(how: Any) -> bool:
        return await writer.run(lambda c: how(c, HASH, "anna", NOW))

    changes = (stop_list.undo, stop_list.enter, stop_list.enter, stop_list.undo, stop_list.undo)
    assert [await change(how) for how in changes] == [False, True, False, True, False]
    noted = [(row["action"], row["subject"]) for row in await county.rows(audit)]
    assert noted == [("opt-out entered", "stop list"), ("opt-out undone", "stop list")]
    assert (await county.book(VISIT)).visits == {PLANNED: 1}


async def test_an_opt_out_by_sms_keeps_its_own_date(county: County, writer: Writer) -> None:
    by_sms = {"hash": HASH, "stopped_at": NOW - timedelta(days=9), "stopped_by": "sms"}
    await writer.run(lambda c: c.execute(sender.insert(), by_sms))

    await writer.run(lambda c: stop_list.enter(c, HASH, "anna", NOW))

    (person,) = await county.rows(sender)
    assert (person["stopped_at"], person["stopped_by"]) == (NOW - timedelta(days=9), "sms")
