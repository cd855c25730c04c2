"""`korva doctor`: is everything well that Korva stands on?"""

from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack

import aiohttp
import click

from gateway.cli.checks import (
    Check,
    Finding,
    Installation,
    Level,
    clock,
    fail,
    keys,
    model,
    ok,
    reach,
    storage,
    waiting,
    words,
)
from gateway.cli.review import problems
from gateway.cli.session import run
from gateway.core.errors import KorvaError
from gateway.logs import configure_logs
from gateway.settings import Settings, read_settings
from gateway.store.database import DBAPIError, open_database, parse_url
from gateway.store.standing import is_missing

CHECKS: Mapping[str, Check] = {
    "database": storage.check,
    "keys": keys.check,
    "address": reach.address,
    "operator": reach.operator,
    "receivers": reach.receivers,
    "clock": clock.check,
    "texts": words.check,
    "crisis": words.crisis,
    "backlog": waiting.check,
    "model": model.check,
}


@click.command("doctor")
@click.pass_context
def command(context: click.Context) -> None:
    """Check everything that Korva stands on.

    One line for each finding: ok, warn, or FAIL with its remedy. It changes nothing, and may run
    beside the server. The exit status is 1 when something fails.
    """
    context.exit(run(_examine()))


async def _examine() -> int:
    worst = 0
    async for name, finding in _findings():
        # What others say, such as SQLite of damage, may have several lines.
        click.echo(f"{finding.level:5} {name:10} {' '.join(finding.text.split())}")
        worst = max(worst, int(finding.level is Level.FAIL))
    return worst


async def _findings() -> AsyncIterator[tuple[str, Finding]]:
    configure_logs("error")
    try:
        settings = read_settings()
        wrong = problems(settings)
    except KorvaError as error:
        wrong = str(error).splitlines()
    for problem in wrong:
        yield "settings", fail(problem)
    if wrong:
        return
    yield "settings", ok("all known, all right")
    async with AsyncExitStack() as stack:
        installation = await _open(settings, stack)
        for name, check in CHECKS.items():
            async for finding in _looked(check, installation):
                yield name, finding


async def _open(settings: Settings, stack: AsyncExitStack) -> Installation:
    missing = is_missing(parse_url(settings.database_url))
    return Installation(
        settings=settings,
        database=None
        if missing
        else await stack.enter_async_context(open_database(settings.database_url)),
        http=await stack.enter_async_context(aiohttp.ClientSession()),
    )


async def _looked(check: Check, installation: Installation) -> AsyncIterator[Finding]:
    try:
        async for finding in check(installation):
            yield finding
    except KorvaError as error:
        yield fail(str(error))
    except DBAPIError as error:
        yield fail(f"the database can't be read ({error.orig}): korva restore your last backup")
