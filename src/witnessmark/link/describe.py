"""What is known of a fold: when, where, how, with what, against what, blamed on whom."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from witnessmark.link import places
from witnessmark.link.account import attackers
from witnessmark.link.vocabulary import is_generic
from witnessmark.model.claim import Claim, ClaimKind
from witnessmark.model.incident import IncidentKind
from witnessmark.model.place import Place

Interval = tuple[date | None, date | None]

# Claims that speak of an event or total itself; others in a fold (a denial, a campaign) only bear on it.
TELLING = frozenset(
    {
        ClaimKind.INCIDENT,
        ClaimKind.INCIDENT_UNSPECIFIED,
        ClaimKind.ATTRIBUTION,
        ClaimKind.STATED_INTENT,
        ClaimKind.AGGREGATE_TALLY,
        ClaimKind.CONTEXT_FIGURE,
        ClaimKind.PROTECTIVE_MEASURE,
    }
)


@dataclass(frozen=True, slots=True)
class Description:
    """What a fold's claims say of it, put together."""

    date: Interval
    place: Place | None
    method: tuple[str, ...]
    weapon: tuple[str, ...]
    target: tuple[str, ...]
    target_near: tuple[str, ...]
    attributed_to: tuple[str, ...]


def describe(kind: IncidentKind, claims: Sequence[Claim], parts: frozenset[str]) -> Description:
    """Put together what `claims` say; `parts` say when and where only where nothing else does.

    They are the ids of claims about a part of a total, or of an old report printed as new.
    """
    about = kind in (IncidentKind.SITUATION, IncidentKind.TERRITORIAL_CONTROL)
    telling = [c for c in claims if about or c.kind in TELLING] or list(claims)
    whole = [c for c in telling if c.id not in parts] or telling
    target = _union(c.target for c in telling)
    return Description(
        date=_date(kind, whole),
        place=_place(kind, whole),
        method=_specific(_union(c.event_type for c in telling)),
        weapon=_union(c.weapon for c in telling),
        target=target,
        target_near=tuple(t for t in _union(c.target_near for c in telling) if t not in target),
        attributed_to=_union(sorted(attackers(c)) for c in telling),
    )


def _union(values: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(sorted({v for vs in values for v in vs}))


def _specific(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Without the codes that say only "an attack", where another says more."""
    return tuple(c for c in codes if not is_generic(c)) or codes


def _date(kind: IncidentKind, claims: Sequence[Claim]) -> Interval:
    """Of an event the narrowest interval, of a total the one most claims give, of a situation its start."""
    known = [
        (c.date.start, c.date.end) for c in claims if c.date is not None and (c.date.start or c.date.end)
    ]
    if not known:
        return (None, None)
    times = Counter(known)
    if kind in (IncidentKind.AGGREGATE, IncidentKind.CONTEXT):
        return min(times, key=lambda i: (-times[i], -_days(i), str(i)))
    if kind is IncidentKind.SITUATION:
        return min(times, key=lambda i: (i[0] is None, -_start_days(claims, i), str(i)))
    return min(times, key=lambda i: (_days(i), -times[i], str(i)))


# Longer than any interval with two ends: an open one is the least narrow.
_OPEN = 10**6


def _days(interval: Interval) -> int:
    start, end = interval
    return (end - start).days if start is not None and end is not None else _OPEN


def _start_days(claims: Sequence[Claim], interval: Interval) -> int:
    """1 where a claim dates the start to a day rather than a month or year."""
    own = [c.date for c in claims if c.date is not None and (c.date.start, c.date.end) == interval]
    return max((w.precision.endswith("day") for w in own), default=False)


def _place(kind: IncidentKind, claims: Sequence[Claim]) -> Place | None:
    """Of an event the finest place, of a total the one most of its claims give; ties by reading order."""
    known = [p for c in claims if (p := places.scene(c)) is not None]
    if not known:
        return None
    times = Counter((p.name, p.level) for p in known)

    def rank(p: Place) -> tuple[int, int, int, str]:
        total = kind in (IncidentKind.AGGREGATE, IncidentKind.CONTEXT)
        fine, often = places.coarseness(p), -times[p.name, p.level]
        return (often, fine, p.lat is None, p.name) if total else (fine, often, p.lat is None, p.name)

    return min(known, key=rank)
