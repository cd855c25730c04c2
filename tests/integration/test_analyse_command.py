"""`korva analyse` with the bundled model, as somebody types it."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gateway.cli import main

HEADER = "Yksikkö;NPS;Palaute\r\n"
GOOD = "Todella ystävällinen ja ammattitaitoinen hoitaja, kiitos! Puh 040 123 4567"
BAD = "Jonotin puhelimessa neljä tuntia eikä kukaan vastannut"
URGENT = "En jaksa enää elää, haluan kuolla"
ROWS = [
    *(f"Päivystys;2;{BAD} {at}" for at in range(30)),
    *(f"Neuvola;10;{GOOD} {at}" for at in range(30)),
    *("Saaristo;9;Hyvä", "Neuvola;9;", "Neuvola;1;-"),
    f"Päivystys;0;{URGENT}",
]


def analyse(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["analyse", str(folder / "export.csv"), *words])


def export(folder: Path, text: str) -> Path:
    path = folder / "export.csv"
    path.write_bytes(text.encode("cp1252"))
    return path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """A report with everything, made once; its folder, and what the command said."""
    folder = tmp_path_factory.mktemp("analysis")
    export(folder, HEADER + "\r\n".join(ROWS))
    out, labels = folder / "report.html", folder / "labels.csv"
    words = ["--out", str(out), "--labels", str(labels), "--examples", "2", "--language", "en"]
    return folder, analyse(folder, "--text", "palaute", "--group", "yksikkö", *words)


def page(made: tuple[Path, Result]) -> str:
    return (made[0] / "report.html").read_text("utf-8")


def labels(made: tuple[Path, Result]) -> list[dict[str, str]]:
    with (made[0] / "labels.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_report_is_written_and_named(made: tuple[Path, Result]) -> None:
    assert made[1].exit_code == 0, made[1].output
    assert made[1].stdout == f"62 comments: {made[0] / 'report.html'}\n"


def test_groups_are_shown_and_small_ones_are_not(made: tuple[Path, Result]) -> None:
    assert "Päivystys" in page(made)
    assert "Saaristo" not in page(made)


def test_examples_are_redacted(made: tuple[Path, Result]) -> None:
    assert "[puhelin]" in page(made)
    assert "123 4567" not in page(made)


def test_urgent_rows_are_named_to_who_runs_it_but_not_in_the_report(
    made: tuple[Path, Result],
) -> None:
    assert "may be urgent: rows" in made[1].stderr
    assert " 65" in made[1].stderr
    assert "haluan kuolla" not in page(made)


def test_each_row_with_words_has_its_labels_and_none_of_the_words(
    made: tuple[Path, Result],
) -> None:
    found = {int(each["row"]): each for each in labels(made)}
    assert set(found) == set(range(2, 66)) - {63, 64}
    assert found[2]["sentiment"] == "negative"
    assert found[32]["sentiment"] == "positive"
    assert found[65]["urgent"] == "1"
    assert "hoitaja" not in (made[0] / "labels.csv").read_text("utf-8-sig")


def test_rows_without_words_are_told_of(made: tuple[Path, Result]) -> None:
    assert "2 rows had no words" in page(made)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--text", "Avoin"], "there is no column 'Avoin'"),
        ([], "say which column has the comments: --text 'Palaute'"),
        (["--text", "NPS"], "has no words in any of its 64 rows"),
        (["--text", "Palaute", "--group", "Alue"], "there is no column 'Alue'"),
        (["--text", "Palaute", "--encoding", "utf-8"], "can't be read as utf-8"),
        (["--text", "Palaute", "--k", "4"], "threshold 4 is too low"),
        (["--text", "Palaute", "--model", "/nowhere"], "no such model folder"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    tmp_path: Path, words: list[str], told: str
) -> None:
    export(tmp_path, HEADER + "\r\n".join(ROWS))
    result = analyse(tmp_path, *words)
    assert result.exit_code in (1, 2)
    assert told in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["export.csv"]


def test_a_place_that_can_not_be_written_is_told_before_anything_is_read(tmp_path: Path) -> None:
    export(tmp_path, "Palaute\r\nHyvä\r\n")
    result = analyse(tmp_path, "--out", str(tmp_path / "none" / "report.html"))
    assert result.exit_code == 2
    assert "report.html can't be written" in result.stderr


def test_the_export_is_never_written_over(tmp_path: Path) -> None:
    path = export(tmp_path, "Palaute\r\nHyvä\r\n")
    result = analyse(tmp_path, "--labels", str(path))
    assert result.exit_code == 2
    assert path.read_bytes() == "Palaute\r\nHyvä\r\n".encode("cp1252")


def test_a_wrong_column_is_told_without_loading_the_model(tmp_path: Path) -> None:
    export(tmp_path, HEADER + "\r\n".join(ROWS))
    code = (
        "import sys; from gateway.cli.analyse import command\n"
        "try: command(['export.csv', '--text', 'x'])\n"
        "finally: print([name for name in ('torch', 'transformers') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == "[]\n"
