"""Lines of a table read as visits."""

from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.eligibility import Visit
from gateway.core.errors import InputError
from gateway.sms.visits import band_of, parse_visit

CELLS = {
    "number": "040 123 4567",
    "unit": "tays",
    "visited_at": "2026-03-02T14:30",
    "language": "fi",
}


def digest(text: str) -> bytes:
    return sha256(text.encode()).digest()[:16]


def visit(**cells: str) -> Visit:
    return parse_visit({**CELLS, **cells}, "file", digest)


def test_a_line_is_read() -> None:
    read = visit(key="v1", source="lifecare", municipality="Tampere", service_type="pkl")

    assert (read.source, read.key, read.unit) == ("lifecare", "v1", "tays")
    assert (read.number, read.language) == ("+358401234567", "fi")
    assert (read.municipality, read.service_type) == ("Tampere", "pkl")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-03-02T14:30", datetime(2026, 3, 2, 12, 30, tzinfo=UTC)),
        ("2026-07-02 14:30:15", datetime(2026, 7, 2, 11, 30, 15, tzinfo=UTC)),
        ("2026-03-02T14:30+00:00", datetime(2026, 3, 2, 14, 30, tzinfo=UTC)),
        ("2026-03-02T14:30Z", datetime(2026, 3, 2, 14, 30, tzinfo=UTC)),
        ("2026-03-02", datetime(2026, 3, 1, 22, 0, tzinfo=UTC)),
    ],
)
def test_a_time_without_an_offset_is_finnish(written: str, expected: datetime) -> None:
    assert visit(visited_at=written).visited_at == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("fi", "fi"),
        ("FIN", "fi"),
        ("fi-FI", "fi"),
        ("sv", "sv"),
        ("swe", "sv"),
        ("sv_FI", "sv"),
        ("en", "en"),
        ("so", "en"),
        ("se", "en"),
        ("", "fi"),
    ],
)
def test_the_language_is_finnish_swedish_or_else_english(written: str, expected: str) -> None:
    assert visit(language=written).language == expected


@pytest.mark.parametrize("written", ["", "03 3116 11", "+358 9 310 1691", "112", "Matti"])
def test_what_is_no_mobile_is_no_number(written: str) -> None:
    assert visit(number=written).number is None


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({}, (None, "")),
        ({"age": "17"}, (17, "13-17")),
        ({"age": "0"}, (0, "0-12")),
        ({"age": "104"}, (104, "85+")),
        ({"age_band": "13-17"}, (13, "13-17")),
        ({"age_band": "75+"}, (75, "75+")),
        ({"age_band": "18–29"}, (18, "18-29")),
        ({"age": "30", "age_band": "18-44"}, (30, "30-44")),
    ],
)
def test_of_an_age_only_its_band_is_kept(
    cells: dict[str, str], expected: tuple[int | None, str]
) -> None:
    read = visit(**cells)

    assert (read.age, read.age_band) == expected


@given(st.integers(0, 130))
def test_an_age_lies_in_its_band(age: int) -> None:
    first, _, last = band_of(age).partition("-")

    assert int(first.rstrip("+")) <= age <= int(last or 130)


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"unit": ""}, "unit"),
        ({"visited_at": ""}, "visited_at"),
        ({"visited_at": "2.3.2026 14:30"}, "visited_at"),
        ({"visited_at": "0001-01-01T00:00+14:00"}, "visited_at"),
        ({"age": "kolme"}, "age"),
        ({"age": "131"}, "age"),
        ({"age": "-1"}, "age"),
        ({"age_band": "adult"}, "age_band"),
        ({"deceased": "?"}, "deceased"),
        ({"own_number": "0401234567"}, "own_number"),
        ({"key": "x" * 81}, "key"),
        ({"source": "x" * 41}, "source"),
        ({"municipality": "x" * 41}, "municipality"),
        ({"service_type": "x" * 41}, "service_type"),
    ],
)
def test_a_wrong_cell_is_named_and_not_shown(cells: dict[str, str], column: str) -> None:
    with pytest.raises(InputError, match=f"^{column}: ") as caught:
        visit(**cells)

    assert "0401234567" not in str(caught.value)


@pytest.mark.parametrize(
    ("column", "written", "expected"),
    [
        ("deceased", "", False),
        ("deceased", "kyllä", True),
        ("involuntary", "1", True),
        ("non_disclosure", "x", True),
        ("several_numbers", "yes", True),
        ("own_number", "", None),
        ("own_number", "ei", False),
        ("permission", "", None),
        ("permission", "ja", True),
    ],
)
def test_what_is_not_said_is_not_known(column: str, written: str, expected: Any) -> None:
    assert getattr(visit(**{column: written}), column) is expected


def test_a_visit_without_a_key_gets_the_same_one_each_time() -> None:
    assert visit().key == visit(number="+358401234567", language="sv").key


@pytest.mark.parametrize(
    "cells",
    [{"number": "0409999999"}, {"unit": "acuta"}, {"visited_at": "2026-03-02T14:31"}],
)
def test_another_visit_without_a_key_gets_another_one(cells: dict[str, str]) -> None:
    assert visit(**cells).key != visit().key


def test_a_key_made_of_a_number_does_not_show_it() -> None:
    assert "401234567" not in visit().key


@given(st.text(min_size=1, max_size=20).filter(str.strip))
def test_the_chance_of_a_visit_is_its_own(key: str) -> None:
    read = visit(key=key)

    assert 0 <= read.chance < 1
    assert read.chance == visit(key=key, number="", unit="acuta").chance
