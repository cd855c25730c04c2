"""Visits booked: planned with all that belongs to it, or refused."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from gateway.core.conversation.effects import Outcome
from gateway.core.conversation.world import Message
from gateway.core.eligibility import Reason
from gateway.core.unit import parse_unit
from gateway.settings import Settings
from gateway.sms.inbound import conversation_rules, taker
from gateway.sms.invitations import KNOWN, make_plan
from gateway.store.database import Database
from gateway.store.invitations import PLANNED
from gateway.store.schema import dialogue, invitation, response, sender
from gateway.store.schema import outbound as message
from gateway.store.units import import_units, read_units
from gateway.store.writer import Writer
from gateway.texts import load_texts
from tests.integration.asking import NOW, NUMBER, vault
from tests.integration.invitations.county import DUE, HASH, OTHER, VISIT, County


async def test_a_visit_is_planned_with_its_dialogue_and_its_question(county: County) -> None:
    tally = await county.book(VISIT)

    (planned,) = await county.rows(invitation)
    (waiting,) = await county.rows(dialogue)
    (queued,) = await county.rows(message)
    (person,) = await county.rows(sender)
    assert tally.visits == {PLANNED: 1}
    assert (planned["state"], planned["reason"], planned["hash"]) == (PLANNED, "", HASH)
    assert (planned["day"], planned["age_band"]) == (date(2026, 3, 2), "45-64")
    assert (planned["municipality"], planned["service_type"]) == ("Tampere", "pkl")
    assert waiting["invitation_id"] == queued["invitation_id"] == planned["id"]
    assert (waiting["state"], waiting["step"], waiting["asked_at"]) == ("waiting", 0, None)
    assert (waiting["definition"], waiting["language"]) == ("score-comment.v1", "fi")
    assert waiting["unit_id"] == planned["unit_id"] == county.plan.unit_ids["tays"]
    assert (queued["state"], queued["kind"], queued["due_at"]) == ("queued", "invitation", DUE)
    assert queued["dialogue_id"] == waiting["id"]
    assert queued["text"].startswith("Pirha, Tays: Kuinka todennäköisesti suosittelisit")
    assert person["invited_on"] == date(2026, 3, 3)


async def test_an_answer_to_a_planned_question_counts_for_the_visit(county: County) -> None:
    await county.book(VISIT)
    await county.send(DUE)
    rules = conversation_rules(county.plan.settings, vault())
    answer = Message("kannel", "m1", HASH, NUMBER, "9 kiitos", DUE + timedelta(minutes=5))

    outcome = await county.writer.submit(taker(vault(), load_texts(), rules), answer)

    (given,) = await county.rows(response)
    assert outcome is Outcome.ANSWER
    assert (given["score"], given["day"]) == (9, date(2026, 3, 2))
    assert given["unit_id"] == county.plan.unit_ids["tays"]


async def test_the_number_is_encrypted_wherever_it_is_kept(county: County) -> None:
    await county.book(VISIT)

    (waiting,) = await county.rows(dialogue)
    (queued,) = await county.rows(message)
    assert {vault().decrypt(row["number"]) for row in (waiting, queued)} == {NUMBER}
    for table in (invitation, dialogue, message, sender):
        assert "401234567" not in str(await county.rows(table))


@pytest.mark.parametrize(
    ("language", "begins"),
    [("sv", "Pirha, Tays: Hur sannolikt"), ("en", "Pirha, Tays: How likely")],
)
async def test_the_question_is_in_the_language_of_the_record(
    county: County, language: str, begins: str
) -> None:
    await county.book(replace(VISIT, language=language))

    (queued,) = await county.rows(message)
    assert queued["text"].startswith(begins)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"deceased": True}, Reason.DECEASED),
        ({"number": None}, Reason.NOT_MOBILE),
        ({"unit": "mieli"}, Reason.SENSITIVE_UNIT),
        ({"unit": "hatanpaa"}, Reason.UNIT_OFF),
        ({"visited_at": NOW - timedelta(days=20)}, Reason.TOO_OLD),
    ],
)
async def test_a_refused_visit_keeps_nothing_of_the_person(
    county: County, changed: dict[str, Any], reason: Reason
) -> None:
    tally = await county.book(replace(VISIT, **changed))

    (refused,) = await county.rows(invitation)
    assert tally.visits == {reason: 1}
    assert (refused["state"], refused["reason"]) == ("refused", reason)
    assert refused["hash"] is None
    assert refused["age_band"] == refused["municipality"] == refused["service_type"] == ""
    assert all([await county.rows(t) == [] for t in (dialogue, message, sender)])


async def test_all_below_a_sensitive_unit_is_sensitive(
    county: County, database: Database, writer: Writer, settings: Settings
) -> None:
    ward = parse_unit({"id": "ward", "parent": "mieli", "name_fi": "Osasto 3"})
    await writer.run(lambda c: import_units(c, {2: ward}))
    units = await database.read(read_units)
    county.plan = make_plan(settings, vault(), load_texts(), units, NOW)

    assert (await county.book(replace(VISIT, unit="ward"))).visits == {Reason.SENSITIVE_UNIT: 1}


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"unit": "nowhere"}, Reason.UNKNOWN_UNIT),
        ({"visited_at": NOW + timedelta(minutes=1)}, Reason.IN_FUTURE),
    ],
)
async def test_what_may_pass_is_counted_and_not_booked(
    county: County, changed: dict[str, Any], reason: Reason
) -> None:
    assert (await county.book(replace(VISIT, **changed))).visits == {reason: 1}
    assert await county.rows(invitation) == []
    assert (await county.book(VISIT)).visits == {PLANNED: 1}


async def test_a_known_visit_is_passed_over(county: County) -> None:
    refused = replace(OTHER, deceased=True)
    await county.book(VISIT, refused)

    tally = await county.book(VISIT, replace(refused, deceased=False))

    assert tally.visits == {KNOWN: 2}
    assert len(await county.rows(invitation)) == 2
    assert len(await county.rows(message)) == 1


async def test_a_visit_that_is_in_a_file_twice_is_booked_once(county: County) -> None:
    assert (await county.book(VISIT, VISIT)).visits == {PLANNED: 1, KNOWN: 1}
    assert len(await county.rows(message)) == 1
