"""The precision of a place in the code lists of the field."""

from witnessmark.codebook.book import load
from witnessmark.model.place import Place

SCHEMES = ("acled_geo", "ucdp_where", "airwars_location")


def place_code(place: Place, scheme: str) -> str | None:
    """The code a scheme of `SCHEMES` has for how well a place is known, None where it has none.

    By the crosswalk of `taxonomies/place_precision.yaml`. ACLED and Airwars code no region wider than a
    first-level division and no country; nobody codes an unresolved place. Raises KeyError for another scheme.
    """
    if scheme not in SCHEMES:
        raise KeyError(scheme)
    return load().taxonomy("place_precision")[place.precision].crosswalk.get(scheme)
