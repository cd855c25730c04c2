"""`korva touchpoints`: codes for what is printed or mounted."""

import secrets
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click

from gateway.cli.cases import actor
from gateway.cli.session import open_session, run
from gateway.cli.tables import print_table, write_table
from gateway.core.codes import RANDOM_BITS, grouped, normalise
from gateway.core.errors import InputError
from gateway.core.touchpoint import KINDS, Kind, address
from gateway.questions import load_question_sets, newest_question_set
from gateway.settings import HELSINKI
from gateway.store import scans, touchpoints
from gateway.store.touchpoints import Listed, Run
from print_assets.symbol import draw

_COLUMNS = ("code", "kind", "unit", "state", "batch", "question_set", "note", "created")
#: Stickers are scratched and wet: they get the level that survives most.
_LEVELS = {"sticker": "H"}


@click.group(name="touchpoints")
def command() -> None:
    """Badges, cards, stickers and other things with a code."""


@command.command()
@click.option("--unit", required=True, help="The id of the unit that they belong to.")
@click.option("--kind", required=True, type=click.Choice(KINDS))
@click.option("--count", default=1, show_default=True, type=click.IntRange(1, 10_000))
@click.option("--batch", default="", help="The name of the print run; else the day and a number.")
@click.option("--note", default="", help="What those who look after it should know.")
@click.option(
    "--set", "question_set", default="adult", show_default=True, help="What their codes ask."
)
@actor
def create(
    unit: str, kind: Kind, count: int, batch: str, note: str, question_set: str, actor: str
) -> None:
    """Make new codes, and print them as CSV: code, as people read it, address.

    A badge belongs to a team: give the team's unit. With fewer than five badges its answers count
    for the unit above.
    """
    run(_create(Run(unit, kind, count, batch[:40], note[:200], question_set), actor))


async def _create(wanted: Run, actor: str) -> None:
    newest_question_set(load_question_sets(), wanted.question_set)
    random = partial(secrets.randbits, RANDOM_BITS)
    async with open_session() as session:
        now = datetime.now(UTC)
        _, codes = await session.writer.run(
            lambda c: touchpoints.create(c, wanted, random, actor, now)
        )
        public = session.settings.server.public_url
    rows = ((code, grouped(code), address(public, code)) for code in codes)
    print_table(("code", "printed", "address"), rows)


@command.command("list")
@click.option("--unit", help="Only those of the unit with this id.")
@click.option("--state", type=click.Choice((touchpoints.ACTIVE, touchpoints.RETIRED)))
@click.option("--batch", help="Only those of this print run.")
def list_(unit: str | None, state: str | None, batch: str | None) -> None:
    """Print the touchpoints as CSV, oldest first."""
    run(_list(unit, state, batch))


async def _list(unit: str | None, state: str | None, batch: str | None) -> None:
    async with open_session() as session:
        found = await session.database.read(touchpoints.listed, unit, state, batch)
    print_table(_COLUMNS, map(_row, found))


def _row(one: Listed) -> Iterable[object]:
    created = one.created_at.astimezone(HELSINKI).date()
    return (
        *(one.code, one.kind, one.unit, one.state, one.batch, one.question_set, one.note),
        created,
    )


@command.command()
@click.argument("code", required=False)
@click.option("--batch", help="All of this print run that are not retired.")
@click.option("--unit", required=True, help="The id of the unit that they lead to from now on.")
@actor
def retarget(code: str | None, batch: str | None, unit: str, actor: str) -> None:
    """Have CODE, or a whole print run, lead to another unit without printing it again."""
    if (code is None) == (batch is None):
        raise click.UsageError("give either a code or --batch")
    run(_retarget(code, batch, unit, actor))


async def _retarget(typed: str | None, batch: str | None, unit: str, actor: str) -> None:
    code = _read(typed) if typed else None
    async with open_session() as session:
        now = datetime.now(UTC)
        if code:
            await session.writer.run(lambda c: touchpoints.retarget(c, code, unit, actor, now))
            click.echo(f"{grouped(code)} leads to {unit}")
        else:
            moved = await session.writer.run(
                lambda c: touchpoints.retarget_batch(c, batch or "", unit, actor, now)
            )
            click.echo(f"{moved} codes of {batch} lead to {unit}")


@command.command()
@click.argument("code")
@actor
def retire(code: str, actor: str) -> None:
    """Retire CODE for good: a lost badge, a thrown away poster. It is never given again."""
    run(_retire(code, actor))


async def _retire(typed: str, actor: str) -> None:
    code = _read(typed)
    async with open_session() as session:
        now = datetime.now(UTC)
        done = await session.writer.run(lambda c: touchpoints.retire(c, code, actor, now))
    click.echo(f"{grouped(code)} {'is' if done else 'was'} retired{'' if done else ' already'}")


@command.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--unit", help="Only those of the unit with this id.")
@click.option("--batch", help="Only those of this print run.")
def export(folder: Path, unit: str | None, batch: str | None) -> None:
    """Write the codes that are not retired into FOLDER: codes.csv, and each symbol as an SVG."""
    run(_export(folder, unit, batch))


async def _export(folder: Path, unit: str | None, batch: str | None) -> None:
    async with open_session() as session:
        found = await session.database.read(touchpoints.listed, unit, touchpoints.ACTIVE, batch)
        public = session.settings.server.public_url
    if not found:
        raise InputError("there is no such code; `korva touchpoints list` shows all")
    _write_codes(folder, found, public)
    click.echo(f"{len(found)} codes are in {folder}")


def _write_codes(folder: Path, found: Sequence[Listed], public: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    rows = ((*_row(one), grouped(one.code), address(public, one.code)) for one in found)
    write_table(folder / "codes.csv", (*_COLUMNS, "printed", "address"), rows)
    for one in found:
        symbol = draw(address(public, one.code), _LEVELS.get(one.kind, "Q"))
        (folder / f"{one.code}.svg").write_text(symbol.svg, "utf-8")


@command.command("scans")
@click.option("--unit", help="Only those of the unit with this id.")
def scans_(unit: str | None) -> None:
    """Print as CSV how often codes were opened: by unit, month and kind, never by code."""
    run(_scans(unit))


async def _scans(unit: str | None) -> None:
    async with open_session() as session:
        found = await session.database.read(scans.by_month, unit)
    print_table(("unit", "month", "kind", "count"), found)


def _read(typed: str) -> str:
    code = normalise(typed)
    if code is None:
        raise InputError(f"{typed!r} is mistyped: a code has seven signs, the last one checks them")
    return code
