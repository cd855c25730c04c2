"""What a single table hides."""

from hypothesis import given
from hypothesis import strategies as st

from gateway.analysis.hiding import shown

K = 5
tables = st.dictionaries(
    st.sampled_from("abcdef"), st.integers(0, 30) | st.integers(0, 6), min_size=2
)


@given(tables)
def test_no_shown_class_is_of_one_to_four(counts: dict[str, int]) -> None:
    assert not any(0 < counts[name] < K for name in shown(counts, K))


@given(tables)
def test_what_is_hidden_is_five_or_more_of_two_classes_or_nothing_is_shown(
    counts: dict[str, int],
) -> None:
    visible = shown(counts, K)
    hidden = counts.keys() - visible
    together = sum(counts[name] for name in hidden)
    assert (
        not any(counts[name] for name in visible)
        or not hidden
        or (len(hidden) > 1 and together >= K)
    )


def test_a_table_without_small_classes_is_shown_whole() -> None:
    assert shown({"a": 12, "b": 5, "c": 0}, K) == {"a", "b", "c"}


def test_the_smallest_other_class_is_hidden_beside_a_small_one() -> None:
    assert shown({"a": 50, "b": 9, "c": 3}, K) == {"a"}


def test_all_alike_is_told_from_ten_on() -> None:
    assert shown({"a": 9, "b": 0}, K) == frozenset()
    assert shown({"a": 10, "b": 0}, K) == {"a", "b"}
