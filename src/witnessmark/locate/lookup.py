"""Looking a name up by hand: every place it may mean, best first, with the reasons."""

from dataclasses import dataclass

from witnessmark.locate import evidence
from witnessmark.locate.candidate import Candidate
from witnessmark.locate.entry import NameKind
from witnessmark.locate.find import Beside
from witnessmark.locate.fold import fold
from witnessmark.locate.gazetteer import Gazetteer
from witnessmark.locate.prior import extent
from witnessmark.locate.rank import rank
from witnessmark.model.place import Place

_HOW = {
    NameKind.OWN: "its own name",
    NameKind.ALTERNATE: "an alternate name",
    NameKind.ABBREVIATION: "an abbreviation",
    NameKind.KEY: "another spelling of one of its names",
}


@dataclass(frozen=True, slots=True)
class Match:
    """A place a name may mean: its points, how the name is its, and what the points are for."""

    place: Place
    score: float
    how: str
    reasons: tuple[str, ...]


def lookup(name: str, country: str | None = None, gazetteer: Gazetteer | None = None) -> list[Match]:
    """Every place `name` may mean, best first; with `country` (alpha-3) its places first, and near spellings.

    An empty list is an honest answer: the name is in no base, and nothing is spelled nearly so.
    """
    tool = gazetteer or Gazetteer.default()
    folded = fold(name)
    entries = tool.named(folded)
    if country and not any(country in e.countries for e in entries):
        entries += tool.near_spelling(folded, (country,))
    if not entries:
        return []
    seen = evidence.Evidence()
    if country:
        seen.countries[country] = evidence.COUNTRY
    size, large = extent(entries)
    words = len(folded.split())
    asked = Candidate(0, 0, folded, entries, size, large, words, Beside.NOTHING, "", "", (), "", opens=False)
    ranked = rank(asked, seen)
    return [Match(r.entry.place, round(r.score, 2), _HOW[r.entry.kind], r.reasons()) for r in ranked]
