"""The page on confidence, with the figures of the last fit."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from confidence.reliability import Bin


class Held(NamedTuple):
    """How stated confidence held on some claims."""

    claims: int
    right: float
    error: float
    below: int
    right_below: float
    right_above: float
    bins: Sequence[Bin]


_PAGE = """# Confidence: how sure a claim is

Written by `bench/confidence/fit.py`; run it again after the grammar changes.

The `confidence` of a claim that counts something is the share of right ones among claims like it in
annotated articles. Right means two things at once: the figure (measure, group and every bound) and whether
it is of one event, a total or background. It says nothing about whether what is claimed is true; that is
what [grades](grade.md) are for.

It is made from what the claim is like: its rule, measure, kind, kind of number and zone, and whether its
place and day are its own, inherited or missing. Each has a weight on the log-odds
(`codebook/data/confidence.yaml`), pulled towards none as far as few claims bear it out: logistic regression
with a normal prior of precision {pull:g}, chosen on the building half by leaving out one conflict at a
time. Who speaks was tried as well and told nothing more.

## How well it holds

The weights come from one half of the articles in `bench/articles`; the other half was never looked at.
There the confidence stated is compared with the share that was right, in ten bins of equal width; the
calibration error is the mean distance of the two over all claims.

| articles | claims | right | calibration error | below {below} | of them right | of the rest |
|---|---|---|---|---|---|---|
{rows}

![Stated confidence and share of right claims](../images/confidence.svg)

Points below the line claim too much. The grammar itself was built with the half the weights are fitted on,
so that claims of other texts are right a little less often than they state.

## What bears on it most

| a claim with | weight |
|---|---|
{weights}

## What it is for

A claim below {below} is more likely wrong than right. It is kept and counted like any other, since nothing
is dropped for being doubtful, but `witnessmark review CASE` lists it, the least sure first, and `status`
says how many there are.

## What it cannot say

- Whether place, day, speaker and perpetrator are right: these have scores of their own in the bench.
- Anything about statements without a figure: the articles list only the clear ones, so a share of right
  ones cannot be taken. Their confidence is null, as is that of a claim in a language the articles are not
  in.
- How sure a claim is on texts of another sort, such as tables or messages: the articles are news and
  reports.
"""
SHOWN = 8  # weights on either side


def page(held: Mapping[str, Held], weights: Mapping[str, float], pull: float, below: float) -> str:
    """The whole page."""
    rows = "\n".join(
        f"| {name} | {h.claims} | {h.right:.2f} | {h.error:.3f} | {h.below} | {h.right_below:.2f} "
        f"| {h.right_above:.2f} |"
        for name, h in held.items()
    )
    ranked = sorted(weights.items(), key=lambda item: (item[1], item[0]))
    shown = [*reversed(ranked[-SHOWN:]), *reversed(ranked[:SHOWN])]
    told = "\n".join(f"| `{name}` | {weight:+.2f} |" for name, weight in shown)
    return _PAGE.format(pull=pull, below=below, rows=rows, weights=told)
