"""The rules of hiding, each by an example."""

import pytest

from gateway.core.cells import SENTIMENTS
from tests.unit.figures import ALONE, LINE, comments, groups, keys, scores, sent, shown, topic


def test_rule_a_four_answers_show_nothing_at_all() -> None:
    assert shown(ALONE, scores("a", 2, 2), sent("a", 100, 100)) == frozenset()


def test_rule_a_five_answers_are_shown_with_their_nps() -> None:
    places = shown(ALONE, scores("a", 3, 2))
    assert groups(places) == groups(places, "nps") == {"a", "a sms"}


def test_rule_a_too_few_scores_hide_the_group_that_gave_them() -> None:
    assert groups(shown(ALONE, scores("a", 2, 2, none=10))) == set()


def test_answers_without_any_score_are_shown_without_an_nps() -> None:
    places = shown(ALONE, scores("a", none=5))
    assert (groups(places), groups(places, "nps")) == ({"a", "a sms"}, set())


def test_rule_b_a_single_detractor_may_stand_in_a_group_that_is_large_enough() -> None:
    assert groups(shown(ALONE, scores("a", 4, 1)), "nps") == {"a", "a sms"}


def test_rule_b_a_small_class_takes_along_what_would_give_it_away() -> None:
    places = shown(ALONE, comments("a", positive=42, negative=6, neutral=2))
    assert keys(places, "a", "sentiment") == {"positive"}


def test_rule_b_small_classes_that_are_enough_together_take_nothing_along() -> None:
    places = shown(ALONE, comments("a", positive=42, negative=6, neutral=2, mixed=3))
    assert keys(places, "a", "sentiment") == {"positive", "negative"}


def test_rule_b_a_zero_is_hidden_beside_small_classes() -> None:
    places = shown(ALONE, comments("a", positive=42, neutral=7, negative=3))
    assert keys(places, "a", "sentiment") == {"positive"}


def test_rule_b_zeros_are_shown_when_all_else_is() -> None:
    places = shown(ALONE, comments("a", positive=42, negative=6))
    assert keys(places, "a", "sentiment") == set(SENTIMENTS)


def test_rule_b_a_label_of_few_is_hidden_and_that_of_more_is_not() -> None:
    places = shown(
        ALONE,
        topic("a", 4, 20),
        topic("a", 5, 0, "fees:negative"),
        topic("a", 0, 0, "fees:positive"),
    )
    assert keys(places, "a", "topic") >= {"fees:negative", "fees:positive"}
    assert "access:negative" not in keys(places, "a", "topic")


def test_rule_b_a_zero_of_one_unit_is_hidden_where_the_county_has_the_label() -> None:
    places = shown(LINE, topic("a", 5, 10), topic("b", 6, 10), topic("c", 0, 10))
    assert groups(places, "comment") == {"line", "a", "b", "c"}
    assert "access:negative" in keys(places, "b", "topic")
    assert "access:negative" not in keys(places, "c", "topic")


def test_rule_b_a_hidden_label_hides_that_of_a_sibling() -> None:
    places = shown(LINE, topic("a", 2, 10), topic("b", 6, 10), topic("c", 7, 10))
    found = [unit for unit in LINE if "access:negative" in keys(places, unit, "topic")]
    assert found == ["line", "c"]


@pytest.mark.parametrize(("n", "seen"), [(9, set()), (10, {"a", "a sms"})])
def test_rule_c_answers_that_are_all_alike_wait_for_ten(n: int, seen: set[str]) -> None:
    assert groups(shown(ALONE, scores("a", high=n))) == seen


@pytest.mark.parametrize(("n", "seen"), [(9, set()), (10, set(SENTIMENTS))])
def test_rule_c_comments_that_are_all_alike_wait_for_ten(n: int, seen: set[str]) -> None:
    assert keys(shown(ALONE, comments("a", positive=n)), "a", "sentiment") == seen


@pytest.mark.parametrize(("n", "seen"), [(9, False), (10, True)])
def test_rule_c_a_label_that_all_have_waits_for_ten(n: int, seen: bool) -> None:
    places = shown(ALONE, topic("a", n, n))
    assert ("access:negative" in keys(places, "a", "topic")) is seen


def test_rule_d_a_single_hidden_unit_hides_the_next_smallest() -> None:
    places = shown(LINE, scores("a", 2, 1), scores("b", 3, 3), scores("c", 30, 9))
    assert groups(places) == {"line", "line sms", "c", "c sms"}


def test_rule_d_hidden_units_that_are_enough_together_hide_no_other() -> None:
    places = shown(LINE, scores("a", 2, 1), scores("b", 1, 1), scores("c", 30, 9))
    assert groups(places) == {"line", "line sms", "c", "c sms"}


def test_rule_d_hidden_units_that_are_too_few_together_hide_another() -> None:
    places = shown(LINE, scores("a", 1, 1), scores("b", 1, 1), scores("c", 30, 9))
    assert groups(places) == {"line", "line sms"}


def test_rule_d_hidden_units_that_are_alike_together_hide_another() -> None:
    places = shown(LINE, scores("a", high=3), scores("b", high=4), scores("c", 30, 9))
    assert groups(places) == {"line", "line sms"}


def test_rule_d_a_unit_without_answers_hides_no_other() -> None:
    places = shown(LINE, scores("b", 3, 3), scores("c", 30, 9))
    assert groups(places) == {"line", "line sms", "b", "b sms", "c", "c sms"}


def test_rule_d_the_few_own_answers_of_a_line_hide_its_smallest_unit() -> None:
    places = shown(
        LINE, scores("line", 1, 1), scores("a", 3, 3), scores("b", 5, 4), scores("c", 30, 9)
    )
    assert groups(places) == {"line", "line sms", "b", "b sms", "c", "c sms"}


def test_rule_d_enough_own_answers_of_a_line_hide_nothing() -> None:
    places = shown(LINE, scores("line", 3, 2), scores("a", 3, 3), scores("b", 5, 4))
    assert groups(places) == {"line", "line sms", "a", "a sms", "b", "b sms"}


def test_rule_d_hiding_a_line_takes_only_its_smallest_unit_along() -> None:
    county = {"county": None, "other": "county", "line": "county", "a": "line", "b": "line"}
    places = shown(
        county, scores("county", 1, 1), scores("other", 90, 9), scores("a", 3, 3), scores("b", 9, 9)
    )
    assert groups(places) == {"county", "county sms", "other", "other sms", "b", "b sms"}


def test_two_channels_of_which_one_is_small_are_only_shown_together() -> None:
    places = shown(ALONE, scores("a", 10, 5), scores("a", 1, 1, channel="qr"))
    assert groups(places) == {"a"}


def test_small_channels_that_are_enough_together_leave_the_others_shown() -> None:
    places = shown(
        ALONE,
        scores("a", 10, 5),
        scores("a", 1, 1, channel="qr"),
        scores("a", 2, 2, channel="kiosk"),
    )
    assert groups(places) == {"a", "a sms"}


def test_a_channel_without_answers_hides_no_other() -> None:
    places = shown(LINE, scores("a", 9, 5), scores("b", 9, 5), scores("b", 9, 5, channel="qr"))
    assert groups(places) >= {"a sms", "b sms", "b qr"}


def test_a_channel_of_one_unit_is_not_told_by_the_channels_of_the_others() -> None:
    places = shown(
        LINE,
        scores("a", 9, 5),
        scores("a", 2, 1, channel="qr"),
        scores("b", 9, 5),
        scores("b", 9, 9, channel="qr"),
        scores("c", 20, 5),
        scores("c", 20, 9, channel="qr"),
    )
    assert groups(places) == {"line", "line sms", "line qr", "a", "b", "c", "c sms", "c qr"}


def test_a_unit_shows_no_channel_that_the_line_above_it_hides() -> None:
    places = shown(
        {"county": None, "line": "county", "a": "line"},
        scores("county", 1, 1),
        scores("county", 4, 4, channel="qr"),
        scores("line", 1),
        scores("line", 3, 3, channel="qr"),
        scores("a", 10, 10),
        scores("a", 10, 10, channel="qr"),
    )
    assert groups(places) == {"county", "county qr", "county sms", "line", "a"}


def test_units_without_a_class_in_common_are_not_told_apart_by_the_channels_above() -> None:
    places = shown(
        {"county": None, "a": "county"},
        scores("county", high=10, channel="qr"),
        scores("county", high=2),
        scores("a", low=2, channel="qr"),
        scores("a", low=10),
    )
    assert groups(places) == {"county", "a"}


def test_what_comments_said_is_told_over_all_channels_only() -> None:
    both = comments("a", positive=20, negative=20), comments("a", "qr", positive=20, negative=20)
    places = shown(ALONE, *both)
    assert groups(places) == {"a", "a qr", "a sms"}
    assert groups(places, "sentiment") == groups(places, "intent") == {"a"}


def test_too_few_comments_tell_nothing_of_what_they_said() -> None:
    places = shown(ALONE, scores("a", 20, 20), comments("a", positive=2, negative=2))
    assert {place[2] for place in places} == {"answered", "nps"}


@pytest.mark.parametrize(
    ("delivered", "seen"),
    [(11, {"a sms"}), (12, {"a sms"}), (10, set()), (7, set()), (6, set())],
)
def test_invitations_are_hidden_when_few_or_none_kept_silent(
    delivered: int, seen: set[str]
) -> None:
    places = shown(ALONE, scores("a", 3, 3), sent("a", delivered, 50))
    assert groups(places, "delivered") == groups(places, "asked") == seen


def test_all_may_have_answered_when_they_are_ten() -> None:
    places = shown(ALONE, scores("a", 5, 5), sent("a", 10, 10))
    assert groups(places, "delivered") == {"a sms"}


def test_invitations_are_hidden_where_the_answers_of_their_channel_are() -> None:
    places = shown(ALONE, scores("a", 10, 5), scores("a", 1, 1, channel="qr"), sent("a", 90, 90))
    assert groups(places, "delivered") == set()


def test_a_raised_threshold_hides_more() -> None:
    assert groups(shown(ALONE, scores("a", 4, 2), k=7)) == set()


def test_no_answers_at_all_show_nothing() -> None:
    assert shown(LINE) == frozenset()
