"""`korva aggregate`: counting and releasing on demand."""

from datetime import UTC, datetime

import click

from gateway.aggregate import publishing, release_period
from gateway.cli.session import open_session, run
from gateway.core import periods
from gateway.core.errors import InputError
from gateway.forward import destinations
from gateway.store import labels


@click.command("aggregate")
@click.option(
    "--close",
    "period",
    required=True,
    metavar="PERIOD",
    help="The period to release now: 2026-10, 2026-W45 or 2026-Q3, as the settings have it.",
)
def command(period: str) -> None:
    """Close a period: count what changed in it and release its figures."""
    run(_close(period))


async def _close(written: str) -> None:
    period = periods.parse(written)
    async with open_session() as session:
        receivers = destinations.load_all(session.settings.publishing)
        takers = [receiver.name for receiver in receivers if receiver.takes_releases]
        how = publishing(session.settings, takers)
        if period.length != how.length:
            raise InputError(f"{period.id} is a {period.length}; publishing.period is {how.length}")
        waiting, _, _ = await session.database.read(labels.backlog)
        if waiting:
            click.echo(f"{waiting} comments wait for their label and are not in it yet", err=True)
        now = datetime.now(UTC)
        sequence = await session.writer.run(lambda c: release_period(c, how, period, now))
    if sequence is None:
        click.echo(f"{period.id}: nothing new that may leave")
    else:
        click.echo(f"{period.id}: release {sequence} for {', '.join(takers) or 'no destination'}")
