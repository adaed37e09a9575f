"""What a title leaves unsaid: the day, the place and the kind that the first sentence of the report gives.

A title tells the event of the report's opening, without its day. Where the opening says something else
(another figure for the same harm, another method, another country), the title keeps its own silence.
"""

from collections.abc import Sequence
from dataclasses import replace

from witnessmark.model.claim import Claim, ClaimKind
from witnessmark.model.document import TITLES, ZoneKind
from witnessmark.model.place import Place, PlacePrecision

# Claims of the body among which the opening's is looked for: those of its first sentence or two.
_OPENING = 6
_OF_EVENTS = frozenset({ClaimKind.INCIDENT, ClaimKind.AGGREGATE_TALLY, ClaimKind.PATTERN})
_SETTLED = frozenset({PlacePrecision.NEIGHBOURHOOD, PlacePrecision.TOWN, PlacePrecision.CITY})


def date_titles(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with each undated one of a title given the time of the opening, if both can be one event."""
    body = sorted((c for c in claims if c.zone is ZoneKind.BODY), key=lambda c: c.start)[:_OPENING]
    told = [
        c for c in body if c.kind is ClaimKind.INCIDENT and c.date is not None and c.date.start is not None
    ]
    return [_dated(c, told) if c.zone in TITLES and c.date is None else c for c in claims]


def _dated(c: Claim, told: Sequence[Claim]) -> Claim:
    rivals = [t for t in told if c.count and t.count and t.count.measure == c.count.measure]
    fitting = [t for t in rivals if _same_number(c, t)] if rivals else [t for t in told if _fits(c, t)]
    opening = fitting[0] if fitting else None
    if c.kind not in _OF_EVENTS or opening is None or opening.date is None:
        return c
    time = replace(opening.date, method=f"the report's opening; {opening.date.method}")
    place = c.location or (replace(opening.location, inherited=True) if opening.location else None)
    return replace(c, date=time, location=place, kind=ClaimKind.INCIDENT)


def _same_number(c: Claim, t: Claim) -> bool:
    """Whether two counts of one measure can be one: titles leave "at least" out and round to "dozens"."""
    if c.count is None or t.count is None:
        return False
    if c.count.value is None or t.count.value is None:
        return c.count.value == t.count.value or (c.count.low or 0) <= (t.count.value or t.count.low or 0)
    return c.count.value == t.count.value


def _fits(c: Claim, t: Claim) -> bool:
    """Whether an act of a title can be the one the opening tells."""
    if c.location and t.location and not _near(c.location.place, t.location.place):
        return False
    return bool(set(c.event_type) & set(t.event_type))


def _near(one: Place, other: Place) -> bool:
    """Whether two places can be one: of one country if known, not two settlements of other names."""
    apart = one.name != other.name and _SETTLED.issuperset((one.precision, other.precision))
    together = one.country == other.country or None in (one.country, other.country)
    return together and not apart
