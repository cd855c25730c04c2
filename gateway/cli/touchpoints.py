"""`korva touchpoints`: codes for what is printed or mounted."""

import secrets
from datetime import UTC, datetime
from functools import partial

import click

from gateway.cli.cases import actor
from gateway.cli.session import open_session, run
from gateway.cli.tables import print_table
from gateway.core.codes import RANDOM_BITS, grouped, normalise
from gateway.core.errors import InputError
from gateway.settings import HELSINKI
from gateway.store import touchpoints
from gateway.store.units import unit_id


@click.group(name="touchpoints")
def command() -> None:
    """Badges, cards, stickers and other things with a code."""


@command.command()
@click.option("--unit", required=True, help="The id of the unit that they belong to.")
@click.option("--kind", required=True, type=click.Choice(touchpoints.KINDS))
@click.option("--count", default=1, show_default=True, type=click.IntRange(1, 10_000))
def create(unit: str, kind: str, count: int) -> None:
    """Make new codes, and print them as CSV: code, as people read it, address."""
    run(_create(unit, kind, count))


async def _create(unit: str, kind: str, count: int) -> None:
    random = partial(secrets.randbits, RANDOM_BITS)
    async with open_session() as session:
        now = datetime.now(UTC)
        codes = await session.writer.run(
            lambda c: touchpoints.create(c, unit_id(c, unit), kind, count, random, now)
        )
    print_table(("code", "printed"), ((code, grouped(code)) for code in codes))


@command.command("list")
@click.option("--unit", help="Only those of the unit with this id.")
@click.option("--state", type=click.Choice((touchpoints.ACTIVE, touchpoints.RETIRED)))
def list_(unit: str | None, state: str | None) -> None:
    """Print the touchpoints as CSV, oldest first."""
    run(_list(unit, state))


async def _list(unit: str | None, state: str | None) -> None:
    async with open_session() as session:
        found = await session.database.read(touchpoints.listed, unit, state)
    print_table(
        ("code", "kind", "unit", "state", "created"),
        (
            (one.code, one.kind, one.unit, one.state, one.created_at.astimezone(HELSINKI).date())
            for one in found
        ),
    )


@command.command()
@click.argument("code")
@actor
def retire(code: str, actor: str) -> None:
    """Retire CODE for good: a lost badge, a thrown away poster. It is never given again."""
    run(_retire(code, actor))


async def _retire(typed: str, actor: str) -> None:
    code = normalise(typed)
    if code is None:
        raise InputError(f"{typed!r} is mistyped: a code has seven signs, the last one checks them")
    async with open_session() as session:
        now = datetime.now(UTC)
        done = await session.writer.run(lambda c: touchpoints.retire(c, code, actor, now))
    click.echo(f"{grouped(code)} {'is' if done else 'was'} retired{'' if done else ' already'}")
