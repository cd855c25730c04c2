"""When the figures of a released period may leave again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.cells import Fact, Sums, count_cells, sum_cells
from gateway.core.suppression import changes, may_correct
from tests.unit.figures import comments, scores, sent, together, topic

BEFORE = together(comments("a", positive=20, negative=10), scores("b", 9, 9))


def changed(*added: Sums) -> dict[tuple[str, str], int]:
    return dict(changes(BEFORE, together(BEFORE, *added)))


def test_a_release_of_the_same_figures_changes_nothing() -> None:
    assert changes(BEFORE, BEFORE) == {}


def test_a_group_differs_by_the_answers_that_came() -> None:
    assert changed(scores("a", 3, 2)) == {("a", "sms"): 5}


def test_a_group_differs_by_the_answers_that_went() -> None:
    assert changed(scores("b", -2, -4)) == {("b", "sms"): 6}


def test_a_relabelled_comment_is_one_answer() -> None:
    assert changed(comments("a", positive=-1, negative=1)) == {("a", "sms"): 1}


def test_as_many_that_went_as_came_are_counted_once() -> None:
    assert changed(scores("b", -6, 6)) == {("b", "sms"): 6}


def test_the_measure_with_the_smallest_difference_counts() -> None:
    assert changed(scores("a", 7, 7), comments("a", positive=2)) == {("a", "sms"): 2}


def test_a_topic_taken_from_one_comment_is_one_answer() -> None:
    before = topic("a", 9, 30)
    assert changes(before, together(before, topic("a", -1, 0))) == {("a", "sms"): 1}


def test_new_comments_with_few_of_a_topic_differ_by_all_of_them() -> None:
    before = topic("a", 9, 30)
    assert changes(before, together(before, topic("a", 1, 6))) == {("a", "sms"): 6}


def test_a_new_channel_is_a_group_of_its_own() -> None:
    assert changed(scores("a", 5, 1, channel="qr")) == {("a", "qr"): 6}


def test_a_late_report_of_delivery_is_a_difference() -> None:
    assert changed(sent("a", 1, 0)) == {("a", "sms"): 1}


@pytest.mark.parametrize(
    ("found", "year_ended", "verdict"),
    [
        ({}, False, False),
        ({}, True, False),
        ({("a", "sms"): 5}, False, True),
        ({("a", "sms"): 4}, False, False),
        ({("a", "sms"): 50, ("b", "qr"): 4}, False, False),
        ({("a", "sms"): 50, ("b", "qr"): 5}, False, True),
        ({("a", "sms"): 50, ("b", "qr"): 1}, True, True),
    ],
)
def test_rule_e_a_correction_leaves_when_each_change_is_large_or_the_year_is_over(
    found: dict[tuple[str, str], int], year_ended: bool, verdict: bool
) -> None:
    assert may_correct(found, 5, year_ended) is verdict


some_facts = st.lists(
    st.builds(
        Fact,
        unit=st.just("a"),
        day=st.dates(),
        channel=st.just("sms"),
        score=st.none() | st.sampled_from([0, 8, 10]),
        sentiment=st.sampled_from(["positive", "negative"]),
        intent=st.sampled_from(["thanks", "idea"]),
        topics=st.sampled_from([(), (("access", "negative"),), (("access", "positive"),)]),
    )
)


@given(some_facts, some_facts, some_facts)
def test_a_difference_is_never_more_than_the_answers_behind_it(
    kept: list[Fact], gone: list[Fact], come: list[Fact]
) -> None:
    before, after = (sum_cells(count_cells(facts)) for facts in (kept + gone, kept + come))
    assert max(changes(before, after).values(), default=0) <= max(len(gone), len(come))


@given(some_facts, some_facts)
def test_a_difference_is_the_same_in_both_directions(one: list[Fact], other: list[Fact]) -> None:
    before, after = (sum_cells(count_cells(facts)) for facts in (one, other))
    assert changes(before, after) == changes(after, before)
