"""One reading of one SMS reply."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from gateway.core.reading import comment, language, statements, stopwords
from gateway.core.reading.candidates import Verdict, Weight, settle
from gateway.core.reading.normalise import clean, fold
from gateway.core.reading.numbers import NUMBERS, corrected
from gateway.core.reading.question import unquoted
from gateway.core.reading.tokens import Kind, Token, tokenise
from gateway.core.reading.urgent import urgency
from gateway.core.reading.words import POLITE, VAGUE

ReadingKind = Literal["score", "comment", "optout", "optin", "help", "ambiguous"]
Step = Literal["score", "comment", "statement", "choice"]

SCALES: Mapping[Step, range] = MappingProxyType(
    {
        "score": range(11),
        "comment": range(11),
        "statement": range(1, 6),
        "choice": range(1, 10),
    }
)
_LONGEST_MISSPELT = 4
_SHORT = 12
_NO_OPINION = re.compile(
    r"(?:en osaa sanoa|en tied[äa]|(?:jag )?vet inte|i don't know)"
    r"(?:$| (?:kun|koska|vielä|viela|nyt|oikein|numeroa|för|eftersom|because|yet)\b)"
)
_EMPTY_MARKS = frozenset(".,!?-–—…'\"/ \n*⭐★☆🌟")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reply says. Whenever `stop` is set the kind is optout; a score stays beside it.

    `comment` is the person's own words without the score; `language` a two-letter code or "und".
    """

    kind: ReadingKind
    score: int | None = None
    comment: str = ""
    language: str = language.UNDETERMINED
    stop: bool = False
    urgent: bool = False
    wrong_number: bool = False


class _Reply(NamedTuple):
    """A reply taken apart once for all questions asked of it."""

    shown: str
    body: str
    tokens: list[Token]
    words: list[str]
    step: Step
    scale: range


class _Meaning(NamedTuple):
    kind: ReadingKind
    score: int | None = None
    comment: str = ""
    wrong_number: bool = False


def read(text: str, step: Step = "score", scale: range | None = None) -> Reading:
    """What `text` answers to the question of `step`, whose numbers run over `scale`.

    A number outside the scale, between two of its steps, hedged or contradicted is no score: the
    reading is then ambiguous and the person is asked again. At the comment step nothing is
    ambiguous, and "no" ends the dialogue without forbidding further messages.
    """
    scale = scale or SCALES[step]
    return (_read_short if len(text) <= _SHORT else _read)(text, step, scale)


def _read(text: str, step: Step, scale: range) -> Reading:
    reply = _take_apart(text, step, scale)
    urgent = urgency(reply.words)
    wish = "help" if urgent == "acute" else stopwords.wish(reply.words)
    meant = _refusal(reply, wish) or _answer(reply, wants_help=wish == "help")
    return Reading(
        meant.kind,
        meant.score,
        meant.comment,
        language.guess(reply.words),
        stop=meant.kind == "optout",
        urgent=bool(urgent),
        wrong_number=meant.wrong_number,
    )


#: Half of all replies are one of a few dozen: "9", "10", "ysi", "8 kiitos".
_read_short = lru_cache(1024)(_read)


def _take_apart(text: str, step: Step, scale: range) -> _Reply:
    shown = clean(text)
    body = unquoted(shown, scale[-1])
    tokens = tokenise(body, scale)
    words = [fold(token.text) for token in tokens if token.kind is not Kind.MARK]
    return _Reply(shown, body, tokens, words, step, scale)


def _refusal(reply: _Reply, wish: stopwords.Wish | None) -> _Meaning | None:
    """The meaning of a reply that stops, starts or ends the dialogue."""
    if wish != "wrong number":
        rest = stopwords.without_stop(reply.body, reply.tokens, reply.words)
        if rest is not None:
            return _stopped(rest, reply.scale)
    if wish in ("stop", "wrong number"):
        score = _stopped(reply.body, reply.scale).score
        return _Meaning("optout", score, wrong_number=wish == "wrong number")
    if wish == "decline" and reply.step != "comment":
        return _Meaning("optout")
    if wish in ("decline", "refuse"):
        return _Meaning("comment" if reply.step == "comment" else "ambiguous")
    return _Meaning("optin") if wish == "start" else None


def _stopped(rest: str, scale: range) -> _Meaning:
    tokens = tokenise(rest, scale)
    verdict = settle(tokens, scale)
    if verdict.score is None:
        return _Meaning("optout", comment=comment.unclear(rest, tokens))
    return _Meaning("optout", verdict.score.value, comment.beside(rest, tokens, verdict))


def _answer(reply: _Reply, *, wants_help: bool) -> _Meaning:
    verdict, tokens = _settled(reply)
    at_comment = reply.step == "comment"
    if verdict.score and (not at_comment or verdict.score.weight >= Weight.APART):
        said = comment.beside(reply.body, tokens, verdict)
        return _Meaning("score", verdict.score.value, said)
    if at_comment:
        return _Meaning("help" if wants_help else "comment", comment=reply.shown)
    if wants_help or (reply.body and not reply.body.strip("? ")):
        return _Meaning("help")
    if reply.step == "statement" and (option := statements.agreement(reply.words)) is not None:
        return _Meaning("score", option)
    if verdict.unclear or _says_nothing(tokens):
        return _Meaning("ambiguous", comment=comment.unclear(reply.shown, tokens))
    return _Meaning("comment", comment=reply.shown)


def _settled(reply: _Reply) -> tuple[Verdict, list[Token]]:
    """The verdict on the reply; one without numbers gets a second try for misspelt ones."""
    tokens = reply.tokens
    if not any(token.value is not None or token.kind is Kind.UNCLEAR for token in tokens):
        tokens = [_corrected(token, reply.scale) for token in tokens[:_LONGEST_MISSPELT]]
        tokens += reply.tokens[_LONGEST_MISSPELT:]
    return settle(tokens, reply.scale), tokens


def _corrected(token: Token, scale: range) -> Token:
    meant = corrected(token.text) if token.kind is Kind.WORD else token.text
    value = NUMBERS.get(meant)
    return token._replace(text=meant, value=value) if value in scale else token


def _says_nothing(tokens: list[Token]) -> bool:
    """Whether a reply without a score has no words of its own either."""
    words = [token.text for token in tokens if token.kind is Kind.WORD]
    if _NO_OPINION.match(" ".join(words)):
        return True
    if words and any(token.kind is Kind.OPAQUE for token in tokens):
        return False
    if words:
        return not VAGUE.isdisjoint(words) and all(w in VAGUE or w in POLITE for w in words)
    return all(token.kind is not Kind.MARK or token.text in _EMPTY_MARKS for token in tokens)
