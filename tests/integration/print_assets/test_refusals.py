"""Bad input: everything that is wrong at once, and nothing half done."""

from dataclasses import replace
from pathlib import Path

import pytest

from print_assets import designs, printing, sheet
from print_assets.design import Product
from print_assets.item import Item
from print_assets.problem import CannotPrintError
from print_assets.rendering import Job
from print_assets.theme import Theme
from tests.integration.print_assets import reading
from tests.integration.print_assets.samples import COUNTY, item, job

BADGE = designs.named("staff-badge")
LONG = "Maximiliana-Wilhelmiina " * 3 + "von Schwartzenberg-Näkkäläjärvi"


def refused(asked: Job, product: Product = Product.ACCESSIBLE) -> list[str]:
    with pytest.raises(CannotPrintError) as refusal:
        printing.pdf(asked, product)
    return [str(problem) for problem in refusal.value.problems]


def test_names_that_do_not_fit_are_listed_by_row_with_what_to_do() -> None:
    rows = [
        item("staff-badge", place="row 2"),
        item("staff-badge", place="row 3", given_name=LONG),
        item("staff-badge", place="row 4", surname="Q" * 80),
    ]
    said = refused(Job(BADGE, rows, COUNTY))
    assert [problem.partition(":")[0] for problem in said] == ["row 3", "row 4"]
    assert "given_name" in said[0]
    assert "does not fit in the smallest type allowed" in said[0]
    assert "shorten it or choose a larger design" in said[0]


def test_a_long_name_is_made_smaller_before_it_is_refused() -> None:
    assert printing.pdf(job("staff-badge", given_name="Anna-Maria Elisabeth"))


def test_a_double_name_is_broken_at_its_hyphen() -> None:
    made = printing.pdf(job("staff-badge", surname="von Schwartzenberg-Näkkäläjärvi"))
    assert "Schwartzenberg" in reading.text(made)


def test_letters_that_cannot_be_printed_are_named() -> None:
    rows = [
        item("staff-badge", place="row 2", given_name="Aino 😀"),
        item("staff-badge", place="row 3", given_name="Li", surname="李"),
        item("staff-badge", place="row 4", given_name="محمد"),
    ]
    said = refused(Job(BADGE, rows, COUNTY))
    assert "U+1F600 GRINNING FACE" in said[0]
    assert "U+674E CJK UNIFIED IDEOGRAPH-674E" in said[1]
    assert "U+0645 ARABIC LETTER MEEM" in said[2]
    assert all("write it in Latin, Greek or Cyrillic letters" in problem for problem in said)


def test_all_that_is_wrong_is_said_at_once() -> None:
    wrong = Item("7K3-QX", "ftp://example.fi/x", ("fi", "fi"), sms_number="call me", place="row 2")
    said = "\n".join(refused(Job(BADGE, [wrong], Theme(main="#ffcc00"))))
    for part in (
        "theme: white on main #ffcc00 has a contrast of 1.",
        "'7K3-QX' is no code",
        "'ftp://example.fi/x' is no web address that ends with the code",
        "'call me' is no number to text to",
        "languages fi, fi; give one, or two different ones",
        "staff-badge needs given_name",
    ):
        assert part in said


@pytest.mark.parametrize("name", ["Aino\nKoski", "Aino\u202eiksoK", "Ai\x00no"])
def test_control_characters_are_refused(name: str) -> None:
    (said,) = refused(job("staff-badge", given_name=name))
    assert "holds control characters" in said


def test_a_role_in_one_of_two_languages_only_may_be_left_out() -> None:
    texts = {"fi": {"role": "lähihoitaja"}, "sv": {}}
    assert printing.pdf(job("staff-badge", "fi", "sv", texts=texts))


def test_a_unit_may_change_a_text_within_what_fits() -> None:
    texts = {"fi": {"card.heading": "Miten kotihoito sujuu?"}}
    assert printing.pdf(job("feedback-card", texts=texts))


def test_a_text_that_a_unit_made_too_long_is_refused_with_its_name() -> None:
    texts = {"fi": {"card.lead": "Kerro meille kaikki. " * 15}}
    said = refused(job("feedback-card", texts=texts, place="row 2"))
    assert said
    assert all(problem.startswith("row 2, page 1: ") for problem in said)


def test_a_host_too_long_for_its_place_is_refused() -> None:
    host = "palaute.pohjois-karjalan-hyvinvointialueen-asiakaskokemus.example.fi"
    (said,) = refused(job("label", address=f"https://{host}/p/7K3QX9A"))
    assert "address" in said


def test_an_unknown_language_says_which_texts_are_missing() -> None:
    (said,) = refused(job("label", "se"))
    assert "add [texts.se] to the theme or choose of en, fi, sv" in said


@pytest.mark.parametrize("language", ["", "../../fi", "suomi ja ruotsi", "FI"])
def test_what_is_no_language_is_refused(language: str) -> None:
    assert any("is no language" in said for said in refused(job("label", language)))


def test_a_county_without_a_name_is_refused() -> None:
    (said,) = refused(job("label", theme=Theme(owner={})))
    assert said.startswith("theme: no owner")


def test_nothing_to_print_and_too_much_to_print_are_refused() -> None:
    assert "0 items" in refused(Job(BADGE, [], COUNTY))[0]
    many = [item("staff-badge")] * 2_001
    assert "2001 items, a file holds 1 to 2,000" in refused(Job(BADGE, many, COUNTY))[0]


def test_a_sheet_that_does_not_take_the_design_is_refused() -> None:
    (said,) = refused(replace(job("label"), sheet=sheet.named("85x55"), start=11))
    assert "no label 11 on 85x55; start from 1 to 10" in said
    (said,) = refused(replace(job("feedback-wall"), sheet=sheet.named("85x55")))
    assert "none, print single items" in said


def test_a_sheet_is_not_for_the_printing_house() -> None:
    (said,) = refused(replace(job("label"), sheet=sheet.named("70x42")), Product.PRINTER)
    assert "has no bleed" in said


def test_a_logo_that_typst_cannot_draw_is_refused() -> None:
    theme = replace(COUNTY, logo="<svg><g")
    (said,) = refused(job("feedback-card", theme=theme))
    assert "feedback-card: cannot be set" in said


def test_an_unknown_design_is_answered_with_those_there_are() -> None:
    with pytest.raises(CannotPrintError, match="unknown design 'bagde'; known: ambulance-sticker"):
        designs.named("bagde")


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    printing.write(tmp_path / "badge.pdf", b"whole")
    assert (tmp_path / "badge.pdf").read_bytes() == b"whole"
    assert [file.name for file in tmp_path.iterdir()] == ["badge.pdf"]


def test_a_folder_that_is_not_there_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(CannotPrintError, match=r"cannot be written .*; choose another folder"):
        printing.write(tmp_path / "none" / "badge.pdf", b"whole")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_a_folder_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "badge.pdf").mkdir()
    with pytest.raises(CannotPrintError, match="cannot be written"):
        printing.write(tmp_path / "badge.pdf", b"whole")
    assert [file.name for file in tmp_path.iterdir()] == ["badge.pdf"]
