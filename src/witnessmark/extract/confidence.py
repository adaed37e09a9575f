"""How sure a claim is: the share of right ones among claims like it in annotated articles.

Right means that what it counts, and whether that is one event, a total or background, are as the annotators
read them. The weights are fitted by bench/confidence and lie in the codebook; docs/method/confidence.md says
how well they hold on articles they were not fitted on. A statement that counts nothing has no share: the
articles list only the clear ones.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import exp

from witnessmark import codebook
from witnessmark.model.claim import Claim


def with_confidence(claims: Sequence[Claim], language: str) -> list[Claim]:
    """The claims, those that count something with their confidence where it was measured for the language."""
    known = codebook.load().confidence
    if language not in known.languages:
        return list(claims)
    weight = known.weights.get
    out = []
    for c in claims:
        if c.count is None:
            out.append(c)
            continue
        score = known.intercept + sum([weight(f, 0.0) for f in features(c)])
        # Two digits: the articles tell no finer.
        out.append(replace(c, confidence=round(1 / (1 + exp(-score)), 2)))
    return out


def features(claim: Claim) -> tuple[tuple[str, str], ...]:
    """What a claim is like, as far as it bears on whether it is right: names and values."""
    count = claim.count
    return (
        ("rule", claim.rule),
        ("zone", claim.zone),
        ("kind", claim.kind),
        ("place", _place(claim)),
        ("date", _date(claim)),
        ("number", count.qualifier if count else ""),
        ("measure", count.measure if count else ""),
    )


def _place(claim: Claim) -> str:
    if claim.location is None:
        return "none"
    return "inherited" if claim.location.inherited else "own"


def _date(claim: Claim) -> str:
    if claim.date is None:
        return "none"
    return "inherited" if claim.date.inherited else "own"
