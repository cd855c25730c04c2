"""What a training starts from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from classifiers.comments import Comment
from classifiers.training import raw_text
from classifiers.training.finetuning import Plan as FinetuningPlan
from classifiers.training.lexicon import Term
from classifiers.training.practice import Plan as PracticePlan
from classifiers.training.pretraining import Plan as PretrainingPlan


@dataclass(frozen=True, slots=True)
class Inputs:
    """Data and plans; `work` keeps finished steps, so that a stopped one goes on.

    `raw` and `auxiliary` are for a body of our own; `base` is an encoder to fine-tune instead.
    """

    train: Sequence[Comment]
    dev: Sequence[Comment]
    measured: Sequence[Comment]
    work: Path
    urgent: Sequence[Comment] = ()
    terms: Sequence[Term] = ()
    raw: Path | None = None
    auxiliary: Path | None = None
    base: str | None = None
    seeds: int = 2
    threads: int = 2
    pretraining: PretrainingPlan = field(default_factory=PretrainingPlan)
    practice: PracticePlan = field(default_factory=PracticePlan)
    finetuning: FinetuningPlan = field(default_factory=FinetuningPlan)

    def raw_texts(self) -> list[str]:
        """Read the raw text, if any; raises CorpusUnusable."""
        return raw_text.read(self.raw) if self.raw else []
