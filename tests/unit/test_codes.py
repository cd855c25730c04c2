"""Codes of touchpoints."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.codes import (
    ALPHABET,
    RANDOM_BITS,
    grouped,
    leading_code,
    make_code,
    normalise,
)

codes = st.integers(0, 2**RANDOM_BITS - 1).map(make_code)


@given(codes)
def test_a_code_is_read_back_in_any_case_and_grouping(code: str) -> None:
    assert normalise(grouped(code).lower()) == code


@given(codes, st.integers(0, 6), st.sampled_from(ALPHABET))
def test_every_single_wrong_symbol_is_caught(code: str, place: int, symbol: str) -> None:
    typed = code[:place] + symbol + code[place + 1 :]
    assert (normalise(typed) == code) is (typed == code)


@given(codes, st.integers(0, 5))
def test_every_swap_of_neighbours_is_caught(code: str, place: int) -> None:
    typed = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert (normalise(typed) is not None) is (typed == code)


@pytest.mark.parametrize(("typed", "meant"), [("7k3qx9a", "7K3QX9A"), ("7K3-QX9-A", "7K3QX9A")])
def test_the_printed_example_is_valid(typed: str, meant: str) -> None:
    assert normalise(typed) == meant


def test_letters_that_look_like_digits_are_forgiven() -> None:
    code = next(code for code in map(make_code, range(5000)) if "0" in code and "1" in code)
    assert normalise(code.replace("0", "o").replace("1", "l")) == code


@pytest.mark.parametrize("typed", ["", "7K3QX9", "7K3QX9B", "7K3QX9A7", "UUUUUUU", "kiitos!"])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert normalise(typed) is None


@given(codes, st.sampled_from(["", " 9 kiitos", "\nhyvä", ": 10"]))
def test_a_leading_code_is_told_from_what_follows(code: str, rest: str) -> None:
    found = leading_code(grouped(code) + rest)
    assert found is not None
    assert (found.code, found.rest) == (code, rest.strip(" \n:"))


@given(st.text(max_size=40))
def test_any_text_is_looked_at_without_failing(text: str) -> None:
    found = leading_code(text)
    assert found is None or normalise(found.code) == found.code
