"""`korva touchpoints`: codes made, listed, retired."""

import asyncio
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gateway.cli import touchpoints as commands
from gateway.core.codes import grouped, make_code, normalise
from gateway.core.errors import InputError
from gateway.store import touchpoints
from gateway.store.schema import audit, touchpoint
from gateway.store.units import unit_id
from gateway.store.writer import Writer
from tests.integration.asking import NOW, add_units, install, rows


@pytest.fixture(autouse=True)
async def installation(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, database_url: str, writer: Writer
) -> None:
    install(monkeypatch, tmp_path, database_url)
    await writer.run(add_units)


async def korva(*words: str) -> Result:
    return await asyncio.to_thread(CliRunner().invoke, commands.command, words)


async def create(writer: Writer, number: int, random: Iterator[int]) -> list[str]:
    return await writer.run(
        lambda c: touchpoints.create(
            c, unit_id(c, "tays"), "badge", number, lambda: next(random), NOW
        )
    )


async def test_new_codes_are_printed_as_people_read_them(writer: Writer) -> None:
    result = await korva("create", "--unit", "tays", "--kind", "card", "--count", "3")

    header, *lines = result.stdout.splitlines()
    stored = [row["code"] for row in await writer.run(lambda c: rows(c, touchpoint))]
    assert header == "code,printed"
    assert lines == [f"{code},{grouped(code)}" for code in stored]
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
        f"code,kind,unit,state,created\n{code},badge,tays,retired,2026-03-02\n"
    )
    assert (await korva("list", "--state", "active")).stdout == "code,kind,unit,state,created\n"
    assert (await korva("list", "--unit", "acuta")).stdout == "code,kind,unit,state,created\n"
    (noted,) = await writer.run(lambda c: rows(c, audit))
    assert (noted["actor"], noted["subject"]) == ("anna", f"touchpoint {code}")


async def test_a_code_is_retired_once(writer: Writer) -> None:
    (code,) = await create(writer, 1, iter([7]))
    await korva("retire", code)

    assert (await korva("retire", code)).stdout == f"{grouped(code)} was retired already\n"
    assert len(await writer.run(lambda c: rows(c, audit))) == 1


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
