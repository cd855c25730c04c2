"""The checker of the corpus."""

from classifiers.comments import Comment
from classifiers.corpus_check import check, report


def comment(text: str, sentiment: str = "neutral") -> Comment:
    return Comment(text, text, "fi", sentiment, part="train")


# Each opens with a word of its own and shares no five letters in a row with another.
CLEAN = [comment(f"{letter * 7} {letter * 9}") for letter in "abcdefghijklmnopqrstuvwxyzåäö"]


def test_a_clean_corpus_has_no_findings() -> None:
    assert not check(CLEAN)


def test_near_copies_are_found_whatever_their_case_and_spaces() -> None:
    found = check(
        [*CLEAN, comment("Parkkipaikkaa ei löytynyt"), comment("parkkipaikkaa EI  löytynyt")]
    )
    assert [(one, other) for one, other, _ in found.copies] == [
        ("Parkkipaikkaa ei löytynyt", "parkkipaikkaa EI  löytynyt")
    ]


def test_comments_that_share_a_third_are_no_copies() -> None:
    found = check([comment("parkkipaikka oli täynnä"), comment("parkkipaikka löytyi heti läheltä")])
    assert not found.copies


def test_an_opening_used_three_times_in_a_small_corpus_is_found() -> None:
    openings = [
        comment(f"Kiitos kovasti {word}") for word in ("avusta", "lämmöstä", "huolenpidosta")
    ]
    assert check([*CLEAN, *openings]).openings == (("kiitos kovasti", 3),)


def test_a_label_out_of_the_taxonomy_is_found() -> None:
    assert check([*CLEAN, comment("sauna", "happy")]).faults == (("sauna", "sentiment happy"),)


def test_the_report_names_every_finding() -> None:
    corpus = [*CLEAN, comment("sauna", "happy")]
    assert "- sauna: sentiment happy" in report(corpus, check(corpus))
