"""`korva analyse`: a report on the comments in an export of any survey system."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gateway.analysis import examples, labelling
from gateway.analysis.export import Export, find_column, group_column, text_column
from gateway.analysis.files import read
from gateway.analysis.labelled import Labelled
from gateway.analysis.report import Report, render
from gateway.analysis.tabulation import tabulate
from gateway.cli.session import reported
from gateway.cli.tables import write_table
from gateway.core.errors import InputError, ModelUnusable
from gateway.core.suppression import check_threshold
from gateway.durable import written
from gateway.settings import HELSINKI

if TYPE_CHECKING:
    from classifiers.labels import Label
    from classifiers.transformer import Transformer

_PATH = click.Path(dir_okay=False, path_type=Path)
_ROWS_NAMED = 50
_LABELS = (
    *("row", "sentiment", "confidence", "unsure", "topics", "intent", "urgent", "language"),
    "model_version",
)


@dataclass(frozen=True, slots=True)
class _Wish:
    """How the report is to be."""

    language: str
    examples: int
    k: int
    model: str | None


@dataclass(frozen=True, slots=True)
class _Given:
    """The comments: the row of the file, the group and the redacted text of each."""

    rows: Sequence[int]
    groups: Sequence[str]
    texts: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Read:
    """The comments with what the model said of each, and what is counted of it."""

    given: _Given
    labels: "Sequence[Label]"
    counted: Sequence[Labelled]

    @property
    def urgent(self) -> list[int]:
        """The places of those that a person must look at."""
        return [at for at, one in enumerate(self.counted) if one.urgent]


@click.command("analyse")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--text", help="The column with the comments; may be left out where it is the only.")
@click.option("--group", help="A column to compare by, such as the unit.")
@click.option("--out", type=_PATH, help="The report; FILE with .html at the end when left out.")
@click.option("--labels", "labels_out", type=_PATH, help="Write each row's labels here as CSV.")
@click.option(
    "--examples",
    "most_examples",
    type=click.IntRange(0, 20),
    default=0,
    help="So many redacted comments for each topic, to be read by you before you share it.",
)
@click.option("--language", type=click.Choice(("fi", "sv", "en")), default="fi", show_default=True)
@click.option("--k", default=5, show_default=True, help="The smallest group told of; 5 or more.")
@click.option("--encoding", help="How a CSV was written; found out when left out.")
@click.option("--sheet", help="The sheet of a workbook; the first with rows when left out.")
@click.option("--model", help="Folder or cached name of a model; the bundled one when left out.")
def command(
    file: Path,
    text: str | None,
    group: str | None,
    out: Path | None,
    labels_out: Path | None,
    most_examples: int,
    language: str,
    k: int,
    encoding: str | None,
    sheet: str | None,
    model: str | None,
) -> None:
    """Read the comments in FILE, a CSV or XLSX of any survey system, and write a report.

    Everything happens on this machine. Names, addresses, identity codes and numbers are hidden
    before the comments are read, figures of fewer than five comments in the report.
    """
    out = out or file.with_suffix(".html")
    with reported():
        wish = _Wish(language, most_examples, check_threshold(k), model)
        export = read(file, encoding, sheet)
        column = find_column(export, text) if text else text_column(export)
        by = group_column(export, group) if group else None
        with _kept(file, out, 0o644) as page, _kept(file, labels_out, 0o600) as table:
            found = _label(_given(export, column, by), wish)
            report = _report(found, wish, file.name, column, by, len(export.rows))
            page.write_text(render(report, language), encoding="utf-8")
            if labels_out:
                write_table(table, _LABELS, _lines(found))
    _tell(found, out)


@contextmanager
def _kept(source: Path, path: Path | None, mode: int) -> Iterator[Path]:
    """Where to write what becomes `path` when all is done; that it can be is seen to before the
    reading, which takes minutes."""
    if path is None:
        yield Path()
        return
    if path.resolve() == source.resolve():
        raise InputError(f"{path} is the file that is read; give another name to write to")
    try:
        with written(path, mode) as unfinished:
            yield unfinished
    except OSError as error:
        raise InputError(f"{path} can't be written: {error.strerror}") from error


def _given(export: Export, column: str, by: str | None) -> _Given:
    """The comments that have words; redacted, before anything else is done with them."""
    texts = labelling.prepare(export.cells(column))
    groups = export.cells(by) if by else [""] * len(texts)
    filled = [at for at, text in enumerate(texts) if text]
    if not filled:
        raise InputError(f"column {column!r} has no words in any of its {len(texts)} rows")
    return _Given(
        rows=[export.numbers[at] for at in filled],
        groups=[groups[at] for at in filled],
        texts=[texts[at] for at in filled],
    )


def _label(given: _Given, wish: _Wish) -> _Read:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = ("comments", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=len(given.texts))
        reader = _load(wish.model)
        labels = labelling.label(given.texts, reader.read, lambda n: bar.advance(task, n))
    counted = [
        labelling.counted(text, said) for text, said in zip(given.texts, labels, strict=True)
    ]
    return _Read(given, labels, counted)


def _load(model: str | None) -> "Transformer":
    # torch takes seconds to import; `--help` and a wrong column must not wait for it.
    from classifiers.errors import ClassifierError
    from classifiers.transformer import BUNDLED, Transformer

    try:
        return Transformer.load(model or BUNDLED)
    except ClassifierError as error:
        raise ModelUnusable(str(error)) from error


def _report(found: _Read, wish: _Wish, file: str, column: str, by: str | None, rows: int) -> Report:
    given = found.given
    table = tabulate(list(zip(given.groups, found.counted, strict=True)), wish.k)
    chosen = examples.choose(
        given.texts, found.labels, frozenset(found.urgent), table, wish.examples
    )
    return Report(
        file=file,
        column=column,
        group=by,
        made=datetime.now(HELSINKI).date(),
        tabulation=table,
        examples=chosen,
        empty=rows - len(given.texts),
        k=wish.k,
        model=found.labels[0].model_version,
    )


def _lines(found: _Read) -> Iterator[tuple[object, ...]]:
    for row, said, one in zip(found.given.rows, found.labels, found.counted, strict=True):
        topics = " ".join(f"{topic}:{polarity}" for topic, polarity in one.topics)
        yield (
            *(row, said.sentiment, f"{said.confidence:.2f}", int(said.unsure), topics),
            *(said.intent, int(one.urgent), one.language, said.model_version),
        )


def _tell(found: _Read, out: Path) -> None:
    click.echo(f"{len(found.labels)} comments: {out}")
    if urgent := [found.given.rows[at] for at in found.urgent]:
        named = ", ".join(map(str, urgent[:_ROWS_NAMED]))
        more = f" and {len(urgent) - _ROWS_NAMED} more" if len(urgent) > _ROWS_NAMED else ""
        click.echo(f"Read now, {len(urgent)} may be urgent: rows {named}{more}", err=True)
