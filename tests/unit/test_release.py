"""The payload of a release: its form, its bytes, its rows and its corrections."""

import json
from importlib import resources
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from gateway.core import release
from gateway.core.cells import Sums
from gateway.core.errors import SettingsError
from tests.unit.figures import comments, scores, sent, together, topic
from tests.unit.releases import HEADING, OWN, UNITS, group

SCHEMA = json.loads(
    (resources.files("gateway.core") / "schemas" / "aggregate.release.v1.json").read_text("utf-8")
)
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.fixture
def payload() -> dict[str, Any]:
    return release.build(HEADING, UNITS, OWN)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_a_release_validates_against_its_schema(payload: dict[str, Any]) -> None:
    VALIDATOR.validate(json.loads(release.render(payload)))


def test_a_release_without_answers_validates_too() -> None:
    VALIDATOR.validate(release.build(HEADING, UNITS, {}))


@pytest.mark.parametrize("figure", [4, -1, "hidden", {"hidden": "alike"}, {}])
def test_the_schema_refuses_a_figure_that_may_not_leave(
    payload: dict[str, Any], figure: object
) -> None:
    group(payload, "a")["answered"] = figure
    assert not VALIDATOR.is_valid(payload)


def test_a_heading_stands_over_the_figures(payload: dict[str, Any]) -> None:
    units = payload["data"].pop("units")
    assert payload == {
        "type": "aggregate.release.v1",
        "timestamp": "2026-11-08T03:00:00+00:00",
        "data": {
            "sequence": 7,
            "corrects": None,
            "county": "Päijät-Häme",
            "period": {
                "id": "2026-10",
                "length": "month",
                "first_day": "2026-10-01",
                "last_day": "2026-10-31",
            },
            "threshold": 5,
            "question_sets": [],
            "channels": ["qr", "sms"],
        },
    }
    assert [unit["id"] for unit in units] == ["line", "a", "b", "c"]


def test_a_unit_is_named_and_placed(payload: dict[str, Any]) -> None:
    unit = payload["data"]["units"][1]
    assert {key: unit[key] for key in ("id", "parent", "oid", "name")} == {
        "id": "a",
        "parent": "line",
        "oid": "1.2.246.10",
        "name": {"fi": "Yksikkö a", "sv": "Enhet a"},
    }


def test_figures_of_a_unit_are_sums_of_all_below_it(payload: dict[str, Any]) -> None:
    assert group(payload, "line")["answered"] == 40 + 32 + 8 + 25 + 12 + 3 + 3 + 4


def test_an_nps_stands_with_its_n_classes_and_interval(payload: dict[str, Any]) -> None:
    assert group(payload, "b")["nps"] == {
        "value": 47,
        "low": -2,
        "high": 79,
        "n": 15,
        "promoters": 11,
        "passives": 0,
        "detractors": 4,
        "comparability": "too_few_to_compare",
    }


def test_an_nps_from_thirty_scores_on_may_be_compared(payload: dict[str, Any]) -> None:
    assert group(payload, "a")["nps"]["comparability"] == "comparable"


def test_answers_without_a_score_have_no_nps() -> None:
    payload = release.build(HEADING, UNITS, scores("a", none=20))
    assert group(payload, "a")["nps"] is None


def test_a_response_rate_is_a_percentage_of_the_delivered(payload: dict[str, Any]) -> None:
    sms = group(payload, "a", "sms")
    assert (sms["asked"], sms["delivered"], sms["answered"]) == (210, 200, 80)
    assert sms["response_rate"] == 40.0


def test_invitations_are_told_on_their_channel_only(payload: dict[str, Any]) -> None:
    assert group(payload, "a")["response_rate"] is None


def test_what_comments_said_is_nested_by_topic(payload: dict[str, Any]) -> None:
    assert group(payload, "a")["topic"]["access"]["negative"] == 9


def test_a_hidden_group_says_nothing_but_that_it_is_hidden(payload: dict[str, Any]) -> None:
    assert group(payload, "c") == {"channel": "all", "hidden": "small_group"}


def test_a_block_with_nothing_to_show_is_hidden_as_a_whole(payload: dict[str, Any]) -> None:
    assert group(payload, "b")["sentiment"] == {"hidden": "small_group"}


def test_bytes_are_one_line_of_sorted_utf8_json(payload: dict[str, Any]) -> None:
    body = release.render(payload)
    assert body.startswith(b'{"data":{"channels":["qr","sms"],"corrects":null')
    assert "Päijät-Häme".encode() in body
    assert body.index(b"\n") == len(body) - 1


def test_equal_figures_in_another_order_are_equal_bytes(payload: dict[str, Any]) -> None:
    again = release.build(HEADING, UNITS, dict(reversed(OWN.items())))
    assert release.render(again) == release.render(payload)


def test_a_threshold_below_five_makes_no_release() -> None:
    low = release.Heading(1, HEADING.period, "Pirkanmaa", HEADING.created_at, k=4)
    with pytest.raises(SettingsError, match="set 5 or more"):
        release.build(low, UNITS, OWN)


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
@settings(deadline=None)
def test_every_release_validates(own: Sums) -> None:
    VALIDATOR.validate(release.build(HEADING, UNITS, own))
