"""Logistic regression on named features, with a pull of every weight towards none."""

from collections.abc import Iterable, Mapping, Sequence
from math import exp, log

from confidence.observe import Observed

SWEEPS = 60  # over all weights; by then none moves in the third digit on some thousand claims
EDGE = 1e-6  # keeps a logarithm finite


class Fitted:
    """An intercept and weights; `of` gives the chance that a claim with these features is right."""

    def __init__(self, intercept: float, weights: Mapping[str, float]) -> None:
        self.intercept = intercept
        self.weights = weights

    def of(self, features: Iterable[str]) -> float:
        return squashed(self.intercept + sum(self.weights.get(f, 0.0) for f in features))


def fit(observed: Sequence[Observed], pull: float) -> Fitted:
    """The weights of highest posterior, each with a normal prior of precision `pull` around none.

    A rule seen twice thus stays near the share of all claims; one seen a hundred times has its own.
    """
    rows = [(o.features, float(o.right)) for o in observed]
    scores = [0.0] * len(rows)
    at: dict[str, list[int]] = {}
    for n, (features, _) in enumerate(rows):
        for f in features:
            at.setdefault(f, []).append(n)
    weights = dict.fromkeys(sorted(at), 0.0)
    intercept = 0.0
    everything = range(len(rows))
    for _ in range(SWEEPS):
        intercept += _step(rows, scores, everything, 0.0, EDGE)
        for f in weights:
            weights[f] += _step(rows, scores, at[f], weights[f], pull)
    return Fitted(intercept, weights)


def _step(
    rows: Sequence[tuple[Sequence[str], float]],
    scores: list[float],
    at: Iterable[int],
    weight: float,
    pull: float,
) -> float:
    """One Newton step of one weight, already added to the scores of its rows."""
    slope, bend = -pull * weight, pull
    for n in at:
        p = squashed(scores[n])
        slope += rows[n][1] - p
        bend += p * (1 - p)
    for n in at:
        scores[n] += slope / bend
    return slope / bend


def squashed(score: float) -> float:
    return 1 / (1 + exp(-score))


def surprise(chances: Sequence[float], right: Sequence[bool]) -> float:
    """The mean logarithmic loss."""
    return -sum(log(max(p if r else 1 - p, EDGE)) for p, r in zip(chances, right, strict=True)) / len(chances)
