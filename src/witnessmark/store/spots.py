"""How many incidents each place has, by name, and each word of which an incident has one."""

import numpy as np

from witnessmark.model.listing import PlaceCount
from witnessmark.store.listing import Listing, Mask, Numbers

_OF = ("place", "admin1", "country", "precision")  # what makes a place another one


def numbered(listing: Listing) -> tuple[Numbers, Numbers]:
    """For each row the number of its place, and for each place a row of it."""
    number = np.zeros(len(listing.column["place"]), "<i8")
    for name in _OF:
        joint = number * listing.terms.size + listing.column[name]
        number = np.unique(joint, return_inverse=True)[1].astype("<i8")
    return number, np.unique(number, return_index=True)[1]


def counted(listing: Listing, mask: Mask, most: int) -> tuple[PlaceCount, ...]:
    """The places with the most incidents of those selected; no place is none."""
    number, example = listing.spots
    counts = np.bincount(number[mask], minlength=len(example))
    counts[listing.column["place"][example] == 0] = 0
    some = np.argsort(-counts, kind="stable")[:most]
    found = [_told(listing, int(example[n]), int(counts[n])) for n in some.tolist() if counts[n]]
    return tuple(sorted(found, key=lambda p: (-p.incidents, p.name, p.admin1, p.country, p.precision)))


def of_one(listing: Listing, mask: Mask, axis: str) -> tuple[tuple[str, int], ...]:
    """How many of those selected have each word of an axis of which each incident has one."""
    counts = np.bincount(listing.column[axis][mask])
    found = [(listing.terms.named[n], int(counts[n])) for n in np.flatnonzero(counts).tolist() if n]
    return tuple(sorted(found, key=lambda f: (-f[1], f[0])))


def _told(listing: Listing, row: int, incidents: int) -> PlaceCount:
    name, admin1, country, precision = (
        listing.terms.named.get(int(listing.column[axis][row]), "") for axis in _OF
    )
    return PlaceCount(name, admin1, country, precision, incidents)
