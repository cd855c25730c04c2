"""Statements and proxies: counted apart, told as a mean, and never so that one answer shows."""

from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from gateway.core import release
from gateway.core.cells import PROXY, Fact, Sums, count_cells
from gateway.core.errors import InputError
from gateway.core.suppression import ALL, changes, rules
from tests.unit.figures import ALONE, LINE, shown, together
from tests.unit.releases import HEADING, UNITS, corrected, group
from tests.unit.test_release import SCHEMA

DAY = date(2026, 11, 2)
GOT_HELP = "got-help"


def steps(unit: str, *counts: int, channel: str = "form", name: str = GOT_HELP) -> Sums:
    """Answers with a score that answered 1, 2, 3, 4 and 5 to a statement."""
    n = sum(counts)
    return {
        (unit, channel, "answered", ""): n,
        (unit, channel, "score", "10"): n - n // 3,
        (unit, channel, "score", "0"): n // 3,
        **{(unit, channel, "statement", f"{name}:{s}"): c for s, c in enumerate(counts, 1)},
    }


def proxies(unit: str, *counts: int, **whose: int) -> Sums:
    own = steps(unit, *counts, channel=PROXY)
    return own | {(unit, PROXY, "proxy", key): count for key, count in whose.items()}


def counted(*facts: Fact) -> dict[tuple[str, str, str], int]:
    return {(cell.channel, cell.measure, cell.key): cell.count for cell in count_cells(facts)}


def possible(n: int, agreeing: int, total: int) -> list[tuple[int, ...]]:
    """Every way in which so many answers can have this sum and so many 4 and 5."""
    return [
        (low, two, three, four, agreeing - four)
        for four in range(agreeing + 1)
        for low, two in product(range(n - agreeing + 1), repeat=2)
        if (three := n - agreeing - low - two) >= 0
        and low + 2 * two + 3 * three + 4 * four + 5 * (agreeing - four) == total
    ]


@given(st.tuples(*[st.integers(0, 7)] * 5))
@settings(max_examples=300)
def test_a_statement_that_is_told_pins_no_small_class_down(counts: tuple[int, ...]) -> None:
    if not sum(counts) or not rules.statement(counts, 5):
        return
    total = sum(step * count for step, count in enumerate(counts, 1))
    ways = possible(sum(counts), counts[3] + counts[4], total)
    pinned = [each[0] for each in zip(*ways, strict=True) if len(set(each)) == 1]
    assert not [count for count in pinned if 0 < count < 5]
    assert not (len(ways) == 1 and max(counts) == sum(counts) < 10)


groups = st.tuples(*[st.integers(0, 12)] * 5)


@given(groups, groups)
@settings(max_examples=500)
def test_two_groups_that_may_be_known_may_be_known_together(
    one: tuple[int, ...], other: tuple[int, ...]
) -> None:
    if rules.statement(one, 5) and rules.statement(other, 5):
        assert rules.statement(tuple(map(sum, zip(one, other, strict=True))), 5)


@pytest.mark.parametrize(
    ("counts", "may"),
    [
        ((0, 0, 0, 0, 0), True),
        ((0, 0, 5, 0, 5), True),
        ((0, 0, 4, 0, 6), False),
        ((0, 0, 0, 0, 9), False),
        ((0, 0, 0, 0, 10), True),
        ((0, 0, 0, 1, 11), False),
        ((0, 0, 0, 5, 6), True),
        ((0, 1, 11, 0, 0), False),
        ((11, 1, 0, 0, 0), False),
        ((1, 0, 11, 0, 0), True),
    ],
)
def test_a_mean_is_told_where_it_hides_each_answer(counts: tuple[int, ...], may: bool) -> None:
    assert rules.statement(counts, 5) is may


def test_a_statement_has_its_mean_its_share_and_its_number() -> None:
    payload = release.build(HEADING, UNITS, steps("a", 2, 3, 5, 4, 16))
    assert group(payload, "a")["statement"] == {GOT_HELP: {"n": 30, "mean": 4.0, "agree": 67}}
    assert group(payload, "a", "form")["statement"] is None


def test_who_can_not_say_is_in_no_mean() -> None:
    own = together(steps("a", 0, 0, 5, 0, 5), {("a", "form", "statement", "got-help:0"): 7})
    payload = release.build(HEADING, UNITS, own)
    assert group(payload, "a")["statement"][GOT_HELP]["n"] == 10


def test_a_small_unit_beside_a_told_total_hides_another() -> None:
    own = [steps("a", 5, 0, 5, 5, 9), steps("b", 6, 0, 5, 5, 8), steps("c", 1, 0, 5, 5, 2)]
    places = shown(LINE, *own, {("c", "form", "statement", f"{GOT_HELP}:3"): -5})
    told = {unit for unit, _, measure, _ in places if measure == "statement"}
    assert "c" not in told
    assert len(told & {"a", "b"}) < 2 or "line" not in told


def test_proxies_are_counted_on_a_channel_of_their_own() -> None:
    found = counted(
        Fact("a", DAY, "form", score=9, role="client", helper="alone"),
        Fact("a", DAY, "form", score=9, role="client", helper="interpreter"),
        Fact("a", DAY, "sms", score=9),
        Fact("a", DAY, "form", score=3, role="guardian"),
        Fact("a", DAY, "paper", score=3, role="client", helper="staff"),
    )
    assert found["form", "answered", ""] == 2
    assert found["sms", "answered", ""] == 1
    assert found[PROXY, "score", "3"] == 2
    assert (found[PROXY, "proxy", "guardian"], found[PROXY, "proxy", "staff"]) == (1, 1)
    assert found["form", "helper", "interpreter"] == 1


def test_a_statement_is_counted_with_its_option() -> None:
    found = counted(Fact("a", DAY, "form", statements=((GOT_HELP, 5), ("useful", 0))))
    assert found["form", "statement", "got-help:5"] == 1
    assert found["form", "statement", "useful:0"] == 1


@pytest.mark.parametrize("wrong", [("nothing", 1), (GOT_HELP, 6), (GOT_HELP, -1)])
def test_a_statement_that_is_none_is_refused(wrong: tuple[str, int]) -> None:
    with pytest.raises(InputError, match="is unknown"):
        Fact("a", DAY, "form", statements=(wrong,))


def test_proxies_have_figures_of_their_own_and_are_told_apart() -> None:
    own = together(steps("a", 0, 0, 20, 0, 20), proxies("a", 0, 0, 6, 0, 6, guardian=6, close=6))
    payload = release.build(HEADING, UNITS, own)
    assert group(payload, "a")["answered"] == 52
    assert group(payload, "a", PROXY)["answered"] == 12
    assert group(payload, "a", PROXY)["statement"][GOT_HELP]["n"] == 12
    assert group(payload, "a")["proxy"] == {"guardian": 6, "close": 6, "other": 0, "staff": 0}
    assert group(payload, "a", PROXY)["proxy"] is None


def test_a_few_proxies_of_one_kind_are_not_told() -> None:
    own = together(steps("a", 0, 0, 20, 0, 20), proxies("a", 0, 0, 6, 0, 6, guardian=11, staff=1))
    told = group(release.build(HEADING, UNITS, own), "a")["proxy"]
    assert told == {"hidden": "small_group"}


def test_a_county_without_proxies_or_statements_has_no_such_figures() -> None:
    payload = release.build(HEADING, UNITS, {("a", "sms", "answered", ""): 12})
    assert group(payload, "a").get("proxy") is None
    assert group(payload, "a").get("statement") is None


def test_few_proxies_do_not_show_as_what_all_channels_have_more_than_one() -> None:
    places = shown(ALONE, steps("a", 0, 0, 20, 0, 20), proxies("a", 0, 0, 1, 0, 2, guardian=3))
    assert {channel for _, channel, *_ in places} == {ALL}


def test_one_answer_to_many_statements_is_one_change() -> None:
    before = {("a", "form", "answered", ""): 9}
    after = before | {
        ("a", "form", "statement", f"{name}:5"): 1 for name in ("got-help", "useful", "feeling")
    }
    assert changes(before, after) == {("a", "form"): 1}


def test_a_correction_tells_the_same_statements() -> None:
    own = together(steps("a", 0, 0, 20, 0, 20), proxies("a", 0, 0, 6, 0, 6, guardian=6, close=6))
    before = release.build(HEADING, UNITS, own)
    more = together(own, steps("a", 0, 0, 0, 0, 9))
    after = release.build(corrected(), UNITS, more, release.shown(before))
    assert group(after, "a")["statement"][GOT_HELP]["n"] == 61
    assert group(after, "a", PROXY)["statement"] == group(before, "a", PROXY)["statement"]


def test_statements_are_rows_too() -> None:
    payload = release.build(HEADING, UNITS, steps("a", 2, 3, 5, 4, 16))
    found = {
        (row.unit, row.channel, row.key): row.value
        for row in release.rows(payload)
        if row.measure == "statement"
    }
    assert found["a", "all", "got-help:mean"] == 4.0
    assert found["a", "all", "got-help:agree"] == 67
    assert found["a", "form", "got-help:n"] is None


few = st.integers(0, 8)
counties = st.builds(
    lambda *n: together(
        steps("a", *n[:5]), steps("b", *n[5:10]), proxies("b", *n[10:15], close=sum(n[10:15]))
    ),
    *[few] * 15,
)


@given(counties)
@settings(max_examples=60, deadline=None)
def test_every_release_with_statements_validates(own: Sums) -> None:
    payload: dict[str, Any] = release.build(HEADING, UNITS, own)
    Draft202012Validator(SCHEMA).validate(payload)


@given(counties)
@settings(max_examples=100, deadline=None)
def test_what_is_hidden_of_a_statement_is_a_group_that_may_be_known(own: Sums) -> None:
    places = shown(LINE, own)

    def counts(unit: str, channel: str) -> tuple[int, ...]:
        units = LINE if unit == "line" else [unit]
        channels = ("form", PROXY) if channel == ALL else (channel,)
        return tuple(
            sum(own.get((u, c, "statement", f"{GOT_HELP}:{s}"), 0) for u in units for c in channels)
            for s in range(1, 6)
        )

    told = [place[:2] for place in places if place[2:] == ("statement", GOT_HELP)]
    for unit, channel in told:
        assert rules.statement(counts(unit, channel), 5)
        if channel == ALL and (unit, PROXY) in told:
            rest = tuple(a - p for a, p in zip(counts(unit, ALL), counts(unit, PROXY), strict=True))
            assert rules.statement(rest, 5)
    if ("line", ALL) in told:
        rest = counts("line", ALL)
        for unit in ("a", "b", "c"):
            if (unit, ALL) in told:
                rest = tuple(a - p for a, p in zip(rest, counts(unit, ALL), strict=True))
        assert rules.statement(rest, 5)
