"""The same words answer different questions differently."""

import pytest

from gateway.core.reading import read


@pytest.mark.parametrize("text", ["ei", "Ei kiitos", "nej", "nej tack", "no", "No thanks"])
def test_a_bare_no_opts_out_of_the_score_and_only_ends_the_comment(text: str) -> None:
    assert read(text).stop
    ending = read(text, "comment")
    assert (ending.kind, ending.comment, ending.stop) == ("comment", "", False)


@pytest.mark.parametrize("text", ["STOP", "älkää lähettäkö näitä viestejä", "ta bort mitt nummer"])
def test_an_explicit_request_stops_at_every_step(text: str) -> None:
    assert read(text, "comment").stop


@pytest.mark.parametrize("text", ["8-9", "en osaa sanoa", "melkein kymppi", "7 tai 8"])
def test_nothing_is_ambiguous_at_the_comment(text: str) -> None:
    reading = read(text, "comment")
    assert (reading.kind, reading.comment) == ("comment", text)


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("täysin samaa mieltä", 5),
        ("samaa", 4),
        ("Ei samaa eikä eri mieltä", 3),
        ("jokseenkin eri mieltä", 2),
        ("taysin eri mielta", 1),
        ("helt av samma åsikt", 5),
        ("Strongly agree", 5),
        ("disagree", 2),
        ("4", 4),
        ("viisi", 5),
        ("4/5", 4),
    ],
)
def test_a_statement_is_answered_in_numbers_or_words(text: str, option: int) -> None:
    reading = read(text, "statement")
    assert (reading.kind, reading.score) == ("score", option)


@pytest.mark.parametrize("text", ["en osaa sanoa", "0", "6", "10", "3-4", "vet ej"])
def test_a_statement_outside_its_options_is_asked_again(text: str) -> None:
    assert read(text, "statement").kind == "ambiguous"


def test_words_of_agreement_answer_statements_only() -> None:
    assert read("täysin samaa mieltä").score is None


def test_a_choice_runs_over_the_options_it_is_given() -> None:
    assert read("3", "choice", range(1, 4)).score == 3
    assert read("4", "choice", range(1, 4)).kind == "ambiguous"


def test_the_scale_tells_a_score_from_a_fraction() -> None:
    assert read("4/5", "choice", range(1, 6)).score == 4
    assert read("4/5").kind == "ambiguous"
