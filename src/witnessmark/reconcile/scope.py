"""Whether an incident lies in a period, a place and a party's doing: yes, perhaps, or no; never guessed."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from witnessmark import codebook
from witnessmark.model.incident import Incident
from witnessmark.model.period import Scope
from witnessmark.model.place import Place
from witnessmark.model.sentence import sentence

_WIDE = frozenset({"admin1", "admin1_part", "admin1_multi", "region", "country"})


class Inside(IntEnum):
    """How certain it is, least first."""

    NO = 0
    UNKNOWN = 1  # nothing is said that could tell
    PERHAPS = 2  # what is said reaches beyond the scope
    YES = 3


@dataclass(frozen=True)
class Bounds:
    """A scope with what the incidents themselves say of where its place lies."""

    scope: Scope
    within: frozenset[str]  # folded names of provinces and codes of countries that hold the place

    def holds(self, incident: Incident) -> tuple[Inside, str]:
        """Whether an incident lies inside, and what speaks against it."""
        answers = (self._time(incident), self._place(incident), self._party(incident))
        return min(answers, key=lambda a: a[0])

    def _time(self, incident: Incident) -> tuple[Inside, str]:
        first, last = self.scope.start, self.scope.end
        if first is None and last is None:
            return Inside.YES, ""
        start, end = incident.date
        if start is None and end is None:
            return Inside.UNKNOWN, sentence("its date is not known")
        if (first and end and end < first) or (last and start and start > last):
            return Inside.NO, ""
        after = first is None or (start is not None and start >= first)
        before = last is None or (end is not None and end <= last)
        return (Inside.YES, "") if after and before else (Inside.PERHAPS, "")

    def _place(self, incident: Incident) -> tuple[Inside, str]:
        asked = self.scope.place
        if asked is None:
            return Inside.YES, ""
        place = incident.place
        if place is None:
            return Inside.UNKNOWN, sentence("its place is not known")
        if is_in(place, asked):
            return Inside.YES, ""
        wide = place.level in _WIDE
        here = fold(place.country or "" if place.level == "country" else place.name)
        return (Inside.PERHAPS if wide and here in self.within else Inside.NO), ""

    def _party(self, incident: Incident) -> tuple[Inside, str]:
        if self.scope.party is None or self.scope.party in incident.attributed_to:
            return Inside.YES, ""
        if not incident.attributed_to:
            return Inside.UNKNOWN, sentence("it is attributed to nobody")
        return Inside.NO, ""


def bounds(scope: Scope, incidents: Iterable[Incident]) -> Bounds:
    """The scope, with the provinces and countries in which the incidents say its place lies."""
    within: set[str] = set()
    if scope.place is not None:
        for place in (i.place for i in incidents):
            if place is not None and is_in(place, scope.place):
                within.update(fold(n) for n in (place.admin1, place.country) if n)
    return Bounds(scope, frozenset(within))


def is_in(place: Place, asked: str) -> bool:
    """Whether a place has the name asked for, or lies in the province or country of that name."""
    names = {fold(n) for n in (place.name, place.admin1, place.country) if n}
    return fold(asked) in names or fold(_country(fold(asked)) or asked) in names


def fold(name: str) -> str:
    """A name without case and outer blanks."""
    return " ".join(name.split()).casefold()


@cache
def _country(name: str) -> str | None:
    """The code of a country by one of the names its government is known under."""
    for party in codebook.load().parties.values():
        own = party.country if party.id == f"{party.country}_GOV" else None
        if own and any(a.use == "country" and fold(a.text) == name for a in party.aliases):
            return own
    return None
