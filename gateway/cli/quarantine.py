"""`korva quarantine`: requests that could not be read."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import reduce

import click
from pydantic import SecretStr

from gateway.cli.cases import actor
from gateway.cli.session import Session, open_session, run
from gateway.cli.toml import HIDDEN
from gateway.core.errors import InputError
from gateway.settings import HELSINKI, Settings
from gateway.sms import providers
from gateway.sms.inbound import conversation_rules, taker
from gateway.sms.provider import Request
from gateway.sms.quarantine import reopen
from gateway.sms.reception import Bells, Reception
from gateway.store import quarantine
from gateway.store.facts import check_pepper
from gateway.texts import load_texts
from gateway.workers import Bell


@click.group(name="quarantine")
def command() -> None:
    """Requests that could not be read.

    They were acknowledged all the same, and are kept for a while, encrypted.
    """


@command.command("list")
def list_() -> None:
    """List the requests, oldest first, with the reason why each could not be read."""
    run(_list())


async def _list() -> None:
    async with open_session() as session:
        found = await session.database.read(quarantine.listed)
    for one in found:
        at = one.received_at.astimezone(HELSINKI)
        click.echo(
            f"{one.id}  {at:%Y-%m-%d %H:%M}  {one.provider:10}  {one.kind:8}  {one.state:8}  "
            f"{one.reason}"
        )
    if not found:
        click.echo("nothing in quarantine", err=True)


@command.command()
@click.argument("request_id", metavar="ID")
@actor
def show(request_id: str, actor: str) -> None:
    """Show a request as it came, with the number and the text in it. That is noted."""
    run(_show(request_id, actor))


async def _show(request_id: str, actor: str) -> None:
    async with open_session() as session:
        now = datetime.now(UTC)
        kept = await session.writer.run(lambda c: quarantine.show(c, request_id, actor, now))
        request = reopen(session.vault, kept)
    click.echo(f"{kept.provider} {kept.kind}: {kept.reason}")
    secrets = _secrets(session.settings, kept.provider)
    for line in _lines(request):
        click.echo(reduce(lambda text, secret: text.replace(secret, HIDDEN), secrets, line))


def _secrets(settings: Settings, provider: str) -> Sequence[str]:
    """What our operator proves itself with, such as in the address that Kannel calls."""
    if provider not in settings.sms.providers:
        return []
    own = providers.load(provider, settings.sms.providers[provider]).settings
    given = [value.get_secret_value() for _, value in own if isinstance(value, SecretStr)]
    return [secret for secret in given if secret]


def _lines(request: Request) -> Sequence[str]:
    # As Python writes them: nothing in a request may steer the terminal.
    headers = [f"{name}: {value!a}" for name, value in request.headers.items()]
    return [f"{request.method} {request.url!a}", *headers, f"body: {request.body!r}"]


@command.command()
@click.argument("request_id", metavar="[ID]", required=False)
@click.option("--all", "every", is_flag=True, help="Replay all that are kept.")
@actor
def replay(request_id: str | None, every: bool, actor: str) -> None:
    """Read a request again, such as after an update, and take what is in it as if it came now."""
    if every == bool(request_id):
        raise click.UsageError("name one ID, or all with --all")
    run(_replay(request_id, actor))


async def _replay(request_id: str | None, actor: str) -> None:
    async with open_session() as session:
        reception = await _reception(session)
        if request_id:
            kept = [await session.database.read(quarantine.get, request_id)]
        else:
            listed = await session.database.read(quarantine.listed)
            kept = [one for one in listed if one.state == quarantine.KEPT]
        unread = [one.id for one in kept if not await _again(reception, one, actor)]
    click.echo(f"{len(kept) - len(unread)} replayed, {len(unread)} still unreadable")
    if unread:
        raise InputError("they are kept as before, until their time runs out")


async def _again(reception: Reception, kept: quarantine.Kept, actor: str) -> bool:
    try:
        outcomes = await reception.replay(kept, actor)
    except InputError as error:
        click.echo(f"{kept.id}  {error}", err=True)
        return False
    click.echo(f"{kept.id}  {', '.join(outcomes) or 'nothing in it'}")
    return True


async def _reception(session: Session) -> Reception:
    """As the server takes messages; nobody is woken here, the server looks by itself."""
    settings, vault = session.settings, session.vault
    await session.writer.run(lambda c: check_pepper(c, vault.verifier()))
    tables = settings.sms.providers.items()
    return Reception(
        operators={name: providers.load(name, raw) for name, raw in tables},
        vault=vault,
        writer=session.writer,
        take=taker(vault, load_texts(settings.texts_dir), conversation_rules(settings, vault)),
        bells=Bells(sending=Bell(), labelling=Bell(), counting=Bell()),
    )
