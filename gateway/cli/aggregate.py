"""`korva aggregate`: counting and releasing on demand."""

from datetime import UTC, datetime

import click

from gateway.aggregate import release_period
from gateway.cli.session import open_session, run
from gateway.closing import Publishing, publishing
from gateway.core import periods
from gateway.core.errors import InputError
from gateway.core.periods import Period
from gateway.forward import destinations
from gateway.settings import HELSINKI
from gateway.store import cells, labels
from gateway.store.database import Connection


@click.command("aggregate")
@click.option(
    "--close",
    "period",
    metavar="PERIOD",
    help="The period to release now: 2026-10, 2026-W45 or 2026-Q3, as the settings have it.",
)
@click.option(
    "--early",
    is_flag=True,
    help="Close it though answers or labels are still to come, as for a demonstration: final.",
)
@click.option(
    "--retry", is_flag=True, help="First try the answers again that could not be counted."
)
def command(period: str | None, early: bool, retry: bool) -> None:
    """Close a period: count what changed in it and release its figures.

    A running server closes each period by itself when its answering window is over.
    """
    if early and period is None:
        raise click.UsageError("--early goes with --close PERIOD")
    if period is None and not retry:
        raise click.UsageError("say what to do: --close PERIOD or --retry")
    if retry:
        run(_retry())
    if period:
        run(_close(period, early))


async def _retry() -> None:
    async with open_session() as session:
        found = await session.writer.run(cells.count_again)
        places = await session.database.read(cells.dirty_places)
        wrong = await session.writer.run(lambda c: cells.recount(c, places))
    for one in wrong:
        click.echo(f"answer {one.response_id} can't be counted: {one.reason}", err=True)
    click.echo(f"answers tried again: {found}, set aside: {len(wrong)}")


async def _close(written: str, early: bool) -> None:
    period = periods.parse(written)
    async with open_session() as session:
        receivers = destinations.load_all(session.settings.publishing)
        takers = [receiver.name for receiver in receivers if receiver.takes_releases]
        how = publishing(session.settings, takers)
        if period.length != how.length:
            raise InputError(f"{period.id} is a {period.length}; publishing.period is {how.length}")
        now = datetime.now(UTC)
        if reason := await session.database.read(_too_early, how, period, now):
            if not early:
                raise InputError(f"{reason}; --early does it all the same, for good")
            click.echo(f"{period.id} is closed early, and that is final: {_FINAL}", err=True)
        sequence = await session.writer.run(lambda c: release_period(c, how, period, now))
    if sequence is None:
        click.echo(f"{period.id}: nothing new that may leave")
    else:
        click.echo(f"{period.id}: release {sequence} for {', '.join(takers) or 'no destination'}")


_FINAL = "figures that its first release hides stay hidden in every correction"


def _too_early(
    connection: Connection, how: Publishing, period: Period, now: datetime
) -> str | None:
    """Why the period should not be closed yet, if anything speaks against it."""
    if (over := periods.closes_at(period, how.window_days)) > now:
        day = f"{over.astimezone(HELSINKI):%Y-%m-%d}"
        return f"{period.id} can be closed from {day} on: until then answers to it are taken"
    if waiting := labels.waiting_between(connection, period.first_day, period.last_day):
        return f"{period.id}: {waiting} comments wait for their label"
    return None
