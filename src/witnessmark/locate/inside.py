"""Containment: which place of the text is said to lie in which."""

from witnessmark.locate.candidate import Candidate
from witnessmark.locate.entry import Entry
from witnessmark.locate.geo import km
from witnessmark.locate.patterns import GAP, INSIDE

HOLDERS = frozenset({"country", "admin1", "region", "district", "subdistrict"})
# A district is larger than what its settlements of 1,000 people span, and one from a list has no radius (km).
BEYOND, LEAST = 2.0, 30.0


def contain(text: str, one: Candidate, two: Candidate) -> None:
    """Note that `one` lies in `two`, its next candidate, where the text between and the base agree.

    To be asked of the last pair of a text first: whether `two` lies in a third tells a place from a list.
    """
    if two.start - one.end > GAP or not two.extent.large or not INSIDE.fullmatch(text, one.end, two.start):
        return
    if _may_hold(one, two):
        one.within = two
        two.holds = True
    elif not one.extent.large and (two.within or two.entries[0].place.level == "country"):
        # "X, Aleppo, Syria" and "X, Syria" say where X lies; "X, Aleppo" may be a list
        one.misfit = True


def _may_hold(small: Candidate, large: Candidate) -> bool:
    """Whether some place of the one name lies in some place of the other; an unknown name may."""
    holders = [e for e in large.entries if e.place.level in HOLDERS]
    return not small.entries or any(lies_in(s, h) for h in holders for s in small.entries)


def lies_in(inner: Entry, outer: Entry) -> bool:
    """Whether the one place lies in the other, as far as codes tell."""
    if inner.id == outer.id:
        return False
    if outer.place.level == "country":
        return outer.place.country in inner.countries and inner.place.level != "country"
    if outer.place.level == "admin1":
        return (
            inner.place.level not in {"country", "admin1"}
            and inner.place.country == outer.place.country
            and inner.admin1 == outer.admin1
        )
    if outer.place.level == "region":
        return near_region(inner, outer)
    return outer.place.level in {"district", "subdistrict"} and _in_district(inner, outer)


def _in_district(inner: Entry, outer: Entry) -> bool:
    """Whether a settlement lies within the reach of a district of its own division."""
    a, b = inner.place, outer.place
    if a.level in HOLDERS or a.country != b.country or None in (a.lat, a.lon, b.lat, b.lon):
        return False
    if inner.admin1 and outer.admin1 and inner.admin1 != outer.admin1:
        return False
    reach = max(LEAST, BEYOND * (outer.radius or 0.0))
    return km(a.lat or 0, a.lon or 0, b.lat or 0, b.lon or 0) <= reach


def near_region(inner: Entry, outer: Entry) -> bool:
    """Whether a place lies within the rough radius of an area."""
    a, b = inner.place, outer.place
    if inner.place.level == "country" or None in (a.lat, a.lon, b.lat, b.lon):
        return False
    return km(a.lat or 0, a.lon or 0, b.lat or 0, b.lon or 0) <= (outer.radius or 0)
