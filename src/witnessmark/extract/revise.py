"""A document's words against each other: a figure with a loose time once and an exact one elsewhere.

The exact interval holds for both; where the loose words cannot mean it ("last year" for an interval that runs
into this one), the contradiction is kept as a relation.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from witnessmark.model.claim import Claim, Relation, RelationType
from witnessmark.model.when import TimePrecision, When

_LOOSE = frozenset(
    {TimePrecision.YEAR, TimePrecision.RELATIVE_YEAR, TimePrecision.MONTH, TimePrecision.UNRESOLVED}
)
_EXACT = frozenset({TimePrecision.DAY, TimePrecision.RANGE_DAYS})


def revise_times(claims: Sequence[Claim]) -> tuple[list[Claim], list[Relation]]:
    """The claims with loose times narrowed by the same figure's exact one, and the contradictions found."""
    same: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for c in claims:
        if c.count is not None and c.count.value is not None:
            same[c.count.measure, c.count.value, c.count.low, c.count.high].append(c)
    out = {c.id: c for c in claims}
    found: list[Relation] = []
    for figures in same.values():
        exact = next((c for c in figures if c.date and c.date.precision in _EXACT and c.date.start), None)
        if exact is None or exact.date is None:
            continue
        for c in figures:
            if c is exact or (c.date is not None and c.date.precision not in _LOOSE):
                continue
            out[c.id] = replace(c, date=_narrowed(c.date, exact.date))
            if c.date is not None and not _holds(c.date, exact.date):
                words = f"{c.date.verbatim!r} against {exact.date.verbatim!r}"
                found.append(Relation(RelationType.CONTRADICTION, (c.id,), exact.id, words))
    return [out[c.id] for c in claims], found


def _narrowed(loose: When | None, exact: When) -> When:
    said = f"; the words here are {loose.verbatim!r}" if loose else ""
    return replace(exact, method=f"the document's interval for the same figure{said}")


def _holds(loose: When, exact: When) -> bool:
    """Whether the exact interval lies inside what the loose words mean, as far as both are known."""
    if not (loose.start and loose.end and exact.start and exact.end):
        return True
    return loose.start <= exact.start and exact.end <= loose.end
