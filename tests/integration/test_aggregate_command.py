"""`korva aggregate`, as somebody types it, on both databases."""

from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, update

from gateway.core.periods import HELSINKI, closes_at, parse
from gateway.store import releases
from gateway.store.schema import response
from gateway.store.writer import Writer
from tests.integration.answers import answer
from tests.integration.asking import add_units, install
from tests.integration.terminal import korva


@pytest.fixture(autouse=True)
def installation(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, database_url: str) -> None:
    install(monkeypatch, tmp_path, database_url)


@pytest.fixture
async def county(writer: Writer) -> Writer:
    await writer.run(add_units)
    return writer


def answers(connection: Connection) -> None:
    for score in [10] * 6 + [7]:
        answer(connection, score=score)


def misread(connection: Connection) -> None:
    """A score that no scale has."""
    answer(connection, key="wrong")
    rescore(connection, 99)


def rescore(connection: Connection, score: int) -> None:
    connection.execute(update(response).where(response.c.key == "wrong").values(score=score))


async def test_a_period_that_is_over_is_closed_without_more_words(county: Writer) -> None:
    await county.run(answers)
    result = await korva("aggregate", "--close", "2026-03")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "2026-03: release 1 for no destination\n" in result.stdout


@pytest.fixture
async def this_month(county: Writer) -> str:
    """The month that runs, with an answer in it."""
    now = datetime.now(HELSINKI)
    await county.run(lambda c: answer(c, day=now.date()))
    return f"{now:%Y-%m}"


async def test_a_period_that_still_runs_is_not_closed(this_month: str, writer: Writer) -> None:
    result = await korva("aggregate", "--close", this_month)
    assert result.exit_code == 2
    closes = closes_at(parse(this_month), 11).astimezone(HELSINKI)
    assert f"{this_month} can be closed from {closes:%Y-%m-%d} on" in result.stderr
    assert await writer.run(releases.released) == []


async def test_closing_a_period_early_says_that_it_is_final(
    this_month: str, writer: Writer
) -> None:
    result = await korva("aggregate", "--close", this_month, "--early")
    assert result.exit_code == 0
    assert f"{this_month} is closed early, and that is final" in result.stderr
    assert await writer.run(releases.released) == [this_month]


async def test_a_period_with_comments_that_wait_for_labels_is_not_closed(county: Writer) -> None:
    await county.run(lambda c: answer(c, comment="Hyvä hoito"))
    result = await korva("aggregate", "--close", "2026-03")
    assert result.exit_code == 2
    assert "2026-03: 1 comments wait for their label" in result.stderr


async def test_a_period_is_closed_early_without_the_labels_that_wait(county: Writer) -> None:
    await county.run(lambda c: answer(c, comment="Hyvä hoito"))
    result = await korva("aggregate", "--close", "2026-03", "--early")
    assert result.exit_code == 0
    assert "that is final" in result.stderr


async def test_comments_of_another_period_hold_no_one_up(county: Writer) -> None:
    await county.run(answers)
    await county.run(lambda c: answer(c, comment="Hyvä hoito", day=date(2026, 4, 1)))
    assert (await korva("aggregate", "--close", "2026-03")).exit_code == 0


async def test_early_goes_with_a_period() -> None:
    result = await korva("aggregate", "--retry", "--early")
    assert result.exit_code == 2
    assert "--early goes with --close PERIOD" in result.stderr


async def test_without_a_word_of_what_to_do_it_names_the_choices() -> None:
    result = await korva("aggregate")
    assert result.exit_code == 2
    assert "--close PERIOD or --retry" in result.stderr


async def test_what_can_not_be_counted_is_named_with_its_reason(county: Writer) -> None:
    await county.run(misread)
    assert (await korva("aggregate", "--retry")).stdout == "answers tried again: 0, set aside: 1\n"
    result = await korva("aggregate", "--retry")
    assert "can't be counted: score 99 is not on the scale" in result.stderr
    assert result.stdout == "answers tried again: 1, set aside: 1\n"


async def test_what_was_corrected_is_counted(county: Writer) -> None:
    await county.run(misread)
    await korva("aggregate", "--retry")
    await county.run(lambda c: rescore(c, 9))
    assert (await korva("aggregate", "--retry")).stdout == "answers tried again: 1, set aside: 0\n"


async def test_the_doctor_names_the_remedy(county: Writer) -> None:
    await county.run(misread)
    await korva("aggregate", "--retry")
    result = await korva("doctor")
    assert "answers that can't be counted: 1, left out of the figures" in result.stdout
    assert "korva aggregate --retry" in result.stdout
