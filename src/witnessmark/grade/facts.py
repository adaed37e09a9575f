"""What a case shows, as the facts that ladders of the field ask for."""

from collections.abc import Iterable, Mapping

from witnessmark.grade.dimensions import OCCURRENCE
from witnessmark.grade.independence import independent
from witnessmark.grade.levels import Level, rank
from witnessmark.grade.testimony import Case

# The names a rule of the codebook's ladders may use beside flags and "dimension>=height".
NAMED = frozenset({"admitted", "found", "corroborated", "rival_blame", "withdrawn"})


def facts(known: Case, levels: Mapping[str, Level], flags: Iterable[str]) -> frozenset[str]:
    """The facts that hold: heights of dimensions, flags, and those of `NAMED`."""
    heights = (f"{name}>={n}" for name, found in levels.items() for n in range(1, rank(found.code) + 1))
    hows = {found.how for found in levels.values() if found.how}
    said = tuple(t for t in known.said if known.founded(t) and OCCURRENCE.says(t.claim))
    apart = {"corroborated"} if independent(said, known) else set()
    rival = {"rival_blame"} if known.rivals else set()
    withdrawn = {"withdrawn"} if known.takers_back and not said else set()
    return frozenset({*heights, *flags, *hows, *apart, *rival, *withdrawn})
