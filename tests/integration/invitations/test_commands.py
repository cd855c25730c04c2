"""`korva invite`, `withdraw`, `stop` and `invitations`, as somebody types them."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from gateway.cli import invitations as invitations_commands
from gateway.cli import invite as invite_command
from gateway.cli import stop as stop_command
from gateway.cli import withdraw as withdraw_command
from gateway.crypto import create_keys
from gateway.settings import HELSINKI
from gateway.store.schema import audit, invitation, outbound, sender
from gateway.store.writer import Writer
from tests.integration.asking import add_units, install, rows, vault

HEADER = "number;unit;visited_at;language;key;deceased\n"
YESTERDAY = f"{datetime.now(HELSINKI) - timedelta(days=1):%Y-%m-%dT%H:%M}"
ANNA = f"040 123 4567;tays;{YESTERDAY};fi;a1;\n"
BJARNE = f"+358409999999;tays;{YESTERDAY};sv;b1;\n"
DEAD = f"0401111111;tays;{YESTERDAY};fi;d1;x\n"


@pytest.fixture(autouse=True)
async def installation(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, database_url: str, writer: Writer
) -> None:
    install(monkeypatch, tmp_path, database_url)
    await writer.run(add_units)


async def korva(command: click.Command, words: Sequence[str], typed: str = "") -> Result:
    return await asyncio.to_thread(CliRunner().invoke, command, words, input=typed)


async def invite(table: str, *words: str) -> Result:
    Path("visits.csv").write_text(table, "utf-8")
    return await korva(invite_command.command, ["visits.csv", *words])


async def stop(*words: str, typed: str = "") -> Result:
    return await korva(stop_command.command, words, typed)


async def withdraw(*words: str) -> Result:
    return await korva(withdraw_command.command, words)


async def invitations(*words: str) -> Result:
    return await korva(invitations_commands.command, words)


async def states(writer: Writer) -> dict[str, Any]:
    found = await writer.run(lambda c: rows(c, invitation))
    return {row["key"]: row["reason"] or row["state"] for row in found}


async def test_a_file_is_planned_and_reported(writer: Writer) -> None:
    result = await invite(HEADER + ANNA + BJARNE + DEAD)

    assert result.exit_code == 0
    assert result.stdout == "       2  planned\n       1  deceased\n"
    assert await states(writer) == {"a1": "planned", "b1": "planned", "d1": "deceased"}
    assert {row["source"] for row in await writer.run(lambda c: rows(c, invitation))} == {"file"}


async def test_a_file_given_again_changes_nothing(writer: Writer) -> None:
    await invite(HEADER + ANNA + DEAD)

    result = await invite(HEADER + ANNA + DEAD)

    assert (result.exit_code, result.stdout) == (0, "       2  known already\n")
    assert len(await writer.run(lambda c: rows(c, outbound))) == 1


async def test_a_file_without_keys_can_be_given_again() -> None:
    table = f"number,unit,visited_at,language\n0401234567,tays,{YESTERDAY},fi\n"
    await invite(table)

    assert (await invite(table)).stdout == "       1  known already\n"


async def test_the_source_can_be_named(writer: Writer) -> None:
    await invite(HEADER + ANNA, "--source", "lifecare")

    (only,) = await writer.run(lambda c: rows(c, invitation))
    assert only["source"] == "lifecare"


async def test_a_line_that_cannot_be_read_stops_no_other(writer: Writer) -> None:
    broken = f"0402222222;tays;yesterday;fi;c1;\n0403333333;tays;{YESTERDAY};fi;c2;maybe\n"

    result = await invite(HEADER + broken + ANNA)

    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "line 2: visited_at: write it like 2026-03-02T14:30",
        "line 3: deceased: write yes, no or nothing",
    ]
    assert result.stdout == "       1  planned\n"
    assert await states(writer) == {"a1": "planned"}


async def test_an_unknown_unit_is_told_and_not_shown(writer: Writer) -> None:
    slipped = f"tays;0401234567;{YESTERDAY};fi;s1;\n"

    result = await invite(HEADER + slipped + BJARNE)

    assert result.exit_code == 1
    assert result.stderr.startswith("line 2: unit: it is unknown; bring it in with `korva units")
    assert result.stdout == "       1  planned\n       1  unknown unit\n"
    assert await states(writer) == {"b1": "planned"}


async def test_of_many_wrong_lines_the_first_are_told() -> None:
    result = await invite(HEADER + f";;{YESTERDAY};;;\n" * 25)

    assert len(result.stderr.splitlines()) == 21
    assert result.stderr.endswith("... and 5 more lines\n")


async def test_a_file_larger_than_a_transaction_is_planned_whole(writer: Writer) -> None:
    lines = (f"04012{n:05};tays;{YESTERDAY};fi;k{n};\n" for n in range(1_203))

    result = await invite(HEADER + "".join(lines))

    assert result.stdout == "    1203  planned\n"
    assert len(await writer.run(lambda c: rows(c, outbound))) == 1_203


async def test_a_column_that_is_not_known_is_no_matter_to_guess_at(writer: Writer) -> None:
    result = await invite("number;unit;visited_at;language;decesed\n")

    assert result.exit_code == 2
    assert "column 'decesed' is unknown" in result.stderr


async def test_an_empty_file_plans_nothing() -> None:
    assert (await invite(HEADER)).exit_code == 0


async def test_no_number_is_ever_shown() -> None:
    result = await invite(HEADER + ANNA + BJARNE + DEAD + "0404444444;;;;;\n")

    shown = result.output + (await invitations("list")).output
    assert not any(digits in shown for digits in ("1234567", "9999999", "1111111", "4444444"))


async def test_with_another_pepper_nobody_is_asked(
    monkeypatch: pytest.MonkeyPatch, writer: Writer, tmp_path: Path
) -> None:
    await stop("0401234567")
    create_keys(tmp_path / "other.keys")
    monkeypatch.setenv("KORVA_KEYS_FILE", str(tmp_path / "other.keys"))
    monkeypatch.setenv("KORVA_ENCRYPTION_KEYS", "")
    monkeypatch.setenv("KORVA_PEPPER", "")

    result = await invite(HEADER + ANNA)

    assert result.exit_code == 2
    assert "pepper" in result.stderr
    assert await states(writer) == {}


async def test_who_is_on_the_stop_list_is_not_asked(writer: Writer) -> None:
    result = await stop("+358 40 123 4567", "--actor", "anna")
    await invite(HEADER + ANNA + BJARNE)

    assert result.stdout.startswith("on the stop list")
    assert await states(writer) == {"a1": "opted out", "b1": "planned"}
    (noted,) = await writer.run(lambda c: rows(c, audit))
    assert (noted["actor"], noted["action"]) == ("anna", "opt-out entered")


async def test_what_was_planned_and_is_taken_back_is_reported(writer: Writer) -> None:
    await invite(HEADER + ANNA)

    result = await invite(HEADER + ANNA.replace("a1;", "a1;x"))

    assert result.stdout == (
        "       1  known already\n       1  planned earlier, now taken back: deceased\n"
    )
    assert await states(writer) == {"a1": "deceased"}


async def test_a_number_can_be_taken_off_the_stop_list(writer: Writer) -> None:
    await stop("0401234567")
    assert "was on the stop list already" in (await stop("0401234567")).stdout
    assert (await stop("--undo", "0401234567")).stdout.startswith("off the stop list")
    assert "was not on the stop list" in (await stop("--undo", "0401234567")).stdout
    await invite(HEADER + ANNA)

    assert await states(writer) == {"a1": "planned"}


async def test_a_number_can_be_typed_unseen(writer: Writer) -> None:
    result = await stop(typed="0401234567\n")

    (person,) = await writer.run(lambda c: rows(c, sender))
    assert person["hash"] == vault().hash("+358401234567")
    assert "0401234567" not in result.output


async def test_what_is_no_number_is_put_on_no_list(writer: Writer) -> None:
    result = await stop("Matti")

    assert result.exit_code == 2
    assert "this is no phone number" in result.stderr
    assert await writer.run(lambda c: rows(c, sender)) == []


async def test_a_visit_can_be_withdrawn(writer: Writer) -> None:
    await invite(HEADER + ANNA)

    assert (await withdraw("file", "a1")).stdout == "withdrawn\n"
    assert (await withdraw("file", "a1")).stdout == "nobody was to be asked about it anyway\n"
    assert await states(writer) == {"a1": "withdrawn"}


async def test_an_unknown_visit_is_an_error() -> None:
    assert (await withdraw("file", "zz")).exit_code == 2


async def test_visits_are_listed_by_state(writer: Writer) -> None:
    await invite(HEADER + ANNA + BJARNE + DEAD)
    wrong = invitation.update().where(invitation.c.key == "b1").values(state="wrong number")
    await writer.run(lambda c: c.execute(wrong))
    day = YESTERDAY[:10]

    header = "source,key,unit,day,state,reason,message\n"
    assert (await invitations("list", "--state", "wrong number")).stdout == (
        f"{header}file,b1,tays,{day},wrong number,,queued\n"
    )
    assert (await invitations("list", "--state", "refused")).stdout == (
        f"{header}file,d1,tays,{day},refused,deceased,\n"
    )
    assert (await invitations("list", "--since", day)).stdout.count("\n") == 4
    assert (await invitations("list", "--since", "2100-01-01")).stdout == header


async def test_visits_are_counted_by_what_became_of_them() -> None:
    await invite(HEADER + ANNA + BJARNE + DEAD)

    assert (await invitations("count")).stdout == (
        "state,reason,visits\nplanned,,2\nrefused,deceased,1\n"
    )
