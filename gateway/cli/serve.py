"""`korva serve`: the gateway itself."""

import asyncio
from collections.abc import Sequence

import click
import uvloop

from gateway.app import serve
from gateway.cli.session import reported
from gateway.logs import configure_logs
from gateway.settings import read_settings


@click.command("serve")
@click.option(
    "--only",
    multiple=True,
    metavar="WORKER",
    help="Run just this worker and answer no HTTP: classify, send, aggregate, deliver ...",
)
def command(only: Sequence[str]) -> None:
    """Serve until stopped: take messages, send, label, count and forward."""
    with reported():
        settings = read_settings()
        configure_logs(settings.log_level)
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(serve(settings, only))
