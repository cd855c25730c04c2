"""What people fill in is read, and what can't be is said where it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.filled_form import FilledForm, read_form
from gateway.core.plain_text import one_line, plain
from gateway.questions import load_question_sets

ADULT = load_question_sets()["adult.v1"]
CHILD = load_question_sets()["child.v1"]
CLOSE = load_question_sets()["close.v1"]


def filled(**fields: str) -> FilledForm:
    named = {name.replace("_", "-"): value for name, value in fields.items()}
    return read_form(ADULT, named, may_contact=True)


def problems(form: FilledForm) -> list[tuple[str, str]]:
    return [(problem.name, problem.text) for problem in form.problems]


def test_everything_that_was_answered_is_read() -> None:
    form = filled(
        nps="10", got_help="4", useful="0", words=" Hyvä! ", role="client", helper="staff"
    )
    assert form == FilledForm(
        score=10,
        answers={"got-help": 4, "useful": 0},
        comment="Hyvä!",
        role="client",
        helper="staff",
    )


def test_nothing_has_to_be_answered_but_something() -> None:
    assert problems(filled(role="client", helper="alone")) == [("nps", "form.error.empty")]
    assert problems(filled(nps="0")) == []


@pytest.mark.parametrize("score", ["11", "-1", "9.5", "kymmenen", "١", " 5", "5 ", "0x5", "05"])
def test_a_score_that_is_none_is_a_problem_of_its_field(score: str) -> None:
    assert problems(filled(nps=score)) == [("nps", "form.error.option")]


@pytest.mark.parametrize(
    ("field", "value"),
    [("got_help", "6"), ("got_help", "yes"), ("role", "boss"), ("helper", "nobody")],
)
def test_an_option_that_was_not_offered_is_a_problem(field: str, value: str) -> None:
    name = field.replace("_", "-")
    assert problems(filled(nps="5", **{field: value})) == [(name, "form.error.option")]


def test_children_are_offered_three_of_the_five_steps() -> None:
    wrong = read_form(CHILD, {"child-kind": "4"}, may_contact=True)
    assert problems(wrong) == [("child-kind", "form.error.option")]


def test_a_smiley_is_no_score() -> None:
    form = read_form(CHILD, {"child-kind": "5"}, may_contact=True)
    assert (form.score, dict(form.answers)) == (None, {"child-kind": 5})


def test_the_close_persons_form_needs_no_question_who_answers() -> None:
    form = read_form(CLOSE, {"nps": "7", "role": "client"}, may_contact=True)
    assert form.role == "close"


def test_unknown_fields_are_passed_over() -> None:
    assert filled(nps="5", admin="1", unit_id="x") == filled(nps="5")


def test_a_text_that_is_too_long_is_not_cut() -> None:
    (problem,) = filled(words="ä" * 2001).problems
    assert (problem.text, dict(problem.values)) == (
        "form.error.long",
        {"length": 2001, "limit": 2000},
    )


def test_line_ends_count_once_as_in_the_browser() -> None:
    assert problems(filled(words="a\r\n" * 1000)) == []


def test_contact_details_are_read_only_with_the_wish() -> None:
    form = filled(contact="yes", contact_phone=" 040  123 4567 ", contact_name="Aino")
    assert form.details == {"name": "Aino", "phone": "040 123 4567"}


def test_details_without_the_wish_are_asked_about() -> None:
    assert problems(filled(nps="5", contact_email="a@b.fi")) == [("contact", "form.error.wish")]


@pytest.mark.parametrize(
    ("details", "problem"),
    [
        ({}, ("contact-phone", "form.error.reach")),
        ({"contact_name": "Aino"}, ("contact-phone", "form.error.reach")),
        ({"contact_phone": "1234"}, ("contact-phone", "form.error.phone")),
        ({"contact_email": "aino"}, ("contact-email", "form.error.email")),
        ({"contact_email": "a b@c.fi"}, ("contact-email", "form.error.email")),
        ({"contact_email": "a@localhost"}, ("contact-email", "form.error.email")),
        ({"contact_phone": "1" * 121}, ("contact-phone", "form.error.long")),
    ],
)
def test_a_wish_that_can_not_be_fulfilled_is_a_problem(
    details: dict[str, str], problem: tuple[str, str]
) -> None:
    assert problems(filled(contact="yes", **details)) == [problem]


def test_where_nobody_looks_after_cases_no_contact_is_read() -> None:
    form = read_form(ADULT, {"nps": "5", "contact": "yes"}, may_contact=False)
    assert (form.details, form.problems) == ({}, ())


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\x00b\x07c", "abc"),
        ("nurin \u202eniruN\u202c", "nurin niruN"),
        ("a\u2066b\u2069", "ab"),
        ("a\tb\u2028c", "a b c"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("ä", "ä"),
        ("👩‍⚕️ kiitos", "👩‍⚕️ kiitos"),
        ("مرحبا\u200f!", "مرحبا\u200f!"),
        ("\ufefftag\U000e0041", "tag"),
    ],
)
def test_what_can_not_be_seen_is_left_out(raw: str, shown: str) -> None:
    assert plain(raw) == shown


@given(st.text())
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert "\n" not in one_line(text)


names = st.sampled_from(["nps", "got-help", "words", "role", "helper", "contact", "contact-phone"])
values = st.text(max_size=30) | st.sampled_from(["0", "5", "10", "client", "yes", "0401234567"])


@given(st.dictionaries(names, values))
def test_whatever_is_sent_is_either_read_or_has_a_problem(fields: dict[str, str]) -> None:
    form = read_form(ADULT, fields, may_contact=True)
    assert form.problems or form.answers or form.comment or form.details or form.score is not None
