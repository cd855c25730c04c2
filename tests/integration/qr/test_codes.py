"""A code leads to its form, however it is written; a wrong one says what is wrong with it."""

import pytest
from sqlalchemy import select

from gateway.core.codes import grouped, make_code
from gateway.qr.guessing import WrongCodes
from gateway.store import places, scans, touchpoints, unit_texts
from gateway.store.schema import scan
from gateway.store.units import unit_id
from tests.integration.asking import NOW, rows
from tests.integration.qr.conftest import Forms


@pytest.mark.parametrize(
    "write",
    [
        str.lower,
        str.upper,
        lambda code: code.replace("0", "o"),
        lambda code: code.replace("0", "O").replace("1", "l"),
        grouped,
        lambda code: "-".join(code),
    ],
    ids=["lower", "upper", "letter o", "letters o and l", "as printed", "hyphens"],
)
@pytest.mark.parametrize("letter", ["p", "P"])
async def test_a_code_is_read_however_it_is_written(forms: Forms, write, letter: str) -> None:
    page = await forms.get(f"/{letter}/{write(await forms.code())}")
    assert (page.status, page.heading) == (200, "Anna palautetta")
    assert "Päivystys Acuta" in page.text


async def test_a_mistyped_code_is_told_from_an_unknown_one(forms: Forms) -> None:
    code = await forms.code()
    wrong = code[:-1] + ("A" if code[-1] != "A" else "B")
    mistyped = await forms.get(f"/p/{wrong}")
    unknown = await forms.get(f"/p/{make_code(2**29 + 5)}")
    assert (mistyped.status, mistyped.heading) == (404, "Koodissa on kirjoitusvirhe")
    assert (unknown.status, unknown.heading) == (404, "Koodia ei löydy")
    assert f'value="{wrong}"' in mistyped.text


async def test_a_code_that_was_typed_leads_to_its_form(forms: Forms) -> None:
    code = await forms.code()
    page = await forms.get(f"/p?koodi={grouped(code).lower().replace(' ', '+')}")
    assert (page.status, page.headers["Location"]) == (303, f"/p/{code}?kieli=fi")


async def test_a_retired_code_tells_where_the_service_is_now(forms: Forms) -> None:
    code = await forms.code()
    await forms.writer.run(
        lambda c: unit_texts.put(c, unit_id(c, "pirha"), "address", "fi", "Uusikatu 1\nTampere")
    )
    await forms.writer.run(lambda c: touchpoints.retire(c, code, "anna", NOW))
    page = await forms.get(f"/p/{code}")
    assert (page.status, page.heading) == (410, "Tämä koodi ei ole enää käytössä")
    assert "Uusikatu 1" in page.text
    assert "/palaute?kieli=fi&amp;paikka=acuta" in page.text


async def test_a_code_leads_to_its_new_unit_without_being_printed_again(forms: Forms) -> None:
    code = await forms.code("acuta")
    await forms.writer.run(lambda c: touchpoints.retarget(c, code, "tiimi", "anna", NOW))
    assert "Jalkautuva tiimi" in (await forms.get(f"/p/{code}")).text


async def test_a_thousand_guesses_are_slowed_down_and_right_codes_still_work(forms: Forms) -> None:
    code = await forms.code()
    statuses = [(await forms.get(f"/p/GUESS{n:02}")).status for n in range(100)]
    assert statuses[:30] == [404] * 30
    assert set(statuses[30:]) == {429}
    assert (await forms.get(f"/p/{code}")).status == 200


async def test_who_is_slowed_down_learns_for_how_long(forms: Forms) -> None:
    for _ in range(31):
        page = await forms.get("/p/XXXXXXX")
    assert (page.status, page.heading) == (429, "Liian monta väärää koodia")
    assert 0 < int(page.headers["Retry-After"]) <= 601


def test_each_address_may_mistype_and_all_together_may_not_search() -> None:
    now = 0.0
    wrong = WrongCodes(lambda: now)
    assert [wrong.count("10.0.0.1") for _ in range(31)] == [0.0] * 30 + [600.0]
    assert wrong.count("10.0.0.2") == 0.0
    now = 600.0
    assert wrong.count("10.0.0.1") == 0.0
    many = [wrong.count(f"10.0.{n >> 8}.{n & 255}") for n in range(1, 4000)]
    assert many.count(0.0) == 2999


def test_phones_of_one_ipv6_network_are_one_address() -> None:
    wrong = WrongCodes(lambda: 0.0)
    waits = [wrong.count(f"2001:db8:0:1::{n:x}") for n in range(1, 40)]
    assert waits.count(0.0) == 30
    assert wrong.count("2001:db8:0:2::1") == 0.0


def test_a_thousand_guesses_are_forgotten_with_their_window() -> None:
    now = 0.0
    wrong = WrongCodes(lambda: now)
    for n in range(1000):
        wrong.count(f"10.1.{n >> 8}.{n & 255}")
    now = 601.0
    assert wrong.count("10.1.0.1") == 0.0
    assert "10.1.0.1" not in str(vars(wrong))


async def test_scans_are_counted_by_unit_day_and_kind_and_never_by_code(forms: Forms) -> None:
    cards, wall = [await forms.code() for _ in range(2)], await forms.code(kind="wall")
    for code in (*cards, cards[0], wall):
        await forms.get(f"/p/{code}")
    await forms.desk.scans.step()
    counted = await forms.writer.run(scans.by_month)
    assert [(unit, kind, count) for unit, _, kind, count in counted] == [
        ("acuta", "card", 3),
        ("acuta", "wall", 1),
    ]
    assert "code" not in scan.c


async def test_scans_add_up_over_the_day(forms: Forms) -> None:
    code = await forms.code()
    for _ in range(3):
        await forms.get(f"/p/{code}")
        await forms.desk.scans.step()
    (row,) = await forms.writer.run(lambda c: rows(c, scan))
    assert row["count"] == 3


async def test_asking_for_the_head_counts_no_scan(forms: Forms) -> None:
    page = await forms.get(f"/p/{await forms.code()}", method="HEAD")
    assert (page.status, page.text) == (200, "")
    await forms.desk.scans.step()
    assert await forms.writer.run(lambda c: rows(c, scan)) == []


async def test_a_badge_of_a_small_team_is_scanned_at_the_unit_above(forms: Forms) -> None:
    await forms.get(f"/p/{await forms.code('tiimi', 'badge', 'outreach')}")
    await forms.desk.scans.step()
    (row,) = await forms.writer.run(lambda c: rows(c, scan))
    root = await forms.writer.run(
        lambda c: c.scalar(select(places.unit.c.id).where(places.unit.c.key == "pirha"))
    )
    assert row["unit_id"] == root
