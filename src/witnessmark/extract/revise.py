"""What a document says in one place and means in another: times and places that its totals share.

A figure with a loose time once and an exact one elsewhere has the exact one; where the loose words cannot
mean it ("last year" for an interval that runs into this one), the contradiction is kept as a relation. Totals
of one origin without a time or place of their own have the period and the area that its report gives.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date as day

from witnessmark.extract.attribution import is_unnamed
from witnessmark.model.claim import Claim, Claimant, ClaimKind, Relation, RelationType
from witnessmark.model.document import TITLES, ZoneKind
from witnessmark.model.place import Location
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
            same[_figure(c)].append(c)
    out = {c.id: c for c in claims}
    found: list[Relation] = []
    for figures in same.values():
        exact = next((c for c in figures if c.date and c.date.precision in _EXACT and c.date.start), None)
        if exact is None or exact.date is None:
            continue
        for c in figures:
            if c is exact or (c.date is not None and c.date.precision not in _LOOSE):
                continue
            one_event = c.date is None and exact.kind is ClaimKind.INCIDENT
            kind = exact.kind if one_event and c.kind is ClaimKind.AGGREGATE_TALLY else c.kind
            out[c.id] = replace(c, date=_narrowed(c.date, exact.date), kind=kind)
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


def revise_titles(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with each title's unnamed speaker given the article's name for whoever said that figure.

    A title's "officials say" are the article's health officials: one origin, not two that confirm each other.
    """
    body = {_figure(c): c for c in reversed(claims) if c.count and c.zone is ZoneKind.BODY}
    out: list[Claim] = []
    for c in claims:
        said = body.get(_figure(c)) if c.count and c.zone in TITLES and is_unnamed(_origin(c)) else None
        out.append(replace(c, claimants=_inherited(said)) if said and _origin(said) else c)
    return out


def _figure(c: Claim) -> tuple[object, ...]:
    return (c.count.measure, c.count.value, c.count.low, c.count.high) if c.count else ()


def _inherited(c: Claim) -> tuple[Claimant, ...]:
    return tuple(replace(name, explicit=False) for name in c.claimants)


def complete_totals(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with totals given the period and area of their origin's report, marked as inherited."""
    areas: dict[str, Location] = {}
    out: list[Claim] = []
    periods = _periods(claims)
    for c in claims:
        origin = _origin(c)
        if c.kind is not ClaimKind.AGGREGATE_TALLY or origin is None:
            out.append(c)
            continue
        if c.location is not None and not c.location.inherited:
            areas.setdefault(origin, c.location)
        elif c.location is None and origin in areas:
            c = replace(c, location=replace(areas[origin], inherited=True))  # noqa: PLW2901  (the same claim)
        if c.date is None or (c.date.start is None and c.date.precision is TimePrecision.UNRESOLVED):
            period = _period(c, periods.get(origin, ()))
            c = replace(c, date=period) if period else c  # noqa: PLW2901  (as above)
        out.append(c)
    return out


def _origin(c: Claim) -> str | None:
    """Who counted: the first claimant that the text names."""
    return c.claimants[0].name if c.claimants and len(c.claimants) > 1 else None


def _periods(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """By origin, the statements that say since when: what stepped up, began or was resumed then."""
    out: dict[str, list[Claim]] = defaultdict(list)
    for c in claims:
        origin = _origin(c)
        if origin and c.count is None and c.date and c.date.precision is TimePrecision.OPEN_SINCE_DAY:
            out[origin].append(c)
    return out


def _period(c: Claim, stated: Sequence[Claim]) -> When | None:
    """The period for a total: that of its own weapon, else the earliest stated for none in particular."""
    own = [s for s in stated if set(s.weapon) & set(c.weapon)]
    general = [s for s in stated if not s.weapon]
    chosen = min(own or general, key=_since, default=None)
    if chosen is None or chosen.date is None:
        return None
    return replace(chosen.date, method=f"the period its origin's report states; {chosen.date.method}")


def _since(c: Claim) -> tuple[day, int]:
    return (c.date.start if c.date and c.date.start else day.max, c.start)
