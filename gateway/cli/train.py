"""`korva train`: make a model from the corpus, raw text and comments of one's own."""

from pathlib import Path

import click

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command("train")
@click.option("--output", required=True, type=click.Path(path_type=Path), help="The model folder.")
@click.option(
    "--work",
    type=click.Path(path_type=Path),
    default=Path("var/training"),
    show_default=True,
    help="Where finished steps are kept; run again to go on.",
)
@click.option("--raw", type=_FOLDER, help="Raw text (.txt, .txt.xz) to pre-train the body on.")
@click.option(
    "--pretraining",
    default=0,
    show_default=True,
    help="Word pieces of raw text to guess hidden ones in first; best on an accelerator.",
)
@click.option("--auxiliary", type=_FOLDER, help="Folder with FinnSentiment and XED.")
@click.option("--base", help="Fine-tune this Hugging Face encoder instead of a body of our own.")
@click.option(
    "--extra",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Labelled comments of your own, learnt from besides the corpus.",
)
@click.option("--seeds", default=2, show_default=True, help="Fine-tunings to choose from.")
@click.option("--threads", default=2, show_default=True, help="Threads that torch may use.")
@click.option(
    "--learning-curve",
    is_flag=True,
    help="Measure what a quarter, a half and all comments teach; print a table, make no model.",
)
def command(
    output: Path,
    work: Path,
    raw: Path | None,
    pretraining: int,
    auxiliary: Path | None,
    base: str | None,
    extra: Path | None,
    seeds: int,
    threads: int,
    learning_curve: bool,
) -> None:
    """Train a model and write it, with its model card, to the output folder."""
    # What these import takes seconds; `--help` must not wait for it.
    from classifiers import comments
    from classifiers.errors import ClassifierError
    from classifiers.training import curve, lexicon, pipeline
    from classifiers.training.inputs import Inputs
    from classifiers.training.pretraining import Plan

    try:
        inputs = Inputs(
            train=[*comments.read_part("train"), *(comments.read(extra) if extra else [])],
            dev=comments.read_part("dev"),
            measured=comments.read_part("test"),
            urgent=comments.read_part("urgent"),
            terms=lexicon.read(),
            work=work,
            raw=raw,
            auxiliary=auxiliary,
            base=base,
            pretraining=Plan(tokens=pretraining),
            seeds=seeds,
            threads=threads,
        )
        if learning_curve:
            click.echo(curve.measure(inputs, _progress))
        else:
            pipeline.train(inputs, output, _progress)
    except ClassifierError as error:
        raise click.ClickException(str(error)) from error


def _progress(line: str) -> None:
    click.echo(line, err=True)
