"""`korva demo`: see it work, with nothing to set up."""

import asyncio
import tempfile
from contextlib import suppress
from pathlib import Path

import click
from rich.console import Console

from gateway.cli.session import run
from gateway.demo.play import play
from gateway.demo.stage import Stage, serving


@click.command("demo")
@click.option("--people", default=420, show_default=True, help="How many visits to ask about.")
@click.option("--seed", default=7, show_default=True, help="Who the people are.")
@click.option("--serve", is_flag=True, help="Leave the server running at the end.")
@click.option("--picture", type=click.Path(path_type=Path), help="Save what was shown, as SVG.")
def command(people: int, seed: int, serve: bool, picture: Path | None) -> None:
    """Show people's texts arrive, be understood, counted and forwarded."""
    console = Console(record=picture is not None, width=None if picture is None else 118)
    with tempfile.TemporaryDirectory(prefix="korva-demo-") as folder:
        stage = run(play(console, Path(folder), people, seed))
        if picture:
            console.save_svg(str(picture), title="make demo")
        if serve:
            with suppress(KeyboardInterrupt):
                run(_stay(stage, console))


async def _stay(stage: Stage, console: Console) -> None:
    async with serving(stage):
        console.print(f"Serving on {stage.url}, files in {stage.folder}. Ctrl-C ends it.")
        await asyncio.Event().wait()
