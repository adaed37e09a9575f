"""What a document says of where it is set: weights of countries and of first-level divisions.

A weight is a count of namings, discounted by how directly each names the country. Shares run 0 to 1.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple
from urllib.parse import urlparse

from witnessmark.locate.candidate import Candidate
from witnessmark.locate.entry import Entry
from witnessmark.locate.tables import data
from witnessmark.model.document import Document

# How much one naming counts (tuned on one half of two public toponym sets, see docs/method/locate.md).
COUNTRY, DIVISION, PEOPLE, SETTLEMENT, PUBLISHER, HOME = 1.0, 1.0, 0.6, 0.5, 0.7, 0.7
# Added to the total, so that a single naming does not make a share of 1.
DOUBT = 0.5
ROUNDING = 1e-9  # what sharing out and taking back leaves

Division = tuple[str, str]


@dataclass(slots=True)
class Share:
    """What one name gave, by country, by division and by the place itself."""

    countries: dict[str, float] = field(default_factory=dict)
    divisions: dict[Division, float] = field(default_factory=dict)
    places: dict[int, float] = field(default_factory=dict)

    def add(self, entry: Entry, weight: float) -> None:
        """Count `entry` for its country and division."""
        self.places[entry.id] = self.places.get(entry.id, 0.0) + weight
        if entry.countries:
            country, division = entry.countries[0], entry.division
            self.countries[country] = self.countries.get(country, 0.0) + weight
            if division[0]:
                self.divisions[division] = self.divisions.get(division, 0.0) + weight


@dataclass(slots=True)
class Evidence:
    """Weights by country and division, and what each name gave, so that no name supports itself."""

    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    divisions: dict[Division, float] = field(default_factory=lambda: defaultdict(float))
    own: dict[str, Share] = field(default_factory=dict)  # what a name gave by being named
    supposed: dict[str, Share] = field(default_factory=dict)  # what it gave by what it may mean
    places: dict[int, float] = field(
        default_factory=lambda: defaultdict(float)
    )  # by entry, of those supposed
    points: dict[str, tuple[float, float]] = field(default_factory=dict)  # settlements settled on, by name
    company: dict[str, Mapping[int, float]] = field(default_factory=dict)  # points by name and entry
    views: dict[str, "View"] = field(default_factory=dict)  # those asked for since something was counted

    def add(self, name: str, entry: Entry, weight: float) -> None:
        """Count a naming of `entry` by `name`."""
        share = Share()
        share.add(entry, weight)
        self._count(share, 1.0)
        self.own.setdefault(name, Share()).add(entry, weight)

    def suppose(self, name: str, readings: Sequence[tuple[Entry, float]]) -> None:
        """Count a name shared out over what it may mean, instead of what it was last supposed to mean."""
        if name in self.supposed:
            self._count(self.supposed[name], -1.0)
            for place, weight in self.supposed[name].places.items():
                self.places[place] -= weight
        share = self.supposed[name] = Share()
        for entry, weight in readings:
            share.add(entry, weight)
            self.places[entry.id] += weight
        self._count(share, 1.0)

    def _count(self, share: Share, sign: float) -> None:
        self.views.clear()
        for country, weight in share.countries.items():
            self.countries[country] += sign * weight
        for division, weight in share.divisions.items():
            self.divisions[division] += sign * weight

    def view(self, name: str) -> "View":
        """What the other names say, until more is counted."""
        known = self.views.get(name)
        if known is None:
            known = self.views[name] = self._view(name)
        return known

    def _view(self, name: str) -> "View":
        countries, divisions = dict(self.countries), dict(self.divisions)
        own, mine = self.own.get(name), self.supposed.get(name)
        for share in (own, mine):
            if share:
                for country, weight in share.countries.items():
                    countries[country] -= weight
                for division, weight in share.divisions.items():
                    divisions[division] -= weight
        spoken = frozenset([c for c, weight in countries.items() if weight >= ROUNDING])
        total = sum(countries.values()) + DOUBT
        return View(countries, divisions, self.places, mine.places if mine else {}, total, spoken)


class View(NamedTuple):
    """Evidence as one name may use it; `total` is never zero."""

    countries: Mapping[str, float]
    divisions: Mapping[Division, float]
    places: Mapping[int, float]  # what all names are supposed to mean, and the name itself
    own: Mapping[int, float]
    total: float
    spoken: frozenset[str]  # countries with any weight

    def itself(self, entry: Entry) -> float:
        """The part of the evidence that is another spelling of the very place: no evidence for it."""
        return self.places.get(entry.id, 0.0) - self.own.get(entry.id, 0.0)

    def share(self, countries: Iterable[str]) -> float:
        """The largest share of any of these countries."""
        return max([self.countries.get(c, 0.0) for c in countries], default=0.0) / self.total


def first(
    document: Document,
    candidates: list[Candidate],
    peoples: Mapping[str, int],
    homes: Mapping[str, Sequence[tuple[Entry, float]]],
) -> Evidence:
    """Evidence before anything is ranked: countries, divisions, peoples named, where the publisher is."""
    out = Evidence()
    for candidate in candidates:
        best = candidate.entries[0]
        levels = candidate.extent.levels
        if "country" in levels and "admin1" not in levels:
            best = next(e for e in candidate.entries if e.place.level == "country")
            out.add(candidate.folded, best, COUNTRY)
        elif levels & {"admin1", "region"}:
            large = [e for e in candidate.entries if e.place.level in {"admin1", "region"}]
            weight = DIVISION if len(large) == 1 and "country" not in levels else DIVISION / 2
            out.add(candidate.folded, large[0], weight)
        elif candidate.words > 1 and len(candidate.entries) == 1:
            out.add(candidate.folded, best, SETTLEMENT)
    for country, times in peoples.items():
        out.countries[country] += PEOPLE * times
    for name, readings in homes.items():
        for entry, share in readings:
            out.add(name, entry, HOME * share)
    if published_in := publisher_country(document):
        out.countries[published_in] += PUBLISHER
    return out


def publisher_country(document: Document) -> str | None:
    """The country of the publisher's internet address, where it has one of its own."""
    for address in (document.url, document.publisher):
        if address:
            host = urlparse(address).hostname if "//" in address else address.strip().lower()
            suffix = (host or "").rsplit(".", 1)
            if len(suffix) == 2 and suffix[1] in _suffixes():
                return _suffixes()[suffix[1]]
    return None


@cache
def _suffixes() -> dict[str, str]:
    return {row["suffix"]: row["iso3"] for row in data("suffixes.csv")}
