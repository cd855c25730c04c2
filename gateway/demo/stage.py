"""Setting the stage: settings, units, visits, and a server in a folder of its own."""

import asyncio
import csv
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from random import Random

import aiohttp

from gateway.core.errors import KorvaError
from gateway.settings import FILE_VARIABLE, HELSINKI, PREFIX

#: Not secret: both ends are on this machine, and live as long as the demonstration.
SECRET = "demonstration-only"  # noqa: S105
#: How many of the demonstration's visits were where; few enough at one unit to be hidden.
_VISITS = {
    "keskusta": 26,
    "ranta": 18,
    "paivystys": 22,
    "osasto": 9,
    "hammas": 12,
    "kotihoito": 9,
    "jalkautuva": 2,
    "paihde": 2,
}
_LANGUAGES = {"fi": 80, "sv": 12, "en": 8}
_READY_S = 60


@dataclass(frozen=True, slots=True)
class Stage:
    """The folder of a demonstration, and where its server and its operator listen."""

    folder: Path
    port: int
    operator_port: int
    visit_day: datetime

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def period(self) -> str:
        return f"{self.visit_day:%Y-%m}"

    @property
    def releases(self) -> Path:
        return self.folder / "releases"

    @property
    def environment(self) -> Mapping[str, str]:
        """The environment of its commands: none of the caller's own settings get in."""
        own = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
        return own | {FILE_VARIABLE: str(self.folder / "korva.toml")}

    async def run(self, *arguments: str) -> str:
        """Run a korva command in it; its output. Raises `KorvaError` with what went wrong."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "gateway", *arguments),
            env=self.environment,
            cwd=self.folder,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        out, err = await process.communicate()
        if process.returncode:
            raise KorvaError(f"korva {' '.join(arguments)}: {err.decode() or out.decode()}")
        return out.decode()


def set_stage(folder: Path, port: int, operator_port: int) -> Stage:
    """Write the settings and units of a demonstration into `folder`."""
    yesterday = datetime.now(UTC).astimezone(HELSINKI) - timedelta(days=1)
    stage = Stage(folder, port, operator_port, yesterday)
    stage.releases.mkdir(parents=True, exist_ok=True)
    (folder / "korva.toml").write_text(_SETTINGS.format(stage=stage, secret=SECRET), "utf-8")
    (folder / "units.csv").write_bytes((files(__package__) / "units.csv").read_bytes())
    return stage


def write_visits(stage: Stage, people: int, random: Random) -> Mapping[str, str]:
    """Write `people` visits of yesterday to visits.csv; each number's language."""
    numbers = random.sample(range(1_000_000, 9_999_999), people)
    languages = random.choices(list(_LANGUAGES), list(_LANGUAGES.values()), k=people)
    units = random.choices(list(_VISITS), list(_VISITS.values()), k=people)
    rows = [
        {
            "number": f"+35840{number}",
            "unit": unit,
            "visited_at": f"{stage.visit_day:%Y-%m-%d}T{random.randrange(8, 20):02}:15",
            "language": language,
            "age": random.randrange(18, 95),
        }
        for number, language, unit in zip(numbers, languages, units, strict=True)
    ]
    with (stage.folder / "visits.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return {str(row["number"]): str(row["language"]) for row in rows}


@asynccontextmanager
async def serving(stage: Stage) -> AsyncIterator[None]:
    """The gateway, running as a process of its own until the block ends."""
    with (stage.folder / "korva.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "gateway", "serve"),
            env=stage.environment,
            cwd=stage.folder,
            stdout=log,
            stderr=log,
        )
        try:
            await _wait_until_ready(stage, process)
            yield
        finally:
            if process.returncode is None:
                process.terminate()
            await process.wait()


async def _wait_until_ready(stage: Stage, process: asyncio.subprocess.Process) -> None:
    async with aiohttp.ClientSession() as session, asyncio.timeout(_READY_S):
        while True:
            if process.returncode is not None:
                log = (stage.folder / "korva.log").read_text("utf-8")
                raise KorvaError(f"the gateway did not start:\n{log}")
            try:
                async with session.get(f"{stage.url}/health/live") as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientError:
                await asyncio.sleep(0.1)


_SETTINGS = """\
database_url = "sqlite:///{stage.folder}/korva.sqlite"
keys_file = "{stage.folder}/korva.keys"

[county]
name = "Esimerkin hyvinvointialue"
short_name = "Esimerkki"

[server]
port = {stage.port}
public_url = "{stage.url}"

# A demonstration at any hour of any day: a real county keeps the defaults.
[asking]
delay_days = 0
not_before = "00:00"
quiet_until = "00:00"
quiet_from = "23:59:59"
on_holidays = true

[sms]
provider = "kannel"
sender = "18100"
rate = 200

[sms.providers.kannel]
secret = "{secret}"
sendsms_url = "http://127.0.0.1:{stage.operator_port}/cgi-bin/sendsms"
username = "korva"
password = "korva"

[publishing.destinations.files]
type = "files"
directory = "{stage.releases}"
"""
