"""What is in deploy/ fits the code: settings that exist, a Kannel that loses nothing."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from gateway.settings import Settings, read_settings
from gateway.sms import kannel_conf, providers
from gateway.sms.providers import Operator

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
KANNEL = DEPLOY / "kannel.conf"


def settings_in(file: str) -> Settings:
    found = re.findall(r"\b(KORVA_[A-Z_]+)=([^\s\"]+)", (DEPLOY / file).read_text())
    given = {name: value for name, value in found if name != "KORVA_CONFIG" and "..." not in value}
    return read_settings(given)


@pytest.mark.parametrize("file", ["korva.service", "korva-run", "Containerfile"])
def test_the_settings_exist_and_keep_the_keys_apart_from_the_database(file: str) -> None:
    settings = settings_in(file)
    assert settings.database_url == "sqlite:////var/lib/korva/korva.sqlite"
    assert not settings.keys_file.is_relative_to("/var/lib/korva")


def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        absent = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        absent("no systemd-analyze: apt install systemd")
    unit = (DEPLOY / "korva.service").read_text().replace("/opt/korva/bin/korva", "/bin/true")
    (tmp_path / "korva.service").write_text(unit)
    done = subprocess.run(
        ["systemd-analyze", "verify", str(tmp_path / "korva.service")],
        capture_output=True,
        text=True,
        check=False,
    )
    complaints = [line for line in done.stderr.splitlines() if "korva.service" in line]
    assert complaints == []


def test_kannel_loses_and_spoils_nothing() -> None:
    assert kannel_conf.check(KANNEL, "korva") == []


def test_kannel_writes_neither_numbers_nor_texts_into_its_logs() -> None:
    levels = {
        group["group"]: group["log-level"]
        for group in kannel_conf.parse(KANNEL.read_text())
        if "log-level" in group
    }
    assert levels == {"core": "1", "smsbox": "4"}


def test_the_settings_for_kannel_are_the_providers_own(tmp_path: Path) -> None:
    loaded = providers.load("kannel", dict(_settings_for_kannel()))
    assert isinstance(loaded, Operator)


def _settings_for_kannel() -> Iterator[tuple[str, str]]:
    """The lines for korva.toml in the comment at the top, with passwords long enough."""
    _, _, table = KANNEL.read_text().partition("[sms.providers.kannel]")
    for name, value in re.findall(r'^#\s+(\w+) = "(.*)"$', table, flags=re.MULTILINE):
        yield name, value if value != "SECRET" else "0123456789abcdef"
