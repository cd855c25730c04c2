"""Kannel's own settings, read from the county's files."""

from pathlib import Path

import aiohttp
import pytest
from aiohttp.test_utils import unused_port

from gateway.core.errors import SettingsError
from gateway.sms import kannel_conf, providers


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return folder / name


def test_included_files_and_folders_are_read(tmp_path: Path) -> None:
    write(tmp_path / "links", "a.conf", "group = smsc\nsmsc-id = dna\nalt-charset = UTF-8\n")
    write(tmp_path, "box.conf", "group = smsbox\nhttp-request-retry = 1\n")
    main = write(tmp_path, "kannel.conf", 'include = "box.conf"\ninclude = links\n')

    complaints = kannel_conf.check(main, "korva")

    assert [complaint.split()[0] for complaint in complaints] == ["smsbox", "smsc", "no"]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    [complaint] = kannel_conf.check(tmp_path / "kannel.conf", "korva")

    assert f"{tmp_path / 'kannel.conf'} can't be read" in complaint


SETTINGS = {
    "secret": "pirkanmaa-2026-kannel",
    "sendsms_url": f"http://127.0.0.1:{unused_port()}/cgi-bin/sendsms",
    "username": "korva",
    "password": "korva",
}


@pytest.mark.parametrize(
    ("secret", "words"),
    [("short", "at least 16"), ("pirkanmaa-2026-ä", "letters a-z"), ("a" * 16 + "%C3", "%")],
)
def test_a_secret_that_a_url_would_change_is_refused(secret: str, words: str) -> None:
    with pytest.raises(SettingsError) as raised:
        providers.load("kannel", {**SETTINGS, "secret": secret})
    assert str(raised.value).startswith("sms.providers.kannel.secret: ")
    assert words in str(raised.value)


async def test_a_configuration_file_is_judged_when_kannel_is_away(tmp_path: Path) -> None:
    conf = write(tmp_path, "kannel.conf", "group = smsbox\n")
    kannel = providers.load("kannel", {**SETTINGS, "config_file": str(conf)})

    async with aiohttp.ClientSession() as session:
        complaints = await kannel.check(session)

    assert [complaint.split()[0] for complaint in complaints] == ["smsbox", "no", "kannel"]
