"""`korva simulate`: an operator with phones behind it, for trying a running gateway."""

import asyncio
from random import Random

import click

from gateway.cli.session import run
from gateway.core.errors import InputError
from gateway.simulation.operator import Operator, Traffic
from gateway.simulation.people import Crowd


@click.command("simulate")
@click.option("--url", default="http://127.0.0.1:8080", show_default=True, help="The gateway's.")
@click.option("--secret", required=True, help="Its sms.providers.kannel.secret.")
@click.option(
    "--listen",
    default=13013,
    show_default=True,
    help="Where sms.providers.kannel.sendsms_url points: http://127.0.0.1:PORT/cgi-bin/sendsms.",
)
@click.option("--seconds", default=60.0, show_default=True, help="How long to play.")
@click.option("--strangers", default=5, show_default=True, help="People who write unasked.")
@click.option("--seed", default=1, show_default=True, help="Who the people are.")
def command(url: str, secret: str, listen: int, seconds: float, strangers: int, seed: int) -> None:
    """Be the operator of a running gateway: deliver its texts, and answer them as people do.

    Speaks Kannel's dialect over HTTP. Answers come in Finnish, Swedish and English, with
    comments, opt-outs, nonsense, and the operator's own repeats.
    """
    random = Random(seed)
    crowd = Crowd(random)
    operator = Operator(url.rstrip("/"), secret, crowd.hear, random)
    traffic = run(_simulate(operator, crowd, listen, seconds, strangers))
    click.echo(
        f"{traffic.to_phones} texts to phones, {traffic.from_phones} from phones, "
        f"{traffic.repeats} repeated by the operator, {traffic.refused} refused at first"
    )


async def _simulate(
    operator: Operator, crowd: Crowd, port: int, seconds: float, strangers: int
) -> Traffic:
    async with operator.open(port):
        try:
            async with asyncio.timeout(seconds):
                for _ in range(strangers):
                    await operator.text(*crowd.unasked())
        except TimeoutError as error:
            raise InputError(
                f"no text was taken in {seconds:g} seconds: is the gateway running, and is --url "
                "where it listens?"
            ) from error
        await asyncio.sleep(seconds)
    return operator.traffic
