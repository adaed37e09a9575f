"""A register on its way out: coarsened for those who may not see it, encrypted for those who may."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from witnessmark.errors import UsageError
from witnessmark.model.site import Site

if TYPE_CHECKING:
    from witnessmark.publish.coarse_sites import Audience


def export(sites: Sequence[Site], to: "Audience", day: date, recipients: Sequence[str] = ()) -> bytes:
    """The sites that stood on that day as GeoJSON, as that audience may have them.

    In full they leave only encrypted, with age, to `recipients`: UsageError where there is none, and where
    there are for cells that anyone may read.
    """
    from witnessmark.publish.coarse_sites import coarse_geojson, coarsen, full_geojson

    if not to.full:
        if recipients:
            raise UsageError(f"what the audience `{to.name}` gets is not encrypted: leave out --encrypt-to")
        return coarse_geojson(coarsen(sites, day, to)).encode()
    if not recipients:
        raise UsageError(
            "a register in full leaves only encrypted: give --encrypt-to with the recipient's key"
        )
    from witnessmark.sites.sealing import seal

    return seal(full_geojson(sites, day).encode(), recipients)
