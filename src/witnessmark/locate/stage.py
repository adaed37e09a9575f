"""The stage: a document in, its place mentions out."""

from collections.abc import Iterable

from witnessmark.locate import accept, evidence, refine
from witnessmark.locate.around import Around, survey
from witnessmark.locate.candidate import Candidate
from witnessmark.locate.entry import Entry
from witnessmark.locate.evidence import Evidence
from witnessmark.locate.find import Finder, finder
from witnessmark.locate.gazetteer import Gazetteer
from witnessmark.locate.rank import Choice, choose
from witnessmark.model.document import Document
from witnessmark.model.place import PlaceMention


def locate(document: Document, gazetteer: Gazetteer | None = None) -> tuple[PlaceMention, ...]:
    """The places a document names in zones that may carry claims, in order, never overlapping.

    `quote` is the name alone; the words around it set level and precision. A name that could be several
    places, and that nothing in the document decides, keeps `place=None` and its likeliest reading as
    `runner_up`. Without a gazetteer, the user's own is opened, and built on first use. Raises StorageError
    where that fails.
    """
    tool = finder(gazetteer or Gazetteer.default())
    around = survey(document, tool)
    seen = evidence.first(document, around.candidates, around.peoples)
    _respell(around, seen, tool)
    kept = _accepted(around, seen, tool)
    choices = _settle(kept, seen)
    return tuple(_mention(document, c, choices[id(c)], tool) for c in _apart(kept))


def _respell(around: Around, seen: Evidence, tool: Finder) -> None:
    """Give unknown names that read like places the places spelled nearly so in the document's countries."""
    countries = sorted(seen.countries, key=lambda c: -seen.countries[c])[:3]
    if not countries or not around.unknown:
        return
    for candidate in around.unknown:
        asked = accept.asks(candidate, tool.words) >= 2.0
        if asked or candidate.within or candidate.right in tool.words.settlement:
            candidate.entries = tool.gazetteer.near_spelling(candidate.folded, countries)
            if candidate.entries:
                candidate.near_spelled = True
                around.candidates.append(candidate)
    around.candidates.sort(key=lambda c: c.start)


def _accepted(around: Around, seen: Evidence, tool: Finder) -> list[Candidate]:
    """The candidates meant as places; a name clearly a place once is one throughout the document."""
    points = [accept.weigh(c, seen, around.persons, tool.words) for c in around.candidates]
    sure = {c.folded for c, p in zip(around.candidates, points, strict=True) if p >= accept.THRESHOLD + 2}
    return [
        c
        for c, p in zip(around.candidates, points, strict=True)
        if p >= accept.THRESHOLD or (c.folded in sure and p >= 0)
    ]


def _settle(kept: list[Candidate], seen: Evidence) -> dict[int, Choice]:
    """Choose twice: the second time with the places of the first as neighbours."""
    first = {id(c): choose(c, seen) for c in kept}
    for candidate in kept:
        choice = first[id(candidate)]
        place = choice.best.entry.place
        if place.level in {"town", "city"} and (choice.settled or choice.margin > 0.2):
            seen.add(candidate.folded, choice.best.entry, evidence.SETTLEMENT * choice.margin)
            if place.lat is not None and place.lon is not None:
                seen.points[candidate.folded] = (place.lat, place.lon)
    second = {id(c): choose(c, seen) for c in kept}
    return _one_sense(kept, second)


def _one_sense(kept: list[Candidate], choices: dict[int, Choice]) -> dict[int, Choice]:
    """A name means one place throughout a document: the reading with the most evidence."""
    best: dict[str, Choice] = {}
    for candidate in kept:
        choice = choices[id(candidate)]
        old = best.get(candidate.folded)
        if old is None or choice.best.evidence > old.best.evidence:
            best[candidate.folded] = choice
    return {id(c): best[c.folded] for c in kept}


def _apart(kept: Iterable[Candidate]) -> Iterable[Candidate]:
    end = -1
    for candidate in sorted(kept, key=lambda c: (c.start, -c.end)):
        if candidate.start >= end:
            end = candidate.end
            yield candidate


def _mention(document: Document, candidate: Candidate, choice: Choice, tool: Finder) -> PlaceMention:
    start, end = candidate.start, candidate.end
    quote = document.text[start:end]
    entry: Entry = refine.pick_level(candidate, choice.best.entry, tool.words)
    place = refine.refine(candidate, entry, tool.words)
    rest = choice.runner_up.entry.place if choice.runner_up else None
    if not choice.settled:
        return PlaceMention(document.id, start, end, quote, None, place, choice.margin)
    return PlaceMention(document.id, start, end, quote, place, rest, choice.margin)
