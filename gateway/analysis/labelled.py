"""A labelled comment, as far as anything is counted of it."""

from dataclasses import dataclass

_LENGTHS = ((20, "1-20"), (80, "21-80"), (240, "81-240"))
_LONGER = "241-"
LENGTHS = (*(name for _, name in _LENGTHS), _LONGER)


@dataclass(frozen=True, slots=True)
class Labelled:
    """What the model said of a comment; `length` in characters, None when its text is erased."""

    sentiment: str
    topics: tuple[tuple[str, str], ...]
    intent: str
    unsure: bool
    urgent: bool
    language: str
    length: int | None
    model_version: str

    @property
    def length_class(self) -> str | None:
        """One of `LENGTHS`."""
        if self.length is None:
            return None
        return next((name for most, name in _LENGTHS if self.length <= most), _LONGER)
