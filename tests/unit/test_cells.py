"""Responses become cells."""

from collections.abc import Sequence
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifiers import labels
from gateway.core import cells
from gateway.core.cells import (
    MEASURES,
    Cell,
    Fact,
    Invitations,
    count_cells,
    count_invitations,
    sum_cells,
)
from gateway.core.errors import InputError

MONDAY, TUESDAY = date(2026, 11, 2), date(2026, 11, 3)

topics = st.dictionaries(st.sampled_from(cells.TOPICS), st.sampled_from(cells.POLARITIES))
places = {
    "unit": st.sampled_from(["tays", "acuta"]),
    "day": st.sampled_from([MONDAY, TUESDAY]),
    "channel": st.sampled_from(["sms", "qr"]),
    "score": st.none() | st.integers(0, 10),
}
labelled = {
    "sentiment": st.sampled_from(cells.SENTIMENTS),
    "topics": topics.map(lambda found: tuple(found.items())),
    "intent": st.sampled_from(cells.INTENTS),
}
facts = st.lists(st.builds(Fact, **places) | st.builds(Fact, **places, **labelled))


def counted(*given_: Fact) -> dict[tuple[str, str], int]:
    return {(cell.measure, cell.key): cell.count for cell in count_cells(given_)}


def test_a_bare_score_is_an_answer_with_a_score() -> None:
    assert counted(Fact("tays", MONDAY, "sms", score=9)) == {
        ("answered", ""): 1,
        ("score", "9"): 1,
    }


def test_an_answer_without_a_score_is_an_answer() -> None:
    assert counted(Fact("tays", MONDAY, "qr")) == {("answered", ""): 1}


def test_a_labelled_comment_is_counted_by_all_that_it_says() -> None:
    fact = Fact(
        unit="tays",
        day=MONDAY,
        channel="sms",
        score=3,
        sentiment="mixed",
        topics=(("encounter", "positive"), ("access", "negative")),
        intent="criticism",
    )
    assert counted(fact) == {
        ("answered", ""): 1,
        ("score", "3"): 1,
        ("comment", ""): 1,
        ("sentiment", "mixed"): 1,
        ("topic", "encounter:positive"): 1,
        ("topic", "access:negative"): 1,
        ("intent", "criticism"): 1,
    }


def test_units_days_and_channels_are_counted_apart() -> None:
    found = count_cells(
        [
            Fact("tays", MONDAY, "sms"),
            Fact("tays", MONDAY, "sms"),
            Fact("tays", MONDAY, "qr"),
            Fact("tays", TUESDAY, "sms"),
            Fact("acuta", MONDAY, "sms"),
        ]
    )
    assert [(cell.unit, cell.day, cell.channel, cell.count) for cell in found] == [
        ("acuta", MONDAY, "sms", 1),
        ("tays", MONDAY, "qr", 1),
        ("tays", MONDAY, "sms", 2),
        ("tays", TUESDAY, "sms", 1),
    ]


@given(facts, st.randoms())
def test_the_order_of_responses_does_not_matter(given_: list[Fact], random: Random) -> None:
    shuffled = list(given_)
    random.shuffle(shuffled)
    assert count_cells(shuffled) == count_cells(given_)


@given(facts, facts)
def test_counting_together_is_adding_what_is_counted_apart(
    one: list[Fact], other: list[Fact]
) -> None:
    assert sum_cells(count_cells(one + other)) == sum_cells(count_cells(one) + count_cells(other))


@given(facts)
def test_classes_add_up_to_what_they_divide(given_: list[Fact]) -> None:
    sums = sum_cells(count_cells(given_))
    totals = {name: total(sums, name) for name in MEASURES}
    assert totals["sentiment"] == totals["intent"] == totals["comment"] <= totals["answered"]


@given(facts)
def test_every_cell_has_a_known_measure_and_key(given_: list[Fact]) -> None:
    assert all(cell.key in MEASURES[cell.measure].keys for cell in count_cells(given_))


def total(sums: cells.Sums, measure: str) -> int:
    return sum(count for place, count in sums.items() if place[2] == measure)


def test_invitations_of_one_day_are_added_and_zeros_left_out() -> None:
    sent: Sequence[Invitations] = [
        Invitations("tays", MONDAY, "sms", asked=10, delivered=9),
        Invitations("tays", MONDAY, "sms", asked=5, delivered=5),
        Invitations("acuta", MONDAY, "sms", asked=1, delivered=0),
    ]
    assert count_invitations(sent) == [
        Cell("acuta", MONDAY, "sms", "asked", "", 1),
        Cell("tays", MONDAY, "sms", "asked", "", 15),
        Cell("tays", MONDAY, "sms", "delivered", "", 14),
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"score": 11},
        {"score": -1},
        {"sentiment": "positive"},
        {"intent": "thanks"},
        {"topics": (("access", "negative"),)},
        {
            "sentiment": "mixed",
            "intent": "other",
            "topics": (("access", "negative"), ("access", "positive")),
        },
    ],
)
def test_what_no_response_can_be_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(InputError):
        Fact("tays", MONDAY, "sms", **wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["SENTIMENTS", "TOPICS", "POLARITIES", "INTENTS"])
def test_all_that_the_classifier_says_can_be_counted(name: str) -> None:
    assert set(getattr(cells, name)) == set(getattr(labels, name))
