"""One form for every way of writing a phone number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.sms.numbers import is_mobile, normalise


@pytest.mark.parametrize(
    "raw",
    [
        "+358401234567",
        "358401234567",
        358401234567,
        "00358401234567",
        "0401234567",
        "401234567",
        " +358 40 123 4567 ",
        "+358 (0)40 123 4567",
        "040-1234567",
        "040–123 45 67",
        "(040) 123.4567",
        "040/1234567",
    ],
)
def test_a_finnish_number_is_one_number_however_it_is_written(raw: str | int) -> None:
    assert normalise(raw) == "+358401234567"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [("46701234567", "+46701234567"), (37255512345, "+37255512345"), ("+447911123456",) * 2],
)
def test_a_foreign_number_needs_no_plus(raw: str | int, expected: str) -> None:
    assert normalise(raw) == expected


def test_a_national_number_is_read_in_its_region() -> None:
    assert normalise("070-123 45 67", region="SE") == "+46701234567"


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "+",
        "18100",
        16100,
        "112",
        "116117",
        "Pirha",
        "040FLOWERS",
        "0401",
        "1" * 200,
        -358401234567,
    ],
)
def test_what_is_nobodys_phone_is_none(raw: str | int) -> None:
    assert normalise(raw) is None


@given(st.text(st.sampled_from("0123456789+ ()-./ab٤\0")) | st.integers())
def test_a_normalised_number_stays_as_it_is(raw: str | int) -> None:
    number = normalise(raw)

    assert number is None or normalise(number) == number


@pytest.mark.parametrize("number", ["+358401234567", "+358501234567", "+12125551234"])
def test_a_number_that_may_be_a_mobile_can_be_texted(number: str) -> None:
    assert is_mobile(number)


@pytest.mark.parametrize("number", ["+35893101691", "+358800123456", "0401234567", "Pirha", ""])
def test_a_landline_a_free_number_or_no_number_is_no_mobile(number: str) -> None:
    assert not is_mobile(number)


@pytest.mark.parametrize("region", ["FI", "SE"])
@given(data=st.data())
def test_the_usual_spelling_is_read_as_the_library_reads_it(
    region: str, data: st.DataObject
) -> None:
    code = {"FI": "358", "SE": "46"}[region]
    digits = data.draw(st.text("0123456789", min_size=6, max_size=11))
    written = (
        data.draw(st.sampled_from(["", "+"])) + code + data.draw(st.sampled_from("457")) + digits
    )
    spaced = f" {written[:-1]} {written[-1]}"

    assert normalise(written, region) == normalise(spaced, region)
