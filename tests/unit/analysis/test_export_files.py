"""Exports of survey systems, with every separator and encoding that is about."""

from pathlib import Path

import pytest

from gateway.analysis.export import find_column, group_column, lay_out, text_column
from gateway.analysis.files import read
from gateway.core.errors import InputError
from tests.unit.analysis.workbooks import xlsx

ROWS = [["Yksikkö", "Avoin palaute"], ["Päivystys", "Hyvä, kiitos; ääni"], ["Neuvola", "Jono"]]
ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")


def text(delimiter: str, *, ends: str = "\r\n") -> str:
    return ends.join(delimiter.join(f'"{cell}"' for cell in row) for row in ROWS) + ends


def saved(folder: Path, raw: bytes | str) -> Path:
    path = folder / "export.csv"
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return path


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_the_separator_and_the_encoding_are_found_out(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    export = read(saved(tmp_path, text(delimiter).encode(encoding)))
    assert [list(export.columns), *export.rows] == ROWS


def test_a_named_encoding_is_believed(tmp_path: Path) -> None:
    path = saved(tmp_path, "Palaute\r\nhyvä\r\n".encode("cp850"))
    assert read(path, "cp850").rows == [["hyvä"]]


def test_a_wrong_encoding_is_named_with_others_to_try(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"can't be read as utf-8.*cp1252"):
        read(saved(tmp_path, text(";").encode("cp1252")), "utf-8")


def test_an_unknown_encoding_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="unknown encoding 'finnish'"):
        read(saved(tmp_path, text(";")), "finnish")


def test_a_cell_may_run_over_several_lines(tmp_path: Path) -> None:
    export = read(saved(tmp_path, 'Yksikkö;Palaute\nA;"hyvä\nja nopea"\nB;ok\n'))
    assert export.cells("Palaute") == ["hyvä\nja nopea", "ok"]


def test_rows_are_counted_as_a_spreadsheet_counts_them(tmp_path: Path) -> None:
    export = read(saved(tmp_path, 'Palaute\n\n"a\nb"\n\nc\n'))
    assert export.numbers == [3, 5]


def test_the_line_that_tells_excel_the_separator_is_no_header(tmp_path: Path) -> None:
    export = read(saved(tmp_path, "sep=;\nYksikkö;Palaute\nA;hyvä\n"))
    assert export.columns == ["Yksikkö", "Palaute"]


def test_a_single_column_with_commas_in_its_texts_stays_one(tmp_path: Path) -> None:
    export = read(saved(tmp_path, "Mitä haluat sanoa, kerro\nHyvä hoito\nkiitos\njono\n"))
    assert export.cells("Mitä haluat sanoa, kerro") == ["Hyvä hoito", "kiitos", "jono"]


def test_a_quote_inside_a_word_is_taken_as_it_is(tmp_path: Path) -> None:
    export = read(saved(tmp_path, 'a;b\n1;sanoi "heippa" vaan\n2;"hyvä" palvelu\n'))
    assert export.cells("b")[0] == 'sanoi "heippa" vaan'


def test_a_quote_without_its_pair_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="quote in it has no pair"):
        read(saved(tmp_path, 'a;b\n1;"hyvä\n2;huono\n'))


def test_a_row_longer_than_the_header_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="row 3 has 3 cells, the header 2"):
        read(saved(tmp_path, "a;b\n1;2\n1;2;3\n4;5\n"))


def test_a_row_shorter_than_the_header_ends_in_empty_cells(tmp_path: Path) -> None:
    assert read(saved(tmp_path, "a;b\n1\n2;3\n4;5\n")).cells("b") == ["", "3", "5"]


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "it is empty"),
        (b" \n\n", "it is empty"),
        (b"Palaute\n", "there are no rows in it"),
        (b"%PDF-1.7\x00\x01\x02\x03", "it holds no text"),
        (b"PK\x03\x04 broken", "damaged or no workbook"),
        (ENCRYPTED, "locked by a password"),
        (xlsx(Taulu=[]), "there are no rows in it"),
    ],
)
def test_what_can_not_be_read_is_told_with_the_file(tmp_path: Path, raw: bytes, told: str) -> None:
    path = saved(tmp_path, raw)
    with pytest.raises(InputError, match=told) as raised:
        read(path)
    assert str(raised.value).startswith(str(path))


def test_a_workbook_is_read_whatever_its_name(tmp_path: Path) -> None:
    export = read(saved(tmp_path, xlsx(Taulu1=ROWS)))
    assert [list(export.columns), *export.rows] == ROWS


def test_the_numbers_of_a_workbook_look_as_people_wrote_them(tmp_path: Path) -> None:
    export = read(saved(tmp_path, xlsx(Taulu1=[["NPS", "x"], [9, 1.5]])))
    assert export.rows == [["9", "1.5"]]


def test_the_first_sheet_with_rows_is_read_where_none_is_named(tmp_path: Path) -> None:
    assert read(saved(tmp_path, xlsx(Tyhjä=[], Data=ROWS))).cells("Yksikkö")[0] == "Päivystys"


def test_a_sheet_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no sheet 'X'; there are 'Data'"):
        read(saved(tmp_path, xlsx(Data=ROWS)), sheet="X")


def test_a_column_is_found_whatever_its_capitals() -> None:
    assert find_column(lay_out(ROWS), " avoin PALAUTE") == "Avoin palaute"


def test_an_unknown_column_is_told_with_the_likely_one_and_all_others() -> None:
    with pytest.raises(InputError, match="did you mean 'Yksikkö'") as raised:
        find_column(lay_out(ROWS), "Yksiköt")
    assert "Columns: 'Yksikkö', 'Avoin palaute'" in str(raised.value)


def test_without_a_column_named_the_one_with_the_words_is_proposed() -> None:
    with pytest.raises(InputError, match="--text 'Avoin palaute'"):
        text_column(lay_out(ROWS))


def test_the_only_column_needs_no_name() -> None:
    assert text_column(lay_out([["Palaute"], ["hyvä"]])) == "Palaute"


def test_columns_of_one_name_are_told_apart() -> None:
    assert lay_out([["a", "a", ""], ["1", "2", ""]]).columns == ["a", "a (2)"]


def test_a_column_that_differs_in_every_row_is_no_grouping() -> None:
    rows = [["Aika"], *([str(at)] for at in range(301))]
    with pytest.raises(InputError, match="301 different values"):
        group_column(lay_out(rows), "aika")
