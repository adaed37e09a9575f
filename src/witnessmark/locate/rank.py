"""Ranking: which place a name means, how clear the choice is, and why.

A score adds the prior of a place (population, level, own name) and the evidence for it (its country and
division elsewhere in the document, the place it is said to lie in, the distance to the other places). The
margin compares the best with the best of the rest. Without evidence only a name that one place dominates is
resolved: ambiguous stays ambiguous.
"""

from dataclasses import dataclass
from math import exp, log10

from witnessmark.locate.around import lies_in
from witnessmark.locate.candidate import Candidate
from witnessmark.locate.entry import Entry, NameKind
from witnessmark.locate.evidence import Evidence
from witnessmark.locate.geo import km

# Weights (tuned together on one half of two public toponym sets, see docs/method/locate.md).
PEOPLE = 0.6  # per power of ten of inhabitants
LEVELS = {"country": 5.2, "admin1": 4.6, "region": 4.4, "district": 2.0}
CAPITAL, OWN_NAME = 1.2, 0.6
COUNTRY, DIVISION, WITHIN, NEAR = 4.0, 3.0, 6.0, 2.5
NEAR_KM = 150.0  # the distance at which closeness has lost two thirds of its weight
# Without evidence, how many times more people a place must have than any other of its name.
DOMINATES = 100
# A margin below this is a coin toss: the place is left open and both are kept for a person to see.
FLOOR = 0.05
UNKNOWN = 1_000
SCALE = 2.0  # a lead of this many points is a margin of 0.63
SAME_KM = 25.0  # places of one name this close are one place for any purpose here


@dataclass(frozen=True, slots=True)
class Ranked:
    """An entry with its score and the parts of it in words."""

    entry: Entry
    score: float
    evidence: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The best entry, the best of the rest, and the margin between them."""

    best: Ranked
    runner_up: Ranked | None
    margin: float
    settled: bool  # False: too close to call


def rank(candidate: Candidate, evidence: Evidence) -> list[Ranked]:
    """The candidate's entries, best first."""
    ranked = [_score(candidate, entry, evidence) for entry in candidate.entries]
    ranked.sort(key=lambda r: (-r.score, r.entry.id))
    return ranked


def prior(entry: Entry) -> tuple[float, list[str]]:
    """What speaks for a place before anything is read."""
    place = entry.place
    score = LEVELS.get(place.level)
    if score is not None:
        reasons = [f"{place.level} {score:.1f}"]
    else:
        score = PEOPLE * log10(place.population + 10)
        reasons = [f"population {place.population}: {score:.1f}"]
    if entry.capital:
        score += CAPITAL
        reasons.append(f"capital {CAPITAL}")
    if entry.kind == NameKind.OWN:
        score += OWN_NAME
        reasons.append(f"its own name {OWN_NAME}")
    return score, reasons


def _score(candidate: Candidate, entry: Entry, evidence: Evidence) -> Ranked:
    score, reasons = prior(entry)
    found = 0.0
    country, division = evidence.share(candidate.folded, entry)
    if country:
        found += COUNTRY * country
        reasons.append(f"country named elsewhere {COUNTRY * country:.1f}")
    if division and entry.place.level not in {"country", "region"}:
        found += DIVISION * division
        reasons.append(f"division named elsewhere {DIVISION * division:.1f}")
    if candidate.within and any(lies_in(entry, outer) for outer in candidate.within.entries):
        found += WITHIN
        reasons.append(f"said to lie in {candidate.within.folded} {WITHIN}")
    near = _nearness(candidate, entry, evidence)
    if near > 0.05:
        found += near
        reasons.append(f"near the document's other places {near:.1f}")
    return Ranked(entry, score + found, found, tuple(reasons))


def _nearness(candidate: Candidate, entry: Entry, evidence: Evidence) -> float:
    place = entry.place
    if place.lat is None or place.lon is None or place.level in {"country", "region"}:
        return 0.0
    distances = sorted(
        km(place.lat, place.lon, lat, lon)
        for name, (lat, lon) in evidence.points.items()
        if name != candidate.folded
    )[:3]
    if not distances:
        return 0.0
    return NEAR * sum(exp(-d / NEAR_KM) for d in distances) / len(distances)


def choose(candidate: Candidate, evidence: Evidence) -> Choice:
    """The place a candidate means, as far as the document tells."""
    ranked = rank(candidate, evidence)
    best = ranked[0]
    rest = next((r for r in ranked[1:] if not same_spot(best.entry, r.entry)), None)
    if rest is None:
        return Choice(best, None, 1.0, settled=True)
    margin = 1 - exp(-(best.score - rest.score) / SCALE)
    if best.evidence > rest.evidence or best.entry.place.level == "country":
        return Choice(best, rest, round(margin, 3), settled=margin >= FLOOR)
    others = max(_people(r.entry) for r in ranked[1:] if not same_spot(best.entry, r.entry))
    clear = _people(best.entry) >= DOMINATES * others
    return Choice(best, rest, round(margin if clear else min(margin, 0.25), 3), settled=clear)


def _people(entry: Entry) -> int:
    """Inhabitants; the base writes 0 where it does not know, for places of 500 and more."""
    return max(entry.place.population, UNKNOWN)


def same_spot(one: Entry, two: Entry) -> bool:
    """Whether two entries are one place: a city and its province, or two records of one settlement."""
    if one.place.country != two.place.country:
        return False
    levels = {one.place.level, two.place.level}
    if "admin1" in levels and one.admin1 == two.admin1:
        return True
    a, b = one.place, two.place
    if None in (a.lat, a.lon, b.lat, b.lon):
        return False
    return km(a.lat or 0, a.lon or 0, b.lat or 0, b.lon or 0) <= SAME_KM
