"""The model card that lies beside the weights."""

from collections.abc import Mapping, Sequence
from typing import Any

from classifiers import evaluation
from classifiers.baselines import Reader
from classifiers.comments import Comment

_HEADER = """---
language: [fi, sv, en]
license: cc-by-sa-4.0
pipeline_tag: text-classification
---
"""

_ABOUT = """# Korva's reader of comments, {version}

Reads what patients and clients of a wellbeing services county write, and says the sentiment
(negative, neutral, positive, mixed), twelve topics each with its polarity, the intent, and whether
a person must act now. A ModernBERT of {layers} layers, {width} wide, {parameters:.1f} million
parameters, trained from nothing by `korva train` on {train} comments written for it
(corpus `{corpus}`).

## Outputs

One head, groups by the names of its labels: `sentiment:*` and `intent:*` by softmax;
`topic:TOPIC:*` by softmax together with "absent", whose output is always 0; `urgent` by sigmoid.
Temperature and thresholds, chosen on the dev part, are in `config.json` under `korva`. Lower case
and upper case, umlauts and their lack are the same to it.

## Limits

- It has read invented comments, no real ones. Check it on labelled comments of your own with
  `korva evaluate FILE` before you trust a figure.
- Swedish and English are a small part of what it learnt from.
- `unsure` is honest advice, not a guarantee; irony and understatement are often missed.
- `urgent` is tuned to miss little and calls too often. It never replaces a person who reads.
- Texts over 256 word pieces are read by their beginning.

## Data and licence

The corpus of Korva (CC BY 4.0). Body: masked-language pre-training on openly licensed Finnish
text, some of it CC BY-SA 4.0, hence this model's licence; tone from FinnSentiment (Lindén,
Jauhiainen & Hardwick 2023, CC BY 4.0) and XED (Öhman et al. 2020, CC BY 4.0).
"""


def write(
    config: Any,
    parameters: int,
    train: int,
    measured: Sequence[Comment],
    readers: Mapping[str, Reader],
) -> str:
    """Return the card: what the model is, its limits, and its figures on `measured`."""
    written = config.korva
    about = _ABOUT.format(
        version=written["version"],
        corpus=written["corpus"],
        layers=config.num_hidden_layers,
        width=config.hidden_size,
        parameters=parameters / 1e6,
        train=train,
    )
    return f"{_HEADER}{about}\n#{evaluation.report(measured, readers)}"
