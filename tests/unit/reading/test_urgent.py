"""Which texts a person must look at."""

import pytest

from gateway.core.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "Rintakipu alkoi taas",
        "rinnassa painaa ja oikea käsi puutuu",
        "en saa henkea",
        "hengitys on vaikeaa",
        "äiti on tajuton",
        "verta vuotaa eikä lopu",
        "haluaisin kuolla",
        "en jaksa enää elää",
        "aion tappaa itseni",
        "otin liikaa lääkkeitä",
        "hoitaja löi isää",
        "minua ahdisteltiin vastaanotolla",
        "mummo makasi lattialla aamuun asti",
        "annettiin väärää lääkettä",
        "Isä kaatui eikä kukaan tullut",
        "det gör ont i bröstet",
        "jag kan inte andas",
        "jag vill ta livet av mig",
        "personalen slog mamma",
        "vanvård",
        "my chest hurts",
        "I can’t breathe",
        "i want to kill myself",
        "she was abused by staff",
        "left without food all day",
    ],
)
def test_danger_and_harm_are_urgent(text: str) -> None:
    assert read(text).urgent
    assert read(text, "comment").urgent
    assert read("3. " + text).urgent


@pytest.mark.parametrize(
    "text",
    [
        "Rintakipuun sain apua nopeasti, kiitos",
        "sydänkohtauksen jälkeen hoito oli erinomaista",
        "I had chest pain and you helped me well",
        "Jag hade ont i bröstet och fick snabbt bra vård",
        "kipua ei ollut",
        "Verikoe sujui hyvin",
        "Rintasyöpäseulonta sujui hyvin",
        "Odotin kauan",
        "henkilökunta oli ystävällistä",
    ],
)
def test_praise_and_everyday_complaints_are_not(text: str) -> None:
    assert not read(text).urgent


def test_an_urgent_text_keeps_its_score() -> None:
    reading = read("0 rintakipu eikä kukaan uskonut")
    assert (reading.score, reading.urgent) == (0, True)


def test_an_acute_text_without_a_score_is_a_call_for_help() -> None:
    assert read("en saa henkeä").kind == "help"


def test_an_urgent_comment_is_kept_as_it_is() -> None:
    text = "Rintaan sattuu edelleen"
    reading = read(text, "comment")
    assert (reading.comment, reading.urgent) == (text, True)


def test_despair_is_not_taken_for_an_opt_out() -> None:
    reading = read("en halua enää elää")
    assert (reading.stop, reading.urgent) == (False, True)
