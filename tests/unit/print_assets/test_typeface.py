"""The letters that can be printed."""

import pytest

from print_assets import typeface


@pytest.mark.parametrize(
    "text",
    [
        "Åke Öhman-Ääri",
        "Ráhkkanan davvisámegillii: áčđŋšŧž ÁČĐŊŠŦŽ",
        "Nguyễn Thị Hương",
        "Γιώργος Παπαδόπουλος",
        "Наталья Щукина",
        "„Zoë“ – O’Neill 1 000 €",
    ],
)
def test_names_of_people_who_live_here_can_be_printed(text: str) -> None:
    assert typeface.lacking(text) == []


def test_a_letter_that_is_lacking_is_named() -> None:
    assert typeface.lacking("Aino 😀") == ["U+1F600 GRINNING FACE"]
    assert typeface.lacking("李") == ["U+674E CJK UNIFIED IDEOGRAPH-674E"]


def test_the_heavier_weight_is_wider() -> None:
    regular, semibold = typeface.breadths("Marjaana")
    assert 3 < regular < semibold < 5
