"""What redaction finds of `tests/data/redaction.jsonl`, hides wrongly, and costs."""

import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from timeit import repeat

from benchmarks import table
from benchmarks.bench_urgent import share
from classifiers import comments
from gateway.core.redaction import redact

WRITTEN = Path(__file__).parents[1] / "tests" / "data" / "redaction.jsonl"
KINDS = (
    *("nimi", "henkilötunnus", "puhelin", "sähköposti", "osoite", "tilinumero", "syntymäaika"),
)
TYPICAL = "Hoitaja oli todella ystävällinen ja kuunteli rauhassa, mutta odotusaika venyi kovin."
PARTS = ("fresh", "held back", "seen")
COST_BAR_US = 15.0
_TOKEN = re.compile(rf"\[(?:{'|'.join(KINDS)})\]")
_WORD = re.compile(r"\w+")
_ROUNDS, _CALLS = 7, 2_000


@dataclass(frozen=True, slots=True)
class Marked:
    """A comment with where its identities stand, and what was hidden of it."""

    language: str
    part: str
    text: str
    spans: Sequence[tuple[int, int, str]]
    hidden: Sequence[tuple[int, int]]


def main() -> None:
    table.machine()
    marked = [_marked(json.loads(line)) for line in WRITTEN.read_text("utf-8").splitlines()]
    _show_found(marked)
    _show_wrong(marked)
    _show_misses(marked, sys.argv[1:])
    _show_cost()


def _marked(given: dict[str, object]) -> Marked:
    text = str(given["text"])
    spans = [tuple(span) for span in given["spans"]]  # type: ignore[attr-defined]
    return Marked(str(given["lang"]), str(given["part"]), text, spans, hidden_in(text))


def hidden_in(text: str) -> list[tuple[int, int]]:
    """Where `redact` hides something of a text."""
    pieces = _TOKEN.split(redact(text))
    found = re.fullmatch("(.+?)".join(map(re.escape, pieces)), text, re.DOTALL)
    return [found.span(group) for group in range(1, len(pieces))] if found else []


def _is_found(span: tuple[int, int, str], hidden: Iterable[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in hidden)


def _is_wrong(hidden: tuple[int, int], one: Marked) -> bool:
    return all(end <= hidden[0] or hidden[1] <= start for start, end, _ in one.spans)


def _show_found(marked: Sequence[Marked]) -> None:
    rows = []
    for part in PARTS:
        for name in ("all", *KINDS, "names fi", "names sv", "names en"):
            kind, language = ("nimi", name[-2:]) if name.startswith("names") else (name, "")
            flags = [
                _is_found(span, one.hidden)
                for one in marked
                if one.part == part and one.language.startswith(language)
                for span in one.spans
                if kind in ("all", span[2])
            ]
            rows.append((part, name, share(sum(flags), len(flags))))
    table.show("Found wholly, with 95 % intervals", ("part", "what", "recall"), rows)


def _show_wrong(marked: Sequence[Marked]) -> None:
    rows = []
    for part in PARTS:
        ours = [one for one in marked if one.part == part]
        hidden = sum(len(one.hidden) for one in ours)
        wrong = sum(_is_wrong(each, one) for one in ours for each in one.hidden)
        words = sum(len(_WORD.findall(one.text)) for one in ours)
        rows.append((part, share(hidden - wrong, hidden), f"{1000 * wrong / words:.1f}"))
    table.show("Hidden rightly", ("part", "precision", "wrong per 1,000 words"), rows)


def _show_misses(marked: Sequence[Marked], parts: Sequence[str]) -> None:
    """Print what went wrong in the parts that are named."""
    for one in marked:
        missed = [
            one.text[a:b] for a, b, kind in one.spans if not _is_found((a, b, kind), one.hidden)
        ]
        wrong = [one.text[a:b] for a, b in one.hidden if _is_wrong((a, b), one)]
        if one.part in parts and (missed or wrong):
            print(f"missed {missed} wrong {wrong}: {redact(one.text)}")


def _show_cost() -> None:
    corpus = [each.text for each in comments.read_part("dev")]
    typical = min(repeat(lambda: redact(TYPICAL), number=_CALLS, repeat=_ROUNDS)) / _CALLS
    whole = min(repeat(lambda: [redact(text) for text in corpus], number=1, repeat=_ROUNDS))
    table.show(
        "Microseconds a comment, best of 7 rounds",
        ("comment", "microseconds"),
        [
            ("typical, no name, no digit", f"{typical * 1e6:.1f}"),
            (f"the {len(corpus)} of the corpus's dev part", f"{whole / len(corpus) * 1e6:.1f}"),
        ],
    )
    table.judge("microseconds for a typical comment", typical * 1e6, COST_BAR_US)


if __name__ == "__main__":
    main()
