"""Where a person is in a list of steps, and what a reply does to that."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from gateway.core.errors import SettingsError
from gateway.core.nps import nps_class
from gateway.core.reading import Reading
from gateway.core.reading.normalise import clean

StepKind = Literal["score", "statement", "choice", "comment"]
_KINDS = ("score", "statement", "choice", "comment")
STATEMENT_OPTIONS = 5

#: Auto-answering phones would keep a dialogue talking for ever.
MOST_REPLIES = 8


@dataclass(frozen=True, slots=True)
class Step:
    """One question. `ask` names its text; a comment step may have one for each NPS class."""

    name: str
    kind: StepKind
    ask: Mapping[str, str]
    options: int = 0

    @property
    def again(self) -> str:
        """The key of the text that asks this step once more."""
        return "sms.reask" if self.kind == "score" else "sms.reask_option"

    def question(self, score: int | None) -> str:
        """The key of the text that asks this step of somebody who gave `score`."""
        return self.ask.get(nps_class(score) if score is not None else "", self.ask[""])


@dataclass(frozen=True, slots=True)
class Definition:
    """A versioned list of steps; a dialogue under way keeps the version it began with."""

    name: str
    version: int
    steps: tuple[Step, ...]

    @property
    def id(self) -> str:
        return f"{self.name}.v{self.version}"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody is in a dialogue and what they have given so far."""

    step: int = 0
    reasked: bool = False
    replies: int = 0
    ended: bool = False
    score: int | None = None
    answers: Mapping[str, int] | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one reply did: the new standing, and the key of the text to send back, if any."""

    standing: Standing
    say: str | None = None


def parse_definition(table: Mapping[str, Any]) -> Definition:
    """A definition from its TOML table. Raises `SettingsError` naming the step that is wrong."""
    steps = tuple(_parse_step(step) for step in table["steps"])
    if not steps:
        raise SettingsError(f"dialogue {table['name']}: it has no steps")
    return Definition(table["name"], table["version"], steps)


def _parse_step(table: Mapping[str, Any]) -> Step:
    name, kind, ask = table["name"], table["kind"], table["ask"]
    if kind not in _KINDS:
        raise SettingsError(f"step {name}: kind must be one of {', '.join(_KINDS)}")
    if isinstance(ask, str):
        ask = {"": ask}
    options = STATEMENT_OPTIONS if kind == "statement" else table.get("options", 0)
    if kind == "choice" and options < 2:
        raise SettingsError(f"step {name}: a choice needs at least two options")
    return Step(name, kind, ask, options)


def advance(definition: Definition, standing: Standing, reading: Reading) -> Turn:
    """What a readable reply does at the step that is open. Opt-outs are not for this function.

    At most one text goes back. Nothing is asked twice but an unreadable number, once.
    """
    step = definition.steps[standing.step]
    after = _TAKE[step.kind](step, standing, reading)
    if after.step == standing.step:
        return Turn(after, step.again if after.reasked and not standing.reasked else None)
    return _ask(definition, after)


def append(standing: Standing, reading: Reading, text: str, takes_score: bool) -> Standing:
    """A reply after the end: a score still missing is filled in where `takes_score`, words are
    kept, nothing is asked."""
    if takes_score and reading.kind == "score" and standing.score is None:
        words = _joined(standing.comment, reading.comment)
        return replace(standing, score=reading.score, comment=words)
    if has_words(text):
        return replace(standing, comment=_joined(standing.comment, clean(text)))
    return standing


def _take_score(_step: Step, standing: Standing, reading: Reading) -> Standing:
    words = _joined(standing.comment, reading.comment)
    if reading.score is None:
        return _unread(standing, words)
    step = standing.step + 1
    return replace(standing, step=step, reasked=False, score=reading.score, comment=words)


def _take_option(step: Step, standing: Standing, reading: Reading) -> Standing:
    words = _joined(standing.comment, reading.comment)
    if reading.score is None or not 1 <= reading.score <= step.options:
        return _unread(standing, words)
    answers = {**(standing.answers or {}), step.name: reading.score}
    step_after = standing.step + 1
    return replace(standing, step=step_after, reasked=False, answers=answers, comment=words)


def _take_comment(_step: Step, standing: Standing, reading: Reading) -> Standing:
    # A later score replaces the earlier one until words are given; alone it is no answer yet.
    score = reading.score if reading.kind == "score" else standing.score
    if reading.kind == "score" and not has_words(reading.comment):
        return replace(standing, score=score)
    words = _joined(standing.comment, reading.comment)
    return replace(standing, step=standing.step + 1, reasked=False, score=score, comment=words)


_TAKE: Mapping[str, Callable[[Step, Standing, Reading], Standing]] = {
    "score": _take_score,
    "statement": _take_option,
    "choice": _take_option,
    "comment": _take_comment,
}


def _unread(standing: Standing, words: str) -> Standing:
    """Asked once more, or passed over when that has been done."""
    step = standing.step + 1 if standing.reasked else standing.step
    return replace(standing, step=step, reasked=not standing.reasked, comment=words)


def _ask(definition: Definition, standing: Standing) -> Turn:
    """The question of the first step still worth asking, or thanks."""
    steps = definition.steps
    while standing.step < len(steps):
        step = steps[standing.step]
        if step.kind != "comment" or not has_words(standing.comment):
            return Turn(standing, step.question(standing.score))
        standing = replace(standing, step=standing.step + 1)
    return Turn(replace(standing, ended=True), "sms.thanks")


def has_words(comment: str) -> bool:
    """Whether there is anything to read in a comment, beyond signs and emoji."""
    return any(character.isalpha() for character in comment)


def _joined(before: str, after: str) -> str:
    return f"{before}\n{after}".strip()
