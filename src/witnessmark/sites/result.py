"""Whether a site had been notified when it was hit, for each party the attack is attributed to."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

from witnessmark.codebook import load
from witnessmark.model.notification import Step, Transmitted
from witnessmark.model.sentence import sentence
from witnessmark.model.site import Site, Stay
from witnessmark.model.site_check import SiteResult
from witnessmark.sites import words
from witnessmark.sites.globe import floats, metres, radians, units
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
    with whatever else changed until the incident's last day. Where no day is known and something changed at
    all, the register says nothing for it, and every state is open.
    """
    eve = _eve(struck.first)
    then = _on(struck, eve)
    later = {_on(struck, day).result for day in _changes(struck, eve)}
    if struck.first is None and later - {then.result}:
        later.add(then.result)
        then = _unknown(then)
    others = {code for _, code in then.by_party} if len(then.by_party) > 1 else set()
    could_be = later | others | (set() if _throughout(struck) else {SiteResult.NOT_LISTED})
    chosen, off = then.telling or (None, None)
    told = chosen.sent or chosen.since if chosen else None
    return Found(
        then.result,
        tuple(code for code in SiteResult if code in could_be - {then.result}),
        then.by_party,
        chosen.party if chosen else None,
        (struck.first - told).days if told and struck.first else None,
        off,
        tuple(_reasons(struck, then)),
    )


def of_site(struck: Struck) -> Iterator[str]:
    """What the register knows of the site itself and bears on the check, for those who may see positions."""
    if struck.stay.underground:
        yield sentence("the site was underground")
    if len(struck.site.stays) > 1:
        yield sentence("the site moved at least once; its place at the time of the incident was compared")
    if not _throughout(struck):
        yield sentence("the site stood there on some of the days only on which the incident may have been")


def _throughout(struck: Struck) -> bool:
    """Whether the site stood there on every day on which the incident may have been."""
    start, end = struck.stay.start or date.min, struck.stay.end or date.max
    return start <= (struck.first or date.min) and (struck.last or date.max) <= end


def _eve(first: date | None) -> date:
    return first - timedelta(days=1) if first and first > date.min else date.min


def _changes(struck: Struck, eve: date) -> list[date]:
    """The days on which something changed while the incident may have happened."""
    last = struck.last or date.max
    return sorted({d for sent in struck.sent for d in sent.days() if eve < d <= last})


_Told = tuple[Standing, float]


@dataclass(frozen=True, slots=True)
class _State:
    """How things stood: the result, that of each party, the notification it rests on, those of everyone."""

    result: SiteResult
    by_party: tuple[tuple[str, SiteResult], ...]
    telling: _Told | None
    best: Mapping[str, tuple[SiteResult, _Told]]


def _on(struck: Struck, day: date) -> _State:
    """The result as things stood at the end of a day."""
    best: dict[str, tuple[SiteResult, _Told]] = {}
    for dispatch in struck.sent:
        state = standing(dispatch, day, struck.told_by)
        if state is None:
            continue
        code, off = _code(struck, state)
        one = code, (state, off)
        best[state.party] = min(best.get(state.party, one), one, key=_strongest)
    own = [best[p] for p in struck.parties if p in best]
    missing = _missing(struck, day, {code for code, _ in best.values()})
    by_party = tuple((p, best[p][0] if p in best else missing) for p in struck.parties)
    if not best:
        return _State(missing, by_party, None, best)
    code, telling = min(own or best.values(), key=_strongest)
    if code is SiteResult.BEFORE_TO_ATTRIBUTED and not own:
        code = SiteResult.BEFORE_TO_OTHER
    return _State(code, by_party, telling, best)


def _strongest(one: tuple[SiteResult, _Told]) -> tuple[int, date, date]:
    """What says most comes first; of two alike, who was told first."""
    code, (state, _) = one
    return _FIRST.index(code), state.since or date.max, state.submitted


def _unknown(then: _State) -> _State:
    """Of no day, the register says nothing for any party."""
    nothing = SiteResult.NO_REGISTER
    return _State(nothing, tuple((party, nothing) for party, _ in then.by_party), None, then.best)


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
    points = units(*radians(at).T)
    return float(metres(points[:1], points[1:])[0])


def tolerance(stay: Stay) -> float:
    """How far transmitted coordinates may lie from a position and still mean the site, in metres."""
    return ground(stay).extent + stay.position.accuracy + ROUNDING


def _reasons(struck: Struck, then: _State) -> Iterator[str]:
    chosen = then.telling[0] if then.telling else None
    if not struck.first and not struck.last:
        yield sentence("the day of the incident is not known")
    elif not struck.first:
        yield sentence("the first day on which it may have been is not known")
    elif not struck.last:
        yield sentence("the last day on which it may have been is not known")
    if not struck.parties and struck.sent:
        yield sentence("the attack is attributed to nobody")
    if chosen is None:
        yield from _nothing(struck)
    else:
        yield from _history(struck, chosen, then.result)
        yield from _others(struck, chosen, then)
    if len(then.by_party) > 1:
        labels = load().taxonomy("site_results")
        yield from (
            sentence("{party}: {kind}", party=words.party(p), kind=labels[code].label.lower())
            for p, code in then.by_party
        )
    yield from _relations(struck, chosen)


def _nothing(struck: Struck) -> Iterator[str]:
    told = [s.since for d in struck.sent if (s := standing(d, date.max, struck.told_by)) and s.since]
    if told:
        yield sentence("first passed on {day}", day=words.day(min(told)))
    elif struck.sent:
        first = min(d.notification.submitted for d in struck.sent)
        yield sentence("first handed in {day}; that it was passed on is not on record", day=words.day(first))
    else:
        yield sentence("nothing was sent about the site to anybody")


def _history(struck: Struck, chosen: Standing, result: SiteResult) -> Iterator[str]:
    who = words.party(chosen.party)
    if chosen.since:
        yield _passed_on(chosen, who)
        if chosen.acknowledged is None:
            yield sentence("no acknowledgement by {party} until the incident", party=who)
    else:
        yield sentence("handed in for {party} {day}", party=who, day=words.day(chosen.submitted))
        if chosen.sent:
            yield sentence(
                "transmitted {day} and not acknowledged until the incident", day=words.day(chosen.sent)
            )
    if chosen.amended:
        yield sentence(
            "corrected {day}, which was not passed on to {party} until the incident",
            day=words.day(chosen.amended),
            party=who,
        )
    if chosen.ended:
        yield _ended(chosen, chosen.ended)
    if result is SiteResult.WRONG_COORDINATES:
        far = words.distance_band(offset(struck.stay, chosen.transmitted))
        yield sentence(
            "the coordinates sent lie {kind} from the site, further than the errors of both explain", kind=far
        )
    entered = chosen.recorded[:10]
    last = struck.last or struck.first
    if entered and last and entered > last.isoformat():
        yield sentence("entered {day}, after the incident", day=words.day(date.fromisoformat(entered)))


def _passed_on(state: Standing, who: str) -> str:
    day = state.sent or state.since
    return sentence("passed on to {party} {day}", party=who, day=words.day(day) if day else "")


def _ended(chosen: Standing, day: date) -> str:
    if chosen.told is Told.WITHDRAWN:
        return sentence("withdrawn {day}", day=words.day(day))
    return sentence("suspended {day}", day=words.day(day))


def _others(struck: Struck, chosen: Standing, then: _State) -> Iterator[str]:
    """Attributed parties for whom nothing had been handed in, and others that had been told."""
    for party in struck.parties:
        if party not in then.best:
            yield sentence("nothing had been handed in for {party}", party=words.party(party))
    for party, (code, (state, _)) in sorted(then.best.items()):
        if code is SiteResult.BEFORE_TO_ATTRIBUTED and party != chosen.party and state.since:
            yield _passed_on(state, words.party(party))


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
            yield sentence(
                "{party} and {speaker} are allied; telling one is not known to be telling the other",
                party=one,
                speaker=other,
            )
