"""The teacher: linear models of word and character n-grams that know the lexicon too.

On little data it reads better than a network that starts from nothing. The network learns to say
what it says, on any amount of text that nobody has labelled, and goes on from there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from classifiers.comments import Comment
from classifiers.labels import INTENTS, POLARITIES, SENTIMENTS, TOPICS
from classifiers.training.lexicon import Term

Rows = NDArray[np.float32]

_STRENGTH = 1.0
_TOPIC_STRENGTH = 10.0
# Single words say less of a whole comment's tone than comments do; of its topics they say as much.
_TERM_TONE = 0.1
_LOWEST = 1e-6
# Python's own splitting of words forgets emoji and exclamation marks.
_WORDS = r"(?u)\b\w+\b|[^\w\s]"


@dataclass(frozen=True, slots=True)
class Answers:
    """Probabilities for n texts: (n, 4), (n, 12, 4) with absent first, (n, 6) and (n)."""

    sentiment: Rows
    topics: Rows
    intent: Rows
    urgent: Rows

    def __len__(self) -> int:
        return len(self.sentiment)

    def of(self, places: Sequence[int]) -> "Answers":
        """Return the answers for some of the texts."""
        rows = list(places)
        return Answers(
            self.sentiment[rows], self.topics[rows], self.intent[rows], self.urgent[rows]
        )


def blend(answers: Sequence[Answers]) -> Answers:
    """Return the mean of what several said of the same texts."""
    return Answers(
        np.mean([each.sentiment for each in answers], axis=0),
        np.mean([each.topics for each in answers], axis=0),
        np.mean([each.intent for each in answers], axis=0),
        np.mean([each.urgent for each in answers], axis=0),
    )


@dataclass(frozen=True, slots=True)
class Lesson:
    """One yes-or-no question: what is true of which texts, and how much each of them counts."""

    texts: Sequence[int]
    answers: Sequence[bool]
    weights: Sequence[float]
    strength: float = _STRENGTH


@dataclass(frozen=True, slots=True)
class Teacher:
    """Fitted models, one column of weights for each yes-or-no question."""

    features: Any
    weights: Rows
    offsets: Rows

    def pull(self, texts: Sequence[str]) -> Rows:
        """Return how far what stands in each text moves every yes-or-no answer."""
        return np.asarray(self.features.transform(texts) @ self.weights)

    def answer(self, texts: Sequence[str]) -> Answers:
        """Return the probabilities of every label for texts."""
        chances = 1 / (1 + np.exp(-self.pull(texts) - self.offsets))
        sizes = np.cumsum([len(SENTIMENTS), len(TOPICS) * (1 + len(POLARITIES)), len(INTENTS)])
        sentiment, topics, intent, urgent = np.split(chances, sizes, axis=1)
        topics = topics.reshape(len(texts), len(TOPICS), -1)
        named, polarity = topics[:, :, :1], _shares(topics[:, :, 1:])
        return Answers(
            sentiment=_shares(sentiment),
            topics=np.concatenate([1 - named, named * polarity], axis=2),
            intent=_shares(intent),
            urgent=urgent[:, 0],
        )


def fit(comments: Sequence[Comment], terms: Sequence[Term]) -> Teacher:
    """Return a teacher of labelled comments and terms."""
    features = _features()
    rows = features.fit_transform([*(one.text for one in comments), *(one.text for one in terms)])
    fitted = [_fit(rows, lesson) for lesson in lessons(comments, terms)]
    weights, offsets = zip(*fitted, strict=True)
    return Teacher(features, np.stack(weights, axis=1), np.array(offsets, dtype=np.float32))


def lessons(comments: Sequence[Comment], terms: Sequence[Term]) -> list[Lesson]:
    """Return the questions in the order of the columns; texts are `comments`, then `terms`."""
    return [
        *(_tone(comments, terms, each) for each in SENTIMENTS),
        *(each for topic in TOPICS for each in _topic(comments, terms, topic)),
        *(_intent(comments, terms, each) for each in INTENTS),
        _urgent(comments, terms),
    ]


def _tone(comments: Sequence[Comment], terms: Sequence[Term], sentiment: str) -> Lesson:
    told = [(at, each.polarity) for at, each in enumerate(terms, len(comments)) if each.polarity]
    return Lesson(
        [*range(len(comments)), *(at for at, _ in told)],
        [each.sentiment == sentiment for each in comments]
        + [said == sentiment for _, said in told],
        [1.0] * len(comments) + [_TERM_TONE] * len(told),
    )


def _topic(comments: Sequence[Comment], terms: Sequence[Term], topic: str) -> list[Lesson]:
    """Return the question whether it is named, then one for each polarity where it is."""
    asked = [at for at, each in enumerate(terms) if each.kind not in INTENTS]
    named = Lesson(
        [*range(len(comments)), *(len(comments) + at for at in asked)],
        [topic in each.topics for each in comments] + [terms[at].topic == topic for at in asked],
        [1.0] * (len(comments) + len(asked)),
        _TOPIC_STRENGTH,
    )
    said = [(at, each.topics[topic]) for at, each in enumerate(comments) if topic in each.topics]
    said += [
        (at, each.polarity)
        for at, each in enumerate(terms, len(comments))
        if each.topic == topic and each.polarity
    ]
    places = [at for at, _ in said]
    return [
        named,
        *(
            Lesson(places, [one == sign for _, one in said], [1.0] * len(said))
            for sign in POLARITIES
        ),
    ]


def _intent(comments: Sequence[Comment], terms: Sequence[Term], intent: str) -> Lesson:
    told = [(at, each.kind) for at, each in enumerate(terms, len(comments)) if each.kind in INTENTS]
    return Lesson(
        [*range(len(comments)), *(at for at, _ in told)],
        [each.intent == intent for each in comments] + [said == intent for _, said in told],
        [1.0] * len(comments) + [_TERM_TONE] * len(told),
    )


def _urgent(comments: Sequence[Comment], terms: Sequence[Term]) -> Lesson:
    total = len(comments) + len(terms)
    answers = [each.urgent for each in comments] + [each.kind == "urgent" for each in terms]
    return Lesson(range(total), answers, [1.0] * total)


def _features() -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import make_union

    common = {"min_df": 2, "sublinear_tf": True, "strip_accents": "unicode", "dtype": np.float32}
    return make_union(
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), **common),
        TfidfVectorizer(ngram_range=(1, 2), token_pattern=_WORDS, **common),
    )


def _fit(rows: Any, lesson: Lesson) -> tuple[Rows, float]:
    from sklearn.linear_model import LogisticRegression

    if len(set(lesson.answers)) < 2:
        always = bool(lesson.answers) and lesson.answers[0]
        return np.zeros(rows.shape[1], dtype=np.float32), 6.0 if always else -6.0
    model = LogisticRegression(C=lesson.strength, class_weight="balanced", solver="liblinear")
    model.fit(rows[list(lesson.texts)], lesson.answers, sample_weight=lesson.weights)
    return model.coef_[0].astype(np.float32), float(model.intercept_[0])


def _shares(chances: Any) -> Rows:
    """Return chances along the last axis scaled to a sum of one."""
    raised = np.maximum(chances, _LOWEST)
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True), dtype=np.float32)
