"""`korva drift`, as somebody types it, on both databases."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from gateway.store import labels
from gateway.store.writer import Writer
from tests.integration.answers import answer
from tests.integration.asking import NOW, add_units, install
from tests.integration.terminal import korva

MONTH = ("drift", "--month", "2026-03")
FOUND: dict[str, Any] = {
    "topics": [{"id": "access", "polarity": "negative", "confidence": 0.9}],
    "intent": "thanks",
    "urgent": False,
    "confidence": 0.8,
    "unsure": False,
}


@pytest.fixture
async def county(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, database_url: str, writer: Writer
) -> Writer:
    install(monkeypatch, tmp_path, database_url)
    await writer.run(add_units)
    return writer


def label(
    connection: Connection, day: date, positive: int, negative: int, version: str = "1"
) -> None:
    for number in range(positive + negative):
        answer(connection, comment=f"Kommentti {number}", day=day)
    waiting = labels.claim(connection, NOW, timedelta(minutes=5), 1000)
    read = []
    for at, one in enumerate(waiting):
        sentiment = "positive" if at < positive else "negative"
        read.append((one, {**FOUND, "sentiment": sentiment, "model_version": version}))
    labels.book(connection, read, NOW)


async def test_a_month_unlike_those_before_is_told_first(county: Writer) -> None:
    await county.run(lambda c: label(c, date(2026, 2, 3), 80, 20))
    await county.run(lambda c: label(c, date(2026, 3, 3), 30, 70))
    result = await korva(*MONTH)
    assert result.exit_code == 0, result.output
    rows = result.stdout.splitlines()
    first = next(at for at, row in enumerate(rows) if "30.0" in row)
    assert "shifted much" in rows[first + 1]
    assert "several model versions" not in result.stdout


async def test_a_change_of_model_is_not_taken_for_one_of_the_world(county: Writer) -> None:
    await county.run(lambda c: label(c, date(2026, 2, 3), 80, 20))
    await county.run(lambda c: label(c, date(2026, 3, 3), 30, 70, version="2"))
    result = await korva(*MONTH)
    assert "model in 2026-03: 2 (100)" in result.stdout
    assert "several model versions" in result.stdout


async def test_small_classes_are_hidden(county: Writer) -> None:
    await county.run(lambda c: label(c, date(2026, 2, 3), 80, 20))
    await county.run(lambda c: label(c, date(2026, 3, 3), 30, 4))
    document = json.loads((await korva(*MONTH, "--json")).stdout)
    aspect = next(each for each in document["aspects"] if each["name"] == "sentiment")
    assert {each["name"] for each in aspect["lines"] if each["now"] is None} == {
        "positive", "negative",
    }  # fmt: skip


async def test_the_document_says_what_was_compared(county: Writer) -> None:
    await county.run(lambda c: label(c, date(2026, 3, 3), 30, 40))
    document = json.loads((await korva(*MONTH, "--before", "2", "--json")).stdout)
    assert document["before"] == ["2026-01", "2026-02"]
    assert document["comments"] == {"now": 70, "before": 0}


async def test_an_empty_database_has_nothing_to_compare(county: Writer) -> None:
    result = await korva("drift")
    assert result.exit_code == 0
    assert "There is nothing to compare" in result.stdout


@pytest.mark.parametrize("month", ["March", "2026", "2026-13"])
async def test_what_is_no_month_is_told(county: Writer, month: str) -> None:
    result = await korva("drift", "--month", month)
    assert result.exit_code == 2
    assert "--month" in result.stderr
