"""Temperature and thresholds from a dev part."""

import numpy as np
import pytest

from classifiers import head
from classifiers.comments import Comment
from classifiers.labels import SENTIMENTS
from classifiers.training.calibration import calibrate


def dev(count: int = 200) -> tuple[np.ndarray, list[Comment]]:
    """Outputs that are far too sure: three of four sentiments right; every fourth names fees."""
    logits = np.full((count, len(head.OWN_NAMES)), -8.0)
    comments = []
    for at, row in enumerate(logits):
        sentiment = SENTIMENTS[at % 4]
        said = sentiment if at % 8 < 6 else "neutral"
        row[head.OWN_NAMES.index(f"sentiment:{said}")] = 8.0
        fees = {"fees": "negative"} if at % 4 == 0 else {}
        row[head.OWN_NAMES.index("topic:fees:negative")] = -1.5 if fees else -4.0
        row[head.OWN_NAMES.index("urgent")] = -1.0 if at % 20 == 0 else -5.0
        comments.append(Comment(str(at), "x", "fi", sentiment, fees, urgent=at % 20 == 0))
    return logits, comments


def test_outputs_that_are_too_sure_are_cooled() -> None:
    assert calibrate(*dev(), "v").temperature > 2


def test_the_threshold_of_a_topic_falls_between_those_who_name_it_and_those_who_do_not() -> None:
    threshold = calibrate(*dev(), "v").topic_thresholds["fees"]
    assert 1 / (1 + np.exp(4.0)) < threshold <= 1 / (1 + np.exp(1.5))


def test_the_urgent_threshold_lets_every_urgent_comment_through() -> None:
    logits, comments = dev()
    labels = head.decode(logits, head.parse(head.OWN_NAMES), calibrate(logits, comments, "v"))
    assert [label.urgent for label in labels] == [each.urgent for each in comments]


def test_the_urgent_threshold_falls_as_far_as_false_alarms_are_bearable() -> None:
    logits, comments = dev()
    calm = [at for at, each in enumerate(comments) if not each.urgent]
    logits[calm, head.OWN_NAMES.index("urgent")] = np.linspace(-4, -1, len(calm))
    settings = calibrate(logits, comments, "v")
    labels = head.decode(logits[calm], head.parse(head.OWN_NAMES), settings)
    assert 0.08 < np.mean([label.urgent for label in labels]) < 0.12


def test_a_dev_part_without_urgent_comments_leaves_the_threshold_at_a_half() -> None:
    logits, comments = dev(4)
    calm = [Comment(each.id, "x", "fi", each.sentiment) for each in comments]
    assert calibrate(logits, calm, "v").urgent_threshold == 0.5


def test_a_topic_never_named_in_dev_gets_the_threshold_of_all() -> None:
    thresholds = calibrate(*dev(), "v").topic_thresholds
    assert thresholds["rights"] == pytest.approx(thresholds["access"])
