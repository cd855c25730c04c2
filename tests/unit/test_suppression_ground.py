"""What hiding starts from, and what holds for all that it shows."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.cells import INTENTS, Sums
from gateway.core.errors import InputError, SettingsError
from gateway.core.suppression import Place, check_threshold, lay, plant, visible
from tests.unit.figures import ALONE, LINE, Parents, scores, sent


def test_whoever_answered_was_reached_whatever_the_reports_say() -> None:
    ground = lay(plant(ALONE), scores("a", 9, 6) | sent("a", 3, 2), 5)
    assert ground.count("a", "sms", "delivered") == ground.count("a", "sms", "asked") == 15


def test_a_threshold_below_five_is_refused() -> None:
    with pytest.raises(SettingsError, match="set 5 or more"):
        check_threshold(4)


@pytest.mark.parametrize(
    ("place", "complaint"),
    [
        (("x", "sms", "answered", ""), "unit 'x', which is not in the tree"),
        (("a", "all", "answered", ""), "leave the sums to the release"),
        (("a", "sms", "mood", ""), "unknown measure 'mood'; known: asked, delivered"),
        (("a", "sms", "intent", "praise"), "unknown key 'praise' of intent"),
    ],
)
def test_cells_that_nothing_would_show_are_refused(place: Place, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint):
        lay(plant(ALONE), {place: 1}, 5)


@pytest.mark.parametrize(
    ("parents", "complaint"),
    [
        ({}, "exactly one root"),
        ({"a": None, "b": None}, "exactly one root"),
        ({"a": None, "b": "c", "c": "b"}, "unit 'b' does not hang from the root"),
        ({"a": None, "b": "x"}, "unit 'b' does not hang from the root"),
    ],
)
def test_units_that_make_no_tree_are_refused(parents: Parents, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint):
        plant(parents)


few = st.integers(0, 12)
many = st.fixed_dictionaries(
    {
        (unit, channel, *key): few
        for unit in LINE
        for channel in ("qr", "sms")
        for key in [
            ("score", "0"),
            ("score", "10"),
            ("sentiment", "positive"),
            ("sentiment", "negative"),
        ]
    }
)


def whole(own: Sums) -> Sums:
    """Scores and comments of the same people, with their answers."""
    added: Counter[Place] = Counter(own)
    for (unit, channel, measure, _), count in own.items():
        added[unit, channel, "answered", ""] += count
        if measure == "sentiment":
            added[unit, channel, "comment", ""] += count
            added[unit, channel, "intent", INTENTS[0]] += count
    return added


@given(many)
def test_nothing_is_shown_of_a_group_that_is_hidden(own: Sums) -> None:
    places = visible(lay(plant(LINE), whole(own), 5))
    assert {place[:2] for place in places} <= {
        place[:2] for place in places if place[2] == "answered"
    }


@given(many)
def test_no_group_below_the_threshold_is_shown(own: Sums) -> None:
    ground = lay(plant(LINE), whole(own), 5)
    counted = [place for place in visible(ground) if place[2] in ("answered", "comment")]
    assert all(ground.count(*place) >= 5 for place in counted)


@given(many)
def test_the_same_figures_give_the_same_places_in_any_order(own: Sums) -> None:
    turned = dict(reversed(whole(own).items()))
    upside_down = dict(reversed(LINE.items()))
    assert visible(lay(plant(upside_down), turned, 5)) == visible(lay(plant(LINE), whole(own), 5))


@given(many)
def test_what_may_be_shown_again_is_what_was_shown(own: Sums) -> None:
    places = visible(lay(plant(LINE), whole(own), 5))
    assert visible(lay(plant(LINE), whole(own), 5, held=places)) == places
