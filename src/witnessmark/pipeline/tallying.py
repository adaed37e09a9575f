"""Figures of a period, place or party over all of a case, from what it keeps in columns."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from witnessmark import codebook
from witnessmark.model.grade import Grade
from witnessmark.model.incident import Incident, IncidentKind
from witnessmark.model.period import Scope
from witnessmark.model.place import Place

if TYPE_CHECKING:
    from witnessmark.reconcile.scope import Inside

# An incident of which nothing is known.
_BLANK = Incident(
    "", IncidentKind.INCIDENT, (), (), (None, None), None, (), (), (), (), (), (), 0, Grade()
)  # fmt: skip


def inside(scope: Scope, places: Sequence[Place]) -> "list[Inside]":
    """Whether what happened at these places, all that a case has, lies at the place asked for."""
    from witnessmark.reconcile.scope import bounds

    there = [replace(_BLANK, place=place) for place in places]
    around = bounds(Scope(place=scope.place), there)
    return [around.holds(incident)[0] for incident in there]


def is_accident(method: str) -> bool:
    """Whether what is done so is told as an accident: then it may be no attack."""
    known = codebook.load().taxonomy("methods")
    return method in known and known[method].extra.get("attack") is False
