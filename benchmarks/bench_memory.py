"""Resident memory of a gateway without a model, idle and after a few thousand answers."""

import subprocess
import sys
import tempfile
from pathlib import Path

import psutil
import uvloop

from benchmarks import load, table
from benchmarks.installation import QUIET, comments, people, scores
from benchmarks.sides import Side, gateway

ANSWERING = 2_000
BAR_MB = 120
HEAVY = ("torch", "transformers", "sqlalchemy", "aiohttp")


async def main() -> None:
    table.machine()
    asked = people(ANSWERING)
    with tempfile.TemporaryDirectory() as folder:
        async with gateway(Path(folder), QUIET | {"classifier.processes": "0"}, asked) as korva:
            idle = _resident_mb(korva)
            requests = [*scores(asked), *comments(asked)]
            result = await load.closed(korva.port, requests, 50)
            assert not result.refused, f"{result.refused} requests were refused"
            busy = _resident_mb(korva)
    rows = [("after its start", f"{idle:.0f}"), (f"after {len(requests)} texts", f"{busy:.0f}")]
    table.show("Resident memory of a gateway without a model, MB", ("", "MB"), rows)
    table.judge("resident memory, MB", max(idle, busy), BAR_MB)
    imported = _imported_by_help()
    print(f"korva --help imports of {', '.join(HEAVY)}: {', '.join(imported) or 'none'}")


def _resident_mb(side: Side) -> float:
    resident: int = psutil.Process(side.pid).memory_info().rss
    return resident / 1e6


def _imported_by_help() -> list[str]:
    """Which of the heavy packages `korva --help` imports."""
    code = (
        "import sys, contextlib, io\n"
        "from gateway.__main__ import main\n"
        "sys.argv = ['korva', '--help']\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):\n"
        "    main()\n"
        f"print(*(name for name in {HEAVY!r} if name in sys.modules))\n"
    )
    command = [sys.executable, "-c", code]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()


if __name__ == "__main__":
    uvloop.run(main())
