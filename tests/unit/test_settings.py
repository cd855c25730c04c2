"""Settings: where they come from, and what is said of wrong ones."""

import traceback
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from pydantic import BaseModel

from gateway.core.errors import SettingsError
from gateway.forward import destinations
from gateway.settings import Settings, read_settings, sources
from gateway.sms import providers


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def problems(**environment: str) -> list[str]:
    with pytest.raises(SettingsError) as raised:
        read_settings({f"KORVA_{name}": value for name, value in environment.items()})
    return str(raised.value).splitlines()


def documented(model: type[BaseModel], place: str = "") -> Iterator[tuple[str, str | None]]:
    for name, field in model.model_fields.items():
        if isinstance(field.default, BaseModel):
            yield from documented(type(field.default), f"{place}{name}.")
        else:
            yield place + name, field.description


def test_without_anything_given_the_defaults_are_in_force() -> None:
    assert read_settings({}) == Settings()


def test_a_variable_wins_over_the_file(folder: Path) -> None:
    (folder / "korva.toml").write_text('[sms]\nsender = "16100"\nrate = 5\n')
    sms = read_settings({"KORVA_SMS__SENDER": "18100"}).sms
    assert (sms.sender, sms.rate) == ("18100", 5)


def test_the_file_can_be_elsewhere(folder: Path) -> None:
    (folder / "county.toml").write_text('log_level = "error"\n')
    assert read_settings({"KORVA_CONFIG": str(folder / "county.toml")}).log_level == "error"


def test_hours_and_dates_are_read(folder: Path) -> None:
    (folder / "korva.toml").write_text(
        "[asking]\nquiet_from = 19:30:00\n[crisis]\nchecked_on = 2026-11-02\n"
    )
    settings = read_settings({"KORVA_ASKING__NOT_BEFORE": "11:00"})
    assert settings.asking.quiet_from == time(19, 30)
    assert settings.asking.not_before == time(11)
    assert settings.crisis.checked_on == date(2026, 11, 2)


def test_it_is_known_where_a_setting_was_given(folder: Path) -> None:
    (folder / "korva.toml").write_text('[sms]\nsender = "16100"\nrate = 5\n')
    assert sources({"KORVA_SMS__SENDER": "18100", "HOME": "/"}) == {
        ("sms", "sender"): "KORVA_SMS__SENDER",
        ("sms", "rate"): "korva.toml",
    }


@pytest.mark.parametrize(
    ("variable", "value", "problem"),
    [
        ("SERVER__PORT", "http", "server.port: Input should be a valid integer"),
        ("SERVER__PORT", "70000", "server.port: Input should be less than or equal to 65535"),
        ("SERVER__PUBLIC_URL", "korva.example.fi", "server.public_url: must look like https://"),
        ("SERVER__PUBLIC_URL", "https://a.fi/korva", "server.public_url: must look like https://"),
        ("COUNTY__SHORT_NAME", "x" * 26, "county.short_name: String should have at most 25"),
        ("ASKING__QUIET_FROM", "late", "asking.quiet_from: Input should be in a valid time format"),
        ("ASKING__SAMPLE_RATE", "2", "asking.sample_rate: Input should be less than or equal to 1"),
        ("SMS__RATE", "0", "sms.rate: Input should be greater than 0"),
        ("PUBLISHING__SMALLEST_GROUP", "4", "publishing.smallest_group: Input should be greater"),
        ("PUBLISHING__PERIOD", "day", "publishing.period: Input should be 'month', 'week' or"),
        ("RETENTION__QUARANTINE_DAYS", "15", "retention.quarantine_days: Input should be less"),
        ("CRISIS__CHECKED_ON", "yesterday", "crisis.checked_on: Input should be a valid date"),
        ("LOG_LEVEL", "loud", "log_level: Input should be 'debug', 'info', 'warning' or 'error'"),
        ("SMS__SENDR", "18100", "KORVA_SMS__SENDR: no such setting; `korva config` lists all"),
        ("SMTP__HOST", "mail", "KORVA_SMTP__HOST: no such setting; `korva config` lists all"),
        ("FOO", "1", "KORVA_FOO: no such setting; `korva config` lists all"),
        ("SERVER", "here", "server: Input should be a valid dictionary"),
    ],
)
def test_a_wrong_value_names_the_setting_and_the_remedy(
    variable: str, value: str, problem: str
) -> None:
    [line] = problems(**{variable: value})
    assert line.startswith(problem)


def test_a_secret_that_is_too_short_is_told_how_long_it_must_be() -> None:
    with pytest.raises(SettingsError, match=r"kannel\.secret: give at least 16 characters"):
        providers.load("kannel", {"secret": "short"})


def test_a_list_that_is_empty_is_told_what_it_needs() -> None:
    table = {"type": "files", "directory": "releases", "formats": []}
    with pytest.raises(SettingsError, match=r"county\.formats: give at least 1 of them"):
        destinations.load("county", table)


def test_all_problems_are_told_at_once() -> None:
    lines = problems(SERVER__PORT="-1", SMS__SENDR="18100", LOG_LEVEL="loud")
    names = sorted(line.split(":")[0] for line in lines)
    assert names == ["KORVA_SMS__SENDR", "log_level", "server.port"]


def test_an_unknown_setting_in_the_file_is_an_error(folder: Path) -> None:
    (folder / "korva.toml").write_text('[sms]\nsendr = "16100"\n')
    assert problems() == ["sms.sendr: no such setting; `korva config` lists all"]


def test_a_variable_inside_a_setting_that_is_no_table_is_an_error() -> None:
    [line] = problems(SMS__SENDER="16100", SMS__SENDER__NUMBER="1")
    assert line.startswith("KORVA_SMS__SENDER__NUMBER: sender is no table")


def test_a_named_file_must_exist(folder: Path) -> None:
    [line] = problems(CONFIG="nowhere.toml")
    assert line == "KORVA_CONFIG names nowhere.toml, which does not exist"


def test_a_file_that_is_not_toml_is_named(folder: Path) -> None:
    (folder / "korva.toml").write_text("sender: 16100")
    assert problems()[0].startswith("korva.toml is not valid TOML: ")


def test_a_file_that_cannot_be_read_is_named(folder: Path) -> None:
    (folder / "korva.toml").mkdir()
    assert problems() == ["korva.toml can't be read: Is a directory"]


def test_an_error_never_repeats_what_was_given(folder: Path) -> None:
    (folder / "korva.toml").write_text('operator_token = ["hunter2"]\n')
    with pytest.raises(SettingsError) as raised:
        read_settings({})
    assert "hunter2" not in "".join(traceback.format_exception(raised.value))


@pytest.mark.parametrize(("name", "words"), list(documented(Settings)))
def test_every_setting_is_explained(name: str, words: str | None) -> None:
    assert words
