"""`korva stop`: opt-outs that reach the staff by telephone or letter."""

from datetime import UTC, datetime

import click

from gateway.cli.cases import actor
from gateway.cli.session import open_session, run
from gateway.core.errors import InputError
from gateway.sms.numbers import normalise
from gateway.store import stop_list
from gateway.store.facts import check_pepper


@click.command("stop")
@click.argument("number", required=False)
@click.option("--undo", is_flag=True, help="Take the number off the list, at the person's wish.")
@actor
def command(number: str | None, undo: bool, actor: str) -> None:
    """Put NUMBER on the stop list: it is sent no more questions, whichever unit was visited.

    Without NUMBER it is asked for, so that it is not kept in the shell's history.
    """
    run(_stop(number or click.prompt("Number", hide_input=True), undo, actor))


async def _stop(written: str, undo: bool, actor: str) -> None:
    number = normalise(written)
    if number is None:
        raise InputError("this is no phone number; write it like 040 123 4567 or +46 70 123 45 67")
    async with open_session() as session:
        vault, now = session.vault, datetime.now(UTC)
        await session.writer.run(lambda c: check_pepper(c, vault.verifier()))
        change = stop_list.undo if undo else stop_list.enter
        done = await session.writer.run(lambda c: change(c, vault.hash(number), actor, now))
    click.echo(_ANSWERS[undo, done])


_ANSWERS = {
    (False, True): "on the stop list; what was planned for this number is taken back",
    (False, False): "this number was on the stop list already",
    (True, True): "off the stop list; this number may be asked again",
    (True, False): "this number was not on the stop list",
}
