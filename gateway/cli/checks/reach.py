"""The ways in and out: the public address, the operator, the destinations."""

from collections.abc import AsyncIterator, Iterator

from gateway.cli.checks import Finding, Installation, fail, ok, warn
from gateway.cli.checks.hosts import is_here
from gateway.forward import destinations
from gateway.settings import Settings
from gateway.sms import providers


async def address(installation: Installation) -> AsyncIterator[Finding]:
    """The public address, and who may see the figures of the process there."""
    for finding in _address(installation.settings):
        yield finding


async def operator(installation: Installation) -> AsyncIterator[Finding]:
    """What each provider says of its own settings."""
    sms = installation.settings.sms
    if not sms.provider:
        yield warn("no sms.provider: nobody is asked and nobody is answered")
    for name, raw in sms.providers.items():
        complaints = await providers.load(name, raw).check(installation.http)
        for complaint in complaints:
            yield fail(complaint)
        if not complaints:
            yield ok(f"{name}: nothing to complain about")


async def receivers(installation: Installation) -> AsyncIterator[Finding]:
    """Who gets the figures, who hears of cases."""
    found = destinations.load_all(installation.settings.publishing)
    figures = [one.name for one in found if one.takes_releases]
    alerts = [one.name for one in found if one.takes_alerts]
    if figures:
        yield ok(f"releases go to {', '.join(figures)}")
    else:
        yield warn("releases go nowhere: add a table [publishing.destinations.NAME]")
    if alerts:
        yield ok(f"cases are told to {', '.join(alerts)}")
    else:
        yield warn("nobody hears of urgent answers: let a destination take alerts, such as smtp")


def _address(settings: Settings) -> Iterator[Finding]:
    url = settings.server.public_url
    if is_here(url):
        yield ok(f"{url} is this machine")
        return
    if url.startswith("https://"):
        yield ok(url)
    else:
        yield fail(f"server.public_url is {url}: answers would travel in the clear; use https")
    if not settings.operator_token.get_secret_value():
        yield fail(
            "behind a proxy every call seems to come from this machine, so /metrics is open to "
            "all: set operator_token"
        )
