"""Words and short phrases of the domain with what they speak of, in three languages."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from classifiers.errors import CorpusUnusable
from classifiers.labels import INTENTS, POLARITIES, TOPICS

FILE = Path(__file__).parent / "lexicon.txt"
_ANY = "*"
_KINDS = ("-", "urgent", *TOPICS, *INTENTS)


@dataclass(frozen=True, slots=True)
class Term:
    """One entry; `kind` is a topic, an intent, `urgent`, or `-` for a judgement of nothing named.

    `polarity` is None where the entry is used in praise and blame alike.
    """

    text: str
    lang: str
    kind: str
    polarity: str | None

    @property
    def topic(self) -> str | None:
        """The topic it speaks of, if any."""
        return self.kind if self.kind in TOPICS else None


def read(file: Path = FILE) -> list[Term]:
    """Read entries separated by semicolons under headings `# LANGUAGE KIND POLARITY`."""
    return list(dict.fromkeys(_terms(file)))


def _terms(file: Path) -> Iterator[Term]:
    heading: tuple[str, str, str | None] | None = None
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            heading = _heading(line, f"{file.name}, line {number}")
        elif heading:
            yield from (Term(each.strip(), *heading) for each in line.split(";") if each.strip())


def _heading(line: str, place: str) -> tuple[str, str, str | None]:
    parts = line.removeprefix("#").split()
    if len(parts) != 3 or parts[1] not in _KINDS or parts[2] not in (*POLARITIES, _ANY):
        raise CorpusUnusable(f"{place}: {line!r} is no `# LANGUAGE KIND POLARITY`; correct it")
    language, kind, polarity = parts
    return language, kind, None if polarity == _ANY else polarity
