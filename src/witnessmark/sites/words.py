"""What a check says in words: no name of a site, no position, distances and probabilities in bands only.

Exact distances from a few incidents would give a position away.
"""

from bisect import bisect_right
from datetime import date
from functools import cache

from witnessmark.codebook import load


def distance_band(metres: float) -> str:
    """A distance as a band of the codebook, such as "100 to 500 m"."""
    return _band("distance_bands", metres)


def probability_band(probability: float) -> str:
    """A probability as a band of the codebook."""
    return _band("likelihood", probability)


def _band(axis: str, value: float) -> str:
    ends, labels = _bands(axis)
    return labels[min(bisect_right(ends, value), len(labels) - 1)]


@cache
def _bands(axis: str) -> tuple[list[float], list[str]]:
    """Where the bands of the codebook end, and what each is called."""
    entries = list(load().taxonomy(axis).values())
    ends = [e.extra.get("below") for e in entries]
    return [float(e) for e in ends if isinstance(e, int | float)], [e.label.lower() for e in entries]


def party(code: str) -> str:
    """The neutral name of a party; the code where the codebook has none."""
    known = load().parties.get(code)
    return known.display if known else code


def kind(code: str, many: int = 1) -> str:
    """A kind of object as a noun."""
    entry = load().taxonomy("objects").get(code)
    if entry is None:
        return code
    shown = entry.extra.get("plural" if many != 1 else "singular")
    return shown if isinstance(shown, str) else entry.label.lower()


def day(value: date) -> str:
    """A day, the same in every language of the system."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
