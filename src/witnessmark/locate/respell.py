"""Respelling: names in no base that read like places, tried as other spellings of places that are."""

from bisect import bisect_left
from dataclasses import replace

from witnessmark.locate.accept import asks
from witnessmark.locate.around import Around, surroundings
from witnessmark.locate.candidate import Candidate
from witnessmark.locate.evidence import Evidence
from witnessmark.locate.find import Finder
from witnessmark.locate.inside import HOLDERS, contain, lies_in
from witnessmark.locate.patterns import GAP
from witnessmark.locate.prior import extent

COUNTRIES = 3  # the countries most spoken of; a fourth is seldom where the story is set


def respell(text: str, around: Around, seen: Evidence, tool: Finder) -> None:
    """Add unknown names that another spelling knows to the candidates, in order.

    Asked for are only names that the words around them call places: "in <name>", "<name> village", "<name>,
    <division>".
    """
    countries = sorted(seen.countries, key=lambda c: -seen.countries[c])[:COUNTRIES]
    if not countries:
        return
    starts = [c.start for c in around.candidates]
    added = [c for c in around.candidates if c.misfit and _respelled(c, text, around, starts, tool)]
    for floor, offset, found in around.unknown:
        start, end = offset + found.start, offset + found.end
        follows = _following(around, starts, end)
        if not _likely(text, floor, start, end, tool, held=follows is not None and follows.extent.large):
            continue
        candidate = surroundings(text, floor, offset, found)
        if candidate and _asked(candidate, text, around, starts, tool):
            _try(candidate, countries, tool)
            if candidate.entries:
                added.append(candidate)
    around.candidates.extend(c for c in added if not c.misfit)
    for candidate in added:
        candidate.misfit = False
    around.candidates.sort(key=lambda c: c.start)


def _respelled(candidate: Candidate, text: str, around: Around, starts: list[int], tool: Finder) -> bool:
    """Whether a name that does not fit where it is said to lie is another spelling of one that does."""
    trial = replace(candidate, entries=())
    following = bisect_left(starts, candidate.end)
    if following == len(starts):
        return False
    contain(text, trial, around.candidates[following])
    _try(trial, [c for e in around.candidates[following].entries for c in e.countries], tool)
    if trial.entries:
        candidate.entries, candidate.within = trial.entries, trial.within
        candidate.extent = trial.extent
    return bool(trial.entries)


def _try(candidate: Candidate, countries: list[str], tool: Finder) -> None:
    """Give the candidate the places spelled nearly so, where it is said to lie if that is said."""
    entries = tool.gazetteer.near_spelling(candidate.folded, countries)
    if candidate.within:
        outer = [o for o in candidate.within.entries if o.place.level in HOLDERS]
        entries = tuple(e for e in entries if any(lies_in(e, o) for o in outer))
    candidate.entries = entries
    candidate.extent = extent(entries)


def _following(around: Around, starts: list[int], end: int) -> Candidate | None:
    """The next candidate, where it is close enough to hold a name that ends here."""
    following = bisect_left(starts, end)
    if following == len(starts) or starts[following] - end > GAP:
        return None
    return around.candidates[following]


def _likely(text: str, floor: int, start: int, end: int, tool: Finder, *, held: bool) -> bool:
    """A cheap look first: most unknown names are persons and things. `held`: a large place follows."""
    words = tool.words
    before = text[max(floor, start - 24) : start].rsplit(None, 1)
    last = before[-1].lower() if before else ""
    if last in words.strong_before or last in words.settlement or last in {"of", "the"}:
        return True
    after = text[end : end + 24].split(None, 1)
    if not after:
        return False
    return (held and after[0][0] in ",،(") or after[0].lower().strip(".,") in words.settlement


def _asked(candidate: Candidate, text: str, around: Around, starts: list[int], tool: Finder) -> bool:
    if follows := _following(around, starts, candidate.end):
        contain(text, candidate, follows)
    if candidate.within or candidate.right in tool.words.settlement:
        return True
    return asks(candidate, tool.words) >= 2.0
