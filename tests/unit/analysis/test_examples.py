"""Which comments may stand for a topic."""

from classifiers.labels import Label, TopicLabel
from gateway.analysis.examples import Example, choose
from gateway.analysis.tabulation import tabulate
from tests.unit.analysis.comments import group

TOPIC = ("encounter", "positive")
TABLE = tabulate(group("", 30, 20, topics=(TOPIC,)), 5)
TEXT = "Hoitaja oli ystävällinen, numero {}"


def label(confidence: float = 0.9, *, unsure: bool = False) -> Label:
    return Label(
        sentiment="positive",
        topics=(TopicLabel(*TOPIC, confidence),),
        intent="thanks",
        urgent=False,
        confidence=0.9,
        unsure=unsure,
        model_version="1",
    )


def chosen(
    labels: list[Label], *, most: int = 2, urgent: frozenset[int] = frozenset()
) -> list[str]:
    texts = [TEXT.format(at) for at in range(len(labels))]
    return [text for each in choose(texts, labels, urgent, TABLE, most) for text in each.texts]


def test_the_surest_come_first_and_no_more_than_asked_for() -> None:
    assert chosen([label(0.5), label(0.9), label(0.7)]) == [TEXT.format(1), TEXT.format(2)]


def test_urgent_and_unsure_ones_never_stand_for_a_topic() -> None:
    assert chosen([label(), label(unsure=True), label()], urgent=frozenset({0})) == [TEXT.format(2)]


def test_none_are_chosen_where_none_are_asked_for() -> None:
    assert chosen([label()], most=0) == []


def test_what_is_said_twice_stands_once() -> None:
    texts, labels = [TEXT.format(1)] * 2, [label(), label()]
    found = choose(texts, labels, frozenset(), TABLE, 5)
    assert found == [Example(*TOPIC, [TEXT.format(1)])]


def test_a_topic_whose_number_is_hidden_has_no_example() -> None:
    table = tabulate([*group("", 30, 20), *group("", 3, 0, topics=(TOPIC,))], 5)
    assert choose([TEXT], [label()], frozenset(), table, 5) == []
