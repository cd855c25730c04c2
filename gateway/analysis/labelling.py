"""Having many texts labelled: redacted, each different one once, those of a length together."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from gateway.analysis.labelled import Labelled
from gateway.core import reading
from gateway.core.dialogue import has_words
from gateway.core.redaction import redact

BATCH = 256


class Topic(Protocol):
    """A topic that a comment names."""

    @property
    def topic(self) -> str:
        """Its id."""

    @property
    def polarity(self) -> str:
        """What is said of it."""

    @property
    def confidence(self) -> float:
        """How sure it is that it is named."""


class Label(Protocol):
    """What a model says of a comment."""

    @property
    def sentiment(self) -> str:
        """One of the sentiments."""

    @property
    def topics(self) -> Sequence[Topic]:
        """The topics that are named."""

    @property
    def intent(self) -> str:
        """One of the intents."""

    @property
    def urgent(self) -> bool:
        """Whether a person must look at it."""

    @property
    def confidence(self) -> float:
        """That of the sentiment."""

    @property
    def unsure(self) -> bool:
        """Whether it should be read by a person before it is believed."""

    @property
    def model_version(self) -> str:
        """Whose word it is."""


L = TypeVar("L", bound=Label)


def prepare(cells: Sequence[str]) -> list[str]:
    """The cells redacted; those that hold no words, such as "-", are emptied."""
    return [redact(cell) if has_words(cell) else "" for cell in cells]


def label(
    texts: Sequence[str],
    read: Callable[[Sequence[str]], Sequence[L]],
    tell: Callable[[int], object],
) -> list[L]:
    """A label for each text, in their order; `tell` hears how many more are done after a batch.

    Texts of a length together need the least padding, and "Kiitos" is read once.
    """
    places: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        places.setdefault(text, []).append(at)
    found: dict[int, L] = {}
    order = sorted(places, key=len)
    for first in range(0, len(order), BATCH):
        batch = order[first : first + BATCH]
        done = 0
        for text, said in zip(batch, read(batch), strict=True):
            found.update(dict.fromkeys(places[text], said))
            done += len(places[text])
        tell(done)
    return [found[at] for at in range(len(texts))]


def counted(text: str, said: Label) -> Labelled:
    """What is counted of a comment: as where it comes in by text, the words themselves may call it
    urgent as well as the model."""
    heard = reading.read(text, "comment")
    return Labelled(
        sentiment=said.sentiment,
        topics=tuple((each.topic, each.polarity) for each in said.topics),
        intent=said.intent,
        unsure=said.unsure,
        urgent=said.urgent or heard.urgent,
        language=heard.language,
        length=len(text),
        model_version=said.model_version,
    )
