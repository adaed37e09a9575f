"""Writes `link/data/model.json`, and its query: conditions of `comparisons.yaml`, fitted on known events.

python bench/linking/fit.py --keep READINGS FOLDER...

A folder holds `documents.jsonl` (as `witnessmark read` takes it) and `gold.jsonl` (a line for an event:
`incident`, `documents`), gzipped or not; `province.yaml` is always fitted on too. Readings are kept in the
folder READINGS, so that a second fit takes a minute. `judged.yaml` adds bits where the sets cannot know.
`fitted.json` gets the sets, the date, and how well each set is grouped by weights that were not fitted on it:
pairs of one half weighed by the other half's fit, pairs across the halves by the mean of both.
"""

import argparse
import json
import math
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from linking.clusters import b_cubed, f, pairs
from linking.labelled import Flags, Floats, Labelled, of_cases, of_folder
from linking.levels import names, one_hot
from linking.run import FITTED
from linking.shape import Settings, judged, shape

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "src" / "witnessmark" / "link" / "data"
# Strength of the ridge, inverse: from .1 to 1 the scores in fitted.json differ by less than .01.
RIDGE = 0.5
# Our own province is the one set in which events are dense in place and time. A pair of it counts this often:
# from 3 to 10 all sets keep their scores, with 30 those of the others fall.
OWN = 5
DIGITS = 6

Weights = tuple[Floats, float]  # bits of every level, and the constant


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit, write, and print what was written beside the model."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--keep", type=Path, required=True, help="folder for readings")
    given = parser.parse_args(arguments)
    settings = shape()
    # Sets go by their place: what is kept here names none of those it was fitted on.
    sets = [
        replace(of_folder(folder, settings, given.keep), name=f"set {n}")
        for n, folder in enumerate(given.folders, 1)
    ]
    sets.append(of_cases(FITTED, settings, repeated=OWN))
    added = _judged(settings)
    # A pair across the halves, never one event, is in the half of its first: each has its share of them.
    halves = [_fit(settings, sets, added, lambda s, h=h: s.halves[:, 0] == h) for h in (0, 1)]
    whole = _fit(settings, sets, added, lambda s: s.main)
    _write(settings, sets, whole)
    told = {
        "fitted_on": {s.name: {"documents": len(s.expected), "pairs": int(s.main.sum())} for s in sets},
        "date": datetime.now(UTC).date().isoformat(),
        "by_the_other_half": {s.name: _score(s, _crossed(settings, s, halves)) for s in sets},
        "by_the_model": {s.name: _score(s, _weigh(settings, s, whole)) for s in sets},
    }
    (HERE / "fitted.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(told, indent=1))
    return 0


def _fit(
    settings: Settings, sets: Sequence[Labelled], added: Floats, chosen: Callable[[Labelled], Flags]
) -> Weights:
    """By logistic regression: its coefficients are bits, and comparisons that agree share their say."""
    from sklearn.linear_model import LogisticRegression

    taken = [chosen(s) & s.main for s in sets]
    some = list(zip(sets, taken, strict=True))
    found = LogisticRegression(C=RIDGE, max_iter=3000).fit(
        np.concatenate([one_hot(settings, s.levels[k]) for s, k in some]),
        np.concatenate([s.same[k] for s, k in some]),
        sample_weight=np.concatenate([np.full(k.sum(), float(s.repeated)) for s, k in some]),
    )
    return found.coef_[0] / math.log(2) + added, float(found.intercept_[0]) / math.log(2)


def _judged(settings: Settings) -> Floats:
    """What was judged, as bits of every level."""
    extra = {(row["comparison"], row["level"]): float(row["bits"]) for row in judged()}
    known = names(settings)
    if unknown := sorted(extra.keys() - set(known)):
        raise SystemExit(f"judged.yaml: no such level: {unknown}")
    return np.array([extra.get(name, 0.0) for name in known])


def _weigh(settings: Settings, given: Labelled, weights: Weights) -> Floats:
    bits: Floats = one_hot(settings, given.levels) @ weights[0] + weights[1]
    return bits


def _crossed(settings: Settings, given: Labelled, halves: Sequence[Weights]) -> Floats:
    """The weight of every pair by the half, or halves, that neither of the two is in."""
    zero, one = (_weigh(settings, given, weights) for weights in halves)
    ones = given.halves.sum(axis=1)  # of the two reports of a pair, how many are in half 1
    return np.choose(ones, [one, (zero + one) / 2, zero])


def _score(given: Labelled, weights: Floats) -> dict[str, float]:
    answer = given.answer(weights)
    precision, recall = b_cubed(answer, given.expected)
    pairwise = pairs(answer, given.expected)
    return {
        "b3_f1": round(f(precision, recall), 3),
        "b3_precision": round(precision, 3),
        "pairs_f1": round(pairwise.f1, 3),
        "pairs_precision": round(pairwise.precision, 3),
    }


def _write(settings: Settings, sets: Sequence[Labelled], weights: Weights) -> None:
    """Bits as m and u: u is how often a level is met among other events, m is u times two to the bits."""
    from witnessmark.link.weights import written

    bits, constant = weights
    others = np.concatenate([one_hot(settings, s.levels[s.main & ~s.same]) for s in sets])
    start = 0
    for comparison in settings["comparisons"]:
        known = comparison["comparison_levels"]
        u = others[:, start : start + len(known)].sum(axis=0) + 1
        u = u / u.sum()
        m = u * 2 ** bits[start : start + len(known)]
        constant += math.log2(m.sum())  # what m sums to above 1 belongs to the prior
        for level, one, other in zip(known, m / m.sum(), u, strict=True):
            level["m_probability"], level["u_probability"] = _cut(one), _cut(other)
        start += len(known)
    settings["probability_two_random_records_match"] = _cut(1 / (1 + 2**-constant))
    (DATA / "model.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    (DATA / "weights.sql").write_text(written(settings), encoding="utf-8")


def _cut(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")


if __name__ == "__main__":
    sys.exit(main())
