"""A form that is sent becomes one answer, with its cases, and nothing else of the person."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from gateway.aggregate import release_period
from gateway.closing import Publishing
from gateway.core import periods
from gateway.core.filled_form import FilledForm
from gateway.core.response import PAPER
from gateway.qr.taking import TAKEN, SentForm
from gateway.settings import HELSINKI
from gateway.store import forms as taken_forms
from gateway.store import releases, touchpoints, unit_texts
from gateway.store.schema import case, contact, response, taken, unit
from gateway.store.units import unit_id
from tests.integration.asking import NOW, rows
from tests.integration.qr.conftest import Forms


async def stored(forms: Forms) -> list[dict[str, Any]]:
    return [dict(row) for row in await forms.writer.run(lambda c: rows(c, response))]


async def cases_of(forms: Forms) -> list[str]:
    return [row["kind"] for row in await forms.writer.run(lambda c: rows(c, case))]


async def unit_of(forms: Forms, row: dict[str, Any]) -> str:
    query = select(unit.c.key).where(unit.c.id == row["unit_id"])
    return str(await forms.writer.run(lambda c: c.scalar(query)))


async def test_a_pile_of_equal_paper_cards_counts_card_by_card(forms: Forms) -> None:
    place = await forms.desk.places.of_code(await forms.code())
    assert place is not None
    for number in range(6):
        card = SentForm(
            *(f"card-{number}", place, "adult.v1", "fi", FilledForm(score=10), NOW, timedelta()),
            channel=PAPER,
        )
        assert await forms.writer.submit(forms.desk.take, card) == TAKEN
    assert [row["held"] for row in await stored(forms)] == [""] * 6


async def test_an_answer_is_stored_with_all_that_was_said(forms: Forms) -> None:
    code = await forms.code()
    page = await forms.answer(
        f"/p/{code}",
        nps="9",
        got_help="4",
        useful="0",
        words="Kiitos! Soita 040 1234567",
        role="guardian",
        helper="interpreter",
    )
    assert (page.status, page.headers["Location"]) == (
        303,
        f"/p/{code}/kiitos?kieli=fi&kysely=adult",
    )
    (only,) = await stored(forms)
    assert (only["source"], only["channel"], only["language"]) == ("form", "form", "fi")
    assert (only["score"], only["answers"]) == (9, {"got-help": 4, "useful": 0})
    assert only["comment"] == "Kiitos! Soita [puhelin]"
    assert (only["role"], only["helper"]) == ("guardian", "interpreter")
    assert (only["question_set"], only["held"]) == ("adult.v1", "")
    assert await unit_of(forms, only) == "acuta"
    assert await cases_of(forms) == []


async def test_a_double_tap_or_a_reload_gives_one_answer(forms: Forms) -> None:
    path = f"/p/{await forms.code()}"
    hidden = (await forms.get(path)).hidden
    hidden["ticket"] = forms.aged(path, hidden)
    sent = hidden | {"nps": "10", "words": "Kiitos"}
    assert [(await forms.post(path, sent)).status for _ in range(3)] == [303] * 3
    assert len(await stored(forms)) == 1


async def test_two_taps_in_one_batch_give_one_answer(forms: Forms) -> None:
    path = f"/p/{await forms.code()}"
    hidden = (await forms.get(path)).hidden
    hidden["ticket"] = forms.aged(path, hidden)
    sent = hidden | {"nps": "10"}
    pages = await asyncio.gather(*(forms.post(path, sent) for _ in range(8)))
    assert {page.status for page in pages} == {303}
    assert len(await stored(forms)) == 1


async def test_two_people_who_say_the_same_are_two(forms: Forms) -> None:
    path = f"/p/{await forms.code()}"
    for _ in range(2):
        await forms.answer(path, nps="10")
    assert [row["held"] for row in await stored(forms)] == ["", ""]


async def test_the_same_words_by_the_same_code_are_held_until_somebody_decides(
    forms: Forms,
) -> None:
    path, elsewhere = f"/p/{await forms.code()}", f"/p/{await forms.code()}"
    for way in (path, path, elsewhere):
        await forms.answer(way, nps="1", words="Ihan surkea paikka")
    assert [row["held"] for row in await stored(forms)] == ["", "copy", ""]
    assert await cases_of(forms) == ["misuse"]


async def test_what_nobody_sees_is_filled_in_by_machines(forms: Forms) -> None:
    await forms.answer(f"/p/{await forms.code()}", nps="1", homepage="http://spam.example")
    assert [row["held"] for row in await stored(forms)] == ["trap"]
    assert await cases_of(forms) == ["misuse"]


async def test_who_answers_at_once_has_not_read_the_form(forms: Forms) -> None:
    await forms.answer(f"/p/{await forms.code()}", aged=False, nps="1")
    assert [row["held"] for row in await stored(forms)] == ["fast"]


async def test_a_wish_to_be_contacted_opens_a_case_with_details_apart(forms: Forms) -> None:
    path = f"/p/{await forms.code()}"
    page = await forms.answer(
        path, words="Soittakaa", contact="yes", contact_name="Aino", contact_phone="0401234567"
    )
    assert "yhteys=1" in page.headers["Location"]
    assert await cases_of(forms) == ["contact"]
    (kept,) = await forms.writer.run(lambda c: rows(c, contact))
    (only,) = await stored(forms)
    assert kept["response_id"] == only["id"]
    assert "Aino" not in str(only)
    thanks = await forms.get(page.headers["Location"])
    assert "14 päivän kuluessa" in thanks.text


async def test_contact_is_offered_only_where_somebody_looks_after_cases(forms: Forms) -> None:
    assert 'name="contact"' in (await forms.get(f"/p/{await forms.code('acuta')}")).text
    there = f"/p/{await forms.code('tiimi')}"
    assert 'name="contact"' not in (await forms.get(there)).text
    await forms.answer(there, nps="5", contact="yes", contact_phone="0401234567")
    assert await forms.writer.run(lambda c: rows(c, contact)) == []


async def test_an_urgent_text_leads_to_help_before_anything_else(forms: Forms) -> None:
    page = await forms.answer(f"/p/{await forms.code()}", words="En halua enää elää, tapan itseni")
    assert [row["held"] for row in await stored(forms)] == ["urgent"]
    assert await cases_of(forms) == ["urgent"]
    thanks = await forms.get(page.headers["Location"])
    assert thanks.heading == "Tarvitsetko apua heti?"
    assert 'href="tel:112"' in thanks.text
    assert 'href="tel:116117"' in thanks.text
    assert thanks.text.index("tel:112") < thanks.text.index("Kiitos palautteestasi")


async def test_thanks_tell_what_earlier_feedback_changed(forms: Forms) -> None:
    await forms.writer.run(
        lambda c: unit_texts.put(c, unit_id(c, "pirha"), "changed", "fi", "Aukioloa pidennettiin.")
    )
    path = f"/p/{await forms.code()}/kiitos"
    assert "Aukioloa pidennettiin." in (await forms.get(path)).text
    swedish = (await forms.get(path + "?kieli=sv")).text
    assert '<section lang="fi">' in swedish


async def test_values_stay_when_something_is_wrong(forms: Forms) -> None:
    page = await forms.answer(
        f"/p/{await forms.code()}", nps="11", got_help="2", words='<b>"hei"</b>', role="close"
    )
    assert page.status == 422
    assert page.errors == [("nps", "Valitse yksi annetuista vaihtoehdoista.")]
    assert '<a href="#f-nps">' in page.text
    assert "&lt;b&gt;&#34;hei&#34;&lt;/b&gt;" in page.text
    assert 'name="got-help" value="2" checked' in page.text
    assert 'name="role" value="close" checked' in page.text
    assert await stored(forms) == []


async def test_an_empty_form_leads_to_its_first_question(forms: Forms) -> None:
    page = await forms.answer(f"/p/{await forms.code()}", role="client")
    assert (page.status, page.errors) == (422, [])
    assert "Lomake on tyhjä" in page.text
    assert '<a href="#f-nps">' in page.text


async def test_what_was_mended_is_taken_once(forms: Forms) -> None:
    path = f"/p/{await forms.code()}"
    page = await forms.answer(path, nps="11", words="Kiitos")
    mended = await forms.post(path, page.hidden | {"nps": "10", "words": "Kiitos"})
    assert mended.status == 303
    assert [row["held"] for row in await stored(forms)] == [""]


async def test_an_expired_form_is_shown_again_and_then_taken(forms: Forms) -> None:
    path = f"/p/{await forms.code()}"
    hidden = (await forms.get(path)).hidden
    old = hidden | {"ticket": forms.aged(path, hidden, timedelta(days=8)), "nps": "8"}
    page = await forms.post(path, old)
    assert page.status == 422
    assert "pitkään auki" in page.text
    assert 'name="nps" value="8" checked' in page.text
    again = page.hidden | {"nps": "8", "ticket": forms.aged(path, page.hidden)}
    assert (await forms.post(path, again)).status == 303
    assert page.hidden["ticket"].split(".")[0] == hidden["ticket"].split(".")[0]
    assert len(await stored(forms)) == 1


@pytest.mark.parametrize(
    "forged",
    ["", "x", "a.b.c", "a.1.c", "../..", "é.1.c", "a.fffffffffffffffffff.c", "." * 9, "a" * 5000],
)
async def test_a_forged_ticket_brings_no_answer(forms: Forms, forged: str) -> None:
    path = f"/p/{await forms.code()}"
    hidden = (await forms.get(path)).hidden | {"ticket": forged, "nps": "8"}
    assert (await forms.post(path, hidden)).status == 422
    assert await stored(forms) == []


async def test_a_ticket_is_good_for_its_own_form_only(forms: Forms) -> None:
    one, other = f"/p/{await forms.code()}", f"/p/{await forms.code()}"
    hidden = (await forms.get(one)).hidden
    assert (await forms.post(other, hidden | {"nps": "8"})).status == 422
    changed = hidden | {"set": "short.v1", "nps": "8"}
    assert (await forms.post(one, changed)).status == 422


async def test_forms_taken_are_remembered_as_long_as_a_ticket_is_good(forms: Forms) -> None:
    await forms.answer(f"/p/{await forms.code()}", nps="8")
    (row,) = await forms.writer.run(lambda c: rows(c, taken))
    assert row["provider"] == taken_forms.SOURCE
    assert row["dialogue_id"] is None


async def test_nothing_leads_from_an_answer_to_a_badge(forms: Forms) -> None:
    code = await forms.code("tiimi", "badge", "outreach")
    await forms.answer(f"/p/{code}", feeling="5")
    everything = str([await stored(forms), await forms.writer.run(lambda c: rows(c, taken))])
    assert code not in everything


async def test_a_small_teams_badges_count_for_the_unit_above(forms: Forms) -> None:
    codes = [await forms.code("tiimi", "badge", "outreach") for _ in range(4)]
    await forms.answer(f"/p/{codes[0]}", feeling="5")
    (only,) = await stored(forms)
    assert await unit_of(forms, only) == "pirha"


async def test_a_team_of_five_badges_has_figures_of_its_own(forms: Forms) -> None:
    codes = [await forms.code("tiimi", "badge", "outreach") for _ in range(5)]
    await forms.answer(f"/p/{codes[0]}", feeling="5")
    (only,) = await stored(forms)
    assert await unit_of(forms, only) == "tiimi"


async def test_a_lost_badge_makes_a_team_of_five_small(forms: Forms) -> None:
    codes = [await forms.code("tiimi", "badge", "outreach") for _ in range(5)]
    await forms.writer.run(lambda c: touchpoints.retire(c, codes[4], "anna", NOW))
    await forms.answer(f"/p/{codes[0]}", feeling="5")
    (only,) = await stored(forms)
    assert await unit_of(forms, only) == "pirha"


async def test_a_form_on_a_phone_that_goes_round_starts_afresh(forms: Forms) -> None:
    path = f"/p/{await forms.code()}?tapa=jono"
    page = await forms.get(path)
    assert "Uusi vastaaja" in page.text
    assert page.headers["Cache-Control"] == "no-store"
    sent = page.hidden | {"nps": "10", "ticket": forms.aged(path, page.hidden)}
    thanks = (await forms.post(path, sent)).headers["Location"]
    assert "tapa=jono" in thanks
    assert "tapa=jono" in (await forms.get(thanks)).text


async def test_a_phone_that_goes_round_is_not_taken_for_misuse(forms: Forms) -> None:
    path = f"/p/{await forms.code()}?tapa=jono"
    for _ in range(8):
        await forms.answer(path, nps="10")
    assert {row["held"] for row in await stored(forms)} == {""}


async def test_a_code_that_was_retired_meanwhile_still_takes_its_form(forms: Forms) -> None:
    code = await forms.code()
    hidden = (await forms.get(f"/p/{code}")).hidden
    hidden["ticket"] = forms.aged(f"/p/{code}", hidden)
    await forms.writer.run(lambda c: touchpoints.retire(c, code, "anna", NOW))
    assert (await forms.post(f"/p/{code}", hidden | {"nps": "8"})).status == 303


async def test_statements_and_whose_word_it_was_reach_the_release(forms: Forms) -> None:
    path = f"/p/{await forms.code()}"
    for n in range(24):
        proxy = {"role": "guardian"} if n % 2 else {"role": "client", "helper": "relative"}
        await forms.answer(path, nps=str(8 + n % 3), got_help=str(2 + n % 4), **proxy)
    today = datetime.now(UTC)
    period = periods.parse(f"{today.astimezone(HELSINKI):%Y-%m}")
    publishing = Publishing("Pirkanmaa", "month", 5, 11, ())
    await forms.writer.run(lambda c: release_period(c, publishing, period, today))
    (kept,) = await forms.writer.run(lambda c: releases.since(c, 1))
    payload = json.loads(kept.body)
    assert payload["data"]["question_sets"] == ["adult.v1"]
    assert payload["data"]["channels"] == ["form", "proxy"]
    acuta = next(one for one in payload["data"]["units"] if one["id"] == "acuta")
    all_, form, proxy_ = acuta["figures"]
    assert (all_["answered"], form["answered"], proxy_["answered"]) == (24, 12, 12)
    assert all_["statement"]["got-help"] == {"n": 24, "mean": 3.5, "agree": 50}
    assert all_["proxy"]["guardian"] == 12
