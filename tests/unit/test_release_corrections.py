"""A release that corrects another."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core import release
from gateway.core.cells import Sums
from gateway.core.errors import InputError
from tests.unit.figures import comments, scores, sent, together, topic
from tests.unit.releases import HEADING, OWN, UNITS, corrected, group


@pytest.fixture
def payload() -> dict[str, Any]:
    return release.build(HEADING, UNITS, OWN)


def test_a_correction_shows_the_same_places(payload: dict[str, Any]) -> None:
    later = together(OWN, scores("c", 20, 9))
    places = release.shown(payload)
    correction = release.build(corrected(), UNITS, later, places)
    assert release.shown(correction) == places
    assert group(correction, "line")["answered"] == group(payload, "line")["answered"] + 29
    assert group(correction, "c") == {"channel": "all", "hidden": "small_group"}


def test_a_correction_names_what_it_corrects(payload: dict[str, Any]) -> None:
    correction = release.build(corrected(), UNITS, OWN, release.shown(payload))
    assert (correction["data"]["sequence"], correction["data"]["corrects"]) == (8, 7)


def test_a_correction_that_would_hide_what_was_shown_does_not_leave(
    payload: dict[str, Any],
) -> None:
    later = together(OWN, scores("b", -9, -3))
    with pytest.raises(InputError, match="would hide figures that release 7 shows"):
        release.build(corrected(), UNITS, later, release.shown(payload))


@pytest.mark.parametrize(("heading", "before"), [(HEADING, frozenset()), (corrected(), None)])
def test_a_correction_needs_to_know_what_was_shown(
    heading: release.Heading, before: frozenset[Any] | None
) -> None:
    with pytest.raises(InputError, match="both the release it corrects and what that showed"):
        release.build(heading, UNITS, OWN, before)


counts = st.integers(0, 15)
figures = st.builds(
    lambda one, two, three, four: together(
        scores("a", one, two),
        comments("b", positive=three, negative=four),
        scores("b", four, one, channel="qr"),
        topic("c", min(two, three), three),
        scores("line", one, four),
        sent("a", one + two + three, 40),
    ),
    *[counts] * 4,
)


@given(figures)
def test_a_release_can_always_be_corrected_by_itself(own: Sums) -> None:
    payload = release.build(HEADING, UNITS, own)
    again = release.build(corrected(), UNITS, own, release.shown(payload))
    assert again["data"]["units"] == payload["data"]["units"]
