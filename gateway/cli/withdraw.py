"""`korva withdraw`: take a visit back before anybody is asked about it."""

from datetime import UTC, datetime

import click

from gateway.cli.cases import actor
from gateway.cli.session import open_session, run
from gateway.store.withdrawals import withdraw


@click.command("withdraw")
@click.argument("source")
@click.argument("key")
@actor
def command(source: str, key: str, actor: str) -> None:
    """Ask nothing about the visit KEY of SOURCE: the person has died, the record was wrong.

    It is an error when the question has gone out already.
    """
    run(_withdraw(source, key, actor))


async def _withdraw(source: str, key: str, actor: str) -> None:
    async with open_session() as session:
        now = datetime.now(UTC)
        done = await session.writer.run(lambda c: withdraw(c, (source, key), actor, now))
    click.echo("withdrawn" if done else "nobody was to be asked about it anyway")
