"""Refining: the level and precision that the words around a name give it.

A bare name shared by a city and its province is the province, unless the city is so large that readers take
the name for it; "Idlib city" is the city, "southern Idlib" a part of the province, "near Idlib" near it.
"""

import re
from dataclasses import replace

from witnessmark.locate.candidate import Candidate
from witnessmark.locate.entry import Entry
from witnessmark.locate.find import Beside
from witnessmark.locate.gazetteer import Gazetteer
from witnessmark.locate.words import Words
from witnessmark.model.place import Place, PlacePrecision
from witnessmark.text.names import fold

# A city of a million is what a bare name shared with its province means to a reader ("Aleppo", "New York");
# below that, the field codes the province (domain 3.6, gazetteer notes).
METROPOLIS = 1_000_000
_SETTLEMENT = {"town", "city"}
_ROADS = frozenset({"highway", "road", "motorway", "railway"})
_TO_A_ROAD = re.compile(r"[-\u2013][A-Z][\w'-]*\s(?:highway|road|motorway|railway)\b")
_DISTANCE = re.compile(r"\b(?:km|kms|kilomet(?:er|re)s?|miles?|mi)\b")


def pick_level(candidate: Candidate, best: Entry, words: Words) -> Entry:
    """Of the entries that are `best`'s city and its province, the one the words around the name mean."""
    if "admin1" not in candidate.extent.levels:
        return best
    twins = [e for e in candidate.entries if _twins(e, best)]
    division = next((e for e in twins if e.place.level == "admin1"), None)
    towns = [e for e in twins if e.place.level in _SETTLEMENT]
    town = max(towns, key=lambda e: e.place.population, default=None)
    if division is None or town is None:
        return best
    if _says(candidate, words.settlement) or candidate.beside == Beside.FACILITY or _near(candidate, words):
        return town
    if _quarter(candidate, words.neighbourhood):  # a district may be a province's
        return town
    if _says(candidate, words.province) or _part(candidate, words):
        return division
    listed = bool(candidate.within) and candidate.before[-1:] == (",",)
    if candidate.holds or listed:  # "<village>, Aleppo, Syria"
        return division
    if candidate.within and candidate.within.folded != candidate.folded:
        holder = {e.place.level for e in candidate.within.entries}
        if "country" not in holder:
            return town
    return town if town.place.population >= METROPOLIS else division


def named_area(candidate: Candidate, best: Entry, gazetteer: Gazetteer, words: Words) -> Entry | None:
    """The area the name forms with a word beside it, as in "northwest Syria" or "Idlib pocket"."""
    tries = []
    if candidate.before and candidate.before[-1] in words.direction:
        tries.append(f"{fold(candidate.before[-1])} {candidate.folded}")
    if candidate.right in words.pocket:
        tries.append(f"{candidate.folded} {fold(candidate.right)}")
    for name in tries:
        for entry in gazetteer.named(name):
            if entry.place.level == "region" and set(entry.countries) & set(best.countries):
                return entry
    return None


def refine(candidate: Candidate, entry: Entry, words: Words) -> Place:
    """The place with the level and precision its surroundings give it."""
    place = entry.place
    if place.level == "admin1" and _part(candidate, words) and not _says(candidate, words.settlement):
        side = next((w for w in reversed(candidate.before[-4:]) if w in words.direction), "")
        name = f"{side} {place.name}".strip() if side else place.name
        return replace(place, level="admin1_part", precision=PlacePrecision.ADMIN1_PART, name=name)
    if place.level == "country" and candidate.before and candidate.before[-1] in words.direction:
        name = f"{candidate.before[-1]} {place.name}"
        return replace(place, level="region", precision=PlacePrecision.INFORMAL_REGION, name=name)
    return _around_settlement(candidate, place, words) if place.level in _SETTLEMENT else place


def _around_settlement(candidate: Candidate, place: Place, words: Words) -> Place:
    if candidate.beside == Beside.FACILITY:
        return replace(place, precision=PlacePrecision.FACILITY)
    if _near(candidate, words):
        return replace(place, precision=PlacePrecision.NEAR_SETTLEMENT)
    if _quarter(candidate, words.quarter):
        return replace(place, precision=PlacePrecision.NEIGHBOURHOOD)
    if candidate.right in words.district or _of(candidate, words.district):
        return replace(place, level="district", precision=PlacePrecision.DISTRICT)
    return place


def _twins(one: Entry, two: Entry) -> bool:
    return one.place.country == two.place.country and one.admin1 == two.admin1


def _says(c: Candidate, kinds: frozenset[str]) -> bool:
    """Whether a word of `kinds` stands right after the name, or before it ("the city of", "province of")."""
    return c.right in kinds or (bool(c.left) and c.left in kinds) or _of(c, kinds)


def _of(c: Candidate, kinds: frozenset[str]) -> bool:
    before = [w for w in c.before[-4:] if w not in {"the", "of"}]
    return bool(before) and c.before[-1] in {"of", "the"} and "of" in c.before and before[-1] in kinds


def _part(c: Candidate, words: Words) -> bool:
    if c.right in words.part or c.left in words.part or c.left in words.direction:
        return True
    near = [w for w in c.before[-4:] if w not in {"of", "the", "part", "parts", "countryside"}]
    return bool(near) and near[-1] in words.direction


def _quarter(c: Candidate, kinds: frozenset[str]) -> bool:
    """Whether a quarter of the town is named: "the Sheikh Maqsoud neighbourhood of <name>"."""
    if len(c.before) < 3 or c.before[-1] not in {"of", "in"} or c.before[-3] in {"the", "of", "and", "s"}:
        return False
    return c.before[-2] in kinds


def _on_the_way(c: Candidate) -> bool:
    """Whether it ends a way: "between X and <name>", "the X-<name> highway"."""
    if "between" in c.before and c.before[-1] == "and":
        return True
    linked = c.right in _ROADS and bool(c.before) and c.before[-1].endswith("-")
    return linked or _TO_A_ROAD.match(c.after) is not None


def _near(c: Candidate, words: Words) -> bool:
    before = c.before
    if _on_the_way(c):
        return True
    if before and (before[-1] in words.near or before[-1] == "between"):
        return True
    if len(before) > 1 and before[-1] == "of":
        if before[-3:-2] == ("the",) and before[-4:-3] != ("to",) and before[-2] in words.direction:
            return False  # "in the south of": inside it
        # "3 km south of", "just west of", "the outskirts of"
        return before[-2] in words.direction or before[-2] in words.edge
    return bool(before) and before[-1] == "from" and any(_DISTANCE.search(w) for w in before)
