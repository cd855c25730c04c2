"""`korva print`: from units, batches and lists to checked files, and what is refused."""

import csv
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image

from gateway.core.codes import grouped
from gateway.store import touchpoints
from gateway.store.schema import touchpoint
from gateway.store.touchpoints import Run
from gateway.store.writer import Writer
from tests.integration.asking import NOW, add_units, install, rows
from tests.integration.terminal import korva

LIST = "Etunimi;Sukunimi;Nimike;Yksikkö\r\nÅsa;Öhman;lähihoitaja;acuta\r\nAnna;Koski;;tays\r\n"


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    return sqlite_url


@pytest.fixture(autouse=True)
async def installation(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, database_url: str, writer: Writer
) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    install(monkeypatch, folder, database_url)
    monkeypatch.setenv("KORVA_SERVER__PUBLIC_URL", "https://palaute.example.fi")
    monkeypatch.setenv("KORVA_COUNTY__NAME", "Keski-Rannan hyvinvointialue")
    await writer.run(add_units)


@pytest.fixture
def desk() -> Path:
    """The folder that commands are typed in."""
    return Path.cwd()


async def stored(writer: Writer) -> list[Mapping[str, object]]:
    return await writer.run(lambda c: rows(c, touchpoint))


async def made(writer: Writer, count: int = 1, unit: str = "tays") -> list[str]:
    numbers = iter(range(7, 7 + count))
    run = Run(unit, "badge", count, "autumn")
    _, codes = await writer.run(
        lambda c: touchpoints.create(c, run, lambda: next(numbers), "anna", NOW)
    )
    return codes


def words(path: Path) -> list[str]:
    """What stands on each page, with plain spaces."""
    document = pdfium.PdfDocument(path)
    try:
        pages = [document[at] for at in range(len(document))]
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pages]
    finally:
        document.close()


async def test_new_codes_are_printed_and_kept_as_one_batch(writer: Writer, desk: Path) -> None:
    result = await korva("print", "feedback-card", "--unit", "tays", "--count", "2", "--out", "c")

    kept = await stored(writer)
    assert result.exit_code == 0, result.output
    assert [(one["kind"], one["question_set"]) for one in kept] == [("card", "adult")] * 2
    assert f"batch {kept[0]['batch']}" in result.stdout
    assert len({one["batch"] for one in kept}) == 1
    pages = words(desk / "c" / "feedback-card.pdf")
    for one, page in zip(kept, pages, strict=True):
        assert grouped(str(one["code"])) in page


@pytest.mark.parametrize(
    ("design", "kind", "asked"),
    [
        ("child-card", "card", "child"),
        ("ambulance-sticker", "sticker", "ambulance"),
        ("home-form-a5", "letter", "home-care"),
    ],
)
async def test_a_new_code_asks_what_its_design_is_for(
    writer: Writer, desk: Path, design: str, kind: str, asked: str
) -> None:
    result = await korva("print", design, "--unit", "tays", "--out", "one.pdf")

    (kept,) = await stored(writer)
    assert result.exit_code == 0, result.output
    assert (kept["kind"], kept["question_set"]) == (kind, asked)


async def test_a_batch_is_printed_again_without_its_retired_codes(
    writer: Writer, desk: Path
) -> None:
    first, second, third = await made(writer, 3)
    await writer.run(lambda c: touchpoints.retire(c, second, "anna", NOW))

    result = await korva("print", "label", "--touchpoints", "autumn", "--out", "l.pdf")

    assert "1 retired codes are left out" in result.stderr
    pages = words(desk / "l.pdf")
    assert [grouped(first) in pages[0], grouped(third) in pages[1]] == [True, True]
    assert len(await stored(writer)) == 3


async def test_one_of_a_batch_is_reprinted_beside_the_batch(writer: Writer, desk: Path) -> None:
    _, second = await made(writer, 2)

    await korva("print", "label", "--touchpoints", "autumn", "--out", "out")
    typed = grouped(second).lower()
    await korva("print", "label", "--touchpoints", "autumn", "--only", typed, "--out", "out")

    assert [path.name for path in sorted((desk / "out").iterdir())] == [
        f"label-{second}.pdf",
        "label.pdf",
    ]
    assert len(words(desk / "out" / f"label-{second}.pdf")) == 1


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
async def test_a_list_is_read_as_excel_wrote_it(
    writer: Writer, desk: Path, encoding: str, separator: str
) -> None:
    (desk / "people.csv").write_bytes(LIST.replace(";", separator).encode(encoding))

    result = await korva("print", "staff-badge", "--csv", "people.csv", "--out", "badges.pdf")

    assert result.exit_code == 0, result.output
    first, second = words(desk / "badges.pdf")
    assert "Åsa" in first
    assert "Öhman" in first
    assert "lähihoitaja" in first
    assert "Anna" in second


async def test_a_list_comes_back_with_codes_that_reprint_one_badge(
    writer: Writer, desk: Path
) -> None:
    (desk / "people.csv").write_text(LIST, "utf-8")
    await korva("print", "staff-badge", "--csv", "people.csv", "--out", "badges.pdf")
    with (desk / "badges-codes.csv").open(encoding="utf-8-sig") as file:
        code = next(row["code"] for row in csv.DictReader(file) if row["Etunimi"] == "Anna")
    before = await stored(writer)

    result = await korva(
        *("print", "staff-badge", "--csv", "badges-codes.csv", "--only", code, "--out", "a.pdf")
    )

    assert result.exit_code == 0, result.output
    (page,) = words(desk / "a.pdf")
    assert "Anna" in page
    assert grouped(code) in page
    assert await stored(writer) == before
    assert (desk / "badges-codes.csv").stat().st_mode & 0o077 == 0


async def test_new_codes_of_a_list_lead_to_the_unit_of_their_row(
    writer: Writer, desk: Path
) -> None:
    (desk / "people.csv").write_text(LIST, "utf-8")

    await korva("print", "staff-badge", "--csv", "people.csv", "--out", "badges.pdf")

    listed = await writer.run(lambda c: touchpoints.listed(c))
    assert [(one.unit, one.kind) for one in listed] == [("acuta", "badge"), ("tays", "badge")]
    assert len({one.batch for one in listed}) == 1


async def test_all_that_is_wrong_with_a_list_is_told_at_once_and_nothing_is_left(
    writer: Writer, desk: Path
) -> None:
    (retired,) = await made(writer)
    await writer.run(lambda c: touchpoints.retire(c, retired, "anna", NOW))
    long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    rows_ = [
        "given_name;code;unit",
        "Anna;7K3QX9B;",
        "Anna;;nowhere",
        f"Anna;{retired};",
        "Anna;0000000;",
        ";;tays",
        "Anna \N{GRINNING FACE};;nowhere",
        f"{long};;tays",
        "Anna;;",
    ]
    (desk / "people.csv").write_text("\n".join(rows_), "utf-8")

    result = await korva("print", "staff-badge", "--csv", "people.csv", "--out", "new/badges.pdf")

    assert result.exit_code == 2
    for told in (
        "row 2: '7K3QX9B' is mistyped",
        "row 3: there is no unit 'nowhere'",
        f"row 4: touchpoint {retired} is retired for good",
        "row 5: there is no touchpoint 0000000",
        "row 6: staff-badge needs given_name",
        "U+1F600 GRINNING FACE",
        "row 8: given_name",
        "row 9: it has neither code nor unit",
    ):
        assert told in result.stderr
    assert [path.name for path in desk.iterdir()] == ["people.csv"]
    assert len(await stored(writer)) == 1


async def test_missing_and_unknown_columns_are_named_together(desk: Path) -> None:
    (desk / "people.csv").write_text("name;shoe\nAnna;38\n", "utf-8")

    result = await korva("print", "staff-badge", "--csv", "people.csv", "--out", "b.pdf")

    assert result.exit_code == 2
    assert "there is no column given_name" in result.stderr
    assert "there is no column code or unit" in result.stderr
    assert "column 'shoe' is unknown" in result.stderr


async def test_what_is_refused_in_the_drawing_makes_no_touchpoint(
    writer: Writer, desk: Path
) -> None:
    (desk / "theme.toml").write_text('main = "#ffff00"', "utf-8")

    result = await korva(
        *("print", "label", "--unit", "tays", "--out", "new/l.pdf", "--theme", "theme.toml")
    )

    assert result.exit_code == 2
    assert "take a darker shade" in result.stderr
    assert await stored(writer) == []
    assert not (desk / "new").exists()


async def test_a_folder_that_cannot_be_written_to_is_told_before_the_drawing(
    writer: Writer, desk: Path
) -> None:
    (desk / "file").write_text("")

    result = await korva("print", "label", "--unit", "tays", "--out", "file/sub")

    assert result.exit_code == 2
    assert "can't be written to: Not a directory" in result.stderr
    assert await stored(writer) == []


@pytest.mark.parametrize(
    ("sender", "unit", "shown"),
    [("18100", "tays", True), ("18100", "hatanpaa", False), ("Pirha", "tays", False)],
)
async def test_people_are_told_to_text_only_where_somebody_answers(
    monkeypatch: pytest.MonkeyPatch, desk: Path, sender: str, unit: str, shown: bool
) -> None:
    monkeypatch.setenv("KORVA_SMS__PROVIDER", "kannel")
    monkeypatch.setenv("KORVA_SMS__SENDER", sender)

    await korva("print", "feedback-card", "--unit", unit, "--out", "c.pdf")

    (page,) = words(desk / "c.pdf")
    assert ("tekstaa" in page) == shown


async def test_a_card_in_two_languages_gives_a_picture_of_each_side(
    writer: Writer, desk: Path
) -> None:
    await korva(
        *("print", "pocket-card", "--unit", "tays", "--out", "pictures"),
        *("--product", "png", "--language", "fi+sv"),
    )

    (kept,) = await stored(writer)
    files = sorted((desk / "pictures").iterdir())
    assert [path.name for path in files] == [
        f"pocket-card-{kept['code']}-fi.png",
        f"pocket-card-{kept['code']}-sv.png",
    ]
    with Image.open(files[0]) as picture:
        assert picture.size == pytest.approx((85 / 25.4 * 300, 55 / 25.4 * 300), abs=1)


async def test_a_sheet_starts_from_its_first_free_label(writer: Writer, desk: Path) -> None:
    await made(writer, 2)

    await korva(
        *("print", "label", "--touchpoints", "autumn", "--out", "sheet.pdf"),
        *("--sheet", "70x42", "--start", "21"),
    )

    assert len(words(desk / "sheet.pdf")) == 2


async def test_the_file_of_another_product_is_not_named_pdf(writer: Writer, desk: Path) -> None:
    result = await korva(
        *("print", "label", "--unit", "tays", "--out", "label.pdf", "--product", "svg")
    )

    assert result.exit_code == 2
    assert "label.pdf ends with .pdf, what is made is .svg" in result.stderr
    assert await stored(writer) == []


async def test_a_file_of_ours_is_checked_again(desk: Path) -> None:
    await korva("print", "label", "--unit", "tays", "--out", "label.pdf")
    with pikepdf.open(desk / "label.pdf") as file:
        file.pages.append(file.pages[0])
        file.save(desk / "longer.pdf")
    (desk / "notes.pdf").write_text("no PDF")

    good = await korva("print", "--check", "label.pdf")
    bad = await korva("print", "--check", "longer.pdf", "--check", "notes.pdf")

    assert (good.exit_code, good.stdout) == (0, "label.pdf: nothing wrong\n")
    assert bad.exit_code == 1
    assert "longer.pdf: file: has 2 pages, 1 are expected" in bad.stderr
    assert "notes.pdf: file: is no PDF that can be read" in bad.stderr


async def test_every_design_is_listed_with_its_size() -> None:
    result = await korva("print", "--list")

    listed = {row["design"]: row for row in csv.DictReader(result.stdout.splitlines())}
    assert len(listed) == 17
    assert (listed["staff-badge"]["width"], listed["staff-badge"]["height"]) == ("85", "55")
    assert listed["staff-badge"]["needs"] == "given_name"


@pytest.mark.parametrize(
    "given",
    [
        ["label", "--out", "x.pdf"],
        ["label", "--unit", "tays"],
        ["label", "--unit", "tays", "--touchpoints", "autumn", "--out", "x.pdf"],
        ["label", "--touchpoints", "autumn", "--count", "2", "--out", "x.pdf"],
        ["label", "--unit", "tays", "--only", "7K3QX9A", "--out", "x.pdf"],
        ["tattoo", "--unit", "tays", "--out", "x.pdf"],
        ["label", "--unit", "nowhere", "--out", "x.pdf"],
        ["label", "--touchpoints", "nowhere", "--out", "x.pdf"],
        ["label", "--unit", "tays", "--sheet", "wallpaper", "--out", "x.pdf"],
        ["label", "--unit", "tays", "--language", "fi+fi", "--out", "x.pdf"],
        ["label", "--unit", "tays", "--set", "adlut", "--out", "x.pdf"],
    ],
)
async def test_what_cannot_be_printed_is_refused(
    writer: Writer, desk: Path, given: list[str]
) -> None:
    result = await korva("print", *given)

    assert result.exit_code == 2
    assert await stored(writer) == []
    assert list(desk.iterdir()) == []
