"""`korva evaluate`: how well a model reads labelled comments."""

from pathlib import Path

import click


@click.command("evaluate")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--model", help="Folder or cached name of a model; the bundled one when left out.")
@click.option("--baselines/--no-baselines", default=True, help="Compare with TF-IDF and majority.")
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the report here."
)
def command(file: Path, model: str | None, baselines: bool, output: Path | None) -> None:
    """Report on labelled comments in FILE (JSON lines as in classifiers/corpus)."""
    # torch and scikit-learn take seconds to import; `--help` must not wait for them.
    from classifiers import baselines as standing
    from classifiers import comments, evaluation
    from classifiers.errors import ClassifierError
    from classifiers.transformer import BUNDLED, Transformer

    try:
        measured = comments.read(file)
        readers: dict[str, standing.Reader] = {"the model": Transformer.load(model or BUNDLED).read}
        if baselines:
            train = comments.read_part("train")
            readers |= {"TF-IDF": standing.tfidf(train), "majority": standing.majority(train)}
    except ClassifierError as error:
        raise click.ClickException(str(error)) from error
    text = evaluation.report(measured, readers)
    if output:
        output.write_text(text, encoding="utf-8")
    else:
        click.echo(text)
