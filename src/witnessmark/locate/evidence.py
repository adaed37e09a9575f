"""What a document says of where it is set: weights of countries and of first-level divisions.

A weight is a count of namings, discounted by how directly each names the country. Shares run 0 to 1.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple
from urllib.parse import urlparse

from witnessmark.locate.candidate import Candidate
from witnessmark.locate.entry import Entry
from witnessmark.locate.tables import data
from witnessmark.model.document import Document

# How much one naming counts (tuned on one half of two public toponym sets, see docs/method/locate.md).
COUNTRY, DIVISION, PEOPLE, SETTLEMENT, PUBLISHER = 1.0, 1.0, 0.6, 0.5, 0.7
# Added to the total, so that a single naming does not make a share of 1.
DOUBT = 0.5

Division = tuple[str, str]


@dataclass(slots=True)
class Evidence:
    """Weights by country and division, and what each name gave, so that no name supports itself."""

    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    divisions: dict[Division, float] = field(default_factory=lambda: defaultdict(float))
    own: dict[str, dict[str | Division, float]] = field(default_factory=dict)
    points: dict[str, tuple[float, float]] = field(default_factory=dict)  # settlements settled on, by name
    views: dict[str, "View"] = field(default_factory=dict)  # those asked for since something was counted

    def add(self, name: str, entry: Entry, weight: float) -> None:
        """Count a naming of `entry` by `name`."""
        self.views.clear()
        mine = self.own.setdefault(name, defaultdict(float))
        for country in entry.countries[:1]:
            self.countries[country] += weight
            mine[country] += weight
            if entry.division[0]:
                self.divisions[entry.division] += weight
                mine[entry.division] += weight

    def view(self, name: str) -> "View":
        """What the other names say, until more is counted."""
        known = self.views.get(name)
        if known is None:
            known = self.views[name] = self._view(name)
        return known

    def _view(self, name: str) -> "View":
        mine = self.own.get(name)
        countries, divisions = self.countries, self.divisions
        if mine:
            countries = {c: w - mine.get(c, 0.0) for c, w in countries.items()}
            divisions = {d: w - mine.get(d, 0.0) for d, w in divisions.items()}
        return View(countries, divisions, sum(countries.values()) + DOUBT)


class View(NamedTuple):
    """Evidence as one name may use it; `total` is never zero."""

    countries: Mapping[str, float]
    divisions: Mapping[Division, float]
    total: float

    def share(self, entries: Sequence[Entry]) -> float:
        """The largest share of any country the entries lie in."""
        return (
            max([self.countries.get(c, 0.0) for e in entries for c in e.countries], default=0.0) / self.total
        )


def first(document: Document, candidates: list[Candidate], peoples: dict[str, int]) -> Evidence:
    """Evidence before anything is ranked: countries, divisions, peoples named, the publisher's country."""
    out = Evidence()
    for candidate in candidates:
        best = candidate.entries[0]
        levels = {e.place.level for e in candidate.entries}
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
