"""Places that say whose people somebody is, where another place of the sentence says where it happened.

"Two Aleppo residents were killed in Hama": Hama is the place, Aleppo where they are from. Without another
place the people's own stays the likeliest one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from witnessmark.locate.role import around, cue
from witnessmark.model.place import Place, PlaceMention, PlaceRole

_SENTENCE_END = re.compile(r"[.!?][\"'\u201d]?\s+(?=[^a-z])|\n")


def with_origins(text: str, mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The mentions of `text`, in order, with those that only say whose people somebody is as origins."""
    people, where = cue("people_of"), cue("where")
    own = [
        i
        for i, m in enumerate(mentions)
        if m.role is PlaceRole.EVENT and people.fits("", frozenset(), around(text, m)[1])
    ]
    out = list(mentions)
    for i in own:
        for j, other in enumerate(mentions):
            if j in own or other.role is not PlaceRole.EVENT or not _elsewhere(mentions[i], other):
                continue
            first, last = sorted((mentions[i], other), key=lambda m: m.start)
            lead = around(text, other)[0]
            if where.fits(lead, _words(lead), "") and not _SENTENCE_END.search(text, first.end, last.start):
                out[i] = replace(mentions[i], role=PlaceRole.ORIGIN)
    return tuple(out)


def _words(lead: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", lead.lower()))


def _elsewhere(one: PlaceMention, other: PlaceMention) -> bool:
    """Whether the other place, or the likeliest reading of it, is apart from the first."""
    a, b = one.place or one.runner_up, other.place or other.runner_up
    if a is None or b is None:
        return False
    if a.country != b.country:
        return True
    if "country" in (a.level, b.level):
        return False
    if a.admin1 != b.admin1:
        return a.admin1 is not None and b.admin1 is not None
    return _is_known_town(a) and _is_known_town(b) and (a.lat, a.lon) != (b.lat, b.lon)


def _is_known_town(place: Place) -> bool:
    """Whether it is a settlement of a list, and not a part of one or one known by name alone."""
    return place.level in ("town", "city") and place.radius is None
