"""`korva cases`: what a person must look at."""

import getpass
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import click

from gateway.cli.session import open_session, run
from gateway.core.case import COUNTED, HANDLED, KEPT_APART, URGENT
from gateway.settings import HELSINKI
from gateway.store import cases
from gateway.store.database import Connection
from gateway.store.units import unit_id


@click.group(name="cases")
def command() -> None:
    """Urgent answers, contact wishes and complaints that wait for a person."""


def _operating_user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        # In a container the user often has no name.
        return f"uid {os.getuid()}"


actor = click.option(
    "--actor", default=_operating_user, help="Who does this; it is written to the audit log."
)


@command.command("list")
@click.option("--closed", is_flag=True, help="Show the closed ones too.")
def list_(closed: bool) -> None:
    """List the cases that are not closed, oldest first."""
    run(_list(closed))


async def _list(with_closed: bool) -> None:
    async with open_session() as session:
        found = await session.database.read(cases.listed, with_closed=with_closed)
    for one in found:
        click.echo(f"{one.id}  {_time(one.opened_at)}  {one.kind:9}  {_state(one):21}  {one.unit}")
    if not found:
        click.echo("no cases", err=True)


@command.command()
@click.argument("case_id", metavar="ID")
@actor
def show(case_id: str, actor: str) -> None:
    """Show a case with its answer, redacted and without a number. That is noted."""
    run(_show(case_id, actor))


async def _show(case_id: str, actor: str) -> None:
    async with open_session() as session:
        now = datetime.now(UTC)
        shown = await session.writer.run(lambda c: cases.show(c, case_id, actor, now))
    for name, value in _lines(shown):
        click.echo(f"{name:12}{value}")


def _lines(shown: cases.Shown) -> Iterator[tuple[str, Any]]:
    yield "case", shown.case.id
    yield "kind", shown.case.kind
    yield "state", _state(shown.case)
    yield "unit", shown.case.unit
    yield "opened", _time(shown.case.opened_at)
    yield "answer", f"{shown.day} by {shown.channel}, in {shown.language}"
    yield "score", "-" if shown.score is None else shown.score
    yield from shown.answers.items()
    if shown.role or shown.helper:
        yield "given by", ", helped: ".join(filter(None, (shown.role, shown.helper)))
    if shown.held:
        yield "held", shown.held
    yield "comment", _harmless(shown.comment or "-")
    # A model may call "rintaan sattuu kovasti" positive: nobody should read that beside it.
    if URGENT not in (shown.case.kind, shown.held):
        yield from _labels(shown)


def _labels(shown: cases.Shown) -> Iterator[tuple[str, str]]:
    yield "sentiment", shown.sentiment or "not labelled yet"
    yield "intent", shown.intent or "-"
    yield (
        "topics",
        ", ".join(f"{name} {polarity}" for name, polarity, _ in shown.topics or ()) or "-",
    )


_reason = click.option(
    "--reason",
    required=True,
    help="Why you need it, without names or numbers; it is written to the audit log.",
)


@command.command()
@click.argument("case_id", metavar="ID")
@_reason
@actor
def number(case_id: str, reason: str, actor: str) -> None:
    """Show the phone number that a case keeps. That is noted with the reason."""
    run(_number(case_id, reason, actor))


async def _number(case_id: str, reason: str, actor: str) -> None:
    async with open_session() as session:
        vault, now = session.vault, datetime.now(UTC)
        shown = await session.writer.run(
            lambda c: cases.number(c, vault, case_id, reason, actor, now)
        )
    click.echo(shown)


@command.command()
@click.argument("case_id", metavar="ID")
@_reason
@actor
def contact(case_id: str, reason: str, actor: str) -> None:
    """Show how to reach somebody who asked to be contacted. That is noted with the reason."""
    run(_contact(case_id, reason, actor))


async def _contact(case_id: str, reason: str, actor: str) -> None:
    async with open_session() as session:
        vault, now = session.vault, datetime.now(UTC)
        shown = await session.writer.run(
            lambda c: cases.contact(c, vault, case_id, reason, actor, now)
        )
    for name, value in shown.items():
        click.echo(f"{name:12}{_harmless(value)}")


@command.command()
@click.argument("case_id", metavar="ID")
@actor
def acknowledge(case_id: str, actor: str) -> None:
    """Take a case in hand: its alerts end."""
    run(_acknowledge(case_id, actor))


async def _acknowledge(case_id: str, actor: str) -> None:
    async with open_session() as session:
        now = datetime.now(UTC)
        await session.writer.run(lambda c: cases.acknowledge(c, case_id, actor, now))
    click.echo(f"case {case_id} is acknowledged; it stays in the list until it is closed")


@command.command()
@click.argument("case_id", metavar="ID")
@click.option(
    "--outcome",
    required=True,
    type=click.Choice((COUNTED, KEPT_APART, HANDLED)),
    help=f'An urgent answer or misuse is "{COUNTED}" (enters the figures) or "{KEPT_APART}"; '
    f'any other case is "{HANDLED}".',
)
@actor
def close(case_id: str, outcome: str, actor: str) -> None:
    """End a case; the number or contact details that it kept are erased."""
    run(_close(case_id, outcome, actor))


async def _close(case_id: str, outcome: str, actor: str) -> None:
    async with open_session() as session:
        now = datetime.now(UTC)
        await session.writer.run(lambda c: cases.close(c, case_id, outcome, actor, now))
    click.echo(f"case {case_id} is closed: {outcome}")


@command.command()
@click.option("--unit", help="Only those of the unit with this id.")
@click.option("--outcome", required=True, type=click.Choice((COUNTED, KEPT_APART)))
@actor
def sweep(unit: str | None, outcome: str, actor: str) -> None:
    """Decide about all answers that may be misuse at once, such as a wave of them."""
    run(_sweep(unit, outcome, actor))


async def _sweep(unit: str | None, outcome: str, actor: str) -> None:
    def close_all(connection: Connection) -> int:
        of_unit = unit_id(connection, unit) if unit else None
        return cases.sweep(connection, of_unit, outcome, actor, datetime.now(UTC))

    async with open_session() as session:
        count = await session.writer.run(close_all)
    click.echo(f"{count} cases are closed: {outcome}")


def _harmless(comment: str) -> str:
    # Anyone can write a comment: it must neither steer the terminal nor look like other lines.
    return "".join(sign for sign in " ".join(comment.split()) if sign.isprintable())


def _state(one: cases.Listed) -> str:
    return f"{one.state} ({one.outcome})" if one.outcome else one.state


def _time(instant: datetime) -> str:
    return f"{instant.astimezone(HELSINKI):%Y-%m-%d %H:%M}"
