"""`korva forward`: releases on their way to the destinations."""

from collections.abc import Callable
from datetime import UTC, datetime

import aiohttp
import click

from gateway.cli.session import Session, open_session, run
from gateway.core.errors import InputError
from gateway.forward import destinations
from gateway.forward.delivering import deliver_due
from gateway.settings import HELSINKI
from gateway.store import deliveries, releases
from gateway.store.database import Connection

#: Queues what is to be sent, given a connection, the destinations' names and the time.
Queue = Callable[[Connection, tuple[str, ...], datetime], None]


@click.group(name="forward", invoke_without_command=True)
@click.option("--replay", is_flag=True, help="First queue releases again that were sent before.")
@click.option(
    "--since", type=click.IntRange(min=1), help="With --replay: the first number to send again."
)
@click.pass_context
def command(context: click.Context, replay: bool, since: int | None) -> None:
    """Deliver the releases that are due now.

    A running server does that by itself; it may run at the same time. With --replay the same
    bytes leave again, under the same message id, to every destination of the settings.
    """
    if context.invoked_subcommand:
        return
    if replay != (since is not None):
        raise click.UsageError("--replay and --since NUMBER go together")
    run(_deliver(_replay(since) if since else _nothing_more))


def _nothing_more(connection: Connection, names: tuple[str, ...], now: datetime) -> None:
    """What is due is queued already."""


def _replay(since: int) -> Queue:
    def queue(connection: Connection, names: tuple[str, ...], now: datetime) -> None:
        if since > (last := releases.next_sequence(connection) - 1):
            there = f"the last one is {last}" if last else "there is none yet"
            raise InputError(f"there is no release from number {since} on; {there}")
        deliveries.replay(connection, since, names, now)

    return queue


async def _deliver(queue: Queue) -> None:
    async with open_session() as session, aiohttp.ClientSession() as http:
        receivers = destinations.load_all(session.settings.publishing)
        names = tuple(receiver.name for receiver in receivers if receiver.takes_releases)
        await session.writer.run(lambda c: queue(c, names, datetime.now(UTC)))
        attempts = 0
        while some := await deliver_due(session.writer, http, receivers, datetime.now(UTC)):
            attempts += some
        await _summarise(session, names, attempts)


async def _summarise(session: Session, names: tuple[str, ...], attempts: int) -> None:
    # On stderr: a destination may be the standard output.
    if not names:
        click.echo("no destination takes releases: see publishing.destinations", err=True)
    elif not attempts:
        click.echo("nothing was due", err=True)
    for backlog in await session.database.read(deliveries.backlogs):
        click.echo(
            f"{backlog.destination}: {backlog.waiting} waiting, {backlog.parked} parked", err=True
        )


@command.command("list")
@click.option("--most", default=50, show_default=True, help="How many to show.")
def list_(most: int) -> None:
    """List the deliveries, newest release first, with the reason of what failed."""
    run(_list(most))


async def _list(most: int) -> None:
    async with open_session() as session:
        found = await session.database.read(deliveries.listed, most)
    for one in found:
        click.echo(_line(one))
    if not found:
        click.echo("no deliveries", err=True)


def _line(one: deliveries.Listed) -> str:
    at = (one.ended_at or one.due_at).astimezone(HELSINKI)
    words = "due" if one.state == deliveries.WAITING else "at"
    line = (
        f"{one.sequence:>6}  {one.period:10}  {one.destination:20}  {one.state:9}  "
        f"{words:3} {at:%Y-%m-%d %H:%M}  tried {one.attempts}"
    )
    return f"{line}  {one.reason}" if one.reason else line


@command.command()
@click.argument("sequence", type=click.IntRange(min=1))
@click.argument("destination")
def retry(sequence: int, destination: str) -> None:
    """Send one release to one destination again, such as a parked one."""

    def queue(connection: Connection, names: tuple[str, ...], now: datetime) -> None:
        if destination not in names:
            raise InputError(
                f"the settings have no destination {destination!r} that takes releases; "
                f"those that do: {', '.join(names) or 'none'}"
            )
        if not deliveries.retry(connection, sequence, destination, now):
            raise InputError(
                f"release {sequence} was never meant for {destination!r}; "
                "`korva forward list` shows what was"
            )

    run(_deliver(queue))
