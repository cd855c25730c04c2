"""The days on which nobody is asked, against a library that knows all countries'."""

from datetime import date

import pytest
from holidays import country_holidays

from gateway.core.holidays import public_holidays


@pytest.mark.parametrize("year", range(2020, 2100))
def test_the_public_holidays_are_those_of_finland(year: int) -> None:
    assert public_holidays(year) == set(country_holidays("FI", years=year))


def test_the_eves_on_which_everything_is_closed_are_holidays() -> None:
    assert {date(2026, 6, 19), date(2026, 12, 24)} <= public_holidays(2026)
