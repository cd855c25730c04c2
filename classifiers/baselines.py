"""Standing baselines that a transformer must beat: TF-IDF + logistic regression, and majority."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from classifiers.comments import Comment
from classifiers.labels import TOPICS, Label, TopicLabel

Reader = Callable[[Sequence[str]], list[Label]]

_STRENGTH = 10.0


def majority(train: Sequence[Comment]) -> Reader:
    """Return a reader that says of every text what is most frequent in `train`."""
    sentiment = _commonest([each.sentiment for each in train])
    intent = _commonest([each.intent for each in train])
    share = sum(each.sentiment == sentiment for each in train) / len(train)
    label = Label(sentiment, (), intent, False, share, False, "majority")
    return lambda texts: [label for _ in texts]


def tfidf(train: Sequence[Comment]) -> Reader:
    """Return a reader of word and character n-grams, one logistic regression for each question.

    Topics are found one against the rest with balanced classes, their polarity among those named.
    """
    features = _features()
    rows = features.fit_transform([each.text for each in train])
    sentiment = _fit(rows, [each.sentiment for each in train])
    intent = _fit(rows, [each.intent for each in train])
    urgent = _fit(rows, [each.urgent for each in train])
    named = {topic: _fit(rows, [topic in each.topics for each in train]) for topic in TOPICS}
    polarity = {topic: _polarity(rows, train, topic) for topic in TOPICS}

    def read(texts: Sequence[str]) -> list[Label]:
        found = features.transform(texts)
        sentiments = sentiment.predict_proba(found)
        chances = {topic: _chance(model, found) for topic, model in named.items()}
        signs = {topic: model.predict(found) for topic, model in polarity.items()}
        intents = intent.predict(found)
        urgents = _chance(urgent, found)
        return [
            Label(
                sentiment=str(sentiment.classes_[row.argmax()]),
                topics=tuple(
                    TopicLabel(topic, str(signs[topic][at]), float(chances[topic][at]))
                    for topic in TOPICS
                    if chances[topic][at] >= 0.5
                ),
                intent=str(intents[at]),
                urgent=bool(urgents[at] >= 0.5),
                confidence=float(row.max()),
                unsure=False,
                model_version="tfidf",
            )
            for at, row in enumerate(sentiments)
        ]

    return read


def _commonest(names: Sequence[str]) -> str:
    return Counter(names).most_common(1)[0][0]


def _features() -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import make_union

    return make_union(
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True),
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
    )


def _fit(rows: Any, answers: Sequence[Any]) -> Any:
    from sklearn.dummy import DummyClassifier
    from sklearn.linear_model import LogisticRegression
    from sklearn.multiclass import OneVsRestClassifier

    if len(set(answers)) < 2:
        return DummyClassifier().fit(rows, answers)
    # On sparse rows liblinear takes a tenth of the time of the solver that knows many classes.
    one = LogisticRegression(C=_STRENGTH, class_weight="balanced", solver="liblinear")
    return OneVsRestClassifier(one).fit(rows, answers)


def _polarity(rows: Any, train: Sequence[Comment], topic: str) -> Any:
    at = [place for place, each in enumerate(train) if topic in each.topics]
    if not at:
        return _fit(rows, ["negative"] * len(train))
    return _fit(rows[at], [train[place].topics[topic] for place in at])


def _chance(model: Any, rows: Any) -> Any:
    """Return the probability of True; a class never seen has none."""
    columns = list(model.classes_)
    probabilities = model.predict_proba(rows)
    return probabilities[:, columns.index(True)] if True in columns else 0 * probabilities[:, 0]
