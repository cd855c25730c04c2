"""The words of the classifier and those of the figures: two rooms that do not know each other."""

import pytest

from classifiers import labels
from gateway.core import cells


@pytest.mark.parametrize("words", ["SENTIMENTS", "TOPICS", "POLARITIES", "INTENTS"])
def test_what_the_model_says_is_what_is_counted(words: str) -> None:
    assert set(getattr(labels, words)) == set(getattr(cells, words))
