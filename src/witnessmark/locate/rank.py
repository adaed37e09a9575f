"""Ranking: which place a name means, how clear the choice is, and why.

A score adds the prior of a place (population, level, own name) and the evidence for it (its country and
division elsewhere in the document, the place it is said to lie in, the distance to the other places). The
margin compares the best with the best of the rest. Without evidence only a name that one place dominates is
resolved: ambiguous stays ambiguous.
"""

from math import exp
from typing import NamedTuple

from witnessmark.locate.beyond import fits
from witnessmark.locate.candidate import Candidate
from witnessmark.locate.entry import Entry
from witnessmark.locate.evidence import ROUNDING, SETTLEMENT, Evidence, View
from witnessmark.locate.geo import km, roughly_km
from witnessmark.locate.inside import lies_in

# Weights (tuned on one half of two public toponym sets, see docs/method/locate.md).
COUNTRY, DIVISION, WITHIN, NEAR = 4.0, 4.5, 6.0, 2.5
NEAR_KM = 150.0  # the distance at which closeness has lost two thirds of its weight
NEIGHBOURS = 3  # the nearest places of the document count
# Without evidence, how many times more people a place must have than any other of its name.
DOMINATES = 100
# A large city needs less of a lead: its bare name is what the world calls it.
LARGE, LARGE_DOMINATES = 300_000, 20
UNKNOWN = 1_000  # taken for places of 500 and more whose population the base does not know
# A margin below this is a coin toss: the place is left open and both are kept for a person to see.
FLOOR = 0.05
FLOOR_ABROAD = 0.15  # the same where the runner-up is in another country, the worst error
ELSEWHERE = 0.5  # weight of countries named or implied that makes a document one about them
SOME = 0.5  # evidence below this is none: other places of the document some 240 km away
SCALE = 2.0  # a lead of this many points is a margin of 0.63
OPEN = 0.25  # the most a margin can be where nothing in the document decides
SAME_KM = 25.0  # places of one name this close are one place for any purpose here
SAME_DEGREES = SAME_KM / 111  # of latitude; a degree is 111.195 km, so places further apart need no distance


TOWNS = frozenset({"town", "city"})
SETTLED = TOWNS | {"district"}  # what may be supposed; larger places count by being named
# Points behind the best at which a place is no rival any more, in its country and in another.
BEHIND, BEHIND_ABROAD = 0.7, 2.5
LEAD = 0.05  # points of evidence; a smaller lead decides nothing
HEAT = 1.0  # points that make a reading 2.7 times likelier
READINGS = 16  # readings worth supposing


class Ranked(NamedTuple):
    """An entry, its score, the part of it that is evidence, and the parts of that."""

    score: float
    evidence: float
    entry: Entry
    country: float
    division: float
    within: float
    near: float

    def reasons(self) -> tuple[str, ...]:
        """The parts of the score in words."""
        place = self.entry.place
        parts = (
            (self.entry.prior, f"{place.level}, population {place.population}, as the base names it"),
            (self.country, "its country is named or implied elsewhere"),
            (self.division, "its first-level division is named or implied elsewhere"),
            (self.within, "the text says it lies there"),
            (self.near, "near other places of the document"),
        )
        return tuple(f"{points:+.2f} {why}" for points, why in parts if points > 0.005)


class Choice(NamedTuple):
    """The best entry, the best of the rest, and the margin between them."""

    best: Ranked
    runner_up: Ranked | None
    margin: float
    settled: bool  # False: too close to call
    readings: tuple[tuple[Entry, float], ...] = ()  # towns and districts it may be, by how likely


def rank(candidate: Candidate, evidence: Evidence) -> list[Ranked]:
    """The candidate's entries, best first."""
    view = evidence.view(candidate.folded)
    if candidate.within or candidate.beyond:
        ranked = [_score(candidate, entry, view) for entry in candidate.entries]
    else:  # most namesakes of a name lie in countries the document never speaks of
        silent = view.spoken.isdisjoint
        ranked = [
            _bare(entry) if silent(entry.countries) else _score(candidate, entry, view)
            for entry in candidate.entries
        ]
    if len(ranked) == 1:
        return ranked
    points = [p for name, p in evidence.points.items() if name != candidate.folded]
    if points:
        # closeness cannot lift an entry that is further behind than its whole weight
        bar = max([r[0] for r in ranked]) - NEAR
        ranked = [_with_neighbours(r, points) if r[0] >= bar else r for r in ranked]
    if gained := evidence.company.get(candidate.folded):
        ranked = [_nearer(r, gained.get(r.entry.id, 0.0)) for r in ranked]
    ranked.sort(key=_order)
    return ranked


def _order(ranked: Ranked) -> tuple[float, int]:
    return -ranked[0], ranked[2].id


def _score(candidate: Candidate, entry: Entry, view: View) -> Ranked:
    outer = candidate.within
    country = itself = 0.0
    for where in entry.countries:
        if (weight := view.countries.get(where, 0.0)) > country:
            country = weight
    if country > ROUNDING or outer:
        itself = view.itself(entry)
        country -= itself
    if country < ROUNDING and outer is None and candidate.beyond is None:
        return _bare(entry)
    country = max(0.0, country) * COUNTRY / view.total
    division = max(0.0, view.divisions.get(entry.division, 0.0) - itself) * DIVISION / view.total
    within = WITHIN if outer and any(lies_in(entry, o) for o in outer.entries) else 0.0
    if candidate.beyond and fits(candidate, entry):
        within = WITHIN
    found = country + division + within
    return Ranked(entry.prior + found, found, entry, country, division, within, 0.0)


def _bare(entry: Entry) -> Ranked:
    """The entry without any evidence."""
    return Ranked(entry.prior, 0.0, entry, 0.0, 0.0, 0.0, 0.0)


def _with_neighbours(ranked: Ranked, points: list[tuple[float, float]]) -> Ranked:
    place = ranked.entry.place
    if place.lat is None or place.lon is None or place.level in {"country", "region"}:
        return ranked
    lat, lon = place.lat, place.lon
    # another spelling of the very place is no neighbour of it
    nearest = sorted([roughly_km(lat, lon, p[0], p[1]) for p in points if p != (lat, lon)])[:NEIGHBOURS]
    if not nearest:
        return ranked
    return _nearer(ranked, NEAR * sum([exp(-d / NEAR_KM) for d in nearest]) / len(nearest))


def _nearer(ranked: Ranked, points: float) -> Ranked:
    score, evidence, entry, country, division, within, near = ranked
    return Ranked(score + points, evidence + points, entry, country, division, within, near + points)


def choose(candidate: Candidate, evidence: Evidence) -> Choice:
    """The place a candidate means, as far as the document tells."""
    ranked = rank(candidate, evidence)
    best = ranked[0]
    stray = _stray(candidate, best, evidence.view(candidate.folded)) or not fits(candidate, best.entry)
    likely = _likely(ranked)
    for rest in ranked[1:]:
        if not same_spot(best.entry, rest.entry):
            break
    else:
        return Choice(best, None, 1.0, settled=not stray, readings=likely)
    margin = 1 - exp(-(best.score - rest.score) / SCALE)
    if best.evidence > rest.evidence + LEAD or best.entry.place.level == "country":
        home = best.entry.place.level == "country" or _compatriots(best.entry, rest.entry)
        least = FLOOR if home else FLOOR_ABROAD
        return Choice(best, rest, round(margin, 3), settled=margin >= least and not stray, readings=likely)
    clear = _dominates(ranked)
    return Choice(
        best,
        rest,
        round(margin if clear else min(margin, OPEN), 3),
        settled=clear and not stray,
        readings=likely,
    )


def alone(candidate: Candidate) -> Choice:
    """The choice for a name of one place before anything is weighed: what it means is known."""
    (entry,) = candidate.entries
    best = [_bare(entry)]
    return Choice(best[0], None, 1.0, settled=True, readings=_likely(best))


def _dominates(ranked: list[Ranked]) -> bool:
    """Whether the best dwarfs all that the name may still mean, so that it needs no evidence."""
    best = ranked[0]
    where = best.entry.place.country
    twins = [
        r
        for r in ranked
        if r.entry.place.country == where and r.entry.place.level in TOWNS and same_spot(best.entry, r.entry)
    ]
    # a division counts for no more than the city whose name it shares
    top = max((r.score for r in twins), default=best.score)
    people = max((_people(r.entry) for r in twins), default=_people(best.entry))
    lead = LARGE_DOMINATES if people >= LARGE else DOMINATES
    for other in ranked[1:]:
        if other.score < top - BEHIND_ABROAD:
            break
        if people < lead * _people(other.entry) and _rival(best.entry, other, top):
            return False
    return True


def _rival(best: Entry, other: Ranked, top: float) -> bool:
    """Whether a place may still be meant where nothing speaks for `best`, which has `top` points.

    It is none that lies far behind, or a division named like the capital of a country, which is seldom named
    bare. In another country it stays a rival for longer: a wrong country is the worst error.
    """
    if best.capital and other.entry.place.level == "admin1":
        return False
    behind = BEHIND if _compatriots(best, other.entry) else BEHIND_ABROAD
    return other.score >= top - behind and not same_spot(best, other.entry)


def _compatriots(one: Entry, two: Entry) -> bool:
    return not set(one.countries).isdisjoint(two.countries)


def _likely(ranked: list[Ranked]) -> tuple[tuple[Entry, float], ...]:
    """The readings worth supposing, each with its share of what a settlement's naming counts."""
    top = ranked[0].score
    if len(ranked) == 1:
        entry = ranked[0].entry
        return ((entry, SETTLEMENT),) if entry.place.level in SETTLED else ()
    odds = [exp((r[0] - top) / HEAT) for r in ranked[:READINGS]]
    total = sum(odds)
    return tuple(
        [
            (r[2], SETTLEMENT * o / total)
            for r, o in zip(ranked, odds, strict=False)
            if r[2].place.level in SETTLED
        ]
    )


def _stray(candidate: Candidate, best: Ranked, view: View) -> bool:
    """Whether the best is a small place of a country nothing else in the document speaks of.

    "Lac Vert camp, Goma" is not Lac in Albania; a large city may be named in a report on another country, but
    hardly a district that is called like it.
    """
    if best.entry.capital:
        return False
    small = best.entry.place.level in SETTLED and (_people(best.entry) < LARGE or candidate.called)
    return small and best.evidence < SOME and sum(view.countries.values()) >= ELSEWHERE


def _people(entry: Entry) -> int:
    """Inhabitants; the base writes 0 where it does not know, for places of 500 and more."""
    return max(entry.place.population, UNKNOWN)


def same_spot(one: Entry, two: Entry) -> bool:
    """Whether two entries are one place: a city and its province, or two records of one settlement."""
    a, b = one.place, two.place
    if a.country != b.country:
        return False
    if one.admin1 == two.admin1 and "admin1" in (a.level, b.level):
        return True
    if None in (a.lat, a.lon, b.lat, b.lon) or abs((a.lat or 0) - (b.lat or 0)) > SAME_DEGREES:
        return False
    return km(a.lat or 0, a.lon or 0, b.lat or 0, b.lon or 0) <= SAME_KM
