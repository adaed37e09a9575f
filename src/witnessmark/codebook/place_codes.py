"""The precision of a place: in the code lists of the field, and in kilometres."""

from functools import cache

from witnessmark.codebook.book import load
from witnessmark.model.place import Place, PlacePrecision

SCHEMES = ("acled_geo", "ucdp_where", "airwars_location")


def place_code(place: Place, scheme: str) -> str | None:
    """The code a scheme of `SCHEMES` has for how well a place is known, None where it has none.

    By the crosswalk of `taxonomies/place_precision.yaml`. ACLED and Airwars code no region wider than a
    first-level division and no country; nobody codes an unresolved place. Raises KeyError for another scheme.
    """
    if scheme not in SCHEMES:
        raise KeyError(scheme)
    return load().taxonomy("place_precision")[place.precision].crosswalk.get(scheme)


@cache
def usual_radius(precision: PlacePrecision) -> float | None:
    """How far, in km, from its point such a place may lie where it does not say itself; None beyond that."""
    radius = load().taxonomy("place_precision")[precision].extra.get("radius_km")
    return float(radius) if isinstance(radius, int | float) else None


@cache
def is_spot(precision: PlacePrecision) -> bool:
    """Whether the truth lies around the point of such a place, rather than anywhere in its circle."""
    return load().taxonomy("place_precision")[precision].extra.get("spread") == "spot"
