"""`korva invitations`: what became of the visits."""

from datetime import datetime

import click

from gateway.cli.session import open_session, run
from gateway.cli.tables import print_table
from gateway.store.invitation_lists import counts, listed
from gateway.store.invitations import STATES

since_option = click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), help="Only visits of this day and later."
)


@click.group(name="invitations")
def command() -> None:
    """Visits that were handed in: who is asked, and who is not for which reason."""


@command.command("list")
@click.option("--state", type=click.Choice(STATES), help="Only the visits in this state.")
@since_option
def list_(state: str | None, since: datetime | None) -> None:
    """Print visits as CSV, never with a number.

    `--state "wrong number"` is what the source of the visits should hear of.
    """
    run(_list(state, since))


async def _list(state: str | None, since: datetime | None) -> None:
    day = since.date() if since else None
    async with open_session() as session:
        found = await session.database.read(listed, state, day)
    print_table(
        ("source", "key", "unit", "day", "state", "reason", "message"),
        ((o.source, o.key, o.unit, o.day, o.state, o.reason, o.message) for o in found),
    )


@command.command("count")
@since_option
def count(since: datetime | None) -> None:
    """Count the visits by what became of them, as CSV."""
    run(_count(since))


async def _count(since: datetime | None) -> None:
    day = since.date() if since else None
    async with open_session() as session:
        found = await session.database.read(counts, day)
    rows = ((state, reason, number) for (state, reason), number in found.items())
    print_table(("state", "reason", "visits"), rows)
