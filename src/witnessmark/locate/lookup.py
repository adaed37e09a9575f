"""Looking a name up by hand: every place it may mean, best first, with the reasons."""

from witnessmark.errors import UsageError
from witnessmark.locate import evidence
from witnessmark.locate.candidate import Candidate
from witnessmark.locate.entry import NameKind
from witnessmark.locate.evidence import Evidence
from witnessmark.locate.find import Beside
from witnessmark.locate.gazetteer import Gazetteer
from witnessmark.locate.prior import extent
from witnessmark.locate.rank import choose, rank
from witnessmark.model.gazetteer import Match
from witnessmark.text.names import fold

_HOW = {
    NameKind.OWN: "its own name",
    NameKind.ALTERNATE: "an alternate name",
    NameKind.ABBREVIATION: "an abbreviation",
    NameKind.CODE: "its code",
    NameKind.KEY: "another spelling of one of its names",
}
_ASKED = "\0asked"  # the name of what the caller says; no name in a text is so


def lookup(
    name: str,
    country: str | None = None,
    gazetteer: Gazetteer | None = None,
    *,
    near: tuple[float, float] | None = None,
    admin1: str | None = None,
) -> list[Match]:
    """Every place `name` may mean, best first, ranked as in a document that names no other place.

    `country` (alpha-3), the first-level division `admin1` and closeness to `near` (latitude, longitude) count
    for a place as they would if a document named them; with a country near spellings are tried too. An empty
    list is an honest answer: the name is in no list, and nothing is spelled nearly so.
    Raises UsageError where no division is called `admin1`.
    """
    tool = gazetteer or Gazetteer.default()
    folded = fold(name)
    entries = tool.named(folded)
    if country and not any(country in e.countries for e in entries):
        entries += tool.near_spelling(folded, (country,))
    if not entries:
        return []
    seen = _said(tool, country, near, admin1)
    words = len(folded.split())
    asked = Candidate(
        0, 0, folded, entries, extent(entries), words, Beside.NOTHING, "", "", (), "", opens=False
    )
    choice = choose(asked, seen)
    return [
        Match(
            r.entry.place,
            round(r.score, 2),
            _HOW[r.entry.kind],
            r.reasons(),
            n == 0 and choice.settled,
            choice.margin if n == 0 else None,
            tool.pcode(r.entry.id),
        )
        for n, r in enumerate(rank(asked, seen))
    ]


def _said(
    tool: Gazetteer, country: str | None, near: tuple[float, float] | None, admin1: str | None
) -> Evidence:
    """What the caller says of the place, as evidence."""
    seen = Evidence()
    if country:
        seen.countries[country] = evidence.COUNTRY
    if admin1:
        divisions = [e for e in tool.named(fold(admin1)) if e.place.level == "admin1"]
        divisions = [e for e in divisions if not country or country in e.countries]
        if not divisions:
            where = f" in {country}" if country else ""
            raise UsageError(
                f"no first-level division is called {admin1[:100]!r}{where}; see how it is spelled "
                "with: witnessmark gazetteer lookup"
            )
        for entry in divisions:
            seen.add(_ASKED, entry, evidence.DIVISION)
    if near:
        seen.points[_ASKED] = near
    return seen
