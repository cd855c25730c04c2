"""Units of which a few people answered on other channels than the rest."""

import pytest

from gateway.core import release
from gateway.core.errors import InputError
from gateway.core.suppression import lay, plant
from gateway.core.suppression.single import tell_singly
from tests.unit.figures import LINE, comments, groups, keys, scores, sent, shown, together
from tests.unit.releases import HEADING, UNITS, corrected, group

#: Each unit has answers by SMS, and two people at each texted to a printed code.
FEW = [scores(unit, high=1, low=1, channel="sms-open") for unit in "abc"]
MANY = [scores(unit, high=20, low=10) for unit in "abc"]
SENT = [sent(unit, 100, 110) for unit in "abc"]
ASKED = together(*MANY, *FEW, *SENT)


def test_a_few_on_another_channel_hide_the_total_and_not_the_channel_of_the_rest() -> None:
    places = shown(LINE, ASKED)
    assert groups(places) == {"line", "line sms", "line sms-open", "a sms", "b sms", "c sms"}
    assert groups(places, "nps") == groups(places)
    assert groups(places, "delivered") == {"line sms", "a sms", "b sms", "c sms"}


def test_a_unit_without_the_few_tells_its_total_too() -> None:
    places = shown(LINE, *MANY, *(scores(unit, 2, 2, channel="sms-open") for unit in "ab"))
    assert {"a sms", "b sms", "c sms", "c"} == groups(places) - {
        "line",
        "line sms",
        "line sms-open",
    }


def test_the_few_of_a_single_unit_hide_its_channel() -> None:
    places = shown(LINE, *MANY, FEW[0])
    assert "a" in groups(places)
    assert "a sms" not in groups(places)


def test_few_who_are_all_alike_hide_the_channels() -> None:
    places = shown(LINE, *MANY, *(scores(unit, high=2, channel="sms-open") for unit in "abc"))
    assert {"a", "b", "c"} <= groups(places)
    assert "a sms" not in groups(places)


def test_below_a_unit_that_is_told_by_one_channel_all_are() -> None:
    parents = {"county": None, "line": "county", "other": "county", "a": "line"}
    places = shown(
        parents,
        scores("a", high=20, low=10),
        scores("a", high=1, low=1, channel="sms-open"),
        scores("other", high=20, low=10),
        scores("other", high=2, low=2, channel="sms-open"),
    )
    assert groups(places) >= {"county", "line sms", "other sms"}
    assert not groups(places) & {"line", "other", "a", "a sms-open"}


def test_what_comments_said_stands_at_the_channel_that_is_told() -> None:
    said = [comments(unit, positive=10, negative=10) for unit in "abc"]
    places = shown(LINE, ASKED, *said)
    assert keys(places, "a", "sentiment") == set()
    assert {"a sms", "line"} <= groups(places, "sentiment")
    payload = release.build(HEADING, UNITS, together(ASKED, *said))
    assert group(payload, "a", "sms")["sentiment"]["negative"] == 10
    assert group(payload, "a", "sms")["response_rate"] == 50.0
    assert group(payload, "a") == {"channel": "all", "hidden": "small_group"}


def test_the_same_unit_is_told_by_the_same_channel_in_a_correction() -> None:
    before = release.shown(release.build(HEADING, UNITS, ASKED))
    more = together(ASKED, scores("a", high=6, low=4, channel="sms-open"))
    payload = release.build(corrected(), UNITS, more, before)
    assert release.shown(payload) == before
    assert group(payload, "line", "sms-open")["answered"] == 16


def test_a_unit_that_told_its_total_tells_it_in_a_correction() -> None:
    own = together(*MANY, *SENT)
    before = release.shown(release.build(HEADING, UNITS, own))
    ground = lay(plant(LINE), ASKED, 5, before)
    assert tell_singly(ground).told == {}


def test_a_correction_that_would_uncover_the_few_does_not_leave() -> None:
    before = release.shown(release.build(HEADING, UNITS, together(*MANY, *SENT)))
    with pytest.raises(InputError, match="would hide figures"):
        release.build(corrected(), UNITS, ASKED, before)
