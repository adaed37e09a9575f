"""Incidents against a register: which sites may have been hit, and what had been notified of them."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import islice

import numpy as np

from witnessmark.codebook import load
from witnessmark.model.ids import content_id
from witnessmark.model.incident import Incident, IncidentKind
from witnessmark.model.register import Register
from witnessmark.model.site import Stay
from witnessmark.model.site_check import SiteCheck, SiteMatch, SiteResult
from witnessmark.sites import words
from witnessmark.sites.columns import Stays, Strikes, placed, reach, stays, strikes
from witnessmark.sites.disjoint import shared_out
from witnessmark.sites.globe import Floats
from witnessmark.sites.options import CheckOptions, usual_options
from witnessmark.sites.posterior import Hits, hits
from witnessmark.sites.result import Found, Struck, found, of_site
from witnessmark.sites.told import Dispatch, dispatches
from witnessmark.workers import ordered

# Incidents compared at once: their columns and pairs stay within some tens of megabytes.
CHUNK = 20_000
# A result is named as open from this probability on; below it nobody would act on it (1 in 20).
OPEN = 0.05


@dataclass(frozen=True, slots=True)
class Prepared:
    """A register made ready to be compared with many incidents."""

    register: Register
    options: CheckOptions
    stays: Stays
    stay: tuple[Stay, ...]
    sent: Mapping[str, tuple[Dispatch, ...]]
    statement: str


def check(
    incidents: Iterable[Incident], register: Register, options: CheckOptions | None = None, jobs: int = 1
) -> Iterator[SiteCheck]:
    """Each single incident against the register, in their order; totals and situations are passed over.

    More jobs give the same answer. Nothing is presumed of an incident whose place or day is not known: the
    check says so.
    """
    ready = prepare(register, options or usual_options())
    single = (i for i in incidents if i.kind is IncidentKind.INCIDENT)
    taken: deque[list[Incident]] = deque()

    def columns() -> Iterator[Strikes]:
        for chunk in _chunks(single):
            taken.append(chunk)
            yield strikes([i for i in chunk if placed(i.place)])

    # Processes get columns and give pairs back: to send values to and fro costs more than it saves.
    for pairs in ordered(partial(hits, stays=ready.stays, options=ready.options), columns(), jobs):
        yield from _checks(ready, taken.popleft(), pairs)


def prepare(register: Register, options: CheckOptions) -> Prepared:
    """The register's columns, and what was sent about each of its sites."""
    return Prepared(
        register,
        options,
        stays(register.sites),
        tuple(stay for site in register.sites for stay in site.stays),
        dispatches(register.notifications, register.events),
        load().statements["notification_and_law"],
    )


def _chunks(incidents: Iterable[Incident]) -> Iterator[list[Incident]]:
    rest = iter(incidents)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _checks(ready: Prepared, incidents: Sequence[Incident], pairs: Hits) -> Iterator[SiteCheck]:
    probability = shared_out(pairs, ready.stays)
    # The likeliest of each strike first, then the nearest; the order of the register where both are alike.
    order = np.lexsort((pairs.stay, pairs.distance, -probability, pairs.strike))
    ends = np.searchsorted(pairs.strike[order], np.arange(len(incidents) + 1)).tolist()
    number = 0
    for incident in incidents:
        rows: list[int] = []
        if placed(incident.place):
            rows = order[ends[number] : ends[number + 1]].tolist()
            number += 1
        yield _check(ready, incident, _matches(ready, incident, pairs, probability, rows))


@dataclass(frozen=True, slots=True)
class _Match:
    """A site in reach with what was found of it."""

    match: SiteMatch
    found: Found


def _matches(
    ready: Prepared, incident: Incident, pairs: Hits, probability: Floats, rows: Sequence[int]
) -> tuple[int, list[_Match]]:
    """How many sites are in reach, and the likeliest of them: of each site the likeliest stay."""
    best: dict[int, int] = {}
    for row in rows:
        best.setdefault(int(ready.stays.site[pairs.stay[row]]), row)
    kept = list(best.values())[: ready.options.most]
    return len(best), [_match(ready, incident, pairs, float(probability[row]), row) for row in kept]


def _match(ready: Prepared, incident: Incident, pairs: Hits, probability: float, row: int) -> _Match:
    stay = int(pairs.stay[row])
    site = ready.register.sites[ready.stays.site[stay]]
    start, end = incident.date
    struck = Struck(
        site, ready.stay[stay], ready.sent.get(site.id, ()), start or end, end or start,
        incident.attributed_to, ready.options.told_by,
    )  # fmt: skip
    said = found(struck)
    named = any(load().site_rules.names_kind(code) for code in incident.target)
    match = SiteMatch(
        site=site.id,
        kind=site.kind,
        distance=float(pairs.distance[row]),
        probability=probability,
        kind_agrees=bool(pairs.agrees[row]) if named else None,
        result=said.result,
        party=said.party,
        days=said.days,
        offset=said.offset,
        reasons=said.reasons,
        by_party=said.by_party,
        of_site=tuple(of_site(struck)),
    )
    return _Match(match, said)


def _check(ready: Prepared, incident: Incident, reached: tuple[int, list[_Match]]) -> SiteCheck:
    candidates, matches = reached
    result, could_be, reasons = _result(ready, incident, candidates, matches)
    if result is SiteResult.NO_REGISTER:
        candidates, matches = 0, []
    version = ready.register.version
    return SiteCheck(
        id=content_id("site_check", {"incident": incident.id, "register": version, "result": result}),
        incident=incident.id,
        result=result,
        could_be=could_be,
        matches=tuple(m.match for m in matches),
        candidates=candidates,
        reach=reach(incident.place),
        register=version,
        reasons=reasons,
        statement=ready.statement,
    )


_Result = tuple[SiteResult, tuple[SiteResult, ...], tuple[str, ...]]


def _result(ready: Prepared, incident: Incident, candidates: int, matches: Sequence[_Match]) -> _Result:
    """The result of the incident: the one its sites together make likeliest, if it is likely at all."""
    if (why := _unavailable(ready.register, incident)) is not None:
        return SiteResult.NO_REGISTER, (), (why,)
    if not placed(incident.place):
        return SiteResult.PLACE_UNKNOWN, (), ("the place is not known well enough to tell sites in it apart",)
    open_ = {SiteResult.NO_REGISTER} if _before_some_days(ready.register, incident) else set()
    if not matches:
        return SiteResult.NOT_LISTED, _in_order(open_), ("no site of the register lies within reach",)
    shares: dict[SiteResult, float] = {}
    for m in matches:
        shares[m.match.result] = shares.get(m.match.result, 0.0) + m.match.probability
    top = max(shares, key=lambda code: shares[code])
    stated = shares[top] >= ready.options.likely
    result = top if stated else SiteResult.NEAR
    open_ |= {code for code, share in shares.items() if share >= OPEN}
    open_ |= {c for m in matches if m.match.probability >= OPEN for c in m.found.could_be}
    elsewhere = 1 - sum(shares.values())
    if elsewhere >= OPEN:
        open_ |= {SiteResult.NEAR, SiteResult.NOT_LISTED}
    return result, _in_order(open_ - {result}), tuple(_why(candidates, matches, elsewhere, stated=stated))


def _in_order(codes: set[SiteResult]) -> tuple[SiteResult, ...]:
    return tuple(sorted(codes, key=_RANK.__getitem__))


_RANK = {code: n for n, code in enumerate(SiteResult)}


def _unavailable(register: Register, incident: Incident) -> str | None:
    """Why the register says nothing of that day or country; None where it does."""
    start, end = incident.date
    last = end or start
    if register.since and last and last < register.since:
        return f"the register begins {words.day(register.since)}"
    country = incident.place.country if incident.place else None
    if register.countries and country and country not in register.countries:
        return "the register does not hold sites of that country"
    return None


def _before_some_days(register: Register, incident: Incident) -> bool:
    start, end = incident.date
    first = start or end or date.min
    return register.since is not None and first < register.since


def _why(candidates: int, matches: Sequence[_Match], elsewhere: float, *, stated: bool) -> Iterator[str]:
    likeliest = matches[0]
    yield f"{candidates} listed site{'s' if candidates != 1 else ''} within reach of the position reported"
    yield f"that the likeliest of them was hit is {words.probability_band(likeliest.match.probability)}"
    yield f"that none of them was is {words.probability_band(max(elsewhere, 0.0))}"
    if likeliest.match.kind_agrees is False:
        yield f"reports name another kind of object than a {words.kind(likeliest.match.kind)}"
    if stated:
        yield from likeliest.found.reasons
    else:
        yield f"its distance from the position reported is {words.distance_band(likeliest.match.distance)}"
