"""`korva print`: touchpoints as things that people hold."""

import asyncio
import secrets
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click

from gateway.cli.cases import actor
from gateway.cli.session import Session, open_session, reported, run
from gateway.cli.tables import print_table, write_table
from gateway.core.codes import RANDOM_BITS, normalise
from gateway.core.errors import InputError
from gateway.printing import codes, drawing, kinds, ordering, people
from gateway.printing.codes import Drawn
from gateway.printing.drawing import Reach
from gateway.printing.landing import land, landing, targets
from gateway.printing.look import look, number
from gateway.printing.ordering import Order, Source
from gateway.printing.people import People
from gateway.printing.wanted import languages
from gateway.questions import load_question_sets, newest_question_set
from gateway.settings import Settings
from gateway.store.touchpoints import Run
from print_assets import designs, sheet
from print_assets.checks.checking import check
from print_assets.design import Product
from print_assets.problem import CannotPrintError
from print_assets.rendering import Job

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
#: A smaller run is done before a bar could be read.
_WORTH_A_BAR = 20


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is to be printed, how it looks, where it goes; `new` is what new codes are stored as."""

    source: Source
    product: Product
    out: Path
    theme: Path | None
    sheet: str | None
    start: int
    new: Run


@click.command("print")
@click.argument("design", required=False)
@click.option("--unit", default="", help="Make new codes that lead to the unit with this id.")
@click.option("--count", type=click.IntRange(1, 10_000), help="How many; 1 when left out.")
@click.option("--touchpoints", "batch", help="The codes of this print run that are not retired.")
@click.option("--csv", type=_FILE, help="A list of people or places, from Excel as it comes.")
@click.option("--only", default="", help="Of these, the one with this code: a reprint.")
@click.option("--out", type=click.Path(path_type=Path), help="A file, or a folder for several.")
@click.option("--product", type=click.Choice([one.value for one in Product]), default="accessible")
@click.option("--language", default="fi", show_default=True, help="One, or two: fi+sv.")
@click.option("--theme", type=_FILE, help="The county's look; from the settings when left out.")
@click.option("--sheet", "on_sheet", help="A sheet of labels to print on; --list names them.")
@click.option("--start", default=1, show_default=True, help="The sheet's first free label.")
@click.option("--name", default="", help="The name of a new batch; else the day and a number.")
@click.option("--note", default="", help="What those who look after new codes should know.")
@click.option("--set", "question_set", default="", help="What new codes ask; else as fits DESIGN.")
@click.option("--list", "listing", is_flag=True, help="Print the designs with their sizes as CSV.")
@click.option("--check", "checked", type=_FILE, multiple=True, help="Check a PDF printed earlier.")
@actor
def command(
    design: str | None,
    unit: str,
    count: int | None,
    batch: str | None,
    csv: Path | None,
    only: str,
    out: Path | None,
    product: str,
    language: str,
    theme: Path | None,
    on_sheet: str | None,
    start: int,
    name: str,
    note: str,
    question_set: str,
    listing: bool,
    checked: tuple[Path, ...],
    actor: str,
) -> None:
    """Print touchpoints as badges, cards, stickers, forms and walls: PDF, PNG or SVG.

    Give --unit for new codes, --touchpoints for codes that there are, or --csv for a list. Columns
    of a list: given_name, surname, role, team, contact (role_sv and so on for the second
    language), language, code, unit; in Finnish and Swedish too. A row without a code gets a new
    one, and the list with its codes is written beside the print. Everything is checked before a
    file appears; what is wrong is listed, and nothing is left behind.
    """
    if listing or checked:
        _list() if listing else _check(checked)
        return
    if design is None or out is None:
        raise click.UsageError("name a DESIGN (`korva print --list`) and where to write it: --out")
    _check_source(unit, count, batch, csv, only)
    with reported(), _told():
        chosen = designs.named(design)
        asked = question_set or kinds.question_set(chosen.name)
        newest_question_set(load_question_sets(), asked)
        source = Source(
            *(chosen, languages(language), unit, count or 1, batch or "", csv, _code(only))
        )
    new = Run(unit, kinds.kind(chosen.name), source.count, name[:40], note[:200], asked)
    run(_print(_Wish(source, Product(product), out, theme, on_sheet, start, new), actor))


def _check_source(
    unit: str, count: int | None, batch: str | None, csv: Path | None, only: str
) -> None:
    if (batch is not None and (unit or csv)) or not (unit or csv or batch):
        raise click.UsageError("give --unit, --touchpoints or --csv (--csv may have --unit too)")
    if count and (csv or batch):
        raise click.UsageError("--count goes with --unit alone")
    if only and not (csv or batch):
        raise click.UsageError("--only goes with --touchpoints or --csv")


def _code(typed: str) -> str:
    code = normalise(typed) if typed else ""
    if code is None:
        raise InputError(f"{typed!r} is mistyped: a code has seven signs, the last one checks them")
    return code


def _list() -> None:
    rows = (
        (
            *(one.name, one.title("en"), f"{one.width:g}", f"{one.height:g}"),
            *(" ".join(sheet.fitting(one)), " ".join(one.needs), " ".join(one.offers)),
        )
        for one in designs.known().values()
    )
    print_table(("design", "title", "width", "height", "sheets", "needs", "may have"), rows)


def _check(files: Sequence[Path]) -> None:
    wrong = False
    for file in files:
        found = check(file.read_bytes())
        wrong = wrong or bool(found)
        for problem in found:
            click.echo(f"{file}: {problem}", err=True)
        if not found:
            click.echo(f"{file}: nothing wrong")
    if wrong:
        raise click.exceptions.Exit(1)


async def _print(wish: _Wish, actor: str) -> None:
    async with open_session() as session:
        with _told():
            order = await ordering.order(session.database, wish.source)
            random = partial(secrets.randbits, RANDOM_BITS)
            drawn = await session.database.read(codes.draw, order.wanted, random)
            job = _job(session.settings, wish, order, drawn)
            if order.problems:
                found = await asyncio.to_thread(drawing.check, job)
                raise CannotPrintError([*order.problems, *found])
            await _write(session, wish, order, drawn, job, actor)


def _job(settings: Settings, wish: _Wish, order: Order, drawn: Drawn) -> drawing.Run:
    public = settings.server.public_url
    if "//127.0.0.1" in public or "//localhost" in public:
        click.echo(f"server.public_url is {public}: set it before printing for others", err=True)
    if order.left_out:
        click.echo(f"{order.left_out} retired codes are left out", err=True)
    items = drawing.items(drawn.wanted, order.units, public, number(settings))
    on = sheet.named(wish.sheet) if wish.sheet else None
    job = Job(wish.source.design, items, look(settings, wish.theme), on, wish.start)
    return drawing.Run(job, wish.product)


async def _write(
    session: Session, wish: _Wish, order: Order, drawn: Drawn, job: drawing.Run, actor: str
) -> None:
    paths = targets(wish.out, wish.source.design.name, job.suffix, drawing.names(job))
    folder = paths[0].parent
    with landing(folder) as unfinished:
        with _progress(job.pages) as reach:
            inside = [unfinished / path.name for path in paths]
            await asyncio.to_thread(drawing.draw, job, inside, reach)
        if order.people and drawn.numbers:
            _write_list(unfinished, paths[0], order.people, drawn)
        batch = ""
        if drawn.numbers:
            now = datetime.now(UTC)
            batch = await session.writer.run(lambda c: codes.keep(c, drawn, wish.new, actor, now))
        land(unfinished, folder)
    where = paths[0] if len(paths) == 1 else f"{len(paths)} files in {folder}"
    click.echo(f"{len(job.job.items)} printed: {where}" + (f", batch {batch}" if batch else ""))


def _write_list(folder: Path, printed: Path, listed: People, drawn: Drawn) -> None:
    """Whose code is whose stands nowhere else: without it no badge could be printed again."""
    path = folder / f"{printed.stem}-codes.csv"
    path.touch(0o600)
    write_table(path, *people.with_codes(listed.export, drawn.wanted))


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except CannotPrintError as error:
        raise InputError(str(error)) from error


@contextmanager
def _progress(pages: int) -> Iterator[Reach]:
    """A bar for a run of `pages` where somebody watches; call what it yields with those done."""
    # Late: rich is slow to import, and most commands do without.
    from rich.console import Console
    from rich.progress import Progress

    hidden = pages < _WORTH_A_BAR or not sys.stderr.isatty()
    with Progress(console=Console(stderr=True), transient=True, disable=hidden) as progress:
        task = progress.add_task("pages", total=pages)
        yield lambda page: progress.update(task, completed=page)
