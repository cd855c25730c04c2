"""Texts to practise on."""

from classifiers.comments import Comment
from classifiers.training import practice
from classifiers.training.lexicon import Term

COMMENTS = [
    Comment("a", "Hoitaja ihana, jono kauhea.", "fi", "mixed"),
    Comment("b", "Tack för hjälpen!", "sv", "positive"),
]
TERMS = [Term("parkkipaikka", "fi", "facilities", None)]
RAW = ["Eilen satoi lunta koko päivän.", "x" * 500]
PLAN = practice.Plan(composed=200, raw=5)


def made(seed: int = 0) -> list[str]:
    return practice.texts(COMMENTS, TERMS, RAW, PLAN, seed)


def test_they_are_composed_ones_then_short_raw_ones_then_every_term() -> None:
    texts = made()
    assert len(texts) == PLAN.composed + 2
    assert texts[PLAN.composed :] == [RAW[0], "parkkipaikka"]


def test_a_text_is_put_together_of_fragments_of_one_language() -> None:
    assert not [each for each in made() if "hoitaja" in each.lower() and "tack" in each.lower()]


def test_fragments_of_several_comments_meet() -> None:
    assert [each for each in made() if "parkkipaikka" in each and "jono" in each]


def test_they_depend_on_the_seed_alone() -> None:
    assert made() == made()
    assert made() != made(1)
