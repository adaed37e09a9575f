# ruff: noqa: RUF001  (the typographic apostrophe and dash are part of names)
"""Relative places: what "3 km south of", "halfway between" and "the eastern outskirts of" make of a place.

The place stays what it is; its `spot` is a point with a radius. Words are data (`data/relative.yaml`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import pi, sqrt

from witnessmark import codebook
from witnessmark.locate.geo import away, halfway, km
from witnessmark.locate.words import words
from witnessmark.model.place import Place, PlaceMention, PlacePrecision
from witnessmark.text.normalise import fold, lower
from witnessmark.text.numbers import NumberWords, numbers

# People a square km of a town, roughly: built-up land the world over has a few thousand.
DENSITY = 4_000
LEAST, MOST = 1.0, 20.0  # km; the radius of a village, and of the largest cities
NEAR = 10.0  # km around a town that "near" and "south of" reach: a custom of ours, no source
COAST = 25.0  # "off the coast of": about the 12 nautical miles of territorial waters
SLACK = 0.4  # the sine of 22.5 degrees: how far a point "south of" may be off to the side, of its distance
MIDDLE = 0.2  # of the distance between two towns: how far from the middle "halfway" may be
WIDE = 25.0  # km; a radius above this is no "near a town" any more (UCDP where_prec 2, about 25 km)
GAP = 30  # characters between two towns at most that one phrase joins
LEAD = 80  # characters before a name
_SETTLEMENT = frozenset({"town", "city"})
_DIGITS = re.compile(r"(?:(\d[\d,]*(?:\.\d+)?)\s?(?:-|–|to)\s?)?(?<![\w.])(\d[\d,]*(?:\.\d+)?)\s?-?$")


@dataclass(frozen=True, slots=True)
class Phrases:
    """The patterns of `data/relative.yaml`, to be searched in what stands before a name."""

    distance: re.Pattern[str]
    side: re.Pattern[str]
    edge: re.Pattern[str]
    coast: re.Pattern[str]
    between: re.Pattern[str]
    road_from: re.Pattern[str]
    road_after: re.Pattern[str]
    site: re.Pattern[str]
    site_after: re.Pattern[str]
    old: re.Pattern[str]
    join: re.Pattern[str]
    winds: dict[str, float]
    units: dict[str, float]
    parts: tuple[tuple[str, float], ...]


def with_spots(text: str, mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The mentions of `text`, in order, with the spots that relative phrases make of them."""
    out = [_one(text, m) for m in mentions]
    for i, (one, two) in enumerate(pairwise(out)):
        if two.start - one.end > GAP or one.place is None or two.place is None:
            continue
        if share := _way(text, one, two):
            spot = _middle(one.place, two.place, share)
            out[i], out[i + 1] = (replace(m, spot=spot) if spot else m for m in (one, two))
    return tuple(out)


def _one(text: str, mention: PlaceMention) -> PlaceMention:
    place = mention.place
    if place is None or place.level not in _SETTLEMENT or place.lat is None or place.lon is None:
        return mention
    lead = text[max(0, mention.start - LEAD) : mention.start]
    bare = place.precision in {PlacePrecision.TOWN, PlacePrecision.CITY}
    last = lead.rstrip()[-2:]
    if bare and last == "of" and phrases().distance.search(lead):
        place = replace(place, precision=PlacePrecision.NEAR_SETTLEMENT)
    if place.precision is PlacePrecision.NEAR_SETTLEMENT:
        return replace(mention, place=place, spot=_near(place, lead))
    if bare:
        precision = _within(lead, text[mention.end : mention.end + LEAD])
        if precision is not None:
            return replace(mention, place=replace(place, precision=precision, radius=_size(place)))
    return mention


def _within(lead: str, tail: str) -> PlacePrecision | None:
    """What part of a town is meant, where a part is: a building or a quarter of it."""
    p = phrases()
    if p.site_after.match(tail):
        return PlacePrecision.FACILITY
    if lead.rstrip()[-2:] not in {"in", "of"}:  # what both patterns end with; most names need no search
        return None
    if p.site.search(lead):
        return PlacePrecision.FACILITY
    return PlacePrecision.NEIGHBOURHOOD if p.old.search(lead) else None


def _near(place: Place, lead: str) -> Place:
    """The spot near a town: as far and in the direction that the words before it say."""
    p, size = phrases(), _size(place)
    if found := p.distance.search(lead):
        far_off = amount(lead[: found.start()])
        if far_off is not None:
            far = far_off * p.units[found["unit"].lower()]
            wind = found["wind"]
            if wind:
                return _spot(place, p.winds[wind.lower()], far, max(LEAST, SLACK * far), f"{far:g} km {wind}")
            return _spot(place, None, 0, far + size, f"{far:g} km from it")
    if found := p.edge.search(lead):
        wind = found["wind"]
        if wind:
            return _spot(place, p.winds[wind.lower()], size, size, f"its {wind} edge")
        return _spot(place, None, 0, size * 1.5, "its edge")
    if p.coast.search(lead):
        return _spot(place, None, 0, COAST, "off its coast")
    if found := p.side.search(lead):
        return _spot(place, p.winds[found["wind"].lower()], size + NEAR / 2, size + NEAR, found["wind"])
    return _spot(place, None, 0, size + NEAR, "near it")


def _spot(place: Place, wind: float | None, far: float, radius: float, how: str) -> Place:
    lat, lon = place.lat or 0.0, place.lon or 0.0
    if wind is not None:
        lat, lon = away(lat, lon, wind, far)
    wide = radius > WIDE
    return replace(
        place,
        lat=lat,
        lon=lon,
        radius=round(radius, 1),
        level="region" if wide else place.level,
        precision=PlacePrecision.INFORMAL_REGION if wide else PlacePrecision.NEAR_SETTLEMENT,
        source=f"{place.source}; estimated: {how}",
    )


def _size(place: Place) -> float:
    """The rough radius of a town in km."""
    return round(min(MOST, max(LEAST, sqrt(place.population / DENSITY / pi))), 1)


def amount(lead: str) -> float | None:
    """The number that ends a stretch of text, the middle of a range."""
    lead = lead.rstrip(" \u00a0-")
    if found := _DIGITS.search(lead):
        ends = [float(n.replace(",", "")) for n in found.groups() if n]
        return sum(ends) / len(ends)
    plain = lower(fold(lead))
    for part, share in phrases().parts:
        if plain.endswith(f" {part}"):
            return share
    said = [n for n in numbers(plain, _number_words()) if n.end >= len(plain)]
    if not said:
        return None
    bounds = said[-1].bounds
    if bounds.value is not None:
        return float(bounds.value)
    known = [n for n in (bounds.low, bounds.high) if n is not None]
    return sum(known) / len(known) if known else None


@cache
def _number_words() -> NumberWords:
    known = codebook.load().numbers("en")
    return NumberWords(
        known.units, known.scales, known.vague, known.fractions, known.qualifiers, known.post_qualifiers
    )


def _way(text: str, one: PlaceMention, two: PlaceMention) -> float | None:
    """The share of the way between two places within which something is said to lie about its middle."""
    p, gap, lead = phrases(), text[one.end : two.start], text[max(0, one.start - LEAD) : one.start]
    if (found := p.between.search(lead)) and p.join.fullmatch(gap):
        return MIDDLE if found["half"] else 0.5
    if p.road_from.search(lead) and gap.strip() in {"to", "and"}:
        return 0.5
    return 0.5 if gap.strip() in {"-", "–", "to"} and p.road_after.match(text, two.end) else None


def _middle(one: Place, two: Place, share: float) -> Place | None:
    """The middle of two towns, None where one of them is no point."""
    if not {one.level, two.level} <= _SETTLEMENT or None in (one.lat, one.lon, two.lat, two.lon):
        return None
    lat1, lon1, lat2, lon2 = one.lat or 0.0, one.lon or 0.0, two.lat or 0.0, two.lon or 0.0
    radius = round(max(LEAST, share * km(lat1, lon1, lat2, lon2)), 1)
    lat, lon = halfway(lat1, lon1, lat2, lon2)
    return Place(
        f"between {one.name} and {two.name}",
        "region",
        one.country if one.country == two.country else None,
        one.admin1 if one.admin1 == two.admin1 else None,
        lat,
        lon,
        precision=PlacePrecision.INFORMAL_REGION if radius > WIDE else PlacePrecision.NEAR_SETTLEMENT,
        source="estimated: the middle of the way between them",
        radius=radius,
    )


@cache
def phrases() -> Phrases:
    """The patterns, read and compiled once."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (files("witnessmark.locate") / "data" / "relative.yaml").read_text("utf-8")
    table = yaml.load(text, Loader=loader)  # noqa: S506  (a safe loader)
    winds = {name: float(degrees) for degrees, names in table["winds"].items() for name in names}
    units = {name: float(size) for size, names in table["units"].items() for name in names}
    wind, unit, road = _any(winds), _any(units), _any(table["roads"])
    site, old = _any(table["sites"]), _any(table["old"])
    w = words()
    town = rf"(?:the\s+)?(?:(?:{_any(w.settlement)}|{_any(w.direction)})\s+){{0,2}}(?:of\s+)?$"
    part = _any(w.district | w.neighbourhood | {"suburb", "ward"})
    return Phrases(
        distance=_re(
            rf"(?P<unit>{unit})\.?\s+(?:(?:away|due|just|inland|further|directly)\s+)*(?:to\s+the\s+)?"
            rf"(?:(?P<wind>{wind})\s+(?:of|from)|from|outside|off|of)\s+{town}"
        ),
        side=_re(rf"(?P<wind>{wind})\s+of\s+{town}"),
        edge=_re(rf"(?:(?P<wind>{wind})\s+)?{_any(w.edge - {'coast', 'shore'})}\s+of\s+{town}"),
        coast=_re(rf"(?:coast|shores?|waters)\s+(?:of|off)\s+{town}"),
        between=_re(rf"(?P<half>{_any(table['halfway'])}\s+)?between\s+{town}"),
        road_from=_re(rf"{road}\s+from\s+{town}"),
        road_after=_re(rf"\s+(?:\w+\s+)?{road}\b"),
        site=re.compile(rf"[A-Z][\w'’-]*\s+(?i:{site})\s+in\s+(?i:{town})"),
        site_after=re.compile(
            rf"(?:'s|’s)?\s+(?:(?:main|central|refugee)\s+)?{site}\b(?!\s+(?:workers?|staff))"
        ),
        old=_re(rf"(?:{old}\s+(?:of|in)|(?<!\bthe\s)\b(?!the\b)[\w'’-]+\s+{part}\s+(?:of|in))\s+{town}"),
        join=_re(r"(?:\s+(?:city|town))?\s+and\s+(?:the\s+)?(?:(?:city|town|village)\s+of\s+)?"),
        winds=winds,
        units=units,
        parts=tuple((part, float(n)) for n, names in table["parts"].items() for part in names),
    )


def _re(pattern: str) -> re.Pattern[str]:
    """Compiled without case, not from within a word; a unit may touch its number."""
    return re.compile(pattern if pattern.startswith(r"\s") else rf"(?<![^\W\d_])(?:{pattern})", re.IGNORECASE)


def _any(names: "frozenset[str] | set[str] | dict[str, float] | list[str]") -> str:
    """Any of these words; whole only with what the caller puts around it."""
    ascii_names = [n for n in names if n.isascii()]
    return f"(?:{'|'.join(re.escape(n) for n in sorted(ascii_names, key=len, reverse=True))})"
