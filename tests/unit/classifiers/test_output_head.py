"""What the outputs of a model mean."""

import numpy as np
import pytest

from classifiers.errors import ModelUnusable
from classifiers.head import (
    OWN_NAMES,
    Settings,
    decode,
    merge,
    parse,
    topic_probabilities,
    unread,
)
from classifiers.labels import Label

SETTINGS = Settings("test")


def outputs(**raised: float) -> np.ndarray:
    """One row of outputs, -6 for topics and urgent, 0 elsewhere, but for those raised by name."""
    row = [-6.0 if name.startswith(("topic", "urgent")) else 0.0 for name in OWN_NAMES]
    for name, value in raised.items():
        row[OWN_NAMES.index(name.replace("_", ":"))] = value
    return np.array([row])


def read(settings: Settings = SETTINGS, **raised: float) -> Label:
    return decode(outputs(**raised), parse(OWN_NAMES), settings)[0]


def test_the_highest_sentiment_is_said_with_its_probability() -> None:
    label = read(sentiment_mixed=3.0)
    assert (label.sentiment, label.confidence) == ("mixed", pytest.approx(0.8700, abs=1e-4))


def test_a_higher_temperature_lowers_the_confidence_alone() -> None:
    label = read(Settings("test", temperature=3.0), sentiment_mixed=3.0)
    assert (label.sentiment, label.confidence) == ("mixed", pytest.approx(0.4754, abs=1e-4))


def test_a_topic_is_said_with_its_likeliest_polarity() -> None:
    label = read(topic_fees_negative=2.0, topic_fees_positive=1.0)
    assert [(each.topic, each.polarity) for each in label.topics] == [("fees", "negative")]


def test_the_confidence_of_a_topic_is_that_of_its_being_named_whatever_its_polarity() -> None:
    label = read(topic_fees_negative=0.0, topic_fees_positive=0.0)
    assert label.topics[0].confidence == pytest.approx(2 / 3, abs=1e-3)


def test_topics_come_the_surest_first() -> None:
    label = read(topic_fees_negative=1.0, topic_safety_negative=3.0)
    assert [each.topic for each in label.topics] == ["safety", "fees"]


def test_a_topic_under_its_own_threshold_is_not_said() -> None:
    strict = Settings("test", topic_thresholds={"fees": 0.9})
    assert (
        read(strict, topic_fees_negative=1.0, topic_safety_negative=1.0).topics[0].topic == "safety"
    )


def test_absence_is_an_output_of_zero() -> None:
    row = topic_probabilities(np.zeros((1, 3)), [0, 1, 2])
    assert row[0] == pytest.approx([0.25] * 4)


def test_urgent_is_called_from_its_threshold_on() -> None:
    careful = Settings("test", urgent_threshold=0.1)
    assert [read(each, urgent=-2.0).urgent for each in (SETTINGS, careful)] == [False, True]


def test_a_confidence_below_the_limit_is_unsure() -> None:
    assert read(Settings("test", unsure_below=0.3)).unsure


def test_outputs_may_stand_in_any_order() -> None:
    backwards = tuple(reversed(OWN_NAMES))
    label = decode(outputs(intent_idea=2.0)[:, ::-1], parse(backwards), SETTINGS)[0]
    assert label.intent == "idea"


def test_a_model_that_lacks_an_intent_is_refused_by_its_name() -> None:
    with pytest.raises(ModelUnusable, match="intent:idea"):
        parse([name for name in OWN_NAMES if name != "intent:idea"])


def test_a_foreign_sentiment_model_has_no_topics() -> None:
    head = parse(["Negative", "Neutral", "Positive"])
    label = decode(np.array([[0.0, 0.0, 4.0]]), head, SETTINGS)[0]
    assert (head.sentiment_only, label.sentiment, label.topics) == (True, "positive", ())


def test_nameless_labels_are_read_by_a_mapping() -> None:
    head = parse(["LABEL_0", "LABEL_1"], {"LABEL_0": "positive", "LABEL_1": "negative"})
    assert decode(np.array([[0.0, 4.0]]), head, SETTINGS)[0].sentiment == "negative"


def test_nameless_labels_without_a_mapping_are_refused_with_the_remedy() -> None:
    with pytest.raises(ModelUnusable, match="give a mapping"):
        parse(["LABEL_0", "LABEL_1", "LABEL_2"])


def test_settings_know_what_a_config_holds_and_pass_over_the_rest() -> None:
    written = {"version": "1-abc", "temperature": 1.3, "corpus": "abc"}
    assert Settings.read(written, "folder") == Settings("1-abc", temperature=1.3)


def test_a_model_without_settings_is_named_by_its_folder() -> None:
    assert Settings.read({}, "finbert").version == "finbert"


def test_a_text_with_nothing_to_read_is_unsure() -> None:
    assert unread("1-abc") == Label("neutral", (), "other", False, 0.0, True, "1-abc")


def test_the_windows_of_a_long_text_share_its_tone_and_each_may_name_a_topic() -> None:
    windows = [
        outputs(sentiment_negative=4.0, topic_fees_negative=3.0),
        outputs(sentiment_negative=-2.0, urgent=5.0),
        outputs(sentiment_positive=1.0),
    ]
    joint, single = merge(np.concatenate(windows), [0, 0, 1], parse(OWN_NAMES))
    place = {name: at for at, name in enumerate(OWN_NAMES)}
    assert joint[place["sentiment:negative"]] == 1.0
    assert (joint[place["topic:fees:negative"]], joint[place["urgent"]]) == (3.0, 5.0)
    assert single == pytest.approx(windows[2][0])


def test_texts_of_one_window_each_keep_their_outputs() -> None:
    rows = np.concatenate([outputs(), outputs(intent_idea=2.0)])
    assert merge(rows, [0, 1], parse(OWN_NAMES)) == pytest.approx(rows)
