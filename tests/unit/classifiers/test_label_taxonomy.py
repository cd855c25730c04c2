"""Labels and their JSON form."""

import json

import pytest

from classifiers.labels import INTENTS, SENTIMENTS, TOPICS, Label, TopicLabel, from_dict, to_dict

LABEL = Label(
    sentiment="mixed",
    topics=(TopicLabel("encounter", "positive", 0.91), TopicLabel("access", "negative", 0.62)),
    intent="criticism",
    urgent=False,
    confidence=0.74,
    unsure=False,
    model_version="1-abc",
)


def test_a_label_survives_being_written_as_json() -> None:
    assert from_dict(json.loads(json.dumps(to_dict(LABEL)))) == LABEL


def test_topics_are_written_with_id_polarity_and_confidence() -> None:
    assert to_dict(LABEL)["topics"][1] == {
        "id": "access",
        "polarity": "negative",
        "confidence": 0.62,
    }


def test_a_written_label_that_lacks_its_sentiment_is_refused() -> None:
    written = to_dict(LABEL)
    del written["sentiment"]
    with pytest.raises(KeyError):
        from_dict(written)


def test_the_taxonomy_has_four_sentiments_twelve_topics_and_six_intents() -> None:
    assert (len(set(SENTIMENTS)), len(set(TOPICS)), len(set(INTENTS))) == (4, 12, 6)
