"""`korva relabel`: labels by the present model version for all stored comments."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, date, datetime, time

import click

from gateway import relabel
from gateway.cli.session import Session, open_session, run
from gateway.core import periods
from gateway.relabel import Relabelling
from gateway.settings import HELSINKI
from gateway.store import releases
from gateway.store.relabelling import Choice, Left

_DAY = click.DateTime(formats=["%Y-%m-%d"])
_EVERYTHING = 10**12


@click.command("relabel")
@click.option("--since", type=_DAY, help="Only comments about this day (2026-01-31) or later.")
@click.option("--limit", type=click.IntRange(min=1), help="Stop after so many comments.")
@click.option(
    "--cases-since",
    type=_DAY,
    help="Open cases only about what came on this day or later; about all when left out.",
)
def command(since: datetime | None, limit: int | None, cases_since: datetime | None) -> None:
    """Give stored comments labels by the present model version.

    Run it after a new model, beside the server or without it. Stopped or killed, run it again: it
    goes on where it was. Days whose labels changed are counted again by the server.
    """
    opened_since = (
        datetime.combine(cases_since.date(), time(), HELSINKI).astimezone(UTC)
        if cases_since
        else None
    )
    run(_relabel(since.date() if since else None, limit or _EVERYTHING, opened_since))


async def _relabel(since: date | None, most: int, cases_since: datetime | None) -> None:
    async with open_session() as session:
        work = Relabelling(session.settings.classifier, session.database, session.writer)
        try:
            choice = Choice(await work.version(), since, cases_since)
            left = await work.left(choice)
            await _announce(session, choice, left)
            await _go_through(work, choice, min(most, left.comments), most)
            rest = await work.left(choice)
        finally:
            await work.close()
    _conclude(work.progress, rest)


async def _announce(session: Session, choice: Choice, left: Left) -> None:
    click.echo(
        f"{left.comments} comments of {len(left.days)} days have no label by {choice.version}"
    )
    released = await session.database.read(releases.released)
    if concerned := _of_released(left.days, released):
        k = session.settings.publishing.smallest_group
        click.echo(
            f"{sum(concerned.values())} of these days are in released periods "
            f"({', '.join(concerned)}): what changes there leaves as a correction only when each "
            f"changed group differs by {k} answers or more, or when the year is over"
        )


def _of_released(days: Sequence[date], released: Sequence[str]) -> dict[str, int]:
    """How many of the days lie in each released period; periods without any are left out."""
    known = [periods.parse(name) for name in sorted(released)]
    counts = {
        period.id: sum(period.first_day <= day <= period.last_day for day in days)
        for period in known
    }
    return {name: count for name, count in counts.items() if count}


async def _go_through(work: Relabelling, choice: Choice, total: int, most: int) -> None:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    if not total:
        return
    columns = ("comments", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=total)

        def tell(done: relabel.Progress) -> None:
            bar.update(task, completed=done.labelled)

        while free_at := await work.go_through(choice, most, tell):
            now = datetime.now(UTC)
            bar.console.print(
                "The rest is in the hands of another `korva relabel`, or of one that was killed: "
                f"looking again at {free_at.astimezone(HELSINKI):%H:%M:%S}"
            )
            await asyncio.sleep(max(1.0, (free_at - now).total_seconds()))


def _conclude(done: relabel.Progress, rest: Left) -> None:
    click.echo(f"{done.labelled} comments labelled, {done.cases} cases opened")
    if done.unread:
        click.echo(
            f"{len(done.unread)} comments could not be read and keep the label they had: "
            f"{', '.join(done.unread)}",
            err=True,
        )
    if rest.comments:
        click.echo(f"{rest.comments} are left: run it again for them")
    if done.labelled:
        click.echo("The changed days are counted by the running server, or by `korva aggregate`")
