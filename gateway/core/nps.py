"""The Net Promoter Score of a group of answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor, sqrt
from statistics import NormalDist
from typing import Literal

Comparability = Literal["hidden", "too_few_to_compare", "comparable"]

COMPARABLE_FROM = 30
PROMOTER_FROM, DETRACTOR_UP_TO = 9, 6
_Z = NormalDist().inv_cdf(0.975)
# Rocks 2016: three imagined answers, a quarter of them promoters and a quarter detractors.
_ADDED, _ADDED_AT_EACH_END = 3.0, 0.75


@dataclass(frozen=True, slots=True)
class Classes:
    """How many answers were promoters (9-10), passives (7-8) and detractors (0-6)."""

    promoters: int
    passives: int
    detractors: int

    @property
    def n(self) -> int:
        """How many answers carried a score."""
        return self.promoters + self.passives + self.detractors


@dataclass(frozen=True, slots=True)
class Nps:
    """A score with its 95 % interval, integers from -100 to 100, shown without a % sign."""

    value: int
    low: int
    high: int


def nps_class(score: int) -> Literal["promoter", "passive", "detractor"]:
    """The class of one score, 0 to 10."""
    if score >= PROMOTER_FROM:
        return "promoter"
    return "detractor" if score <= DETRACTOR_UP_TO else "passive"


def classify(scores: Mapping[int, int]) -> Classes:
    """Fold counts per score (0-10) into the three classes."""
    promoters = sum(count for score, count in scores.items() if score >= PROMOTER_FROM)
    detractors = sum(count for score, count in scores.items() if score <= DETRACTOR_UP_TO)
    return Classes(promoters, sum(scores.values()) - promoters - detractors, detractors)


def variance(promoters: float, detractors: float) -> float:
    """The variance of one answer's contribution, from the two shares (0-1)."""
    return promoters + detractors - (promoters - detractors) ** 2


def measure(classes: Classes) -> Nps:
    """The score with its adjusted Wald interval; at least one answer is needed.

    The interval is that of Rocks, "Interval Estimation for the Net Promoter Score", The American
    Statistician 70(4), 2016: three answers are added, and it lies around the score of that larger
    group, so it is not symmetric around `value`.
    """
    score = 100 * (classes.promoters - classes.detractors) / classes.n
    n = classes.n + _ADDED
    p = (classes.promoters + _ADDED_AT_EACH_END) / n
    d = (classes.detractors + _ADDED_AT_EACH_END) / n
    half = _Z * sqrt(variance(p, d) / n)
    return Nps(_shown(score), _shown(100 * (p - d - half)), _shown(100 * (p - d + half)))


def compare(n: int, k: int) -> Comparability:
    """What a score of `n` answers is good for when groups smaller than `k` are hidden."""
    if n < k:
        return "hidden"
    return "comparable" if n >= max(k, COMPARABLE_FROM) else "too_few_to_compare"


def _shown(score: float) -> int:
    return max(-100, min(100, floor(abs(score) + 0.5) * (1 if score >= 0 else -1)))
