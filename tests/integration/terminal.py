"""`korva` as somebody types it."""

import asyncio

from click.testing import CliRunner, Result

from gateway.cli import main


async def korva(*words: str, given: str | None = None) -> Result:
    """Run a command in a thread, so that this loop can go on meanwhile."""
    return await asyncio.to_thread(CliRunner().invoke, main, words, input=given)
