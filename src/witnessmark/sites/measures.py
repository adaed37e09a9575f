"""What the checks of many incidents come to.

A site counts as hit with the probability of its check, strikes apart from each other; "likely" takes those
from `likely` on. Attacks and distinct facilities are two figures: one site hit five times is five attacks
and one site.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import prod

from witnessmark.codebook import load
from witnessmark.model.figure import Figure
from witnessmark.model.incident import Incident, IncidentKind
from witnessmark.model.register import Register
from witnessmark.model.site import Site
from witnessmark.model.site_check import SiteCheck, SiteResult
from witnessmark.model.site_measures import (
    Comparison,
    Delay,
    KindMeasures,
    Number,
    OutOfService,
    SiteMeasures,
)
from witnessmark.sites.intervals import count_interval, expected, newcombe, quartiles
from witnessmark.sites.options import CheckOptions, options_of
from witnessmark.sites.told import dispatches, standing

_OUT = "facilities_out_of_service"
# H3 resolution of the areas in which sites are compared: cells of some 1,770 km2, a district.
AREA = 4
# Below these a difference of two shares says nothing: with fewer sites its interval spans most of what is
# possible (Newcombe 1998 tested from 5 on), with fewer hits one report more or less decides.
LEAST_SITES, LEAST_HITS = 10, 5
_TOLD = frozenset({SiteResult.BEFORE_TO_ATTRIBUTED, SiteResult.BEFORE_TO_OTHER, SiteResult.WRONG_COORDINATES})


def measures(
    checks: Iterable[SiteCheck],
    incidents: Iterable[Incident],
    register: Register,
    options: CheckOptions | None = None,
) -> SiteMeasures:
    """The measures of these checks; `incidents` are those that were checked."""
    given, incidents = list(checks), list(incidents)
    options = options or options_of(register)
    likely = options.likely
    by_site: dict[str, list[float]] = defaultdict(list)
    for check in given:
        for match in check.matches:
            by_site[match.site].append(match.probability)
    found = Counter(check.result for check in given)
    return SiteMeasures(
        likely=likely,
        coverage=options.coverage,
        reliability=options.reliability,
        results=tuple((code, found[code]) for code in SiteResult if found[code]),
        kinds=tuple(_kinds(given, register, by_site, likely)),
        delay=_delay(given, likely),
        comparisons=tuple(
            _comparisons(register, _told(register, options), _struck(given, incidents, likely))
        ),
        out_of_service=tuple(_out_of_service(incidents)),
        statement=load().statements["notification_and_law"],
    )


def _kinds(
    checks: Sequence[SiteCheck], register: Register, by_site: Mapping[str, Sequence[float]], likely: float
) -> Iterator[KindMeasures]:
    held: dict[str, list[Site]] = defaultdict(list)
    for site in register.sites:
        held[site.kind].append(site)
    attacks: dict[str, list[float]] = defaultdict(list)
    for check in checks:
        shares: dict[str, float] = defaultdict(float)
        for match in check.matches:
            shares[match.kind] += match.probability
        for kind, share in shares.items():
            attacks[kind].append(min(share, 1.0))
    for kind in sorted(held):
        hits = [by_site.get(site.id, ()) for site in held[kind]]
        times = Counter(n for own in hits if (n := sum(p >= likely for p in own)) > 1)
        yield KindMeasures(
            kind,
            len(held[kind]),
            _number(attacks[kind], likely),
            _number([_ever(own) for own in hits if own], likely),
            tuple(sorted(times.items())),
        )


def _number(chances: Sequence[float], likely: float) -> Number:
    mean, _ = expected(chances)
    low, high = count_interval(chances)
    return Number(round(mean, 2), low, high, sum(p >= likely for p in chances))


def _ever(chances: Iterable[float]) -> float:
    """The probability that at least one of the strikes hit."""
    return 1 - prod(1 - p for p in chances)


def _delay(checks: Iterable[SiteCheck], likely: float) -> Delay | None:
    days = [
        float(match.days)
        for check in checks
        for match in check.matches
        if match.probability >= likely and match.result in _TOLD and match.days is not None and match.days > 0
    ]
    found = quartiles(days)
    return Delay(len(days), *found) if found else None


def _told(register: Register, options: CheckOptions) -> dict[str, date]:
    """The day on which each site was first told to any party; those handed in only are not among them."""
    found = {}
    for site, sent in dispatches(register.notifications, register.events).items():
        days = [s.since for d in sent if (s := standing(d, date.max, options.told_by)) and s.since]
        if days:
            found[site] = min(days)
    return found


def _struck(
    checks: Iterable[SiteCheck], incidents: Iterable[Incident], likely: float
) -> Mapping[str, Sequence[date]]:
    """The first days of the incidents that likely hit each site; those of no known first day left out."""
    first = {i.id: i.date[0] for i in incidents}
    found: dict[str, list[date]] = defaultdict(list)
    for check in checks:
        day = first.get(check.incident)
        for match in check.matches:
            if day and match.probability >= likely:
                found[match.site].append(day)
    return found


def _comparisons(
    register: Register, told: Mapping[str, date], struck: Mapping[str, Sequence[date]]
) -> Iterator[Comparison]:
    """For each kind, in areas that hold both: sites that were told to anybody, and the others.

    Of a site that was told, strikes count from the day after; of the others, from that of the first in the
    area. A strike that came before cannot speak for or against telling, and would make a site that was told
    because it had been hit look like one that was hit although it was told.
    """
    areas: dict[str, dict[str, list[Site]]] = defaultdict(lambda: defaultdict(list))
    for site in register.sites:
        if site.stays:
            areas[site.kind][_area(site)].append(site)
    for kind in sorted(areas):
        both = [own for own in areas[kind].values() if 0 < sum(site.id in told for site in own) < len(own)]
        if not both:
            continue
        groups: dict[bool, list[bool]] = {True: [], False: []}
        before = 0
        for own in both:
            first = min(told[site.id] for site in own if site.id in told)
            for site in own:
                days, since = struck.get(site.id, ()), told.get(site.id, first)
                groups[site.id in told].append(any(day > since for day in days))
                before += site.id in told and any(day <= since for day in days)
        yield _comparison(kind, len(both), (groups[True], groups[False]), before)


def _area(site: Site) -> str:
    import h3

    at = site.stays[-1].position
    return str(h3.latlng_to_cell(at.lat, at.lon, AREA))


def _comparison(
    kind: str, areas: int, groups: tuple[Sequence[bool], Sequence[bool]], before: int
) -> Comparison:
    told, others = groups
    apart, low, high = newcombe((sum(told), len(told)), (sum(others), len(others)))
    why = []
    if min(len(told), len(others)) < LEAST_SITES:
        why.append(f"fewer than {LEAST_SITES} sites on one side")
    if sum(told) + sum(others) < LEAST_HITS:
        why.append(f"fewer than {LEAST_HITS} sites hit")
    if low <= 0 <= high:
        why.append("the interval holds no difference at all")
    if before:
        why.append(f"{before} of the notified had been hit before, which is not counted")
    warning = f"the sample does not carry a difference: {'; '.join(why)}" if why else ""
    return Comparison(
        kind, areas, len(told), sum(told), len(others), sum(others), round(apart, 4), round(low, 4),
        round(high, 4), warning,
    )  # fmt: skip


def _out_of_service(incidents: Iterable[Incident]) -> Iterator[OutOfService]:
    """By the month an incident began; one that may have begun in several months counts in none of them.

    Totals are passed over: they tell again what single incidents tell.
    """
    months: dict[date, list[Figure]] = defaultdict(list)
    for incident in incidents:
        first, last = incident.date
        if incident.kind is not IncidentKind.INCIDENT:
            continue
        if first is None or last is None or (first.year, first.month) != (last.year, last.month):
            continue
        months[first.replace(day=1)].extend(f for f in incident.figures if f.measure == _OUT)
    for month in sorted(months):
        figures = months[month]
        if figures:
            yield OutOfService(
                month,
                len(figures),
                _sum([f.low for f in figures]),
                _sum([f.best for f in figures]),
                _sum([f.high for f in figures]),
            )


def _sum(values: Sequence[int | None]) -> int | None:
    """The sum; open where one of them is."""
    known = [v for v in values if v is not None]
    return sum(known) if len(known) == len(values) else None
