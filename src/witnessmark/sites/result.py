"""Whether a site had been notified when it was hit, for each party the attack is attributed to."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

from witnessmark.codebook import load
from witnessmark.model.notification import Step, Transmitted
from witnessmark.model.site import Site, Stay
from witnessmark.model.site_check import SiteResult
from witnessmark.sites import words
from witnessmark.sites.globe import floats, metres, units
from witnessmark.sites.polygons import ground
from witnessmark.sites.told import Dispatch, Standing, Told, standing

# Metres that writing coordinates down may cost: three decimals of a degree are off by up to 79 m, half the
# diagonal of a square of 111 m; whole seconds by 22 m.
ROUNDING = 100.0
_CODES = {
    Told.WITHDRAWN: SiteResult.WITHDRAWN,
    Told.SUSPENDED: SiteResult.WITHDRAWN,
    Told.PENDING: SiteResult.PENDING,
}
# What is said of one party where several notifications of a site went to it: the first that holds.
_FIRST = (
    SiteResult.BEFORE_TO_ATTRIBUTED, SiteResult.WRONG_COORDINATES, SiteResult.WITHDRAWN, SiteResult.PENDING,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Struck:
    """A site, where it stood, what was sent about it, and the days on which it may have been hit."""

    site: Site
    stay: Stay
    sent: tuple[Dispatch, ...]
    first: date | None
    last: date | None
    parties: tuple[str, ...]
    told_by: Step


@dataclass(frozen=True, slots=True)
class Found:
    """The result for a site if it was the place hit, what the dates leave open besides, and why."""

    result: SiteResult
    could_be: tuple[SiteResult, ...]
    by_party: tuple[tuple[str, SiteResult], ...]
    party: str | None
    days: int | None
    offset: float | None
    reasons: tuple[str, ...]


def found(struck: Struck) -> Found:
    """What the notifications of a site until the day before the incident come to.

    A notification of the incident's own day may have come before or after it: it only stands in `could_be`,
    with whatever else changed until the incident's last day. Where no day is known, every state is open.
    """
    eve = _eve(struck.first)
    result, by_party, telling = _on(struck, eve)
    later = {_on(struck, day)[0] for day in _changes(struck, eve)}
    others = {code for _, code in by_party} if len(by_party) > 1 else set()
    could_be = (later | others) - {result}
    chosen, off = telling or (None, None)
    told = chosen.sent or chosen.since if chosen else None
    return Found(
        result,
        tuple(code for code in SiteResult if code in could_be),
        by_party,
        chosen.party if chosen else None,
        (struck.first - told).days if told and struck.first else None,
        off,
        tuple(_reasons(struck, result, by_party, chosen)),
    )


def of_site(struck: Struck) -> Iterator[str]:
    """What the register knows of the site itself and bears on the check, for those who may see positions."""
    if struck.stay.underground:
        yield "the site was underground"
    if len(struck.site.stays) > 1:
        yield "the site moved at least once; its place at the time of the incident was compared"


def _eve(first: date | None) -> date:
    return first - timedelta(days=1) if first and first > date.min else date.min


def _changes(struck: Struck, eve: date) -> list[date]:
    """The days on which something changed while the incident may have happened."""
    last = struck.last or date.max
    return sorted({d for sent in struck.sent for d in sent.days() if eve < d <= last})


_Told = tuple[Standing, float]


def _on(struck: Struck, day: date) -> tuple[SiteResult, tuple[tuple[str, SiteResult], ...], _Told | None]:
    """The result as things stood at the end of a day, for each party, and the notification it rests on."""
    best: dict[str, tuple[SiteResult, _Told]] = {}
    for dispatch in struck.sent:
        state = standing(dispatch, day, struck.told_by)
        if state is None:
            continue
        code, off = _code(struck, state)
        known = best.get(state.party)
        if known is None or _FIRST.index(code) < _FIRST.index(known[0]):
            best[state.party] = code, (state, off)
    own = [best[p] for p in struck.parties if p in best]
    missing = _missing(struck, day, {code for code, _ in best.values()})
    by_party = tuple((p, best[p][0] if p in best else missing) for p in struck.parties)
    if own:
        code, telling = min(own, key=lambda b: _FIRST.index(b[0]))
        return code, by_party, telling
    if best:
        code, telling = min(best.values(), key=lambda b: _FIRST.index(b[0]))
        told = code is SiteResult.BEFORE_TO_ATTRIBUTED
        return SiteResult.BEFORE_TO_OTHER if told else code, by_party, telling
    return missing, by_party, None


def _code(struck: Struck, state: Standing) -> tuple[SiteResult, float]:
    off = offset(struck.stay, state.transmitted)
    if state.told is not Told.TOLD:
        return _CODES[state.told], off
    if off > tolerance(struck.stay):
        return SiteResult.WRONG_COORDINATES, off
    return SiteResult.BEFORE_TO_ATTRIBUTED, off


def _missing(struck: Struck, day: date, others: AbstractSet[SiteResult]) -> SiteResult:
    """The result for a party that had been sent nothing, by what others had been sent."""
    if SiteResult.BEFORE_TO_ATTRIBUTED in others:
        return SiteResult.BEFORE_TO_OTHER
    if any(_told_after(dispatch, day, struck.told_by) for dispatch in struck.sent):
        return SiteResult.AFTER
    return SiteResult.SUPPORTED if struck.site.operator or struck.site.supporter else SiteResult.NOT_LISTED


def _told_after(dispatch: Dispatch, day: date, told_by: Step) -> bool:
    end = standing(dispatch, date.max, told_by)
    return end is not None and end.since is not None and end.since > day


def offset(stay: Stay, transmitted: Transmitted) -> float:
    """How far, in metres, transmitted coordinates lie from where the site stood."""
    at = floats([[stay.position.lat, stay.position.lon], [transmitted.lat, transmitted.lon]])
    points = units(*floats(at * 3.141592653589793 / 180).T)
    return float(metres(points[:1], points[1:])[0])


def tolerance(stay: Stay) -> float:
    """How far transmitted coordinates may lie from a position and still mean the site, in metres."""
    return ground(stay).extent + stay.position.accuracy + ROUNDING


def _reasons(
    struck: Struck, result: SiteResult, by_party: Sequence[tuple[str, SiteResult]], chosen: Standing | None
) -> Iterator[str]:
    if not struck.first and not struck.last:
        yield "the day of the incident is not known"
    if not struck.parties and struck.sent:
        yield "the attack is attributed to nobody"
    if chosen is None:
        yield from _nothing(struck, result)
    else:
        yield from _history(struck, chosen, result)
    if len(by_party) > 1:
        labels = load().taxonomy("site_results")
        yield from (f"{words.party(p)}: {labels[code].label.lower()}" for p, code in by_party)
    yield from _relations(struck, chosen)


def _nothing(struck: Struck, result: SiteResult) -> Iterator[str]:
    if result is SiteResult.AFTER:
        told = [s.since for d in struck.sent if (s := standing(d, date.max, struck.told_by)) and s.since]
        yield f"first passed on {words.day(min(told))}"
    elif struck.sent:
        first = min(d.notification.submitted for d in struck.sent)
        yield f"first handed in {words.day(first)}, and not passed on until then"
    else:
        yield "nothing was sent about the site to anybody"


def _history(struck: Struck, chosen: Standing, result: SiteResult) -> Iterator[str]:
    who = words.party(chosen.party)
    if chosen.since:
        yield f"passed on to {who} {words.day(chosen.sent or chosen.since)}"
        if chosen.acknowledged is None:
            yield f"no acknowledgement by {who} until the incident"
    else:
        yield f"handed in for {who} {words.day(chosen.submitted)}"
        if chosen.sent:
            yield f"transmitted {words.day(chosen.sent)} and not acknowledged until the incident"
    if chosen.ended:
        verb = "withdrawn" if chosen.told is Told.WITHDRAWN else "suspended"
        yield f"{verb} {words.day(chosen.ended)}"
    if result is SiteResult.WRONG_COORDINATES:
        far = words.distance_band(offset(struck.stay, chosen.transmitted))
        yield f"the coordinates sent lie {far} from the site, further than the errors of both explain"
    entered = chosen.recorded[:10]
    last = struck.last or struck.first
    if entered and last and entered > last.isoformat():
        yield f"entered {words.day(date.fromisoformat(entered))}, after the incident"


def _relations(struck: Struck, chosen: Standing | None) -> Iterator[str]:
    """Parties told that stand behind the attributed one, or before it: that is not telling it."""
    if chosen is None:
        return
    parties = load().parties
    for attributed in struck.parties:
        if attributed == chosen.party:
            continue
        behind = parties[attributed].backed_by if attributed in parties else ()
        before = parties[chosen.party].backed_by if chosen.party in parties else ()
        if chosen.party in behind or attributed in before:
            one, other = words.party(chosen.party), words.party(attributed)
            yield f"{one} and {other} are allied; telling one is not known to be telling the other"
