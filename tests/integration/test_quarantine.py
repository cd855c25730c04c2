"""`korva quarantine`: requests that could not be read are kept, shown, and read again."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from gateway.sms.provider import Request
from gateway.sms.quarantine import keep
from gateway.store import quarantine
from gateway.store.schema import audit, response
from gateway.store.writer import Writer
from tests.integration.asking import add_units, install, vault
from tests.integration.terminal import korva

SECRET = "pirkanmaa-2026-kannel"
URL = f"https://korva.example/sms/kannel?secret={SECRET}&id=%s&from=%%2B358401234567&to=18100"
KANNEL = {
    "SECRET": SECRET,
    "SENDSMS_URL": "http://127.0.0.1:13013/cgi-bin/sendsms",
    "USERNAME": "korva",
    "PASSWORD": "of-sendsms",
}
READABLE = Request(
    method="POST",
    url=URL % "f1" + "&coding=0&charset=UTF-8",
    headers={"content-type": "text/plain"},
    body="9 hyvää hoitoa \x1b[2J".encode(),
)
UNREADABLE = replace(READABLE, url=URL % "")
REPORT = replace(READABLE, url=URL % "f2" + "&type=1", body=b"")


@pytest.fixture(autouse=True)
async def county(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, database_url: str, writer: Writer
) -> None:
    install(monkeypatch, tmp_path, database_url)
    for name, value in KANNEL.items():
        monkeypatch.setenv(f"KORVA_SMS__PROVIDERS__KANNEL__{name}", value)
    await writer.run(add_units)


async def put(writer: Writer, request: Request, kind: str = "inbound") -> str:
    kept = keep(vault(), "kannel", kind, "no id", request)
    await writer.run(lambda c: quarantine.add(c, kept))
    return kept.id


def actions(connection: Connection) -> Sequence[tuple[str, str, str]]:
    rows = connection.execute(select(audit.c.actor, audit.c.action, audit.c.subject))
    return [(row.actor, row.action, row.subject) for row in rows]


def comments(connection: Connection) -> Sequence[str | None]:
    return connection.scalars(select(response.c.comment)).all()


async def test_an_empty_quarantine_says_so() -> None:
    assert (await korva("quarantine", "list")).stderr == "nothing in quarantine\n"


async def test_a_request_is_listed_without_what_is_in_it(writer: Writer) -> None:
    id_ = await put(writer, READABLE)
    [line] = (await korva("quarantine", "list")).stdout.splitlines()
    assert line.startswith(id_)
    assert line.endswith("kannel      inbound   kept      no id")


async def test_a_request_is_shown_without_our_secret_and_steers_no_terminal(
    writer: Writer,
) -> None:
    shown = (await korva("quarantine", "show", await put(writer, READABLE))).stdout
    assert "from=%2B358401234567" in shown
    assert r"body: b'9 hyv\xc3\xa4\xc3\xa4 hoitoa \x1b[2J'" in shown
    assert SECRET not in shown
    assert "\x1b" not in shown


async def test_showing_a_request_is_noted(writer: Writer) -> None:
    id_ = await put(writer, READABLE)
    await korva("quarantine", "show", id_, "--actor", "Maija")
    assert await writer.run(actions) == [("Maija", "request shown", f"request {id_}")]


async def test_a_request_that_can_be_read_now_is_taken(writer: Writer) -> None:
    id_ = await put(writer, READABLE)
    result = await korva("quarantine", "replay", id_, "--actor", "Maija")
    assert result.exit_code == 0, result.output
    assert len(await writer.run(comments)) == 1
    kept = await writer.run(lambda c: quarantine.get(c, id_))
    assert (kept.state, kept.cipher) == ("replayed", None)
    assert await writer.run(actions) == [("Maija", "request replayed", f"request {id_}")]


async def test_a_request_is_replayed_once(writer: Writer) -> None:
    id_ = await put(writer, READABLE)
    await korva("quarantine", "replay", id_)
    again = await korva("quarantine", "replay", id_)
    assert again.exit_code == 2
    assert "nothing is left of request" in again.stderr


async def test_a_message_that_came_again_meanwhile_counts_once(writer: Writer) -> None:
    await put(writer, READABLE)
    await put(writer, READABLE)
    result = await korva("quarantine", "replay", "--all")
    assert "duplicate" in result.stdout
    assert len(await writer.run(comments)) == 1


async def test_a_request_that_still_cannot_be_read_is_kept_and_holds_up_no_other(
    writer: Writer,
) -> None:
    unreadable = await put(writer, UNREADABLE)
    await put(writer, READABLE)
    result = await korva("quarantine", "replay", "--all")
    assert result.exit_code == 2
    assert f"{unreadable}  Kannel's request lacks id=%I in the post-url" in result.stderr
    assert "1 replayed, 1 still unreadable" in result.stdout
    assert (await writer.run(lambda c: quarantine.get(c, unreadable))).state == "kept"


async def test_a_report_is_replayed_too(writer: Writer) -> None:
    result = await korva("quarantine", "replay", await put(writer, REPORT, "report"))
    assert result.exit_code == 0, result.output
    assert "unknown message" in result.stdout


async def test_a_request_of_a_provider_that_was_removed_is_kept(
    writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    id_ = await put(writer, READABLE)
    for name in KANNEL:
        monkeypatch.delenv(f"KORVA_SMS__PROVIDERS__KANNEL__{name}")
    result = await korva("quarantine", "replay", id_)
    assert result.exit_code == 2
    assert "add its table [sms.providers.kannel] again" in result.stderr


@pytest.mark.parametrize("words", [(), ("one", "--all")])
async def test_one_or_all_are_replayed(words: tuple[str, ...]) -> None:
    assert "name one ID, or all" in (await korva("quarantine", "replay", *words)).stderr


@pytest.mark.parametrize("verb", ["show", "replay"])
async def test_an_unknown_request_is_an_error(verb: str) -> None:
    result = await korva("quarantine", verb, "nothing")
    assert result.exit_code == 2
    assert "korva quarantine list shows all" in result.stderr
