"""The public holidays of Finland, reckoned.

The church's holy days, New Year, May Day and Independence Day; and the eves of Christmas and
Midsummer, on which nearly everything is closed. Reckoned here, because a library that knows all
countries takes 17 MB of every gateway.
"""

from datetime import date, timedelta
from functools import cache

_FIXED = ((1, 1), (1, 6), (5, 1), (12, 6), (12, 24), (12, 25), (12, 26))
#: Good Friday, Easter Sunday, Easter Monday, Ascension Day, Pentecost: days from Easter Sunday.
_FROM_EASTER = (-2, 0, 1, 39, 49)
_SATURDAY = 5


@cache
def public_holidays(year: int) -> frozenset[date]:
    """All of them in a year, Sundays that are no holiday by name left out."""
    easter, midsummer = _easter(year), _saturday_from(date(year, 6, 20))
    return frozenset(
        {
            *(date(year, month, day) for month, day in _FIXED),
            *(easter + timedelta(days=days) for days in _FROM_EASTER),
            midsummer - timedelta(days=1),
            midsummer,
            _saturday_from(date(year, 10, 31)),
        }
    )


def _saturday_from(first: date) -> date:
    return first + timedelta(days=(_SATURDAY - first.weekday()) % 7)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar: the anonymous algorithm of Nature, 20 April 1876,
    as given by Meeus, Astronomical Algorithms, chapter 8."""
    golden, (century, of_century) = year % 19, divmod(year, 100)
    leaps, odd = divmod(century, 4)
    lunar = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - lunar + 15) % 30
    fours, rest = divmod(of_century, 4)
    weekday = (32 + 2 * odd + 2 * fours - epact - rest) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
