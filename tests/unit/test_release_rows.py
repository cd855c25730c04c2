"""A release as a flat table."""

import json
from typing import Any

import pytest

from gateway.core import release
from tests.unit.releases import HEADING, OWN, UNITS


def row(payload: dict[str, Any], *place: str) -> tuple[float | None, str]:
    found = {row[2:6]: (row.value, row.mark) for row in release.rows(payload)}
    return found[place]


@pytest.fixture
def payload() -> dict[str, Any]:
    return release.build(HEADING, UNITS, OWN)


def test_every_group_has_the_same_rows(payload: dict[str, Any]) -> None:
    found = list(release.rows(payload))
    places = [row[4:6] for row in found if row[2:4] == ("line", "all")]
    assert [row[4:6] for row in found] == places * len(UNITS) * 3
    assert len(set(places)) == len(places)


def test_rows_carry_their_release_and_period(payload: dict[str, Any]) -> None:
    assert {row[:2] for row in release.rows(payload)} == {(7, "2026-10")}


@pytest.mark.parametrize(
    ("place", "cell"),
    [
        (("a", "sms", "delivered", ""), (200, "")),
        (("a", "sms", "response_rate", ""), (40.0, "")),
        (("a", "all", "response_rate", ""), (None, "not_applicable")),
        (("a", "all", "nps", "n"), (65, "")),
        (("b", "all", "nps", "value"), (47, "too_few_to_compare")),
        (("a", "all", "topic", "access:negative"), (9, "")),
        (("a", "sms", "topic", "access:negative"), (None, "not_applicable")),
        (("b", "all", "comment", ""), (None, "small_group")),
        (("b", "all", "sentiment", "mixed"), (None, "small_group")),
        (("c", "all", "nps", "value"), (None, "small_group")),
        (("c", "all", "answered", ""), (None, "small_group")),
    ],
)
def test_a_row_has_a_number_or_a_mark(
    payload: dict[str, Any], place: tuple[str, ...], cell: tuple[float | None, str]
) -> None:
    assert row(payload, *place) == cell


def test_rows_can_be_made_of_stored_bytes(payload: dict[str, Any]) -> None:
    stored = json.loads(release.render(payload))
    assert list(release.rows(stored)) == list(release.rows(payload))
