"""The place a settlement that no list has is said to lie in, and what that says of where it is."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from witnessmark.locate.entry import Entry
from witnessmark.locate.gazetteer import Gazetteer
from witnessmark.locate.relative import phrases
from witnessmark.locate.unlisted_words import cues
from witnessmark.model.place import Place, PlaceMention, PlacePrecision
from witnessmark.text.names import fold

GAP = 60  # characters between a name and what it lies in
NEAR = 15.0  # km around a town that "near" reaches, as for a named place near it, with a village's own size
DISTRICT = 40.0  # km; the reach of a district of which only a point is known: a custom of ours
UNLISTED = "in no list"  # how the source of such a place begins
_TOWNS = frozenset({"town", "city", "neighbourhood", "facility"})
_SENTENCE_END = re.compile(r"[.!?؟]\s|\n")
_SIDE = re.compile(r"[a-z-]+")


@dataclass(frozen=True, slots=True)
class Holder:
    """What a name is said to lie in or near; `said` where its own words say so, not the rest of the text."""

    place: Place
    near: bool = False
    said: bool = False


def said_of(text: str, end: int, following: Sequence[PlaceMention], tool: Gazetteer) -> Holder | None:
    """The place that the words right behind a name say it lies in: "X, Idlib", "X in rural Hama"."""
    if not following or following[0].start - end > GAP:
        return None
    one = following[0]
    c, known = cues(), one.place
    if known is None:
        return None
    if not text[end : one.start].isascii() and c.arabic_inside.fullmatch(text, end, one.start):
        place = _wide(known, tool)
        return Holder(place, said=True) if place else None
    near = c.beside.fullmatch(text, end, one.start) is not None
    if near or c.inside.fullmatch(text, end, one.start):
        place = known if near else _wide(known, tool, namesake=True) or known
        return Holder(place, near=near or place.level in _TOWNS, said=True)
    if c.comma.fullmatch(text, end, one.start):  # "X, Ariha" is a list, "X, Idlib" may be the province
        place = _wide(known, tool, namesake=True)
        return Holder(place, said=True) if place else None
    return None


def implied(text: str, start: int, mentions: Sequence[PlaceMention], tool: Gazetteer) -> Holder | None:
    """The division that its sentence, else all the text, speaks of; else the country; None if several."""
    before = [m for m in mentions if m.end <= start and not _SENTENCE_END.search(text, m.end, start)]
    for one in reversed(before):
        if one.place is not None and (place := _wide(one.place, tool)) and place.level != "country":
            return Holder(place)
    wide = [p for m in mentions if m.place is not None and (p := _wide(m.place, tool))]
    divisions = {(p.country, p.admin1): p for p in wide if p.level.startswith("admin1")}
    countries = Counter(p.country for p in wide if p.country)
    if len(countries) != 1:
        return None
    if len(divisions) == 1:
        return Holder(next(iter(divisions.values())))
    country = next(iter(countries))
    return next((Holder(c) for c in _countries(country, wide)), None)


def _countries(country: str, wide: Sequence[Place]) -> Iterator[Place]:
    yield from (p for p in wide if p.level == "country" and p.country == country)
    yield Place("", "country", country, precision=PlacePrecision.COUNTRY)


def _wide(place: Place, tool: Gazetteer, *, namesake: bool = False) -> Place | None:
    """The place if it can hold a village; of a town, the division of its name, or else the one it lies in."""
    if place.level not in _TOWNS:
        return place
    names = [fold(n) for n in (place.name, "" if namesake else place.admin1 or "") if n]
    for name in names:
        for entry in tool.named(name):
            if _division_of(entry, place):
                return entry.place
    return None


def _division_of(entry: Entry, place: Place) -> bool:
    own = entry.place
    return own.level == "admin1" and own.country == place.country and own.admin1 == place.admin1


def unlisted(name: str, holder: Holder | None, tool: Gazetteer) -> Place:
    """A settlement known by name alone: its holder's precision, a point among its holder's settlements."""
    if holder is None:
        return Place(name, "town", None, source=f"{UNLISTED}, and nothing says where it lies")
    held = holder.place
    how = f"{UNLISTED}; {'said' if holder.said else 'taken'} to lie {'near' if holder.near else 'in'}"
    precision = PlacePrecision.NEAR_SETTLEMENT if holder.near and held.level in _TOWNS else held.precision
    lat, lon, radius, where = held.lat, held.lon, held.radius, "its point"
    if held.level in _TOWNS:
        radius = NEAR
    elif held.level in {"district", "subdistrict"}:
        radius = radius or _reach(held, tool) or DISTRICT
    elif held.country and held.level in {"country", "admin1", "admin1_part"}:
        lives = tool.inhabited(held.country, held.admin1, _side(held))
        if lives:
            lat, lon, radius, where = lives.lat, lives.lon, lives.radius, "the middle of its settlements"
    elif held.level == "region":
        radius = radius or _reach(held, tool)
    named = held.name or held.country or ""
    return Place(
        name, "town", held.country, held.admin1, lat, lon, None, precision,
        source=f"{how} {named}: {where}", radius=radius,
    )  # fmt: skip


def _reach(held: Place, tool: Gazetteer) -> float | None:
    """The radius the list gives a district or area."""
    same = (e for e in tool.named(fold(held.name)) if (e.place.level, e.place.lat) == (held.level, held.lat))
    return next((e.radius for e in same), None)


def _side(place: Place) -> float | None:
    """The direction of a part of a division, in degrees from north."""
    if place.level != "admin1_part":
        return None
    found = _SIDE.match(place.name.lower())
    return phrases().winds.get(found.group()) if found else None
