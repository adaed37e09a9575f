"""Where a row puts its site: read, then held against the country and the settlements around."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from witnessmark.model.ground import Ground, Inside
from witnessmark.model.site import Position, Shape
from witnessmark.sites import coordinates
from witnessmark.sites.coordinates import CoordinateError, Fault, Given
from witnessmark.sites.register import shapes, words
from witnessmark.sites.register.problems import ProblemKind
from witnessmark.sites.register.values import Options, Row

# Half the last digit of two decimals is 556 m and more: a quarter of a town, not a building.
COARSE = 500.0
# A point copied from a list of settlements lies this near to it, however it was rounded on the way.
COPIED = 20.0
Tell = Callable[[ProblemKind, str, str, str], bool]  # kind, field, why, remedy; whether it is accepted
_OUT = (Inside.UNLIKELY, Inside.NO)
_FIELDS = ("position", "mgrs", "easting", "lat")


@dataclass(frozen=True, slots=True)
class Spot:
    """The position and shape of a row."""

    position: Position
    shape: Shape


def spot(row: Row, options: Options, country: str | None, tell: Tell) -> Spot | None:
    """Where the row puts its site; None where a problem, which is told, keeps it out."""
    datum = row.fields.get("datum", "") or options.datum
    column = _field(row)

    def here(kind: ProblemKind, field: str, why: str, remedy: str) -> bool:
        return tell(kind, field or column, why, remedy)

    try:
        if row.rings:
            return _outlined(row, options, country, datum, here)
        given, verbatim = _given(row, datum)
        checked = _checked(given, country, options.ground, here)
        if checked is None:
            return None
        source = row.fields.get("source") or options.source
        position = coordinates.to_position(checked, verbatim, source, datum, _stated(row, options))
    except CoordinateError as error:
        here(ProblemKind(error.fault.value), "", error.why, error.remedy)
        return None
    _shift(checked, position, here)
    radius = words.metres(row.fields.get("radius", "")) or shapes.USUAL_RADIUS
    return _exact(Spot(position, Shape(radius)), checked, options.ground, here)


def _given(row: Row, datum: str) -> tuple[Given, str]:
    """The numbers of the row and how they were written."""
    f = row.fields
    if text := f.get("position") or f.get("mgrs"):
        return coordinates.read(text, datum=datum), text
    if "easting" in f and "northing" in f:
        text = f"{f.get('zone', '')} {f['easting']} {f['northing']}".strip()
        return coordinates.read(text, datum=datum), text
    lat, lon = f.get("lat", ""), f.get("lon", "")
    if not lat or not lon:
        raise CoordinateError(Fault.NO_POSITION, "no position", "add a latitude and a longitude")
    return coordinates.read(lat, lon, datum), f"{lat}, {lon}"


def _checked(given: Given, country: str | None, ground: Ground | None, tell: Tell) -> Given | None:
    """The numbers as they are, or as a person accepted that they were meant."""
    there = _inside(given, country, ground)
    if there is Inside.YES:
        return given
    if there is Inside.PERHAPS:
        tell(
            ProblemKind.BORDER, "", "near a border of the country, or far from its settlements",
            "check the position",
        )  # fmt: skip
        return given
    turned = coordinates.swapped(given)
    if given.format not in {"utm", "mgrs"} and _inside(turned, country, ground) not in _OUT:
        return turned if tell(
            ProblemKind.SWAPPED, "", "latitude and longitude look swapped: the other way it fits the country",
            "put them in their columns, or accept that they are exchanged",
        ) else None  # fmt: skip
    if not _on_earth(given):
        raise _off_the_globe()
    for lat, lon in ((1, -1), (-1, 1), (-1, -1)):
        flipped = replace(given, lat=given.lat * lat, lon=given.lon * lon)
        if _inside(flipped, country, ground) is Inside.YES:
            return flipped if tell(
                ProblemKind.SIGN, "", "a sign looks missing or wrong: with the other it lies in the country",
                "correct the sign or letter, or accept that it is turned",
            ) else None  # fmt: skip
    sure = "surely" if there is Inside.NO else "probably"
    far = tell(
        ProblemKind.OUTSIDE, "", f"{sure} not in the country it names, by the settlements around it",
        "correct the position or the country, or accept it as it is",
    )  # fmt: skip
    return given if far else None


def _inside(given: Given, country: str | None, ground: Ground | None) -> Inside:
    if not _on_earth(given):
        return Inside.NO
    return ground.inside(given.lat, given.lon, country) if ground and country else Inside.YES


def _off_the_globe() -> CoordinateError:
    return CoordinateError(
        Fault.OUT_OF_RANGE, "no latitude and longitude", "latitudes end at 90, longitudes at 180"
    )


def _on_earth(given: Given) -> bool:
    return abs(given.lat) <= 90 and abs(given.lon) <= 180


def _shift(given: Given, position: Position, tell: Tell) -> None:
    moved = shapes.apart(given.lat, given.lon, position.lat, position.lon)
    if position.datum != coordinates.WGS84:
        why = f"given in another datum: {moved:,.0f} m from the same numbers in WGS 84"
        tell(ProblemKind.DATUM, "datum", why, "check that the datum is right")


def _exact(found: Spot, given: Given, ground: Ground | None, tell: Tell) -> Spot | None:
    """The spot unless its digits, or a settlement's own point, say that nobody measured it."""
    if given.accuracy > COARSE:
        why = f"so few digits that it may lie {given.accuracy:,.0f} m away"
        remedy = "get the position to four decimals, or accept it with that accuracy"
        return found if tell(ProblemKind.COARSE, "", why, remedy) else None
    position = found.position
    centre = ground.centre(position.lat, position.lon) if ground else None
    if centre is None or centre.distance > max(COPIED, given.accuracy):
        return found
    remedy = "get the position of the site, or accept the extent of the settlement as its accuracy"
    if not tell(ProblemKind.CENTRE, "", "the listed point of a settlement, not of a site", remedy):
        return None
    return replace(found, position=replace(position, accuracy=max(position.accuracy, centre.radius)))


def _outlined(row: Row, options: Options, country: str | None, datum: str, tell: Tell) -> Spot | None:
    """The spot of a row with polygons: the middle of all."""
    rings = row.rings
    if not shapes.on_earth(rings):
        raise _off_the_globe()
    if not shapes.holds(rings):
        tell(
            ProblemKind.CROSSING, "", "an outline that crosses itself or has under three corners",
            "draw it again",
        )  # fmt: skip
        return None
    lat, lon = shapes.middle(rings)
    given = Given(lat, lon, 0.0, 0.0, "decimal")
    checked = _checked(given, country, options.ground, tell)
    if checked is None:
        return None
    if checked is not given:
        rings = tuple(tuple(_as(given, checked, *p) for p in ring) for ring in rings)
    moved = tuple(tuple(coordinates.datums.to_wgs84(*p, datum)[:2] for p in ring) for ring in rings)
    source = row.fields.get("source") or options.source
    position = coordinates.to_position(checked, "", source, datum, _stated(row, options))
    _shift(checked, position, tell)
    return Spot(position, shapes.outlined(moved, position.lat, position.lon))


def _as(before: Given, after: Given, lat: float, lon: float) -> tuple[float, float]:
    """A corner turned as the middle was."""
    if (after.lat, after.lon) == (before.lon, before.lat):
        return lon, lat
    return lat * (1 if after.lat == before.lat else -1), lon * (1 if after.lon == before.lon else -1)


def _stated(row: Row, options: Options) -> float | None:
    return words.metres(row.fields.get("accuracy", "")) or options.accuracy


def _field(row: Row) -> str:
    return next((f for f in _FIELDS if f in row.fields), "lat")
