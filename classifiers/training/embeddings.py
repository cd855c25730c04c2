"""Word-piece vectors from counts: positive pointwise mutual information, then a truncated SVD."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

WINDOW = 5
_CONTEXT_POWER = 0.75

_SCORES_SHARE = 2.0

Ids = NDArray[np.int32]
Vectors = NDArray[np.float32]


def learn(pieces: Sequence[Ids], vocabulary: int, size: int, seed: int) -> Vectors:
    """Return vectors of shape (vocabulary, size).

    Levy, Goldberg & Dagan 2015: U * sqrt(S) of the PPMI matrix with smoothed contexts is as good
    as word2vec on small text; here it costs a minute instead of an epoch.
    """
    from sklearn.utils.extmath import randomized_svd

    matrix = _ppmi(_counts(pieces, vocabulary))
    left, strengths, _ = randomized_svd(matrix, size, n_iter=3, random_state=seed)
    vectors = left * np.sqrt(strengths)
    unseen = ~vectors.any(axis=1)
    vectors[unseen] = np.random.default_rng(seed).normal(
        0, vectors.std(), (int(unseen.sum()), size)
    )
    return np.asarray(vectors, dtype=np.float32)


def beside(vectors: Vectors, scores: Vectors) -> Vectors:
    """Return each piece's vector with its scores beside, which weigh `_SCORES_SHARE` times it.

    So a network that does no more than take a mean already reads like a bag of weighed pieces.
    """
    return np.hstack([vectors / vectors.std(), _SCORES_SHARE * scores / scores.std()])


def _counts(pieces: Sequence[Ids], vocabulary: int) -> Any:
    """Count neighbours within WINDOW, the nearer the heavier, both ways."""
    from scipy.sparse import csr_array

    ids = np.concatenate(pieces)
    owner = np.repeat(np.arange(len(pieces)), [len(each) for each in pieces])
    total = csr_array((vocabulary, vocabulary), dtype=np.float32)
    for distance in range(1, WINDOW + 1):
        together = owner[:-distance] == owner[distance:]
        before, after = ids[:-distance][together], ids[distance:][together]
        weights = np.full(len(before), 1 / distance, dtype=np.float32)
        total = total + csr_array((weights, (before, after)), shape=total.shape)
    return total + total.T


def _ppmi(counts: Any) -> Any:
    found = counts.tocoo()
    words = counts.sum(axis=1)
    contexts = counts.sum(axis=0) ** _CONTEXT_POWER
    share = contexts / contexts.sum()
    rows, columns = found.coords
    values = np.log(found.data / (words[rows] * share[columns]))
    found.data = np.maximum(values, 0)
    found.eliminate_zeros()
    return found.tocsr()
