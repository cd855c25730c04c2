"""`korva drift`: whether the reader still says of comments what it used to say."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import click

from gateway.analysis import drift
from gateway.analysis.labelled import Labelled
from gateway.analysis.statistics import Share
from gateway.cli.session import open_session, run
from gateway.core import periods
from gateway.core.errors import InputError
from gateway.core.periods import Period
from gateway.settings import HELSINKI
from gateway.store import labelled

if TYPE_CHECKING:
    from rich.table import Table

_Compared = tuple[drift.Mix, drift.Mix, list[drift.Aspect]]
_STYLES = {
    "shifted much": "bold red",
    "shifted": "bold yellow",
    "alike": "green",
    "too few to compare": "dim",
}


@click.command("drift")
@click.option("--month", help="The month that is compared: 2026-11; the last one that is over.")
@click.option(
    "--before",
    type=click.IntRange(1, 60),
    default=6,
    show_default=True,
    help="How many months before it are compared with.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def command(month: str | None, before: int, as_json: bool) -> None:
    """Compare what the labels of a month say with those of the months before."""
    this = _month(month)
    months = _before(this, before)
    compared, k = run(_compare(this, months))
    if as_json:
        click.echo(json.dumps(_document(this, months, compared, k), ensure_ascii=False))
    else:
        _print(this, months, compared, k)


def _month(written: str | None) -> Period:
    if written is None:
        first = datetime.now(HELSINKI).date().replace(day=1)
        return periods.period_of(first - timedelta(days=1), "month")
    try:
        found = periods.parse(written)
    except InputError as error:
        raise click.BadParameter(str(error), param_hint="--month") from error
    if found.length != "month":
        raise click.BadParameter(f"{written} is a {found.length}", param_hint="--month")
    return found


def _before(month: Period, count: int) -> list[Period]:
    """The months before it, oldest first."""
    found: list[Period] = []
    for _ in range(count):
        month = periods.period_of(month.first_day - timedelta(days=1), "month")
        found.insert(0, month)
    return found


async def _compare(month: Period, months: Sequence[Period]) -> tuple[_Compared, int]:
    async with open_session() as session:
        read = session.database.read
        now = drift.mix(_labelled(await read(labelled.between, month.first_day, month.last_day)))
        before = drift.Mix()
        for each in months:
            rows = await read(labelled.between, each.first_day, each.last_day)
            before.add(drift.mix(_labelled(rows)))
        k = session.settings.publishing.smallest_group
    return (now, before, drift.compare(now, before, k)), k


def _labelled(rows: Iterable[Mapping[str, Any]]) -> Iterator[Labelled]:
    for row in rows:
        topics = tuple((topic, polarity) for topic, polarity, _ in row["topics"])
        yield Labelled(**{**row, "topics": topics})


def _document(month: Period, months: Sequence[Period], compared: _Compared, k: int) -> Any:
    now, before, aspects = compared
    return {
        "month": month.id,
        "before": [each.id for each in months],
        "smallest_group": k,
        "comments": {"now": now.comments, "before": before.comments},
        "models": {"now": dict(now.models), "before": dict(before.models)},
        "model_changed": drift.model_changed(now, before),
        "aspects": [asdict(each) for each in aspects],
    }


def _print(month: Period, months: Sequence[Period], compared: _Compared, k: int) -> None:
    from rich.console import Console

    now, before, aspects = compared
    console = Console()
    console.print(
        f"[bold]{month.id}[/] ({now.comments} labelled comments) beside "
        f"{months[0].id} to {months[-1].id} ({before.comments})"
    )
    for line in _models(month, now, before):
        console.print(line)
    if not now.comments or not before.comments:
        console.print("There is nothing to compare.")
        return
    console.print(_table(month, aspects))
    console.print(
        "Shares in % with 95 % Wilson intervals. chi-square: Pearson, p over all comparisons "
        f"(Bonferroni) under {drift.CHANCE}; PSI from 0.10 shifted, from 0.25 shifted much "
        f"(Siddiqi 2006). Classes of fewer than {k}, and what would tell them, are hidden (·).",
        style="dim",
    )


def _models(month: Period, now: drift.Mix, before: drift.Mix) -> Iterator[str]:
    for name, mix in ((month.id, now), ("before", before)):
        told = ", ".join(f"{model} ({count})" for model, count in mix.models.most_common())
        yield f"  model in {name}: {told or 'none'}"
    if drift.model_changed(now, before):
        yield (
            "[bold yellow]The labels are of several model versions:[/] a shift may be the model's, "
            "not people's. `korva relabel` first, then compare again; language and length do not "
            "depend on the model."
        )


def _table(month: Period, aspects: Sequence[drift.Aspect]) -> "Table":
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for title in ("", "", month.id, "before"):
        table.add_column(title, justify="left" if not title else "right", no_wrap=True)
    for title in ("PSI", "p"):
        table.add_column(title, justify="right")
    for aspect in aspects:
        named = (f"[bold]{aspect.name}[/]", f"[{_STYLES[aspect.verdict]}]{aspect.verdict}[/]")
        lines = ((line.name, _share(line.now), _share(line.before)) for line in aspect.lines)
        for name, line, told in zip_longest(named, lines, [_told(aspect)]):
            table.add_row(name, *(line or ("", "", "")), *(told or ("", "")))
    return table


def _told(aspect: drift.Aspect) -> tuple[str, str]:
    if aspect.difference is None:
        return "", ""
    return f"{aspect.difference.psi:.2f}", f"{aspect.difference.p:.2g}"


def _share(share: Share | None) -> str:
    if share is None:
        return "·"
    return f"{100 * share.value:.1f} ({100 * share.low:.0f}-{100 * share.high:.0f})"
