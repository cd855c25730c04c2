"""Question sets: what a form or a kiosk asks, as versioned data."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from gateway.core.cells import CANNOT_SAY, STATEMENTS
from gateway.core.errors import SettingsError
from gateway.core.response import HELPERS, ROLES

StepKind = Literal["role", "nps", "statement", "smiley", "choice", "text", "helper", "contact"]
_KINDS: tuple[StepKind, ...] = get_args(StepKind)
#: Their answers are columns of their own: asked twice, one would be lost.
_ONCE: tuple[StepKind, ...] = ("role", "nps", "helper", "contact")
_SET_KEYS = frozenset(("name", "version", "title", "style", "role", "others", "steps"))
_STEP_KEYS = frozenset(("name", "kind", "ask", "hint", "scale", "options", "limit", "picture"))
#: What somebody can be reached by.
DETAILS = ("name", "phone", "email")
_STYLES = ("", "easy", "child")
#: What can stand beside a question, drawn by us.
_PICTURES = ("", "hands", "ear", "bulb", "pencil", "people", "talk", "phone")
_NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")
_STATEMENT_OPTIONS = (5, 4, 3, 2, 1, CANNOT_SAY)
_SMILEY_OPTIONS = (1, 2, 3, 4, 5)
_LIMIT, _MOST = 2000, 4000


@dataclass(frozen=True, slots=True)
class Step:
    """One question. `ask` and `hint` name its texts, `scale` is what the names of the texts of its
    `options` begin with. Statements and smileys go from 1 to 5, the best; 0 is "cannot say"."""

    name: str
    kind: StepKind
    ask: str
    hint: str = ""
    scale: str = ""
    options: tuple[int, ...] = ()
    limit: int = 0
    picture: str = ""

    @property
    def details(self) -> Sequence[str]:
        """The names of the fields that a contact step has beside its own."""
        return [f"{self.name}-{one}" for one in DETAILS] if self.kind == "contact" else []

    @property
    def texts(self) -> Sequence[str]:
        """The names of all its texts."""
        named = [self.ask, self.hint] if self.hint else [self.ask]
        if self.kind in ("role", "helper"):
            names = ROLES if self.kind == "role" else HELPERS
            return [*named, *(f"{self.scale}.{name}" for name in names)]
        return [*named, *(f"{self.scale}.{option}" for option in self.options)]


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A version of a question set. `role` is whose word all its answers are, where it does not
    ask; `others` are the sets that it offers instead; `style` is easy, child or nothing."""

    name: str
    version: int
    title: str
    steps: tuple[Step, ...]
    style: str = ""
    role: str = ""
    others: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return f"{self.name}.v{self.version}"

    @property
    def texts(self) -> Iterator[str]:
        """The names of all its texts."""
        yield self.title
        for step in self.steps:
            yield from step.texts


def parse_question_set(table: Mapping[str, Any], file: str) -> QuestionSet:
    """A question set from its TOML table. Raises `SettingsError` naming the file, the step and
    the remedy."""
    try:
        return _parse(table)
    except KeyError as error:
        raise SettingsError(f"{file}: {error.args[0]} is missing") from error
    except SettingsError as error:
        raise SettingsError(f"{file}: {error}") from error


def _parse(table: Mapping[str, Any]) -> QuestionSet:
    _refuse_unknown(table, _SET_KEYS, "the set")
    parsed = QuestionSet(
        name=_named(table["name"]),
        version=table["version"],
        title=table["title"],
        steps=tuple(map(_step, table["steps"])),
        style=table.get("style", ""),
        role=table.get("role", ""),
        others=tuple(table.get("others", ())),
    )
    for problem in _problems(parsed):
        raise SettingsError(problem)
    return parsed


def _problems(parsed: QuestionSet) -> Iterator[str]:
    if not isinstance(parsed.version, int) or parsed.version < 1:
        yield "version must be a number from 1 on"
    if parsed.style not in _STYLES:
        yield f"style {parsed.style!r} is unknown; known: easy, child"
    if parsed.role not in ("", *ROLES):
        yield f"role {parsed.role!r} is unknown; known: {', '.join(ROLES)}"
    names = [step.name for step in parsed.steps]
    if twice := [name for name in names if names.count(name) > 1]:
        yield f"step {twice[0]} is there twice"
    kinds = [step.kind for step in parsed.steps]
    if often := [kind for kind in _ONCE if kinds.count(kind) > 1]:
        yield f"kind {often[0]} may be asked only once"
    if parsed.role and "role" in kinds:
        yield "the role is given, do not ask it"
    if not any(kind not in ("role", "helper", "contact") for kind in kinds):
        yield "it asks nothing; add a step of kind nps, statement, smiley, choice or text"


def _step(table: Mapping[str, Any]) -> Step:
    name, kind = _named(table["name"]), table["kind"]
    _refuse_unknown(table, _STEP_KEYS, f"step {name}")
    if kind not in _KINDS:
        raise SettingsError(f"step {name}: kind must be one of {', '.join(_KINDS)}")
    step = Step(
        name=name,
        kind=kind,
        ask=table["ask"],
        hint=table.get("hint", ""),
        scale=table.get("scale", _SCALES.get(kind, "")),
        options=tuple(table.get("options", _OPTIONS.get(kind, ()))),
        limit=table.get("limit", _LIMIT if kind == "text" else 0),
        picture=table.get("picture", ""),
    )
    for problem in _step_problems(step):
        raise SettingsError(f"step {name}: {problem}")
    return step


def _step_problems(step: Step) -> Iterator[str]:
    if step.kind in ("statement", "smiley"):
        if step.name not in STATEMENTS:
            yield f"it is no statement that is counted; known: {', '.join(STATEMENTS)}"
        if not set(step.options) <= set(_STATEMENT_OPTIONS):
            yield "options go from 1 to 5, with 0 for who cannot say"
    if step.kind in ("statement", "smiley", "choice") and len(set(step.options)) < 2:
        yield "it needs at least two options"
    if step.kind == "text" and not 1 <= step.limit <= _MOST:
        yield f"limit must be from 1 to {_MOST} characters"
    if step.picture not in _PICTURES:
        yield f"there is no picture {step.picture!r}; known: {', '.join(_PICTURES[1:])}"
    if step.kind == "choice" and not step.scale:
        yield "scale is missing: what the names of the texts of its options begin with"


def _refuse_unknown(table: Mapping[str, Any], known: frozenset[str], where: str) -> None:
    if unknown := sorted(set(table) - known):
        raise SettingsError(f"{where}: there is no {unknown[0]}; known: {', '.join(sorted(known))}")


def _named(name: Any) -> str:
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise SettingsError(f"name {name!r} must be small letters, digits and hyphens")
    return name


_SCALES: Mapping[str, str] = {
    "role": "form.role",
    "helper": "form.helper",
    "statement": "form.agree",
    "smiley": "form.faces",
}
_OPTIONS: Mapping[str, tuple[int, ...]] = {
    "statement": _STATEMENT_OPTIONS,
    "smiley": _SMILEY_OPTIONS,
}
