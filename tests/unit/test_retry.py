"""The times at which a failed delivery is tried again."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gateway.core import retry

START = datetime(2025, 11, 3, 12, 0, tzinfo=UTC)
chances = st.floats(0, 1, exclude_max=True)
tries = st.integers(1, retry.MOST_TRIES - 1)
spans = st.timedeltas(timedelta(0), timedelta(days=30))


def times_of(chance: float) -> list[datetime]:
    """Every try of something that always fails at once, the first included."""
    times = [START]
    while (at := retry.next_try(START, len(times), times[-1], chance)) is not None:
        times.append(at)
    return times


@given(chances)
def test_what_always_fails_is_tried_for_three_days_or_a_hundred_times(chance: float) -> None:
    times = times_of(chance)
    assert times[-1] >= START + retry.SPAN or len(times) == retry.MOST_TRIES


@given(chances)
def test_what_always_fails_is_set_aside_at_most_one_wait_after_the_three_days(
    chance: float,
) -> None:
    assert times_of(chance)[-1] <= START + retry.SPAN + retry.LONGEST_WAIT


@given(chances)
def test_tries_come_one_after_the_other(chance: float) -> None:
    assert all(earlier <= later for earlier, later in pairwise(times_of(chance)))


def test_three_days_hold_about_forty_tries() -> None:
    assert 25 <= len(times_of(0.5)) <= 45


@given(tries, chances)
def test_the_wait_is_a_share_of_the_longest(failures: int, chance: float) -> None:
    at = retry.next_try(START, failures, START, chance)
    assert at == START + retry.longest_wait(failures) * chance


@given(tries)
def test_the_longest_wait_never_shrinks(failures: int) -> None:
    assert retry.longest_wait(failures) <= retry.longest_wait(failures + 1) <= retry.LONGEST_WAIT


def test_the_first_wait_is_at_most_ten_seconds() -> None:
    assert retry.longest_wait(1) == timedelta(seconds=10)


@given(st.integers(1, retry.FEWEST_TRIES - 1), chances, spans)
def test_what_waited_for_its_turn_still_gets_its_first_tries(
    failures: int, chance: float, late: timedelta
) -> None:
    assert retry.next_try(START, failures, START + retry.SPAN + late, chance) is not None


@given(st.integers(retry.FEWEST_TRIES, 2 * retry.MOST_TRIES), chances, spans)
def test_nothing_is_tried_often_after_three_days(
    failures: int, chance: float, late: timedelta
) -> None:
    assert retry.next_try(START, failures, START + retry.SPAN + late, chance) is None


@given(chances, st.timedeltas(timedelta(seconds=10), retry.LONGEST_WAIT))
def test_a_wait_that_was_asked_for_is_kept(chance: float, asked: timedelta) -> None:
    assert retry.next_try(START, 1, START, chance, asked) == START + asked


def test_nobody_can_ask_for_more_than_the_longest_wait() -> None:
    asked = timedelta(days=365)
    assert retry.next_try(START, 1, START, 0.5, asked) == START + retry.LONGEST_WAIT


def test_work_that_never_ends_is_set_aside() -> None:
    assert retry.next_try(START, retry.MOST_TRIES, START, 0.5) is None
