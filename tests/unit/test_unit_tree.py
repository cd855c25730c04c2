"""The tree of units: which lines of a file fit into it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.errors import InputError
from gateway.core.unit import Unit, parse_unit
from gateway.core.unit_tree import fit, inherit, parents_first

CELLS = {"id": "tays", "parent": "pirha", "name_fi": "Tays"}


def a_unit(key: str, parent: str) -> Unit:
    return parse_unit({"id": key, "parent": parent, "name_fi": key})


def lines(*units: tuple[str, str]) -> Mapping[int, Unit]:
    return {number: a_unit(*unit) for number, unit in enumerate(units, 2)}


def accepted(
    units: Sequence[tuple[str, str]], known: Mapping[str, str] | None = None
) -> tuple[list[str], list[int]]:
    fitting, refused = fit(lines(*units), known or {})
    return [unit.key for unit in fitting.values()], list(refused)


def test_parents_may_come_after_their_children() -> None:
    assert accepted([("ward", "line"), ("line", "county"), ("county", "")]) == (
        ["ward", "line", "county"],
        [],
    )


@pytest.mark.parametrize(
    ("units", "known", "refused"),
    [
        ([("county", ""), ("a", "b"), ("b", "a")], {}, [3, 4]),
        ([("county", ""), ("a", "a")], {}, [3]),
        ([("county", ""), ("a", "b"), ("b", "a"), ("c", "a")], {}, [3, 4, 5]),
        ([("a", "b"), ("b", "a")], {}, [2, 3]),
        ([("county", ""), ("a", "nowhere")], {}, [3]),
        ([("county", ""), ("b", "a"), ("a", "nowhere")], {}, [3, 4]),
        ([("county", ""), ("other", "")], {}, [3]),
        ([("county", ""), ("other", ""), ("a", "other")], {}, [3, 4]),
        ([("county", ""), ("a", "county"), ("a", "county")], {}, [4]),
        ([("other", "")], {"county": ""}, [2]),
        ([("line", "ward")], {"county": "", "line": "county", "ward": "line"}, [2]),
        ([("county", "line")], {"county": "", "line": "county"}, [2]),
    ],
)
def test_what_makes_no_tree_is_refused(
    units: list[tuple[str, str]], known: dict[str, str], refused: list[int]
) -> None:
    assert accepted(units, known)[1] == refused


def test_a_refused_line_leaves_a_known_unit_where_it_was() -> None:
    known = {"county": "", "line": "county"}

    assert accepted([("line", "nowhere"), ("ward", "line")], known) == (["ward"], [2])


def test_a_new_root_can_be_put_above_the_old_one() -> None:
    known = {"county": "", "line": "county"}

    assert accepted([("county", "state"), ("state", "")], known) == (["county", "state"], [])


def test_the_old_root_stays_when_its_own_line_is_refused() -> None:
    known = {"county": "", "line": "county"}

    assert accepted([("state", ""), ("county", "line")], known) == ([], [2, 3])


def test_the_reason_tells_a_refused_parent_from_an_unknown_one() -> None:
    _, refused = fit(lines(("county", ""), ("a", "nowhere"), ("b", "a")), {})

    assert refused == {
        3: "parent: there is no unit nowhere; add a line for it, or correct the parent",
        4: "parent: the line of a was refused; correct that line",
    }


keys = st.sampled_from("abcdefg")
trees = st.lists(st.tuples(keys, st.sampled_from(["", *"abcdefg"])), max_size=12)


@given(trees, trees)
def test_what_is_accepted_is_one_tree(
    first: list[tuple[str, str]], second: list[tuple[str, str]]
) -> None:
    known = {unit.key: unit.parent for unit in fit(lines(*first), {})[0].values()}
    fitting, refused = fit(lines(*second), known)
    units = {**known, **{unit.key: unit.parent for unit in fitting.values()}}

    ordered = [unit.key for unit in parents_first((a_unit(k, units[k]) for k in units), {})]

    assert list(units.values()).count("") == min(len(units), 1)
    assert all(ordered.index(units[key]) < ordered.index(key) for key in units if units[key])
    assert fitting.keys() | refused.keys() == lines(*second).keys()
    assert not fitting.keys() & refused.keys()


def test_what_is_sensitive_or_switched_off_is_so_with_all_below_it() -> None:
    units = {
        "county": a_unit("county", ""),
        "line": replace(a_unit("line", "county"), sensitive=True, sms_allowed=False),
        "ward": a_unit("ward", "line"),
    }

    marked = inherit(units)

    assert {key: (unit.sensitive, unit.sms_allowed) for key, unit in marked.items()} == {
        "county": (False, True),
        "line": (True, False),
        "ward": (True, False),
    }


def test_a_unit_needs_only_an_id_and_a_name() -> None:
    unit = parse_unit(CELLS)

    assert (unit.short_name, unit.sensitive, unit.sms_allowed) == ("Tays", False, True)


def test_a_unit_shows_its_public_name_where_it_has_one() -> None:
    assert parse_unit({**CELLS, "public_name": "Terveyspalvelut"}).shown_name == "Terveyspalvelut"


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"id": ""}, "id: it is empty; fill it in"),
        ({"name_fi": ""}, "name_fi: it is empty; fill it in"),
        ({"id": "x" * 65}, "id: 65 characters; at most 64 fit, shorten it"),
        ({"name_fi": "x" * 26}, "short_name: it is empty, and name_fi has 26 characters; give"),
        ({"short_name": "x" * 26}, "short_name: 26 characters; at most 25 fit, shorten it"),
        ({"public_name": "x" * 26}, "public_name: 26 characters; at most 25 fit, shorten it"),
        ({"oid": "1.2"}, "oid: it must look like"),
        ({"oid": "1.2.046"}, "oid: it must look like"),
        ({"oid": "3.2.246.10"}, "oid: it must look like"),
        ({"oid": "Tays"}, "oid: it must look like"),
        ({"sensitive": "perhaps"}, "sensitive: write yes, no or nothing"),
        ({"case_owner": "x" * 201}, "case_owner: 201 characters; at most 200 fit, shorten it"),
    ],
)
def test_a_wrong_cell_is_named_with_its_remedy(cells: dict[str, str], message: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_unit({**CELLS, **cells})

    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("written", ["1.2.246.10.15675350.10.1", "0.0.0", "2.999.1"])
def test_an_oid_is_kept_as_it_is(written: str) -> None:
    assert parse_unit({**CELLS, "oid": written}).oid == written


@pytest.mark.parametrize("written", ["yes", "1", "X", "Kyllä", "TOSI", "ja", "SANT", "true"])
def test_yes_may_be_said_in_three_languages(written: str) -> None:
    assert parse_unit({**CELLS, "sensitive": written}).sensitive


@pytest.mark.parametrize("written", ["no", "0", "EI", "EPÄTOSI", "nej", "FALSKT", "false"])
def test_no_may_be_said_in_three_languages(written: str) -> None:
    assert not parse_unit({**CELLS, "sms_allowed": written}).sms_allowed
