"""`korva touchpoints`: codes made, listed, retired."""

import asyncio
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gateway.cli import touchpoints as commands
from gateway.cli import units as unit_commands
from gateway.core.codes import grouped, make_code, normalise
from gateway.core.errors import InputError
from gateway.store import touchpoints
from gateway.store.schema import audit, touchpoint, unit_text
from gateway.store.touchpoints import Run
from gateway.store.units import unit_id
from gateway.store.writer import Writer
from tests.integration.asking import NOW, add_units, install, rows

HEADER = "code,kind,unit,state,batch,question_set,note,created"


@pytest.fixture(autouse=True)
async def installation(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, database_url: str, writer: Writer
) -> None:
    install(monkeypatch, tmp_path, database_url)
    await writer.run(add_units)


async def korva(*words: str) -> Result:
    return await asyncio.to_thread(CliRunner().invoke, commands.command, words)


async def create(writer: Writer, number: int, random: Iterator[int]) -> list[str]:
    run = Run("tays", "badge", number)
    _, made = await writer.run(
        lambda c: touchpoints.create(c, run, lambda: next(random), "anna", NOW)
    )
    return made


async def test_new_codes_are_printed_as_people_read_them(writer: Writer) -> None:
    result = await korva("create", "--unit", "tays", "--kind", "card", "--count", "3")

    header, *lines = result.stdout.splitlines()
    stored = [row["code"] for row in await writer.run(lambda c: rows(c, touchpoint))]
    assert header == "code,printed,address"
    address = "HTTP://127.0.0.1:8080/P"
    assert lines == [f"{code},{grouped(code)},{address}/{code}" for code in stored]
    assert len(set(stored)) == 3
    assert all(normalise(code) == code for code in stored)


async def test_a_new_touchpoint_is_active_and_belongs_to_its_unit(writer: Writer) -> None:
    await korva("create", "--unit", "tays", "--kind", "badge")

    (made,) = await writer.run(lambda c: rows(c, touchpoint))
    assert (made["kind"], made["state"]) == ("badge", "active")
    assert made["unit_id"] == await writer.run(lambda c: unit_id(c, "tays"))


@pytest.mark.parametrize(
    "words",
    [
        ["--unit", "nowhere", "--kind", "card"],
        ["--unit", "tays", "--kind", "tattoo"],
        ["--unit", "tays", "--kind", "card", "--count", "0"],
        ["--unit", "tays", "--kind", "card", "--count", "10001"],
        ["--unit", "tays", "--kind", "card", "--set", "adlut"],
    ],
)
async def test_what_can_be_no_touchpoint_is_refused(writer: Writer, words: list[str]) -> None:
    assert (await korva("create", *words)).exit_code == 2
    assert await writer.run(lambda c: rows(c, touchpoint)) == []


async def test_a_code_that_exists_is_not_given_again(writer: Writer) -> None:
    (old,) = await create(writer, 1, iter([7]))
    await writer.run(lambda c: touchpoints.retire(c, old, "anna", NOW))

    made = await create(writer, 3, iter([7, 8, 8, 7, 9, 10]))

    assert made == [make_code(8), make_code(9), make_code(10)]
    assert len(await writer.run(lambda c: rows(c, touchpoint))) == 4


async def test_a_print_run_may_be_large(writer: Writer) -> None:
    assert len(set(await create(writer, 10_000, count()))) == 10_000


async def test_a_retired_code_stays_in_the_list(writer: Writer) -> None:
    (code,) = await create(writer, 1, iter([7]))

    result = await korva("retire", grouped(code).lower(), "--actor", "anna")

    assert result.stdout == f"{grouped(code)} is retired\n"
    assert (await korva("list", "--state", "retired")).stdout == (
        f"{HEADER}\n{code},badge,tays,retired,2026-03-02-1,adult,,2026-03-02\n"
    )
    assert (await korva("list", "--state", "active")).stdout == f"{HEADER}\n"
    assert (await korva("list", "--unit", "acuta")).stdout == f"{HEADER}\n"
    _, noted = await writer.run(lambda c: rows(c, audit))
    assert (noted["actor"], noted["subject"]) == ("anna", f"touchpoint {code}")


async def test_a_code_is_retired_once(writer: Writer) -> None:
    (code,) = await create(writer, 1, iter([7]))
    await korva("retire", code)

    assert (await korva("retire", code)).stdout == f"{grouped(code)} was retired already\n"
    noted = [row["action"] for row in await writer.run(lambda c: rows(c, audit))]
    assert noted == ["touchpoints created", "touchpoint retired"]


@pytest.mark.parametrize(
    ("code", "message"),
    [("7K3QX9B", "is mistyped"), ("7K3QX9A", "there is no touchpoint 7K3QX9A")],
)
async def test_a_mistyped_code_is_told_from_an_unknown_one(code: str, message: str) -> None:
    result = await korva("retire", code)

    assert result.exit_code == 2
    assert message in result.stderr


async def test_an_unknown_unit_names_the_remedy(writer: Writer) -> None:
    with pytest.raises(InputError, match="`korva units list` shows all"):
        await writer.run(lambda c: unit_id(c, "nowhere"))


async def test_print_runs_of_a_day_are_numbered(writer: Writer) -> None:
    for first in (1, 3):
        await create(writer, 2, iter([first, first + 1]))

    batches = [row["batch"] for row in await writer.run(lambda c: rows(c, touchpoint))]
    assert batches == ["2026-03-02-1"] * 2 + ["2026-03-02-2"] * 2


async def test_a_print_run_has_a_name_a_note_and_its_questions(writer: Writer) -> None:
    await korva(
        *("create", "--unit", "tays", "--kind", "wall"),
        *("--batch", "aula", "--note", "2. kerros", "--set", "short"),
    )

    (made,) = await writer.run(lambda c: rows(c, touchpoint))
    assert (made["batch"], made["note"], made["question_set"]) == ("aula", "2. kerros", "short")
    assert len((await korva("list", "--batch", "aula")).stdout.splitlines()) == 2
    assert len((await korva("list", "--batch", "muu")).stdout.splitlines()) == 1


async def test_a_code_is_pointed_elsewhere_and_that_is_noted(writer: Writer) -> None:
    (code,) = await create(writer, 1, iter([7]))

    result = await korva("retarget", code.lower(), "--unit", "acuta", "--actor", "anna")

    assert result.stdout == f"{grouped(code)} leads to acuta\n"
    (moved,) = await writer.run(lambda c: rows(c, touchpoint))
    assert moved["unit_id"] == await writer.run(lambda c: unit_id(c, "acuta"))
    _, noted = await writer.run(lambda c: rows(c, audit))
    assert (noted["action"], noted["detail"]) == ("touchpoint retargeted", "to unit acuta")


async def test_a_print_run_is_pointed_elsewhere_but_for_what_is_retired(writer: Writer) -> None:
    codes = await create(writer, 3, iter([7, 8, 9]))
    await korva("retire", codes[0])

    result = await korva("retarget", "--batch", "2026-03-02-1", "--unit", "acuta")

    assert result.stdout == "2 codes of 2026-03-02-1 lead to acuta\n"
    assert len((await korva("list", "--unit", "tays")).stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["7K3QX9A", "--unit", "acuta"], "there is no touchpoint"),
        (["7K3QX9B", "--unit", "acuta"], "is mistyped"),
        (["--batch", "x", "--unit", "acuta"], "no active touchpoint in batch 'x'"),
        (["--unit", "acuta"], "either a code or --batch"),
        (["7K3QX9A", "--batch", "x", "--unit", "acuta"], "either a code or --batch"),
    ],
)
async def test_what_can_not_be_pointed_elsewhere_is_said(words: list[str], message: str) -> None:
    result = await korva("retarget", *words)

    assert result.exit_code == 2
    assert message in result.stderr


async def test_a_retired_code_is_not_pointed_elsewhere(writer: Writer) -> None:
    (code,) = await create(writer, 1, iter([7]))
    await korva("retire", code)

    assert "is retired for good" in (await korva("retarget", code, "--unit", "acuta")).stderr


async def test_codes_are_exported_as_a_table_and_symbols(writer: Writer, tmp_path: Path) -> None:
    codes = await create(writer, 3, iter([7, 8, 9]))
    await korva("retire", codes[0])

    result = await korva("export", "codes")

    assert result.stdout == "2 codes are in codes\n"
    lines = (tmp_path / "codes" / "codes.csv").read_text("utf-8-sig").splitlines()
    assert lines[0] == f"{HEADER},printed,address"
    assert sorted(path.name for path in (tmp_path / "codes").glob("*.svg")) == sorted(
        f"{code}.svg" for code in codes[1:]
    )


async def test_an_export_of_nothing_is_an_error() -> None:
    assert (await korva("export", "codes")).exit_code == 2


async def test_nothing_is_said_of_scans_before_there_are_any() -> None:
    assert (await korva("scans")).stdout == "unit,month,kind,count\n"


async def units(*words: str) -> Result:
    return await asyncio.to_thread(CliRunner().invoke, unit_commands.command, words)


async def test_a_units_texts_are_set_shown_and_taken_away(writer: Writer) -> None:
    await units("text", "tays", "Elämänaukio 2", "--name", "address", "--actor", "anna")
    await units("text", "tays", "Ny adress", "--name", "address", "--language", "sv")
    assert (await units("text", "tays")).stdout == (
        "address fi: Elämänaukio 2\naddress sv: Ny adress\n"
    )
    await units("text", "tays", "", "--name", "address")
    assert (await units("text", "tays")).stdout == "address sv: Ny adress\n"
    assert len(await writer.run(lambda c: rows(c, unit_text))) == 1
    noted, *_ = await writer.run(lambda c: rows(c, audit))
    assert (noted["actor"], noted["detail"]) == ("anna", "address fi")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["text", "nowhere", "x", "--name", "address"], "there is no unit 'nowhere'"),
        (["text", "tays", "x", "--name", "address", "--language", "xx"], "'xx' is unknown"),
        (["text", "tays", "x"], "say which text it is"),
    ],
)
async def test_a_text_that_can_not_be_set_is_said(words: list[str], message: str) -> None:
    assert message in (await units(*words)).stderr
