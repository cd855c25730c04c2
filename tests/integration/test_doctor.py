"""`korva doctor`: it finds what is wrong, and says what to do."""

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port
from sqlalchemy import Connection, column, select, table, update

from gateway.core.periods import HELSINKI
from gateway.core.response import Response
from gateway.crypto import create_keys
from gateway.store import cells, outbound, releases, responses
from gateway.store import quarantine as kept
from gateway.store.facts import check_pepper
from gateway.store.releases import StoredRelease
from gateway.store.schema import delivery, response, unit
from gateway.store.writer import Writer
from tests.integration.answers import answer
from tests.integration.asking import add_units, install
from tests.integration.terminal import korva

# Half a minute is far from the next: what is shown has whole minutes.
NOW = datetime.now(UTC).replace(second=30)
BEFORE = NOW - timedelta(days=2)
FILES = "KORVA_PUBLISHING__DESTINATIONS__FOLDER__"
KANNEL = "KORVA_SMS__PROVIDERS__KANNEL__"

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
on_postgres = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)

Environment = pytest.MonkeyPatch


@pytest.fixture(autouse=True)
def folder(monkeypatch: Environment, tmp_path: Path, database_url: str) -> Path:
    install(monkeypatch, tmp_path, database_url)
    monkeypatch.setenv("KORVA_CLASSIFIER__PROCESSES", "0")
    return tmp_path


@pytest.fixture
def keys_file(folder: Path, monkeypatch: Environment) -> Path:
    """The keys in a file instead of the environment."""
    monkeypatch.delenv("KORVA_ENCRYPTION_KEYS")
    monkeypatch.delenv("KORVA_PEPPER")
    create_keys(folder / "var" / "korva.keys")
    return folder / "var" / "korva.keys"


def give(monkeypatch: Environment, prefix: str, settings: Mapping[str, str]) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(prefix + name, value)


async def found(name: str) -> Sequence[str]:
    """The findings on one thing, each its level and its text; a FAIL is also the exit status."""
    result = await korva("doctor")
    lines = [line.split(maxsplit=2) for line in result.stdout.splitlines()]
    assert result.exit_code == int(any(level == "FAIL" for level, _, _ in lines)), result.output
    return [f"{level} {text}" for level, thing, text in lines if thing == name]


async def test_a_sound_installation_has_nothing_that_fails() -> None:
    result = await korva("doctor")
    assert result.exit_code == 0, result.output
    assert "FAIL" not in result.stdout
    assert "ok    settings   all known, all right" in result.stdout


async def test_wrong_settings_are_all_that_is_looked_at(monkeypatch: Environment) -> None:
    monkeypatch.setenv("KORVA_SERVER__PORT", "http")
    monkeypatch.setenv("KORVA_SMS__SENDR", "18100")
    result = await korva("doctor")
    assert result.exit_code == 1
    assert [line[:22] for line in result.stdout.splitlines()] == [
        "FAIL  settings   serve",
        "FAIL  settings   KORVA",
    ]


async def test_what_a_room_says_of_its_settings_fails(monkeypatch: Environment) -> None:
    monkeypatch.setenv("KORVA_SMS__PROVIDER", "kannel")
    [line] = await found("settings")
    assert line.startswith("FAIL sms.provider: 'kannel' needs its table")


@on_sqlite
async def test_a_database_that_is_not_there_is_not_made(
    folder: Path, monkeypatch: Environment
) -> None:
    monkeypatch.setenv("KORVA_DATABASE_URL", "sqlite:///none.sqlite")
    [line] = await found("database")
    assert line.startswith("warn not there yet")
    assert not (folder / "none.sqlite").exists()


@on_postgres
async def test_a_database_that_does_not_answer_fails(monkeypatch: Environment) -> None:
    monkeypatch.setenv("KORVA_DATABASE_URL", f"postgresql://127.0.0.1:{unused_port()}/korva")
    [line] = await found("database")
    assert line.startswith("FAIL the database can't be reached")


async def test_a_database_of_a_later_korva_fails(writer: Writer) -> None:
    await writer.run(lambda c: to_step(c, "9999"))
    assert (await found("database"))[0].startswith("FAIL at step 9999 of a later Korva")


async def test_a_database_that_lacks_a_step_is_told_and_not_changed(writer: Writer) -> None:
    await writer.run(lambda c: to_step(c, "0000"))
    lines = await found("database")
    assert lines[0].startswith("warn at step 0000 of ")
    assert await writer.run(step) == "0000"


@on_sqlite
@pytest.mark.parametrize("part", [0.3, 0.5, 0.9])
async def test_a_damaged_database_fails_and_the_rest_is_looked_at(
    folder: Path, part: float
) -> None:
    path = folder / "korva.sqlite"
    whole = path.read_bytes()
    place = int(len(whole) * part) // 4096 * 4096
    path.write_bytes(whole[:place] + b"\xff" * 8192 + whole[place + 8192 :])
    assert any(line.startswith("FAIL") and "restore" in line for line in await found("database"))
    assert await found("crisis")


@on_sqlite
async def test_a_database_that_others_may_read_is_told(folder: Path) -> None:
    (folder / "korva.sqlite").chmod(0o644)
    assert any("chmod 600" in line for line in await found("database"))
    (folder / "korva.sqlite").chmod(0o600)
    assert not any("chmod 600" in line for line in await found("database"))


async def test_missing_keys_fail_with_the_remedy(keys_file: Path) -> None:
    keys_file.unlink()
    [line] = await found("keys")
    assert line.startswith("FAIL no keys: var/korva.keys does not exist; `korva keys create`")


async def test_keys_that_others_may_read_fail(keys_file: Path) -> None:
    keys_file.chmod(0o640)
    assert (await found("keys"))[0] == (
        "FAIL others on this machine may use var/korva.keys: chmod 600 var/korva.keys"
    )


async def test_a_pepper_of_another_database_fails(writer: Writer) -> None:
    await writer.run(lambda c: check_pepper(c, "of another pepper"))
    assert any(line.startswith("FAIL the pepper is not the one") for line in await found("keys"))


@pytest.mark.parametrize(
    ("url", "token", "line"),
    [
        ("http://localhost:8080", "", "ok http://localhost:8080 is this machine"),
        ("https://korva.example.fi", "secret", "ok https://korva.example.fi"),
        ("http://korva.example.fi", "secret", "FAIL server.public_url is http://korva.example.fi"),
        ("https://korva.example.fi", "", "FAIL behind a proxy every call seems to come from"),
    ],
)
@on_sqlite
async def test_the_public_address_is_encrypted_and_its_figures_guarded(
    monkeypatch: Environment, url: str, token: str, line: str
) -> None:
    monkeypatch.setenv("KORVA_SERVER__PUBLIC_URL", url)
    monkeypatch.setenv("KORVA_OPERATOR_TOKEN", token)
    assert (await found("address"))[-1].startswith(line)


@on_sqlite
async def test_what_the_operator_lacks_fails(monkeypatch: Environment, folder: Path) -> None:
    (folder / "kannel.conf").write_text("group = smsbox\nhttp-request-retry = 3\n")
    give(
        monkeypatch,
        KANNEL,
        {
            "SECRET": "0123456789abcdef",
            "SENDSMS_URL": f"http://127.0.0.1:{unused_port()}/cgi-bin/sendsms",
            "USERNAME": "korva",
            "PASSWORD": "korva",
            "CONFIG_FILE": "kannel.conf",
        },
    )
    lines = await found("operator")
    assert any(line.startswith("FAIL smsbox gives up after 30 s") for line in lines)
    assert any(line.startswith("FAIL kannel can't be reached") for line in lines)


@on_sqlite
async def test_it_is_told_who_gets_the_figures_and_who_hears_of_cases(
    monkeypatch: Environment,
) -> None:
    give(monkeypatch, FILES, {"TYPE": "files", "DIRECTORY": "releases"})
    assert await found("receivers") == [
        "ok releases go to folder",
        "warn nobody hears of urgent answers: let a destination take alerts, such as smtp",
    ]


@pytest.fixture
async def elsewhere() -> AsyncIterator[TestServer]:
    """A server whose clock is ten minutes behind. By 0.0.0.0 it does not look like this machine."""

    async def answer(_request: web.Request) -> web.Response:
        late = format_datetime(datetime.now(UTC) - timedelta(minutes=10), usegmt=True)
        return web.Response(headers={"Date": late})

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    async with TestServer(app, host="0.0.0.0") as server:
        yield server


@on_sqlite
async def test_a_clock_that_is_wrong_fails(monkeypatch: Environment, elsewhere: TestServer) -> None:
    url = f"http://0.0.0.0:{elsewhere.port}"
    give(
        monkeypatch,
        "KORVA_SMS__PROVIDERS__TWILIO__",
        {"ACCOUNT_SID": "AC1", "AUTH_TOKEN": "x", "API_URL": url},
    )
    [line] = await found("clock")
    assert line.startswith((f"FAIL +600 s against {url}/", f"FAIL +601 s against {url}/"))


@on_sqlite
async def test_a_clock_that_nothing_can_be_compared_with_is_told() -> None:
    [line] = await found("clock")
    assert line.startswith("warn could not be compared")


@on_postgres
async def test_the_clock_is_compared_with_the_database_server() -> None:
    [line] = await found("clock")
    assert line == "ok +0 s against PostgreSQL"


@on_sqlite
async def test_a_text_that_costs_two_messages_is_told(
    monkeypatch: Environment, folder: Path
) -> None:
    (folder / "fi.toml").write_text('[sms]\nthanks = "Kiitos! 😀' + " Luemme sen." * 6 + '"\n')
    monkeypatch.setenv("KORVA_TEXTS_DIR", str(folder))
    lines = await found("texts")
    assert "warn sms.thanks (fi) costs 2 SMS: 82 characters of UCS-2, because of 😀" in lines


@on_sqlite
async def test_a_text_is_counted_with_the_longest_name_of_a_unit(
    monkeypatch: Environment, folder: Path, writer: Writer
) -> None:
    (folder / "fi.toml").write_text('[sms]\nask = "' + "x" * 140 + '{unit}"\n')
    monkeypatch.setenv("KORVA_TEXTS_DIR", str(folder))
    await writer.run(add_units)
    await writer.run(lambda c: c.execute(update(unit).values(short_name="x" * 20)))
    assert not any("sms.ask (fi)" in line for line in await found("texts"))
    await writer.run(lambda c: c.execute(update(unit).values(short_name="x" * 21)))
    assert any("sms.ask (fi) costs 2 SMS" in line for line in await found("texts"))


@pytest.mark.parametrize(
    ("day", "line"),
    [
        (None, "warn nobody noted calling"),
        (NOW.date() - timedelta(days=367), "warn the crisis lines were last called on"),
        (NOW.date() - timedelta(days=363), "ok the crisis lines were called on"),
    ],
)
@on_sqlite
async def test_crisis_lines_are_called_once_a_year(
    monkeypatch: Environment, day: date | None, line: str
) -> None:
    if day:
        monkeypatch.setenv("KORVA_CRISIS__CHECKED_ON", day.isoformat())
    assert (await found("crisis"))[0].startswith(line)


async def test_nothing_waits_in_a_new_installation() -> None:
    assert await found("backlog") == ["ok nothing waits for long"]


async def test_what_waits_for_long_is_told(writer: Writer) -> None:
    await writer.run(add_units)
    await writer.run(leave_waiting)
    assert sorted(await found("backlog")) == [
        "warn comments set aside: 1, at each of which the model failed three times",
        f"warn comments without a label: 1, since {BEFORE:%Y-%m-%d %H:%M} UTC",
        f"warn messages due (reply): 1, since {BEFORE:%Y-%m-%d %H:%M} UTC",
        f"warn releases for county: 1, since {BEFORE:%Y-%m-%d}",
        "warn releases to county parked: 1; korva forward list tells why, korva forward retry "
        "sends again",
        "warn requests that could not be read: 1; korva quarantine list",
    ]


async def test_a_release_that_waits_for_labels_is_told(
    writer: Writer, monkeypatch: Environment
) -> None:
    today = datetime.now(HELSINKI).date()
    sunday = today - timedelta(days=7 + today.isoweekday())
    window = (today - sunday).days - 1
    give(monkeypatch, "KORVA_", {"PUBLISHING__PERIOD": "week", "ASKING__DELAY_DAYS": "0"})
    give(monkeypatch, "KORVA_SMS__", {"COMMENT_WINDOW_HOURS": "24"})
    give(monkeypatch, "KORVA_SMS__", {"SCORE_WINDOW_DAYS": str(window - 1)})
    await writer.run(add_units)
    await writer.run(lambda c: answer(c, comment="Hyvä hoito", day=sunday))
    await writer.run(lambda c: cells.recount(c, cells.dirty_places(c)))
    (line,) = [one for one in await found("backlog") if "release of" in one]
    assert f"{sunday:%G-W%V} waits for labels: 1 comments" in line
    assert "it leaves without them, for good" in line


def leave_waiting(connection: Connection) -> None:
    place = connection.scalars(select(unit.c.id)).first() or ""
    given = [
        Response(str(number), "sms", str(number), place, "sms", date(2026, 3, 2), BEFORE, "fi")
        for number in (1, 2)
    ]
    responses.put(connection, given)
    for one, state in (("1", responses.PENDING), ("2", responses.SET_ASIDE)):
        connection.execute(
            update(response).where(response.c.id == one).values(labelling=state, comment="Hyvä")
        )
    message = outbound.Queued("m", outbound.REPLY, b"h", b"n", "Kiitos", BEFORE, BEFORE)
    outbound.queue(connection, [message])
    for sequence in (1, 2):
        made = StoredRelease(sequence, "2026-02", None, b"{}", b"{}", BEFORE)
        releases.add(connection, made, ["county"])
    connection.execute(update(delivery).where(delivery.c.sequence == 1).values(state="parked"))
    kept.add(connection, kept.Kept("q", "kannel", "inbound", "?", kept.KEPT, None, BEFORE))


@on_sqlite
async def test_the_bundled_model_reads(monkeypatch: Environment) -> None:
    monkeypatch.setenv("KORVA_CLASSIFIER__PROCESSES", "1")
    [line] = await found("model")
    assert line.startswith("ok ")
    assert "reads a comment in" in line


@on_sqlite
async def test_a_model_that_is_not_there_fails(monkeypatch: Environment) -> None:
    monkeypatch.setenv("KORVA_CLASSIFIER__PROCESSES", "1")
    monkeypatch.setenv("KORVA_CLASSIFIER__MODEL", "./nowhere")
    [line] = await found("model")
    assert line.startswith("FAIL classifier.model: ")


def to_step(connection: Connection, number: str) -> None:
    connection.execute(update(VERSION).values(version_num=number))


def step(connection: Connection) -> str:
    return connection.scalars(select(VERSION.c.version_num)).one()


VERSION = table("alembic_version", column("version_num"))
