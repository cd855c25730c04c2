"""Releases as files in a folder."""

import csv
import io
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest

from gateway.core import release
from gateway.core.errors import DeliveryFailed
from gateway.core.periods import parse
from gateway.forward import destinations
from gateway.forward.destination import Release

AT = datetime(2025, 12, 9, 6, 0, tzinfo=UTC)
NOBODY = 65534
FORMULA = "=HYPERLINK(A1)"
UNITS = [
    release.Unit("county", None, {"fi": "Hyvinvointialue", "sv": "", "en": ""}),
    release.Unit("clinic", "county", {"fi": "Terveysasema; Hämeenkatu", "sv": "", "en": ""}),
    release.Unit("ward", "county", {"fi": FORMULA, "sv": "", "en": ""}),
]
#: Scores 10 and 0 of the clinic: 20 promoters and 40 detractors, an NPS of -33.
SUMS = {
    ("clinic", "sms", "asked", ""): 150,
    ("clinic", "sms", "delivered", ""): 144,
    ("clinic", "sms", "answered", ""): 60,
    ("clinic", "sms", "score", "10"): 20,
    ("clinic", "sms", "score", "0"): 40,
    ("ward", "sms", "answered", ""): 30,
    ("ward", "sms", "score", "9"): 10,
    ("ward", "sms", "score", "8"): 10,
    ("ward", "sms", "score", "2"): 10,
}


@pytest.fixture(scope="module")
def body() -> bytes:
    heading = release.Heading(12, parse("2025-11"), "Hyvinvointialue", AT, k=5)
    return release.render(release.build(heading, UNITS, SUMS))


async def deliver(
    http: aiohttp.ClientSession, directory: Path, body: bytes, **settings: object
) -> None:
    table = {"type": "files", "directory": str(directory), **settings}
    sent = Release(12, "2025-11", "m", AT, body)
    await destinations.load("here", table).deliver(http, sent)


def table_of(path: Path, delimiter: str, encoding: str) -> list[dict[str, str]]:
    text = io.StringIO(path.read_bytes().decode(encoding), newline="")
    return list(csv.DictReader(text, delimiter=delimiter))


def value_of(rows: list[dict[str, str]], measure: str, key: str = "") -> str:
    """What the clinic's SMS channel has there."""
    (row,) = (
        row
        for row in rows
        if (row["unit"], row["channel"], row["measure"], row["key"])
        == ("clinic", "sms", measure, key)
    )
    return row["value"]


async def test_every_format_has_its_file(
    http: aiohttp.ClientSession, tmp_path: Path, body: bytes
) -> None:
    await deliver(http, tmp_path, body)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "000012-2025-11-excel.csv",
        "000012-2025-11.csv",
        "000012-2025-11.json",
        "000012-2025-11.jsonl",
    ]


async def test_the_json_file_has_the_very_bytes_of_the_release(
    http: aiohttp.ClientSession, tmp_path: Path, body: bytes
) -> None:
    await deliver(http, tmp_path, body)
    assert (tmp_path / "000012-2025-11.json").read_bytes() == body


async def test_only_the_formats_that_were_asked_for_are_written(
    http: aiohttp.ClientSession, tmp_path: Path, body: bytes
) -> None:
    await deliver(http, tmp_path, body, formats="csv")
    assert [path.name for path in tmp_path.iterdir()] == ["000012-2025-11.csv"]


async def test_json_lines_hold_every_row_of_the_release(
    http: aiohttp.ClientSession, tmp_path: Path, body: bytes
) -> None:
    await deliver(http, tmp_path, body)
    lines = (tmp_path / "000012-2025-11.jsonl").read_text("utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert [row["value"] for row in found] == [row.value for row in release.rows(json.loads(body))]


async def test_the_csv_has_every_row_with_the_name_of_its_unit(
    http: aiohttp.ClientSession, tmp_path: Path, body: bytes
) -> None:
    await deliver(http, tmp_path, body)
    rows = table_of(tmp_path / "000012-2025-11.csv", ",", "utf-8")
    assert len(rows) == len(list(release.rows(json.loads(body))))
    names = {row["unit"]: row["name"] for row in rows}
    assert names["clinic"] == "Terveysasema; Hämeenkatu"
    assert value_of(rows, "answered") == "60"


async def test_a_name_that_a_spreadsheet_would_run_is_kept_a_text(
    http: aiohttp.ClientSession, tmp_path: Path, body: bytes
) -> None:
    await deliver(http, tmp_path, body)
    for name, delimiter in (("", ","), ("-excel", ";")):
        path = tmp_path / f"000012-2025-11{name}.csv"
        rows = table_of(path, delimiter, "utf-8-sig")
        assert {row["name"] for row in rows if row["unit"] == "ward"} == {f"'{FORMULA}"}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
async def test_every_sign_that_begins_a_formula_is_guarded(
    sign: str, http: aiohttp.ClientSession, tmp_path: Path, body: bytes
) -> None:
    payload = json.loads(body)
    payload["data"]["units"][2]["name"]["fi"] = f"{sign}1"
    await deliver(http, tmp_path, release.render(payload))
    rows = table_of(tmp_path / "000012-2025-11.csv", ",", "utf-8")
    assert {row["name"] for row in rows if row["unit"] == "ward"} == {f"'{sign}1"}


async def test_a_negative_nps_stays_a_number(
    http: aiohttp.ClientSession, tmp_path: Path, body: bytes
) -> None:
    await deliver(http, tmp_path, body)
    rows = table_of(tmp_path / "000012-2025-11.csv", ",", "utf-8")
    assert value_of(rows, "nps", "value") == "-33"


async def test_the_finnish_csv_is_what_excel_expects(
    http: aiohttp.ClientSession, tmp_path: Path, body: bytes
) -> None:
    await deliver(http, tmp_path, body)
    path = tmp_path / "000012-2025-11-excel.csv"
    assert path.read_bytes().startswith("\ufeffsequence;period;unit;name;".encode())
    assert b"\r\n" in path.read_bytes()


async def test_the_finnish_csv_has_decimal_commas(
    http: aiohttp.ClientSession, tmp_path: Path, body: bytes
) -> None:
    await deliver(http, tmp_path, body)
    plain = table_of(tmp_path / "000012-2025-11.csv", ",", "utf-8")
    finnish = table_of(tmp_path / "000012-2025-11-excel.csv", ";", "utf-8-sig")
    assert "." in value_of(plain, "response_rate")
    assert value_of(finnish, "response_rate") == value_of(plain, "response_rate").replace(".", ",")


async def test_a_second_delivery_replaces_the_files(
    http: aiohttp.ClientSession, tmp_path: Path, body: bytes
) -> None:
    path = tmp_path / "000012-2025-11.json"
    path.write_bytes(b"of before")
    await deliver(http, tmp_path, body)
    assert path.read_bytes() == body


async def test_what_a_killed_attempt_left_behind_is_cleared(
    http: aiohttp.ClientSession, tmp_path: Path, body: bytes
) -> None:
    unfinished = tmp_path / ".000012-2025-11.json.unfinished"
    unfinished.write_bytes(b'{"half a rel')
    await deliver(http, tmp_path, body, formats="json")
    assert [path.name for path in tmp_path.iterdir()] == ["000012-2025-11.json"]


async def test_a_reader_sees_the_old_file_or_the_new_one_never_half(
    http: aiohttp.ClientSession, tmp_path: Path, body: bytes
) -> None:
    path = tmp_path / "000012-2025-11.json"
    path.write_bytes(b"of before")
    with path.open("rb") as opened_before:
        await deliver(http, tmp_path, body, formats="json")
        assert opened_before.read() == b"of before"


async def test_a_new_folder_is_made(
    http: aiohttp.ClientSession, tmp_path: Path, body: bytes
) -> None:
    await deliver(http, tmp_path / "releases", body, formats="json")
    assert (tmp_path / "releases" / "000012-2025-11.json").exists()


async def test_a_folder_whose_parent_is_missing_is_a_clear_error(
    http: aiohttp.ClientSession, tmp_path: Path, body: bytes
) -> None:
    with pytest.raises(DeliveryFailed, match=r"can't write into .*/gone/releases: No such file"):
        await deliver(http, tmp_path / "gone" / "releases", body)


@contextmanager
def without_privilege() -> Iterator[None]:
    """Root may write everywhere: be nobody for a while."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


async def test_a_folder_that_may_not_be_written_is_a_clear_error(
    http: aiohttp.ClientSession, tmp_path: Path, body: bytes
) -> None:
    tmp_path.chmod(0o500)
    with (
        without_privilege(),
        pytest.raises(DeliveryFailed, match="Permission denied; let the user") as failure,
    ):
        await deliver(http, tmp_path, body)
    assert not failure.value.permanent


async def test_a_folder_that_is_a_file_is_a_clear_error(
    http: aiohttp.ClientSession, tmp_path: Path, body: bytes
) -> None:
    path = tmp_path / "releases"
    path.touch()
    with pytest.raises(DeliveryFailed, match=r"can't write into .*/releases: File exists"):
        await deliver(http, path, body)
