"""The model: it loads, and reads a comment."""

import time
from collections.abc import AsyncIterator

from gateway.cli.checks import Finding, Installation, fail, ok
from gateway.reader import ReaderDied, open_reader

_COMMENT = "Hoitaja kuunteli rauhassa, mutta jono oli pitkä."


async def check(installation: Installation) -> AsyncIterator[Finding]:
    """Starts a process as the server does. Raises `ModelUnusable`."""
    settings = installation.settings.classifier
    if not settings.processes:
        yield ok("not run on this machine (classifier.processes = 0)")
        return
    began = time.perf_counter()
    try:
        async with open_reader(settings) as reader:
            loaded = time.perf_counter()
            await reader.label([_COMMENT])
            read = time.perf_counter()
    except ReaderDied as error:
        yield fail(f"{error}: is there enough memory? See the lines above")
        return
    yield ok(
        f"{reader.model_version} loads in {loaded - began:.1f} s, "
        f"reads a comment in {(read - loaded) * 1000:.0f} ms"
    )
