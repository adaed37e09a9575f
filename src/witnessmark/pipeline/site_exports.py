"""A register on its way out: coarsened for those who may not see it, encrypted for those who may."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from witnessmark.errors import UsageError
from witnessmark.model.site import Site

if TYPE_CHECKING:
    from witnessmark.publish.coarse_sites import Audience


def check_recipients(to: "Audience", recipients: Sequence[str]) -> None:
    """Raise UsageError where a register in full has no recipient, or cells that anyone may read have one."""
    if not to.full and recipients:
        raise UsageError(f"what the audience `{to.name}` gets is not encrypted: leave out --encrypt-to")
    if to.full and not recipients:
        raise UsageError(
            "a register in full leaves only encrypted: give --encrypt-to with the recipient's key"
        )


def export(sites: Sequence[Site], to: "Audience", day: date, recipients: Sequence[str] = ()) -> bytes:
    """The sites that stood on that day as GeoJSON, as that audience may have them.

    In full they leave only encrypted, with age, to `recipients`; raises UsageError as `check_recipients`.
    """
    from witnessmark.publish.coarse_sites import coarse_geojson, coarsen, full_geojson

    check_recipients(to, recipients)
    if not to.full:
        return coarse_geojson(coarsen(sites, day, to)).encode()
    from witnessmark.sites.sealing import seal

    return seal(full_geojson(sites, day).encode(), recipients)
