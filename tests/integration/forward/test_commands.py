"""`korva forward` and `korva cases`, as somebody types them."""

import asyncio
import getpass
from pathlib import Path

import click
import pytest
from casework import COMMENT, PHONE, UNIT, audited, contact, open_cases, place, urgent
from click.testing import CliRunner, Result
from receiving import NOON, SECRET, County, add_releases, body_of
from sqlalchemy import Connection

from gateway.cli import cases as cases_commands
from gateway.cli import forward as forward_commands
from gateway.store import cases, schema
from gateway.store.writer import Writer
from tests.integration.asking import install

COUNTY = "KORVA_PUBLISHING__DESTINATIONS__COUNTY__"


@pytest.fixture(autouse=True)
def installation(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, database_url: str) -> None:
    install(monkeypatch, tmp_path, database_url)


@pytest.fixture
def forwarding(monkeypatch: pytest.MonkeyPatch, county: County) -> None:
    monkeypatch.setenv(COUNTY + "TYPE", "webhook")
    monkeypatch.setenv(COUNTY + "URL", county.url)
    monkeypatch.setenv(COUNTY + "SECRETS", SECRET)


@pytest.fixture
async def case_id(writer: Writer) -> str:
    await writer.run(place)
    (only,) = await writer.run(lambda c: open_cases(c, urgent()))
    return only


async def korva(group: click.Group, *words: str) -> Result:
    """Run a command in a thread, so that this loop can answer its requests."""
    return await asyncio.to_thread(CliRunner().invoke, group, words)


async def forward(*words: str) -> Result:
    return await korva(forward_commands.command, *words)


async def case(*words: str) -> Result:
    return await korva(cases_commands.command, *words)


async def test_forward_delivers_what_is_due(
    writer: Writer, county: County, forwarding: None
) -> None:
    await add_releases(writer, [1, 2], ["county"], NOON)
    result = await forward()
    assert result.exit_code == 0
    assert county.bodies == [body_of(1), body_of(2)]
    assert "county: 0 waiting, 0 parked" in result.stderr


async def test_forward_says_that_nothing_was_due(forwarding: None) -> None:
    result = await forward()
    assert (result.exit_code, result.stderr) == (0, "nothing was due\n")


@pytest.mark.parametrize("words", [[], ["--replay", "--since", "1"]])
async def test_forward_says_that_there_is_no_destination(writer: Writer, words: list[str]) -> None:
    await add_releases(writer, [1], [], NOON)
    result = await forward(*words)
    assert result.exit_code == 0
    assert result.stderr.startswith("no destination takes releases")


async def test_forward_says_that_there_is_nothing_to_replay(
    writer: Writer, forwarding: None
) -> None:
    await add_releases(writer, [1], ["county"], NOON)
    result = await forward("--replay", "--since", "2")
    assert result.exit_code == 2
    assert result.stderr == "Error: there is no release from number 2 on; the last one is 1\n"


async def test_forward_says_so_without_a_destination_too() -> None:
    result = await forward("--replay", "--since", "99")
    assert result.exit_code == 2
    assert result.stderr == "Error: there is no release from number 99 on; there is none yet\n"


async def test_forward_replays_from_a_number_on(
    writer: Writer, county: County, forwarding: None
) -> None:
    await add_releases(writer, [1, 2, 3], ["county"], NOON)
    await forward()
    result = await forward("--replay", "--since", "2")
    assert result.exit_code == 0
    assert county.bodies[3:] == [body_of(2), body_of(3)]
    assert county.ids[3:] == county.ids[1:3]


@pytest.mark.parametrize("words", [["--replay"], ["--since", "1"], ["--replay", "--since", "0"]])
async def test_a_replay_needs_its_first_number(words: list[str]) -> None:
    assert (await forward(*words)).exit_code == 2


async def test_forward_list_shows_what_is_parked_with_its_reason(
    writer: Writer, county: County, forwarding: None
) -> None:
    county.answers = [(410, {})]
    await add_releases(writer, [1], ["county"], NOON)
    await forward()
    result = await forward("list")
    assert "parked" in result.stdout
    assert "answered 410" in result.stdout


async def test_forward_retry_sends_what_was_parked(
    writer: Writer, county: County, forwarding: None
) -> None:
    county.answers = [(410, {})]
    await add_releases(writer, [1], ["county"], NOON)
    await forward()
    assert (await forward("retry", "1", "county")).exit_code == 0
    assert county.bodies == [body_of(1)] * 2


async def test_forward_retry_names_the_destinations_there_are(forwarding: None) -> None:
    result = await forward("retry", "1", "country")
    assert result.exit_code == 2
    assert "'country' that takes releases; those that do: county" in result.stderr


async def test_forward_retry_of_a_release_that_is_not_there(forwarding: None) -> None:
    result = await forward("retry", "9", "county")
    assert result.exit_code == 2
    assert "korva forward list" in result.stderr


async def test_a_wrong_setting_is_one_clean_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(COUNTY + "TYPE", "pigeon")
    result = await forward()
    assert result.exit_code == 2
    assert result.stderr == (
        "Error: publishing.destinations.county.type: unknown 'pigeon'; "
        "known: files, smtp, stdout, webhook\n"
    )


async def test_cases_list_shows_the_open_ones(case_id: str) -> None:
    result = await case("list")
    assert case_id in result.stdout
    assert "Päivystys" in result.stdout


async def test_cases_show_has_the_comment(case_id: str) -> None:
    assert COMMENT in (await case("show", case_id)).stdout


async def test_cases_show_keeps_the_models_words_from_an_urgent_case(case_id: str) -> None:
    shown = (await case("show", case_id)).stdout
    assert not {"sentiment", "intent", "topics"} & {line.split()[0] for line in shown.splitlines()}


async def test_cases_show_has_the_models_words_of_another_case(writer: Writer) -> None:
    await writer.run(place)
    await writer.run(lambda c: c.execute(schema.response.update().values(held="")))
    (case_id,) = await writer.run(lambda c: open_cases(c, contact()))
    assert "sentiment   not labelled yet\n" in (await case("show", case_id)).stdout


async def test_a_comment_can_not_steer_the_terminal(writer: Writer, case_id: str) -> None:
    await writer.run(write_comment)
    result = await case("show", case_id)
    assert "comment     Apua [2J state closed (counted)\n" in result.stdout


def write_comment(connection: Connection) -> None:
    comment = "Apua \x1b[2J\nstate       closed (counted)"
    connection.execute(schema.response.update().values(comment=comment))


async def test_cases_show_writes_down_who_saw_it(writer: Writer, case_id: str) -> None:
    await case("show", case_id, "--actor", "Aino")
    (line,) = await writer.run(audited)
    assert line[:2] == ("Aino", "case shown")


async def test_cases_number_is_the_number_and_nothing_else(writer: Writer, case_id: str) -> None:
    result = await case("number", case_id, "--reason", "calls her back", "--actor", "Aino")
    assert (result.exit_code, result.stdout) == (0, f"{PHONE}\n")
    (line,) = await writer.run(audited)
    assert (line[0], line[3]) == ("Aino", "calls her back")


async def test_cases_number_wants_a_reason(case_id: str) -> None:
    result = await case("number", case_id)
    assert result.exit_code == 2
    assert PHONE not in result.output


async def test_the_number_of_a_closed_case_is_refused_in_one_clean_line(case_id: str) -> None:
    await case("close", case_id, "--outcome", "counted")
    result = await case("number", case_id, "--reason", "calls her back")
    assert result.exit_code == 2
    assert result.stderr == f"Error: case {case_id} is closed: nobody needs the number any more\n"


async def test_cases_acknowledge_writes_down_who_did_it(writer: Writer, case_id: str) -> None:
    result = await case("acknowledge", case_id, "--actor", "Aino")
    assert result.exit_code == 0
    (line,) = await writer.run(audited)
    assert line[:2] == ("Aino", "case acknowledged")


async def test_without_a_name_it_is_the_user_of_the_machine(writer: Writer, case_id: str) -> None:
    await case("acknowledge", case_id)
    (line,) = await writer.run(audited)
    assert line[0] == getpass.getuser()


async def test_cases_close_ends_the_case(writer: Writer, case_id: str) -> None:
    result = await case("close", case_id, "--outcome", "kept apart")
    assert result.exit_code == 0
    assert await writer.run(cases.listed) == []


async def test_cases_list_shows_the_closed_ones_on_demand(case_id: str) -> None:
    await case("close", case_id, "--outcome", "counted")
    assert case_id not in (await case("list")).stdout
    assert "closed (counted)" in (await case("list", "--closed")).stdout


async def test_an_unknown_case_is_refused() -> None:
    result = await case("show", UNIT)
    assert result.exit_code == 2
    assert f"there is no case {UNIT}" in result.stderr
