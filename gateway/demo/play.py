"""The demonstration from the first text to the release."""

import asyncio
import csv
import json
import socket
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

from rich.console import Console
from rich.json import JSON
from rich.live import Live

from gateway.core.codes import grouped
from gateway.core.errors import KorvaError
from gateway.demo import show
from gateway.demo.stage import SECRET, Stage, serving, set_stage, write_visits
from gateway.simulation.operator import Operator
from gateway.simulation.people import Crowd
from gateway.store import glimpses
from gateway.store.database import Database, open_database

_EXCERPT_OF = "hammas"
_STRANGERS = 4
_LONGEST_S = 180
_NEWEST = 14
_GLANCE_S = 0.25


async def play(console: Console, folder: Path, people: int, seed: int) -> Stage:
    """Play it all in `folder`; the stage, its server stopped. Raises `KorvaError`."""
    random = Random(seed)
    stage = set_stage(folder, _free_port(), _free_port())
    write_visits(stage, people, random)
    crowd = Crowd(random)
    operator = Operator(stage.url, SECRET, crowd.hear, random)
    console.rule("Korva: the ear of a wellbeing services county")
    for command in (("keys", "create"), ("units", "import", "units.csv"), ("invite", "visits.csv")):
        console.print(f"$ korva {' '.join(command)}", style="bold")
        console.print("\n".join((await stage.run(*command)).strip().splitlines()[-4:]))
    code = await _print_code(stage, console)
    async with (
        operator.open(stage.operator_port),
        serving(stage),
        open_database(f"sqlite:///{folder}/korva.sqlite") as database,
    ):
        texts = asyncio.create_task(_text_unasked(operator, crowd, code))
        await _watch(console, database, operator)
        await texts
        payload = await _release(stage, console)
    _conclude(console, payload)
    return stage


async def _print_code(stage: Stage, console: Console) -> str:
    command = ("touchpoints", "create", "--unit", "jalkautuva", "--kind", "badge", "--count", "1")
    console.print(f"$ korva {' '.join(command)}", style="bold")
    (made,) = csv.DictReader((await stage.run(*command)).splitlines())
    code = made["code"]
    console.print(f"{grouped(code)}, on the badge of an outreach worker: a text can begin with it")
    return code


async def _text_unasked(operator: Operator, crowd: Crowd, code: str) -> None:
    """Some people write without having been asked, some of them with a printed code."""
    for _ in range(_STRANGERS):
        await operator.text(*crowd.unasked())
    for text in crowd.met():
        number, _ = crowd.unasked()
        await operator.text(number, f"{code.lower()} {text}")


async def _watch(console: Console, database: Database, operator: Operator) -> None:
    """Show what arrives until all is quiet: every message sent, every comment labelled."""
    async with asyncio.timeout(_LONGEST_S):
        with Live(console=console, refresh_per_second=4) as live:
            quiet = False
            while not quiet:
                busy = operator.busy
                totals = await database.read(glimpses.totals)
                newest = await database.read(glimpses.newest, _NEWEST)
                live.update(show.arrivals(newest, totals, operator.traffic))
                waiting = totals.get("messages queued", 0) + totals["unlabelled"]
                quiet = operator.traffic.to_phones > 0 and not waiting and not busy
                await asyncio.sleep(_GLANCE_S)


async def _release(stage: Stage, console: Console) -> Mapping[str, Any]:
    command = ("aggregate", "--close", stage.period, "--early")
    console.print(f"\n$ korva {' '.join(command)}", style="bold")
    console.print((await stage.run(*command)).strip())
    async with asyncio.timeout(_LONGEST_S):
        # Another process writes there: all that can be done is to look.
        while not (found := sorted(stage.releases.glob("*.json"))):  # noqa: ASYNC110
            await asyncio.sleep(_GLANCE_S)
    payload: Mapping[str, Any] = json.loads(found[-1].read_bytes())
    if payload["data"]["period"]["id"] != stage.period:
        raise KorvaError(f"the release is of {payload['data']['period']['id']}")
    return payload


def _conclude(console: Console, payload: Mapping[str, Any]) -> None:
    console.print(show.results(payload))
    console.print(show.topics(payload))
    console.print(show.hidden(payload))
    units = len(payload["data"]["units"])
    console.rule(f"What was forwarded, of one unit of {units} and over all channels")
    console.print(JSON.from_data(show.excerpt(payload, _EXCERPT_OF), indent=None))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
