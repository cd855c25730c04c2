"""`korva invite`: ask about the visits in a file."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path

import click

from gateway.cli.session import Session, open_session, run
from gateway.cli.tables import open_table
from gateway.core.eligibility import Visit
from gateway.core.errors import InputError
from gateway.sms.invitations import Plan, Tally, book, make_plan
from gateway.sms.visits import COLUMNS, NEEDED, parse_visit
from gateway.store.database import Connection
from gateway.store.facts import check_pepper
from gateway.store.units import read_units
from gateway.texts import load_texts

#: One transaction, some tens of milliseconds: a server on the same SQLite file waits for it.
_AT_ONCE = 200
#: A smaller file is done before a bar could be read.
_WORTH_A_BAR = 5_000
_MOST_SHOWN = 20


@click.command("invite")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--source", default="file", show_default=True, help="Whose visits, if not said.")
def command(file: Path, source: str) -> None:
    """Plan the questions about the visits in FILE, a CSV with commas or semicolons.

    Columns: number, unit, visited_at (2026-03-02T14:30 in Finnish time, or with an offset),
    language; and if wanted source, key, age or age_band, own_number, municipality, service_type,
    permission, deceased, involuntary, non_disclosure, several_numbers. A visit that is known by
    its source and key is passed over, so a file can be given again. The exit status is 1 when a
    line can't be read or names an unknown unit.
    """
    if not run(_invite(file, source)):
        raise click.exceptions.Exit(1)


async def _invite(file: Path, source: str) -> bool:
    table, now = open_table(file, COLUMNS, NEEDED), datetime.now(UTC)
    async with open_session() as session:
        plan = await _prepare(session, now)
        problems, tally = Problems(), Tally()
        lines = table.parsed(lambda cells: parse_visit(cells, source, plan.vault.hash))
        with _progress(table.size) as reach:
            while chunk := list(islice(lines, _AT_ONCE)):
                visits = list(_readable(chunk, plan, problems))
                tally += await session.writer.run(partial(_book, plan, visits, now))
                reach(chunk[-1][0])
    _report(tally, problems)
    return problems.count == 0


async def _prepare(session: Session, now: datetime) -> Plan:
    vault = session.vault
    # With another pepper nobody on the stop list would be recognised.
    await session.writer.run(lambda c: check_pepper(c, vault.verifier()))
    units = await session.database.read(read_units)
    return make_plan(session.settings, vault, load_texts(session.settings.texts_dir), units, now)


def _book(plan: Plan, visits: Sequence[Visit], now: datetime, connection: Connection) -> Tally:
    return book(connection, plan, visits, now)


@dataclass(slots=True)
class Problems:
    """The lines that could not be used: how many, and the first of them."""

    count: int = 0
    first: list[str] = field(default_factory=list)

    def add(self, number: int, problem: object) -> None:
        """Note a line that could not be used."""
        self.count += 1
        if self.count <= _MOST_SHOWN:
            self.first.append(f"line {number}: {problem}")


def _readable(
    chunk: Iterable[tuple[int, Visit | InputError]], plan: Plan, problems: Problems
) -> Iterator[Visit]:
    for number, visit in chunk:
        if isinstance(visit, InputError):
            problems.add(number, visit)
            continue
        if visit.unit not in plan.units:
            # The cell is not shown: a number may have slipped into it.
            problems.add(
                number,
                "unit: it is unknown; bring it in with `korva units import`, then give this file "
                "again",
            )
        yield visit


@contextmanager
def _progress(size: int) -> Iterator[Callable[[int], None]]:
    """A bar for a file of `size` lines where somebody watches; call what it yields with the
    number of the line reached."""
    # Late: rich is slow to import, and most commands do without.
    from rich.console import Console
    from rich.progress import Progress

    hidden = size < _WORTH_A_BAR or not sys.stderr.isatty()
    with Progress(console=Console(stderr=True), transient=True, disable=hidden) as progress:
        task = progress.add_task("visits", total=size)
        yield lambda line: progress.update(task, completed=line)


def _report(tally: Tally, problems: Problems) -> None:
    for line in problems.first:
        click.echo(line, err=True)
    if problems.count > len(problems.first):
        click.echo(f"... and {problems.count - len(problems.first)} more lines", err=True)
    for name, count in _most_first(tally.visits):
        click.echo(f"{count:>8}  {name}")
    for reason, count in _most_first(tally.taken_back):
        click.echo(f"{count:>8}  planned earlier, now taken back: {reason}")


def _most_first(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
