"""What a report may show of the groups of a file."""

from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.analysis.labelled import Labelled
from gateway.analysis.tabulation import tabulate
from gateway.core.cells import POLARITIES, SENTIMENTS
from tests.unit.analysis.comments import comment, group

K = 5
said = st.builds(
    comment,
    sentiment=st.sampled_from(SENTIMENTS),
    topics=st.sampled_from([(), *((("access", how),) for how in POLARITIES)]),
)
files = st.lists(st.tuples(st.sampled_from("ABCD"), said), min_size=1, max_size=80)


def names(comments: list[tuple[str, Labelled]]) -> list[str]:
    return [each.name for each in tabulate(comments, K).groups]


def test_groups_come_by_their_size() -> None:
    assert names([*group("A", 10, 10), *group("B", 30, 10)]) == ["B", "A"]


def test_a_group_of_four_is_hidden_and_counted_in_the_whole() -> None:
    table = tabulate([*group("A", 30, 30), *group("B", 30, 30), *group("C", 2, 2)], K)
    assert "C" not in [each.name for each in table.groups]
    assert table.whole.comments == 124


def test_a_group_that_the_others_would_tell_is_hidden_too() -> None:
    """The whole minus A and B would be C."""
    table = tabulate([*group("A", 30, 30), *group("B", 10, 10), *group("C", 2, 2)], K)
    assert [each.name for each in table.groups] == ["A"]
    assert table.hidden_groups == 2


def test_without_groups_the_whole_is_told() -> None:
    table = tabulate(group("", 20, 10), K)
    assert table.groups == []
    assert (table.whole.sentiments["positive"], table.hidden_groups) == (20, 0)


def test_a_count_of_one_to_four_is_hidden() -> None:
    table = tabulate([*group("A", 40, 3), *group("B", 40, 40)], K)
    shown = {each.name: each.sentiments["negative"] for each in table.groups}
    assert shown.get("A") is None


def test_few_urgent_ones_have_no_number() -> None:
    comments = [*group("", 20, 20), ("", comment(urgent=True))]
    assert tabulate(comments, K).urgent["yes"] is None


def test_other_languages_are_one_class() -> None:
    comments = [("", comment(language=name)) for name in ("fi", "ru", "und") for _ in range(6)]
    assert tabulate(comments, K).languages == {"fi": 6, "sv": 0, "en": 0, "other": 12}


@settings(max_examples=60, deadline=None)
@given(files)
def test_the_order_of_the_rows_changes_nothing(comments: list[tuple[str, Labelled]]) -> None:
    assert tabulate(comments, K) == tabulate(comments[::-1], K)


@settings(max_examples=60, deadline=None)
@given(files)
def test_what_is_left_of_the_whole_is_never_one_to_four(
    comments: list[tuple[str, Labelled]],
) -> None:
    table = tabulate(comments, K)
    if table.groups:
        assert not 0 < table.whole.comments - sum(each.comments for each in table.groups) < K
    for key in SENTIMENTS:
        counts = [each.sentiments[key] for each in (table.whole, *table.groups)]
        assert not any(count and count < K for count in counts)
        if table.hidden_groups == 0 and None not in counts[:1]:
            assert counts[1:].count(None) != 1
