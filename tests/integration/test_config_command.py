"""`korva config`: what is in force and where it is from, without a secret; a file to begin with."""

import re
import tomllib
from pathlib import Path

import pytest

from gateway.forward import destinations
from gateway.settings import Settings, read_settings
from gateway.sms import providers
from tests.integration.terminal import korva

FILE = """
database_url = "postgresql://korva:p/w-hunter2@host/korva?password=hunter3"
texts_dir = "."
[county]
short_name = "Pirha \\"ear\\""
[sms]
provider = "kannel"
sender = "18100"
[sms.providers.kannel]
secret = "hunter4-and-more-of-it"
sendsms_url = "http://operator:hunter5@127.0.0.1:13013/cgi-bin/sendsms?token=hunter6"
username = "korva"
[publishing.destinations."The county"]
type = "webhook"
url = "https://county.example.fi/hook?sig=hunter7"
secrets = ["whsec_aHVudGVyOGh1bnRlcjhodW50ZXI4aHVudGVyOA=="]
"""
VARIABLES = {
    "KORVA_SMS__PROVIDERS__KANNEL__PASSWORD": "hunter9",
    "KORVA_OPERATOR_TOKEN": "hunter10",
    "KORVA_LOG_LEVEL": "error",
}


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def county(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "korva.toml").write_text(FILE)
    for name, value in VARIABLES.items():
        monkeypatch.setenv(name, value)


async def printed(*words: str) -> str:
    result = await korva("config", *words)
    assert result.exit_code == 0, result.output
    return result.stdout


async def complaints() -> list[str]:
    result = await korva("config")
    assert result.exit_code == 2
    assert result.stdout == ""
    return result.stderr.removeprefix("Error: ").splitlines()


@pytest.mark.parametrize(
    "line",
    [
        'log_level = "error"  # KORVA_LOG_LEVEL',
        'short_name = "Pirha \\"ear\\""  # korva.toml',
        "port = 8080  # default",
        "quiet_from = 20:00:00  # default",
        "on_holidays = false  # default",
        'takes = ["releases"]  # default',
        '#checked_on = ""  # not set',
        'password = "**********"  # KORVA_SMS__PROVIDERS__KANNEL__PASSWORD',
        '[publishing.destinations."The county"]',
        'type = "webhook"  # korva.toml',
        'operator_token = "**********"  # KORVA_OPERATOR_TOKEN',
        'pepper = ""  # default',
    ],
)
async def test_each_setting_is_printed_with_where_it_is_from(county: None, line: str) -> None:
    assert line in (await printed()).splitlines()


async def test_no_secret_is_printed(county: None) -> None:
    shown = await printed()
    assert "hunter" not in shown
    assert "aHVudGVy" not in shown
    assert 'database_url = "postgresql://korva:***@host/korva?password=***"' in shown


async def test_what_is_printed_is_toml_and_brings_the_same_settings(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KORVA_COUNTY__NAME", 'Päijät\x7f"\\\n😀')
    before = read_settings()
    (folder / "korva.toml").write_text(await printed())
    monkeypatch.delenv("KORVA_COUNTY__NAME")
    assert read_settings() == before


async def test_every_problem_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KORVA_SERVER__PORT", "http")
    monkeypatch.setenv("KORVA_SMS__SENDR", "18100")
    lines = await complaints()
    assert [line.split(":")[0] for line in lines] == ["server.port", "KORVA_SMS__SENDR"]


@pytest.mark.parametrize(
    ("variables", "problem"),
    [
        ({"DATABASE_URL": "mysql://host/korva"}, "database_url must look like sqlite:///"),
        ({"ENCRYPTION_KEYS": "abc"}, "encryption_keys: must be 32 bytes in base64"),
        ({"TEXTS_DIR": "nowhere"}, "texts_dir: nowhere is no folder"),
        ({"SMS__DIALOGUE": "chat"}, "chat"),
        ({"SMS__PROVIDER": "kannel"}, "sms.provider: 'kannel' needs its table"),
        ({"SMS__PROVIDERS__PIGEON__COLOUR": "grey"}, "unknown SMS provider 'pigeon'; known: "),
        ({"SMS__PROVIDERS__TWILIO__SID": "x"}, "sms.providers.twilio.account_sid: this setting is"),
        (
            {"PUBLISHING__DESTINATIONS__COUNTY__TYPE": "pigeon"},
            "publishing.destinations.county.type: unknown 'pigeon'",
        ),
        (
            {
                "PUBLISHING__DESTINATIONS__HERE__TYPE": "stdout",
                "PUBLISHING__DESTINATIONS__HERE__TAKES": "mail",
            },
            "publishing.destinations.here.takes.0: Input should be 'releases' or 'alerts'",
        ),
    ],
)
async def test_what_only_one_room_can_judge_is_judged_too(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], problem: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(f"KORVA_{name}", value)
    assert any(problem in line for line in await complaints())


async def test_the_example_changes_nothing_as_it_is(folder: Path) -> None:
    (folder / "korva.toml").write_text(await printed("--example"))
    assert read_settings() == Settings()


async def test_the_example_shows_the_defaults(folder: Path) -> None:
    ours = (await printed("--example")).partition("\n#[")[0]
    given = re.sub(r"^#(?=\w+ = (?!.*# not set$))", "", ours, flags=re.MULTILINE)
    (folder / "korva.toml").write_text(given)
    assert "log_level" in tomllib.loads(given)
    assert read_settings() == Settings()


async def test_the_example_has_a_table_for_each_provider_and_destination() -> None:
    shown = (await printed("--example")).splitlines()
    assert {f"#[sms.providers.{name}]" for name in providers.known()} <= set(shown)
    assert {f"#[publishing.destinations.{name}]" for name in destinations.known()} <= set(shown)


async def test_the_example_is_shown_when_settings_are_wrong(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KORVA_SERVER__PORT", "http")
    assert "#port = 8080" in await printed("--example")
