"""The model card that lies beside the weights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from classifiers import evaluation, metrics
from classifiers.baselines import Reader
from classifiers.comments import Comment

_HEADER = """---
language: [fi, sv, en]
license: {licence}
pipeline_tag: text-classification
---
"""

_ABOUT = """# Korva's reader of comments, {version}

Reads what patients and clients of a wellbeing services county write, and says the sentiment
(negative, neutral, positive, mixed), twelve topics each with its polarity, the intent, and whether
a person must act now. {body}, {parameters:.1f} million
parameters, {start} by `korva train` on {comments} comments (corpus `{corpus}`).

## Outputs

One head, groups by the names of its labels: `sentiment:*` and `intent:*` by softmax;
`topic:TOPIC:*` by softmax together with "absent", whose output is always 0; `urgent` by sigmoid.
Temperature and thresholds, chosen on the dev part, are in `config.json` under `korva`.{case}

## Limits

- It has read invented comments, no real ones. Check it on labelled comments of your own with
  `korva evaluate FILE` before you trust a figure.
- Swedish and English are a small part of what it learnt from.
- `unsure` is honest advice, not a guarantee; irony and understatement are often missed.
- `urgent` is tuned to miss little and calls too often. It never replaces a person who reads.
- Longer texts are read in windows of {window} word pieces; how well that goes is not measured.

## Data and licence

The corpus of Korva (CC BY 4.0), and a teacher fitted on it: linear models of word and character
n-grams that also know a hand-written lexicon of the domain in three languages. The network learnt
to say what the teacher says of texts put together of fragments of the corpus{drawn}.{body_data}
"""

_RAW = """
Raw text, also for the word-piece vectors{guessed}: openly licensed Finnish text, some of it
CC BY-SA 4.0, hence this model's licence."""
_GUESSED = " and for guessing hidden pieces, {pieces:,} of them"
_TONE = """
Tone, beside the pre-training: FinnSentiment (Lindén, Jauhiainen & Hardwick 2023, CC BY 4.0) and
XED (Öhman et al. 2020, CC BY 4.0)."""
_BASE = """
The body is `{base}`; its licence holds for this model too."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a model was made from; `base` is the encoder that was fine-tuned, if any."""

    parameters: int
    comments: int
    base: str | None
    raw: bool
    auxiliary: bool
    pretraining: int


def write(
    config: Any,
    origin: Origin,
    measured: Sequence[Comment],
    urgent: Sequence[Comment],
    readers: Mapping[str, Reader],
) -> str:
    """Return the card: what the model is, its limits, and its figures on `measured`."""
    figures = f"\n#{evaluation.report(measured, readers)}"
    return _header(config, origin) + figures + (_urgent_test(urgent, readers) if urgent else "")


def _header(config: Any, origin: Origin) -> str:
    written = config.korva
    about = _ABOUT.format(
        version=written["version"],
        corpus=written["corpus"],
        body=_body(config),
        start="fine-tuned" if origin.base else "trained from nothing",
        parameters=origin.parameters / 1e6,
        comments=origin.comments,
        case="" if origin.base else "\nCase, and umlauts or their lack, are the same to it.",
        window=min(256, getattr(config, "max_position_embeddings", 256)),
        drawn=" and of raw text" if origin.raw else "",
        body_data=_body_data(origin),
    )
    return _HEADER.format(licence=_licence(origin)) + about


def _body(config: Any) -> str:
    kind = type(config).__name__.removesuffix("Config")
    return f"A {kind} of {config.num_hidden_layers} layers, {config.hidden_size} wide"


def _body_data(origin: Origin) -> str:
    if origin.base:
        return _BASE.format(base=origin.base)
    if not origin.raw:
        return ""
    guessed = _GUESSED.format(pieces=origin.pretraining) if origin.pretraining else ""
    tone = _TONE if origin.auxiliary and origin.pretraining else ""
    return _RAW.format(guessed=guessed) + tone


def _licence(origin: Origin) -> str:
    if origin.base:
        return "other"
    return "cc-by-sa-4.0" if origin.raw else "cc-by-4.0"


def _urgent_test(urgent: Sequence[Comment], readers: Mapping[str, Reader]) -> str:
    """Return how a written test of urgent and merely alarming texts is read."""
    lines = ["", "## The test of urgent texts", ""]
    there = sum(each.urgent for each in urgent)
    lines += [f"{len(urgent)} texts, {there} of them urgent, in no other part of the corpus.", ""]
    lines += ["| reader | recall | precision |", "| --- | --- | --- |"]
    for name, reader in readers.items():
        found = evaluation.intervals(evaluation.pair(urgent, reader))
        lines.append(f"| {name} | {found['urgent recall']} | {found['urgent precision']} |")
    return "\n".join([*lines, *_by_language(urgent, next(iter(readers.values()))), ""])


def _by_language(urgent: Sequence[Comment], reader: Reader) -> list[str]:
    lines = ["", "| language | recall | precision | urgent |", "| --- | --- | --- | --- |"]
    pairs = evaluation.pair(urgent, reader)
    for language in sorted({each.lang for each in urgent}):
        some = [pair for pair in pairs if pair[0].lang == language]
        found = metrics.headlines(some)
        there = sum(comment.urgent for comment, _ in some)
        recall, precision = found["urgent recall"], found["urgent precision"]
        lines.append(f"| {language} | {recall:.2f} | {precision:.2f} | {there} |")
    return lines
