"""When something that failed is tried again, and when it is set aside."""

from datetime import datetime, timedelta

#: How long a thing is tried before it is set aside for a person.
SPAN = timedelta(days=3)
#: The wait after the first failure is at most this; the most doubles with each failure ...
FIRST_WAIT = timedelta(seconds=10)
#: ... up to this.
LONGEST_WAIT = timedelta(hours=6)
#: What had to wait for its turn, or for a gateway that was off, still gets this many tries.
FEWEST_TRIES = 10
#: Three days hold about forty tries. A hundred means that they end without a trace, as when
#: the work kills its process.
MOST_TRIES = 100

_MOST_DOUBLINGS = 20


def longest_wait(tries: int) -> timedelta:
    """The most that can pass between failure number `tries` (from 1) and the next try."""
    doublings = min(tries - 1, _MOST_DOUBLINGS)
    return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)


def next_try(
    queued_at: datetime,
    tries: int,
    now: datetime,
    chance: float,
    at_least: timedelta = timedelta(0),
) -> datetime | None:
    """When to try again after `tries` failures, None when it is to be set aside.

    Exponential with full jitter: a share `chance` in [0, 1) of the longest wait, so that those
    who failed together do not return together
    (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/). `at_least` is
    what the other side asked for; more than `LONGEST_WAIT` is not granted.
    """
    if tries >= MOST_TRIES or (tries >= FEWEST_TRIES and now >= queued_at + SPAN):
        return None
    return now + max(longest_wait(tries) * chance, min(at_least, LONGEST_WAIT))
