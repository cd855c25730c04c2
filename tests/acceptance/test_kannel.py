"""Two hundred people answer by SMS, through a real SMS gateway, and a release of figures leaves."""

from collections import Counter
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio

from gateway.core.nps import nps_class
from tests.acceptance.county import Person, day_of_visits, invite, people
from tests.acceptance.kannel import Kannel
from tests.acceptance.phones import Phones, open_phones
from tests.acceptance.receiving import SECRET, Receiver, open_receiver
from tests.acceptance.server import Server, eventually

pytestmark = pytest.mark.asyncio(loop_scope="module")

HIDDEN = {"hidden": "small_group"}
COUNTED = ("asked", "delivered", "answered", "comment", "sentiment", "intent", "topic")
CLASSES = ("n", "promoters", "passives", "detractors")

_LABELLED_S = 120.0
_SETTLED_S = 30.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What there was to see after everybody had answered and the month was closed."""

    asked: Sequence[Person]
    phones: Phones
    receiver: Receiver
    server: Server

    @property
    def release(self) -> Any:
        return self.receiver.releases[0]["data"]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def outcome(
    tmp_path_factory: pytest.TempPathFactory, installed_kannel: None
) -> AsyncIterator[Outcome]:
    folder, asked = tmp_path_factory.mktemp("korva"), people(200)
    kannel = Kannel(tmp_path_factory.mktemp("kannel"))
    async with open_receiver() as receiver:
        server = Server(folder, {**kannel.settings, **_publishing(receiver)})
        async with server.running(), kannel.running(server.url):
            async with open_phones(kannel.phones_port) as phones:
                await invite(server, asked)
                await _answer(phones, asked)
            await _settled(server)
            await server.korva("aggregate", "--close", f"{day_of_visits():%Y-%m}", "--early")
            await eventually(lambda: _has_release(receiver), _SETTLED_S)
            yield Outcome(asked, phones, receiver, server)


def _publishing(receiver: Receiver) -> Mapping[str, str]:
    return {
        "classifier.processes": "1",
        "publishing.destinations.county.type": "webhook",
        "publishing.destinations.county.url": receiver.url,
        "publishing.destinations.county.secrets": SECRET,
    }


async def _answer(phones: Phones, asked: Sequence[Person]) -> None:
    """Everybody answers as soon as they are asked; long answers come in parts."""
    await phones.hear([one.number for one in asked], 1)
    for one in asked:
        phones.text(one.number, one.answer)
    await phones.hear([one.number for one in asked], 2)
    wondering = [one for one in asked if not one.words]
    for one in wondering:
        phones.text(one.number, one.reason)
    await phones.hear([one.number for one in wondering], 3)


async def _settled(server: Server) -> None:
    """Return when all is delivered, labelled and counted."""
    await eventually(lambda: _none(server, _UNDELIVERED), _SETTLED_S)
    await eventually(lambda: _none(server, _UNLABELLED), _LABELLED_S)
    await eventually(lambda: _none(server, "select 1 from dirty"), _SETTLED_S)


_UNDELIVERED = "select 1 from outbound where state <> 'delivered'"
_UNLABELLED = "select 1 from response where labelling = 'pending'"


async def _none(server: Server, query: str) -> bool:
    return not await server.rows(query)


async def _has_release(receiver: Receiver) -> bool:
    return bool(receiver.releases)


async def test_every_answer_becomes_one_response(outcome: Outcome) -> None:
    stored = await outcome.server.rows(
        "select unit.key, response.score, response.comment, response.language from response "
        "join unit on unit.id = response.unit_id"
    )
    given = [(one.unit, one.score, one.comment, one.language) for one in outcome.asked]
    assert sorted(map(tuple, stored)) == sorted(given)


async def test_every_phone_gets_the_right_texts_in_its_language(outcome: Outcome) -> None:
    heard = {one.number: outcome.phones.inboxes[one.number] for one in outcome.asked}
    assert heard == {one.number: one.hears for one in outcome.asked}


async def test_nobody_else_gets_a_text(outcome: Outcome) -> None:
    assert outcome.phones.inboxes.keys() == {one.number for one in outcome.asked}


async def test_every_text_is_reported_as_delivered(outcome: Outcome) -> None:
    sent = sum(len(one.hears) for one in outcome.asked)
    assert await outcome.server.rows("select state, count(*) from outbound group by state") == [
        ("delivered", sent)
    ]


async def test_no_number_is_kept_when_all_is_said(outcome: Outcome) -> None:
    assert await _none(
        outcome.server,
        "select number from dialogue where number is not null "
        "union select number from outbound where number is not null",
    )


async def test_stored_cells_add_up_to_what_was_sent(outcome: Outcome) -> None:
    stored = await _cells(outcome.server)
    scores = {
        (unit, key): count for (unit, measure, key), count in stored.items() if measure == "score"
    }
    assert scores == Counter((one.unit, str(one.score)) for one in outcome.asked)
    per_unit = Counter(one.unit for one in outcome.asked)
    for measure in ("asked", "delivered", "answered", "comment"):
        assert {unit: stored[unit, measure, ""] for unit in per_unit} == per_unit


async def test_the_receiver_gets_one_release_that_is_signed(outcome: Outcome) -> None:
    assert (len(outcome.receiver.releases), outcome.receiver.forged) == (1, 0)
    assert outcome.receiver.releases[0]["type"] == "aggregate.release.v1"


async def test_every_figure_equals_its_cells_or_is_hidden(outcome: Outcome) -> None:
    sums = _sums_up_the_tree(await _cells(outcome.server), outcome.release["units"])
    figures = list(_figures(outcome.release))
    shown = [(place, value) for place, value in figures if value != HIDDEN]
    assert [(place, value) for place, value in shown if value != sums[place]] == []
    assert {measure for (_, measure, _), _ in shown} == {*COUNTED, "nps"}
    assert len(shown) < len(figures)


async def test_nps_follows_from_its_classes(outcome: Outcome) -> None:
    for nps in _scores(outcome.release):
        exact = 100 * (nps["promoters"] - nps["detractors"]) / nps["n"]
        assert abs(nps["value"] - exact) <= 0.5
        assert -100 <= nps["low"] <= nps["value"] <= nps["high"] <= 100


async def test_nothing_is_shown_of_the_unit_that_four_people_visited(outcome: Outcome) -> None:
    (small,) = (unit for unit in outcome.release["units"] if unit["id"] == "saaristo")
    assert [group["hidden"] for group in small["figures"]] == ["small_group", "small_group"]


Place = tuple[str, str, str]


async def _cells(server: Server) -> Mapping[Place, int]:
    """The stored counts by (unit, measure, key). There is one channel, and one day."""
    found = await server.rows(
        "select unit.key, measure, cell.key, count from cell join unit on unit.id = cell.unit_id"
    )
    return {(unit, measure, key): count for unit, measure, key, count in found}


def _sums_up_the_tree(cells: Mapping[Place, int], units: Sequence[Any]) -> Counter[Place]:
    parents = {unit["id"]: unit["parent"] for unit in units}
    sums: Counter[Place] = Counter()
    for (unit, measure, key), count in cells.items():
        above: str | None = unit
        while above:
            sums[above, measure, key] += count
            if measure == "score":
                sums[above, "nps", f"{nps_class(int(key))}s"] += count
                sums[above, "nps", "n"] += count
            above = parents[above]
    return sums


def _figures(release: Any) -> Iterator[tuple[Place, Any]]:
    """Every count of a release that has a cell; what can't apply to a group is None there."""
    for unit in release["units"]:
        for group in unit["figures"]:
            if group.get("hidden"):
                yield (unit["id"], "answered", ""), HIDDEN
                continue
            classes = {name: group["nps"][name] for name in CLASSES} if group["nps"] else None
            counts = {**{measure: group[measure] for measure in COUNTED}, "nps": classes}
            for measure, found in counts.items():
                for key, value in _leaves(found):
                    yield (unit["id"], measure, key), value


def _leaves(found: Any, *path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(found, dict) and found != HIDDEN:
        for key, inside in found.items():
            yield from _leaves(inside, *path, key)
    elif found is not None:
        yield ":".join(path), found


def _scores(release: Any) -> Iterator[Any]:
    groups = (group for unit in release["units"] for group in unit["figures"])
    return (group["nps"] for group in groups if group.get("nps"))
