"""Prints that share a band of their MinHash signatures (banded hashing; Leskovec, Rajaraman, Ullman 3.4)."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from witnessmark.link.lineage.buckets import NEIGHBOURS
from witnessmark.link.lineage.prints import BANDS, ROWS, Print

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Odd multipliers of the rows of a band (a random draw).
_SPREAD = (0xA24BAED4963EE407, 0x9FB21C651E98DF25, 0xD6E8FEB86659FD93)


def by_band(prints: Sequence[Print]) -> Iterator[list[Print]]:
    """The buckets of one band after the other: two prints and more that have it in common.

    A copy shares most bands with its original. The same few prints are not given twice; in a bucket of more
    than are compared with each, every band is another chance to meet.
    """
    import numpy as np

    if not prints:
        return
    seen: set[bytes] = set()
    for keys in np.ascontiguousarray(_bands(prints).T):
        order = np.argsort(keys, kind="stable")
        told = keys[order]
        bounds = np.flatnonzero(told[1:] != told[:-1]) + 1
        firsts, lasts = np.append(0, bounds), np.append(bounds, len(told))
        for at in np.flatnonzero(lasts - firsts > 1).tolist():
            members = order[firsts[at] : lasts[at]]
            known = members.tobytes()
            if len(members) > NEIGHBOURS + 1 or known not in seen:
                seen.add(known)
                yield [prints[i] for i in members.tolist()]


def bands_of(print_: Print) -> list[int]:
    """The bands of one print, in order; none for a short text."""
    return [int(band) for band in _bands([print_])[0]] if print_.signature else []


def _bands(prints: Sequence[Print]) -> "NDArray[np.uint64]":
    """A row for each print, with a number for each of its bands."""
    import numpy as np

    rows = np.frombuffer(b"".join(p.signature for p in prints), np.uint32).astype(np.uint64)
    rows = rows.reshape(len(prints), BANDS, ROWS)
    return (rows * np.array(_SPREAD, np.uint64)).sum(axis=2)  # type: ignore[no-any-return]
