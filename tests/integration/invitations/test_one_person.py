"""Several visits of one person: who is asked about which."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest

from gateway.core.eligibility import Reason, Visit
from gateway.sms.invitations import KNOWN
from gateway.store import outbound
from gateway.store.database import Database, open_database
from gateway.store.invitations import PLANNED
from gateway.store.schema import outbound as message
from gateway.store.schema import sender
from gateway.store.writer import Writer, open_writer
from tests.integration.asking import NOW
from tests.integration.invitations.county import DUE, EVENING, LEASE, OTHER, VISIT, County


@pytest.mark.parametrize("order", [(VISIT, EVENING), (EVENING, VISIT)])
async def test_of_a_days_visits_only_the_last_is_asked_about(
    county: County, order: tuple[Visit, Visit]
) -> None:
    await county.book(*order)

    assert await county.states() == {"v1": ("refused", "later visit"), "v2": (PLANNED, "")}
    assert [row["state"] for row in await county.rows(message)] == ["queued"]


async def test_a_later_visit_takes_the_place_of_one_planned_earlier(county: County) -> None:
    await county.book(VISIT)

    tally = await county.book(EVENING)

    assert (tally.visits, tally.taken_back) == ({PLANNED: 1}, {Reason.LATER_VISIT: 1})
    assert await county.states() == {"v1": ("refused", "later visit"), "v2": (PLANNED, "")}
    earlier, later = await county.rows(message)
    assert (earlier["state"], earlier["number"], earlier["hash"]) == ("cancelled", None, None)
    assert later["state"] == "queued"
    (person,) = await county.rows(sender)
    assert person["invited_on"] == date(2026, 3, 3)


async def test_an_earlier_visit_that_comes_later_changes_nothing(county: County) -> None:
    await county.book(EVENING)

    assert (await county.book(VISIT)).visits == {Reason.LATER_VISIT: 1}
    assert [row["state"] for row in await county.rows(message)] == ["queued"]


async def test_a_later_visit_that_may_not_be_asked_about_replaces_nothing(county: County) -> None:
    await county.book(VISIT)

    tally = await county.book(replace(EVENING, unit="mieli"))

    assert tally.visits == {Reason.SENSITIVE_UNIT: 1}
    assert (await county.states())["v1"] == (PLANNED, "")


async def test_what_is_being_sent_is_not_taken_back(county: County, writer: Writer) -> None:
    await county.book(VISIT)
    await writer.run(lambda c: outbound.claim(c, outbound.INVITATION, DUE, LEASE, 10))

    tally = await county.book(EVENING, now=DUE)

    assert tally.visits == {Reason.REST_PERIOD: 1}
    assert (await county.states())["v1"] == (PLANNED, "")


async def test_a_day_whose_question_went_out_gets_no_second_one(
    county: County, database: Database
) -> None:
    asking = county.plan.settings.asking.model_copy(update={"rest_days": 0})
    settings = county.plan.settings.model_copy(update={"asking": asking})
    county.plan = replace(county.plan, settings=settings)
    await county.book(VISIT)
    await county.send(DUE)

    tally = await county.book(EVENING, now=DUE + timedelta(days=1))

    assert tally.visits == {Reason.LATER_VISIT: 1}


async def test_a_person_rests_between_two_questions(county: County) -> None:
    await county.book(VISIT)
    await county.send(DUE)
    soon = replace(VISIT, key="soon", visited_at=VISIT.visited_at + timedelta(days=29))
    later = replace(VISIT, key="later", visited_at=VISIT.visited_at + timedelta(days=30))

    assert (await county.book(soon, now=NOW + timedelta(days=29))).visits == {Reason.REST_PERIOD: 1}
    assert (await county.book(later, now=NOW + timedelta(days=30))).visits == {PLANNED: 1}


async def test_a_person_rests_within_one_file(county: County) -> None:
    next_day = replace(EVENING, visited_at=EVENING.visited_at - timedelta(days=1))

    await county.book(VISIT, next_day)

    assert await county.states() == {"v1": ("refused", "rest period"), "v2": (PLANNED, "")}


async def test_two_people_do_not_stand_in_each_others_way(county: County) -> None:
    assert (await county.book(VISIT, OTHER)).visits == {PLANNED: 2}


async def test_two_processes_ask_one_person_once(county: County, database_url: str) -> None:
    async with open_database(database_url) as other, open_writer(other) as writer:
        tallies = await asyncio.gather(
            county.book(VISIT), County(writer, county.plan).book(replace(EVENING, key="v3"))
        )

    asked = [row["state"] for row in await county.rows(message) if row["state"] == "queued"]
    planned = sum(tally.visits[PLANNED] for tally in tallies)
    taken_back = sum(tally.taken_back[Reason.LATER_VISIT] for tally in tallies)
    assert len(asked) == planned - taken_back == 1


async def test_who_is_dead_in_one_line_is_asked_about_no_visit(county: County) -> None:
    await county.book(replace(VISIT, visited_at=VISIT.visited_at - timedelta(days=1)))

    tally = await county.book(
        replace(VISIT, key="v5"), replace(EVENING, deceased=True, age_band=""), OTHER
    )

    assert tally.visits == {Reason.DECEASED: 2, PLANNED: 1}
    assert tally.taken_back == {Reason.DECEASED: 1}
    assert (await county.states())["v1"] == ("refused", "deceased")


async def test_a_known_visit_of_somebody_who_has_died_is_taken_back(county: County) -> None:
    await county.book(VISIT)

    tally = await county.book(replace(VISIT, deceased=True, number=None))

    assert (tally.visits, tally.taken_back) == ({KNOWN: 1}, {Reason.DECEASED: 1})
    assert await county.states() == {"v1": ("refused", "deceased")}
