"""What a screen reader finds in a printed file."""

import io

import pikepdf
import pytest

from print_assets import designs, printing
from print_assets.rendering import Job
from tests.integration.print_assets import reading
from tests.integration.print_assets.samples import COUNTY, item, job


def test_the_code_is_a_picture_with_words_in_its_place_within_a_link() -> None:
    tags = reading.tags(printing.pdf(job("feedback-card")))
    kinds = [tag.kind for tag in tags]
    (figure,) = [tag for tag in tags if tag.kind == "/Figure"]
    assert kinds[kinds.index("/Figure") - 1] in ("/Link", "/Div")
    assert figure.alt == (
        "QR-koodi, joka avaa palautelomakkeen."
        " Osoite palaute.keskiranta.fi/p, koodi 7K3\N{NO-BREAK SPACE}QX9\N{NO-BREAK SPACE}A."
    )


def test_the_link_opens_the_address() -> None:
    with pikepdf.open(io.BytesIO(printing.pdf(job("feedback-card")))) as file:
        opened = {str(link.A.URI) for link in file.pages[0].Annots}
    assert opened == {"https://palaute.keskiranta.fi/p/7K3QX9A"}


@pytest.mark.parametrize("order", [("fi", "sv"), ("sv", "fi"), ("en", "fi")])
def test_the_file_speaks_its_first_language_and_marks_the_other(order: tuple[str, str]) -> None:
    with pikepdf.open(io.BytesIO(printing.pdf(job("staff-badge", *order)))) as file:
        assert str(file.Root.Lang) == order[0]
        assert f"/Lang({order[1]})".encode() in file.pages[0].Contents.read_bytes()


def test_faces_are_described_and_pictures_beside_their_words_are_not_said_twice() -> None:
    tags = reading.tags(printing.pdf(job("visual-card")))
    said = [tag.alt for tag in tags if tag.kind == "/Figure"]
    assert said[:3] == ["Surulliset kasvot", "Vakavat kasvot", "Iloiset kasvot"]
    assert len(said) == 4


def test_a_form_is_read_in_the_order_in_which_it_is_filled() -> None:
    said = reading.text(printing.pdf(job("home-form-a4")))
    order = ["Kuka vastaa?", "Kuinka todennäköisesti", "Mitä haluat sanoa", "yhteyttä?", "kuorta."]
    places = [said.index(words) for words in order]
    assert places == sorted(places)


@pytest.mark.parametrize("design", ["staff-badge", "staff-badge-tall", "outreach-badge"])
def test_a_badge_is_read_from_the_name_to_the_code(design: str) -> None:
    kinds = [tag.kind for tag in reading.tags(printing.pdf(job(design, "fi", "sv")))]
    assert kinds.index("/H1") < kinds.index("/Figure")


def test_each_badge_of_a_run_begins_with_its_name() -> None:
    people = [item("staff-badge", code=f"7K3QX9{end}") for end in "ABC"]
    tags = reading.tags(printing.pdf(Job(designs.named("staff-badge"), people, COUNTY)))
    assert [tag.kind for tag in tags].count("/H1") == 3


def test_an_outreach_workers_surname_is_in_no_part_of_the_file() -> None:
    made = printing.pdf(job("outreach-badge", surname="Saijets"))
    with pikepdf.open(io.BytesIO(made)) as file:
        assert b"Saijets" not in file.Root.Metadata.read_bytes()
    assert "Áilu" in reading.text(made)
    assert "Saijets" not in reading.text(made)
