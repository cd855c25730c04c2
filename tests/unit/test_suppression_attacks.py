"""What a reader can work out from the figures that are shown together."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, combinations, product

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from gateway.core.suppression import ALL, Ground, Place, Tree, plant, visible
from gateway.core.suppression.protection import protect
from gateway.core.suppression.rules import answers, enough
from gateway.core.suppression.single import tell_singly
from gateway.core.suppression.table import Table
from gateway.core.suppression.tree import total
from tests.unit.attacker import Attacker, Cell, Counts

# With a small threshold, tables small enough to be tried in full hold as much as larger ones.
K = 3
CHANNELS = ("qr", "sms")
PEOPLE = st.sampled_from([0, 0, 1, 1, 2, 2, 3, 4, 5, 8])


@st.composite
def trees(draw: st.DrawFn, units: int) -> Tree:
    parents: dict[str, str | None] = {"u0": None}
    for number in range(1, units):
        parents[f"u{number}"] = f"u{draw(st.integers(0, number - 1))}"
    return plant(parents)


def counts(units: int, *dimensions: Sequence[str]) -> st.SearchStrategy[Counts]:
    """Each unit's own people, by every combination of the dimensions."""
    cells = list(product([f"u{number}" for number in range(units)], *dimensions))
    return st.fixed_dictionaries(dict.fromkeys(cells, PEOPLE))


def below(tree: Tree, unit: str) -> set[str]:
    return {each for each in tree.children if unit in tree.upwards(each)}


def reader_of_table(tree: Tree, features: Sequence[str], own: Counts) -> Attacker:
    sums = {
        unit: tuple((sum(own[each, f] for each in below(tree, unit)),) for f in features)
        for unit in tree.children
    }
    table = Table(tree, tuple(features), sums, K, enough, enough)
    reader = Attacker(own)
    shown = protect(table, {unit: frozenset(features) for unit in tree.children})
    for unit, exact in shown.items():
        units = below(tree, unit)
        reader.sees(lambda cell, units=units: cell[0] in units)
        for feature in exact:
            reader.sees(lambda cell, units=units, one=feature: cell[0] in units and cell[1] == one)
    return reader


def reader_of_release(tree: Tree, own: Counts, measure: str, keys: Sequence[str]) -> Attacker:
    """A reader of answers by (unit, channel, key) that are divided by the key in this measure."""
    sums: Counter[Place] = Counter()
    for (unit, channel, key), count in own.items():
        for place in ("answered", ""), ("comment", ""), (measure, key):
            sums[unit, channel, *place] += count
    reader = Attacker(own)
    for unit, channel, *place in visible(Ground(tree, CHANNELS, total(tree, sums), K)):
        told = {"answered": [set(keys)], "comment": [set(keys)], "nps": [{key} for key in keys]}
        for among in told.get(place[0], [{place[1]}]):
            see(reader, below(tree, unit), channel, among)
    return reader


def see(reader: Attacker, units: set[str], channel: str, keys: set[str]) -> None:
    reader.sees(lambda cell: cell[0] in units and channel in (ALL, cell[1]) and cell[2] in keys)


def groups_of_visitors(own: Counts) -> Iterator[list[Cell]]:
    """The answers of some units on some channels, in every combination."""
    groups = sorted({cell[:2] for cell in own})
    for some in chain.from_iterable(combinations(groups, n) for n in range(1, len(groups) + 1)):
        yield [cell for cell in own if cell[:2] in some]


def classes_of(table: Counts, group: Sequence[Cell], keys: Sequence[str]) -> tuple[int, ...]:
    return tuple(sum(table[cell] for cell in group if cell[2] == key) for key in keys)


@settings(max_examples=150)
@given(trees(4), counts(4, CHANNELS))
def test_no_small_group_follows_from_units_by_channels(tree: Tree, own: Counts) -> None:
    assert reader_of_table(tree, CHANNELS, own).small_groups(K) == []


@settings(max_examples=60)
@given(trees(3), counts(3, "abc"))
def test_no_small_group_follows_from_units_by_classes(tree: Tree, own: Counts) -> None:
    assert reader_of_table(tree, "abc", own).small_groups(K) == []


@settings(max_examples=100)
@given(trees(6), counts(6, "a"))
def test_no_small_group_follows_from_a_deep_tree(tree: Tree, own: Counts) -> None:
    assert reader_of_table(tree, "a", own).small_groups(K) == []


@settings(max_examples=150)
@given(trees(2), counts(2, CHANNELS, ["negative", "positive"]))
def test_no_small_group_follows_from_answers_beside_what_comments_said(
    tree: Tree, own: Counts
) -> None:
    reader = reader_of_release(tree, own, "sentiment", ["negative", "positive"])
    assert reader.small_groups(K) == []


def ground_of(tree: Tree, own: Counts) -> Ground:
    """Answers without scores."""
    sums = {(unit, channel, "answered", ""): count for (unit, channel, _), count in own.items()}
    return Ground(tree, CHANNELS, total(tree, sums), K)


@settings(max_examples=60, suppress_health_check=[HealthCheck.filter_too_much])
@given(trees(3), counts(3, CHANNELS, ["negative"]))
def test_no_small_group_follows_where_units_are_told_by_one_channel(
    tree: Tree, own: Counts
) -> None:
    assume(tell_singly(ground_of(tree, own)).told)
    assert reader_of_release(tree, own, "sentiment", ["negative"]).small_groups(K) == []


@settings(max_examples=150)
@given(trees(2), counts(2, CHANNELS, ["0", "10"]))
def test_nobodys_score_follows_from_the_nps_of_others(tree: Tree, own: Counts) -> None:
    reader = reader_of_release(tree, own, "score", ["0", "10"])
    told = [
        group
        for group in groups_of_visitors(own)
        if not answers((*classes_of(own, group, ["0", "10"]), 0, 0), K)
        and reader.knows(
            frozenset(group), lambda table, of=group: classes_of(table, of, ["0", "10"])
        )
    ]
    assert told == []
