"""Shares with their intervals, and whether two mixes differ."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import erfc, exp, gamma, log, sqrt
from statistics import NormalDist

Z_95 = NormalDist().inv_cdf(0.975)
#: Cochran, "Some methods for strengthening the common chi-square tests", Biometrics 10(4), 1954.
FEWEST_EXPECTED = 5.0
#: Siddiqi, "Credit Risk Scorecards", Wiley 2006: below 0.10 no change, from 0.25 a marked one.
PSI_SOME, PSI_MUCH = 0.10, 0.25


@dataclass(frozen=True, slots=True)
class Share:
    """A share of `n` with its 95 % interval, each from 0 to 1."""

    count: int
    n: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """The share itself."""
        return self.count / self.n


@dataclass(frozen=True, slots=True)
class Difference:
    """How far two mixes are apart: Pearson's chi-square with its p-value, and the population
    stability index."""

    chi_square: float
    freedom: int
    p: float
    psi: float


def share(count: int, n: int) -> Share:
    """A share with its score interval; `n` is at least 1.

    Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
    American Statistical Association 22(158), 1927.
    """
    p, z2 = count / n, Z_95**2
    middle = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = Z_95 * sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return Share(count, n, max(0.0, middle - half), min(1.0, middle + half))


def compare(now: Mapping[str, int], before: Mapping[str, int]) -> Difference | None:
    """The difference of two mixes of the same classes; None where too few are in one of them.
    Mixes of one and the same class alone do not differ.

    Classes of which fewer than five would be expected in either are put together first.
    """
    filled = [{name for name, count in mix.items() if count} for mix in (now, before)]
    if filled[0] == filled[1] and len(filled[0]) == 1:
        return Difference(0.0, 0, 1.0, 0.0)
    pairs = _pooled([(now.get(name, 0), before.get(name, 0)) for name in {**before, **now}])
    if len(pairs) < 2:
        return None
    n, m = (sum(side) for side in zip(*pairs, strict=True))
    chi_square = sum(
        (count - expected) ** 2 / expected
        for pair in pairs
        for count, expected in zip(pair, _expected(pair, n, m), strict=True)
    )
    freedom = len(pairs) - 1
    return Difference(chi_square, freedom, p_value(chi_square, freedom), _psi(pairs, n, m))


def p_value(chi_square: float, freedom: int) -> float:
    """The chance of at least this chi-square with so many degrees of freedom, 1 or more.

    Abramowitz & Stegun, "Handbook of Mathematical Functions", 1964, 26.4.4 and 26.4.5.
    """
    half = chi_square / 2
    if freedom % 2:
        first, terms = erfc(sqrt(half)), [each + 0.5 for each in range((freedom - 1) // 2)]
    else:
        first, terms = 0.0, [float(each) for each in range(freedom // 2)]
    return min(1.0, first + exp(-half) * sum(_term(half, each) for each in terms))


def _term(half: float, power: float) -> float:
    return float(half**power) / gamma(power + 1)


def _pooled(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs with the smallest of them put together until enough is expected of each."""
    n, m = (sum(side) for side in zip(*pairs, strict=True)) if pairs else (0, 0)
    kept = sorted((pair for pair in pairs if sum(pair)), key=sum, reverse=True)
    while len(kept) > 1 and min(_expected(kept[-1], n, m)) < FEWEST_EXPECTED:
        last, other = kept.pop(), kept.pop()
        kept.append((last[0] + other[0], last[1] + other[1]))
        kept.sort(key=sum, reverse=True)
    return kept if n and m else []


def _expected(pair: tuple[int, int], n: int, m: int) -> tuple[float, float]:
    both = sum(pair)
    return both * n / (n + m), both * m / (n + m)


def _psi(pairs: Sequence[tuple[int, int]], n: int, m: int) -> float:
    return sum(_instability(*each) for each in _shares(pairs, n, m))


def _shares(pairs: Sequence[tuple[int, int]], n: int, m: int) -> Iterator[tuple[float, float]]:
    # Half an answer more in each class, so that an empty one has a logarithm.
    for now, before in pairs:
        yield (now + 0.5) / (n + 0.5 * len(pairs)), (before + 0.5) / (m + 0.5 * len(pairs))


def _instability(now: float, before: float) -> float:
    return (now - before) * log(now / before)
