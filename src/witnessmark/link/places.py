"""Whether two places can be one: the same point, one inside the other, only a region in common, or apart."""

from enum import IntEnum
from functools import lru_cache

from witnessmark.model.claim import Claim
from witnessmark.model.place import Place, PlacePrecision, PlaceRole

# A town reported by two desks is geocoded within a few kilometres: UCDP and ACLED code villages to the
# settlement's centre, whose gazetteer points differ by up to about this much (GeoNames against OCHA P-codes).
SAME_PLACE_KM = 5.0
# Rapidfuzz ratio at which two spellings of a name count as one: transliterations differ in a letter or two.
SAME_NAME = 84.0

_POINTS = frozenset(
    {
        PlacePrecision.EXACT,
        PlacePrecision.FACILITY,
        PlacePrecision.NEIGHBOURHOOD,
        PlacePrecision.TOWN,
        PlacePrecision.CITY,
        PlacePrecision.NEAR_SETTLEMENT,
    }
)
# How coarse a place is, finest first (domain: place precision P1-P7, P0 last).
_COARSENESS = {
    PlacePrecision.EXACT: 0,
    PlacePrecision.FACILITY: 0,
    PlacePrecision.NEIGHBOURHOOD: 1,
    PlacePrecision.TOWN: 1,
    PlacePrecision.CITY: 1,
    PlacePrecision.NEAR_SETTLEMENT: 2,
    PlacePrecision.DISTRICT: 3,
    PlacePrecision.ADMIN1_PART: 4,
    PlacePrecision.ADMIN1: 5,
    PlacePrecision.ADMIN1_MULTI: 6,
    PlacePrecision.INFORMAL_REGION: 6,
    PlacePrecision.COUNTRY: 7,
    PlacePrecision.UNRESOLVED: 8,
}


class PlaceRelation(IntEnum):
    """From certainly different to the same; a larger value is a closer relation."""

    APART = -1
    UNKNOWN = 0
    REGION = 1  # both only as wide as a country or an informal region
    WITHIN = 2  # one lies inside the other, or both are the same province
    SAME = 3  # one settlement or site


def precision(place: Place) -> PlacePrecision:
    """The precision of a place, read off its level where it was not given."""
    return place.known


def coarseness(place: Place) -> int:
    """0 for a site, 8 for a place that was not resolved."""
    return _COARSENESS[precision(place)]


def is_point(place: Place) -> bool:
    """Whether the place is a settlement or finer."""
    return precision(place) in _POINTS


def provinces(place: Place) -> frozenset[str]:
    """First-level divisions a place lies in or consists of, folded."""
    names = (place.admin1 or "").split(";") if place.admin1 else []
    if not names and precision(place) is PlacePrecision.ADMIN1:
        names = [place.name]
    return frozenset(n.strip().casefold() for n in names if n.strip())


@lru_cache(maxsize=65536)
def relate(a: Place | None, b: Place | None) -> PlaceRelation:
    """How two places stand to each other; None or an unresolved place is UNKNOWN."""
    if a is None or b is None:
        return PlaceRelation.UNKNOWN
    if a.country and b.country and a.country != b.country:
        return PlaceRelation.APART
    if is_point(a) and is_point(b):
        return PlaceRelation.SAME if _same_point(a, b) else PlaceRelation.APART
    if PlacePrecision.UNRESOLVED in (precision(a), precision(b)):
        return PlaceRelation.WITHIN if _same_name(a, b) else PlaceRelation.UNKNOWN
    one, other = provinces(a), provinces(b)
    if one and other:
        return PlaceRelation.WITHIN if one & other else PlaceRelation.APART
    return PlaceRelation.REGION if a.country == b.country else PlaceRelation.UNKNOWN


def scene(claim: Claim) -> Place | None:
    """Where a claim says that it happened; not where people were taken, came from or spoke."""
    where = claim.location
    return where.place if where is not None and where.role is PlaceRole.EVENT else None


def placed(claim: Claim) -> bool:
    """Whether a claim says in which settlement or at which site it happened."""
    where = scene(claim)
    return where is not None and is_point(where)


def relate_claims(a: Claim, b: Claim) -> PlaceRelation:
    """How the scenes of two claims stand to each other."""
    return relate(scene(a), scene(b))


def _same_point(a: Place, b: Place) -> bool:
    if a.geonameid is not None and a.geonameid == b.geonameid:
        return True
    if None not in (a.lat, a.lon, b.lat, b.lon):
        return distance_km(a, b) <= SAME_PLACE_KM
    one, other = provinces(a), provinces(b)
    return _same_name(a, b) and not (one and other and not one & other)


def _same_name(a: Place, b: Place) -> bool:
    from rapidfuzz import fuzz

    return fuzz.ratio(a.name.casefold(), b.name.casefold()) >= SAME_NAME


def distance_km(a: Place, b: Place) -> float:
    """Great-circle distance; both places must have coordinates."""
    import h3

    return float(h3.great_circle_distance((a.lat, a.lon), (b.lat, b.lon), unit="km"))
