"""Labelled comments: their fingerprint and faults."""

from dataclasses import replace

from classifiers.comments import Comment, faults, fingerprint

ONE = Comment("a", "jono kauhea", "fi", "negative", {"access": "negative"}, "criticism")
OTHER = Comment("b", "kiitos", "fi", "positive", {}, "thanks")


def test_the_fingerprint_does_not_depend_on_order() -> None:
    assert fingerprint([ONE, OTHER]) == fingerprint([OTHER, ONE])


def test_the_fingerprint_changes_with_a_label() -> None:
    assert fingerprint([ONE, OTHER]) != fingerprint([replace(ONE, urgent=True), OTHER])


def test_labels_of_the_taxonomy_have_no_faults() -> None:
    assert faults(ONE) == []


def test_each_label_out_of_the_taxonomy_is_a_fault() -> None:
    odd = Comment("c", "x", "fi", "happy", {"parking": "bad"}, "rant")
    assert faults(odd) == ["topic parking", "polarity bad", "sentiment happy", "intent rant"]
