"""Reading what somebody filled into the fields of a form."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from gateway.core.plain_text import one_line, plain
from gateway.core.question_set import DETAILS, QuestionSet, Step
from gateway.core.response import HELPERS, ROLES

Fields = Mapping[str, str]

#: These alone say nothing.
_NO_ANSWERS = ("role", "helper", "contact")
_LONGEST_DETAIL = 120
_FEWEST_DIGITS = 5
SCORES = {str(score): score for score in range(11)}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in the field `name`, or, when it is about the `whole` form, where to go on: the
    name of the text that says so, and what to fill into it."""

    name: str
    text: str
    values: Mapping[str, object] = field(default_factory=dict)
    whole: bool = False


@dataclass(frozen=True, slots=True)
class FilledForm:
    """What a form holds. `details` is empty unless the person asked to be contacted; `problems`
    come in the order of the questions."""

    score: int | None = None
    answers: Mapping[str, int] = field(default_factory=dict)
    comment: str = ""
    role: str = ""
    helper: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_form(question_set: QuestionSet, fields: Fields, *, may_contact: bool) -> FilledForm:
    """What the fields say to the questions of a set; fields that it does not know are passed over.

    Nothing has to be answered, but something: an empty form is a problem too.
    """
    steps = [step for step in question_set.steps if may_contact or step.kind != "contact"]
    problems = tuple(problem for step in steps for problem in _PROBLEMS[step.kind](step, fields))
    filled = FilledForm(
        score=_score(steps, fields),
        answers=dict(_answers(steps, fields)),
        comment="\n".join(filter(None, (plain(_given(s, fields)) for s in _of(steps, "text")))),
        role=question_set.role or _one_of(ROLES, steps, "role", fields),
        helper=_one_of(HELPERS, steps, "helper", fields),
        details=dict(_details(steps, fields)),
        problems=problems,
    )
    if not problems and _is_empty(filled):
        asked = next(step.name for step in steps if step.kind not in _NO_ANSWERS)
        return FilledForm(problems=(Problem(asked, "form.error.empty", whole=True),))
    return filled


def _is_empty(filled: FilledForm) -> bool:
    return not (filled.answers or filled.comment or filled.details) and filled.score is None


def _of(steps: list[Step], *kinds: str) -> Iterator[Step]:
    return (step for step in steps if step.kind in kinds)


def _given(step: Step, fields: Fields) -> str:
    return fields.get(step.name, "")


def _score(steps: list[Step], fields: Fields) -> int | None:
    return next((SCORES.get(_given(step, fields)) for step in _of(steps, "nps")), None)


def _answers(steps: list[Step], fields: Fields) -> Iterator[tuple[str, int]]:
    for step in _of(steps, "statement", "smiley", "choice"):
        options = {str(option): option for option in step.options}
        if (given := _given(step, fields)) in options:
            yield step.name, options[given]


def _one_of(known: tuple[str, ...], steps: list[Step], kind: str, fields: Fields) -> str:
    given = next((_given(step, fields) for step in _of(steps, kind)), "")
    return given if given in known else ""


def _details(steps: list[Step], fields: Fields) -> Iterator[tuple[str, str]]:
    for step in _of(steps, "contact"):
        if _given(step, fields):
            for name in DETAILS:
                if value := one_line(fields.get(f"{step.name}-{name}", "")):
                    yield name, value


def _wrong_option(step: Step, fields: Fields) -> Iterator[Problem]:
    if (given := _given(step, fields)) and given not in _allowed(step):
        yield Problem(step.name, "form.error.option")


def _allowed(step: Step) -> tuple[str, ...]:
    fixed = {"nps": tuple(SCORES), "role": ROLES, "helper": HELPERS}
    return fixed.get(step.kind) or tuple(map(str, step.options))


def _too_long(step: Step, fields: Fields) -> Iterator[Problem]:
    length = len(plain(_given(step, fields)))
    if length > step.limit:
        yield Problem(step.name, "form.error.long", {"length": length, "limit": step.limit})


def _wrong_contact(step: Step, fields: Fields) -> Iterator[Problem]:
    name, phone, email = (one_line(fields.get(f"{step.name}-{detail}", "")) for detail in DETAILS)
    if not _given(step, fields):
        if phone or email:
            yield Problem(step.name, "form.error.wish")
        return
    if not (phone or email):
        yield Problem(f"{step.name}-phone", "form.error.reach")
    if phone and sum(map(str.isdecimal, phone)) < _FEWEST_DIGITS:
        yield Problem(f"{step.name}-phone", "form.error.phone")
    if email and not _is_address(email):
        yield Problem(f"{step.name}-email", "form.error.email")
    for detail, value in zip(DETAILS, (name, phone, email), strict=True):
        if len(value) > _LONGEST_DETAIL:
            values = {"length": len(value), "limit": _LONGEST_DETAIL}
            yield Problem(f"{step.name}-{detail}", "form.error.long", values)


def _is_address(email: str) -> bool:
    person, at, host = email.rpartition("@")
    return bool(person and at and "." in host.strip(".")) and " " not in email


_PROBLEMS: Mapping[str, Callable[[Step, Fields], Iterator[Problem]]] = {
    "role": _wrong_option,
    "nps": _wrong_option,
    "statement": _wrong_option,
    "smiley": _wrong_option,
    "choice": _wrong_option,
    "helper": _wrong_option,
    "text": _too_long,
    "contact": _wrong_contact,
}
