"""The checker of the corpus: frequent openings, near-copies, labels out of the taxonomy."""

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from classifiers import comments
from classifiers.comments import Comment

PARTS = ("train", "dev", "test")
CHECKED = (*PARTS, "urgent")
OPENING_SHARE = 0.01
LIKENESS = 0.5
SAMPLE = 100
_GRAM = 5
# An opening seen twice in a small file says nothing.
_FEWEST_OPENINGS = 2


@dataclass(frozen=True, slots=True)
class Findings:
    """What is wrong: opening word pairs with their counts, near-copies by id, faults by id."""

    openings: tuple[tuple[str, int], ...]
    copies: tuple[tuple[str, str, float], ...]
    faults: tuple[tuple[str, str], ...]

    def __bool__(self) -> bool:
        return bool(self.openings or self.copies or self.faults)


def check(corpus: Sequence[Comment]) -> Findings:
    """Check comments of all parts together; the parts must not share near-copies either."""
    return Findings(
        openings=tuple(_openings(corpus)),
        copies=tuple(_copies(corpus)),
        faults=tuple((each.id, fault) for each in corpus for fault in comments.faults(each)),
    )


def report(corpus: Sequence[Comment], findings: Findings, seed: int = 0) -> str:
    """Return a Markdown report: counts, findings, and lines drawn at random to be read."""
    drawn = random.Random(seed).sample(list(corpus), min(SAMPLE, len(corpus)))
    sections = [
        "# Report of the corpus checker",
        f"{len(corpus)} comments: {_counts(Counter(each.part for each in corpus))}.",
        f"Languages: {_counts(Counter(each.lang for each in corpus))}. "
        f"Sentiments: {_counts(Counter(each.sentiment for each in corpus))}. "
        f"Urgent: {sum(each.urgent for each in corpus)}.",
        f"Topics: {_counts(Counter(topic for each in corpus for topic in each.topics))}.",
        f"Services: {_counts(Counter(each.service for each in corpus))}. "
        f"Channels: {_counts(Counter(each.channel for each in corpus))}.",
        _listed(
            f"Opening word pairs above {OPENING_SHARE:.0%}",
            [f"{pair}: {times}" for pair, times in findings.openings],
        ),
        _listed(
            f"Pairs with a character-5-gram Jaccard above {LIKENESS}",
            [f"{one} and {other}: {share:.2f}" for one, other, share in findings.copies],
        ),
        _listed(
            "Labels out of the taxonomy", [f"{one}: {fault}" for one, fault in findings.faults]
        ),
        f"## {len(drawn)} comments drawn at random\n\n"
        + "\n".join(f"- {_told(each)}" for each in drawn),
    ]
    return "\n\n".join(sections) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the corpus that ships; return 1 when anything is found."""
    parser = argparse.ArgumentParser(prog="python -m classifiers.corpus_check", description=__doc__)
    parser.add_argument("--report", type=Path, help="write the report to this file")
    options = parser.parse_args(arguments)
    corpus = [each for part in CHECKED for each in comments.read_part(part)]
    findings = check(corpus)
    if options.report:
        options.report.write_text(report(corpus, findings), encoding="utf-8")
    print(
        f"{len(corpus)} comments, {len(findings.openings)} frequent openings, "
        f"{len(findings.copies)} near-copies, {len(findings.faults)} faults"
    )
    return 1 if findings else 0


def _openings(corpus: Sequence[Comment]) -> Iterator[tuple[str, int]]:
    counts = Counter(" ".join(each.text.lower().split()[:2]) for each in corpus)
    most = max(_FEWEST_OPENINGS, OPENING_SHARE * len(corpus))
    yield from ((pair, times) for pair, times in counts.most_common() if times > most)


def _copies(corpus: Sequence[Comment]) -> Iterator[tuple[str, str, float]]:
    """Yield pairs too much alike; only those that share a gram are ever compared."""
    holders: dict[str, list[int]] = defaultdict(list)
    sizes: list[int] = []
    for place, comment in enumerate(corpus):
        grams = _grams(comment.text)
        shared = Counter(other for gram in grams for other in holders[gram])
        for other, times in shared.items():
            likeness = times / (len(grams) + sizes[other] - times)
            if likeness > LIKENESS:
                yield corpus[other].id, comment.id, likeness
        for gram in grams:
            holders[gram].append(place)
        sizes.append(len(grams))


def _grams(text: str) -> set[str]:
    plain = " ".join(text.lower().split())
    return {plain[at : at + _GRAM] for at in range(max(1, len(plain) - _GRAM + 1))}


def _counts(counter: Counter[str]) -> str:
    return ", ".join(f"{name} {times}" for name, times in counter.most_common())


def _listed(title: str, lines: Sequence[str]) -> str:
    return f"## {title}\n\n" + ("\n".join(f"- {line}" for line in lines) or "None.")


def _told(comment: Comment) -> str:
    topics = " ".join(f"{topic}:{sign}" for topic, sign in comment.topics.items()) or "no topic"
    text = comment.text.replace("\n", " / ")
    return f"{text} ({comment.sentiment}; {topics}; {comment.intent})"


if __name__ == "__main__":
    sys.exit(main())
