"""Which place is said to lie near another, or in a direction of it: "X district, south-west of Y".

What the text says of where a place lies decides between its namesakes, however well known one of them is;
where none of them lies there, the name stays open.
"""

import re
from functools import cache

from witnessmark.locate.candidate import Candidate
from witnessmark.locate.entry import Entry
from witnessmark.locate.geo import roughly_km
from witnessmark.locate.relative import amount, phrases
from witnessmark.locate.words import words

GAP = 70  # characters between the two names at most
FAR = 100.0  # km; "south of" and "near" a town seldom reach further
SLACK = 1.5  # times a distance that is said: roads wind, and it is counted from another end of the town
TOWNS = frozenset({"town", "city"})
_PLACED = TOWNS | {"district", "subdistrict", "neighbourhood", "facility"}


def point(text: str, one: Candidate, two: Candidate) -> None:
    """Note that `one` lies near `two`, its next candidate, where the text between says so and no more."""
    if one.within or not 4 < two.start - one.end <= GAP or not any(_town(e) for e in two.entries):
        return
    gap = text[one.end : two.start]
    if gap[-1] not in " \u00a0" or not _LAST.search(gap):
        return
    known = phrases()
    found = known.distance.search(gap) or known.side.search(gap) or _near().search(gap)
    if found and _between().fullmatch(gap, 0, found.start()):
        said = amount(gap[: found.start()]) if "unit" in found.re.groupindex else None
        unit = known.units[found["unit"].lower()] if said is not None else 0.0
        one.beyond, one.reach = two, max(FAR, SLACK * (said or 0.0) * unit)


def fits(candidate: Candidate, entry: Entry) -> bool:
    """Whether a reading of the candidate lies where the text says; True where it says nothing."""
    other = candidate.beyond
    if other is None or entry.place.level not in _PLACED:
        return True
    reach = candidate.reach + (entry.radius or 0.0)
    return any(_town(o) and _apart(entry, o) <= reach for o in other.entries)


def _apart(one: Entry, two: Entry) -> float:
    a, b = one.place, two.place
    if None in (a.lat, a.lon, b.lat, b.lon):
        return 0.0
    return roughly_km(a.lat or 0, a.lon or 0, b.lat or 0, b.lon or 0)


def _town(entry: Entry) -> bool:
    return entry.place.level in TOWNS


_LAST = re.compile(r"(?:of|from|outside|near|off)\s(?:the\s)?(?:(?:city|town|village)\s(?:of\s)?)?$")


@cache
def _between() -> re.Pattern[str]:
    """What may stand between a name and "3 km south of": its kind, a comma, "lies", "about"."""
    w = words()
    kinds = "|".join(sorted(k for k in w.district | w.settlement | w.neighbourhood if k.isascii()))
    return re.compile(
        rf"(?:\s(?:{kinds}))?\s?[,(]?\s?"
        r"(?:(?:which|is|lies|lying|located|situated|sits|just|about|some|roughly|around|approximately|to|the|a|few)"
        r"\s)*(?:(?:[\d.,]+|[a-z]+)[\s-]?){0,2}"
    )


@cache
def _near() -> re.Pattern[str]:
    near = "|".join(sorted(k for k in words().near if k.isascii()))
    return re.compile(rf"\b(?:{near})\s(?:the\s)?(?:(?:city|town|village)\s(?:of\s)?)?$")
