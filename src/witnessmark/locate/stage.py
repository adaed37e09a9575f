"""The stage: a document in, its place mentions out."""

from collections.abc import Iterable

from witnessmark.locate import accept, evidence, formal, refine, together
from witnessmark.locate.around import Around, survey
from witnessmark.locate.called import LEVELS
from witnessmark.locate.candidate import Candidate
from witnessmark.locate.evidence import Evidence
from witnessmark.locate.find import Finder, finder
from witnessmark.locate.gazetteer import Gazetteer
from witnessmark.locate.home import homes
from witnessmark.locate.people import with_origins
from witnessmark.locate.rank import Choice, alone, choose
from witnessmark.locate.relative import with_spots
from witnessmark.locate.respell import respell
from witnessmark.locate.role import with_roles
from witnessmark.locate.unlisted import with_unlisted
from witnessmark.locate.whose import settle
from witnessmark.model.document import Document
from witnessmark.model.place import PlaceMention
from witnessmark.text.casing import cased

# A first choice this clear helps to choose the document's other places.
CLEAR = 0.2
# Rounds after which readings that support one another have settled (a third moves a figure by 0.001).
ROUNDS = 2
Name = tuple[str, bool]


def locate(document: Document, gazetteer: Gazetteer | None = None) -> tuple[PlaceMention, ...]:
    """The places a document names in zones that may carry claims, in order, never overlapping.

    `quote` is the name alone; the words around it set level and precision. A name that could be several
    places, and that nothing in the document decides, keeps `place=None` and its likeliest reading as
    `runner_up`. Without a gazetteer, the user's own is opened, and built on first use. Raises StorageError
    where that fails.
    """
    tool = finder(gazetteer or Gazetteer.default())
    text = cased(document.text)
    around = survey(document, text, tool)
    formal.widen(around.candidates, tool)
    seen = evidence.first(document, around.candidates, around.peoples, homes(document, tool.gazetteer))
    respell(text, around, seen, tool)
    kept = _accepted(around, seen, tool)
    places = set(map(id, kept))
    for candidate in kept:
        if candidate.beyond and id(candidate.beyond) not in places:  # "near Golden State Bridge"
            candidate.beyond = None
    choices = _settle(kept, seen)
    found = [_mention(document, c, choices[id(c)], tool) for c in _apart(kept)]
    found = list(with_spots(document.text, found))
    named = with_unlisted(document, text, around, found, tool.gazetteer)
    return with_origins(document.text, with_roles(document.text, named))


def _accepted(around: Around, seen: Evidence, tool: Finder) -> list[Candidate]:
    """The candidates meant as places; a name clearly a place once is one throughout the document."""
    support: dict[str, float] = {}
    persons = settle(around, tool.words)
    points = []
    for candidate in around.candidates:
        name = candidate.folded
        if name not in support:
            support[name] = seen.view(name).share(candidate.extent.countries)
        points.append(accept.weigh(candidate, support[name], persons, tool.words))
    sure = {c.folded for c, p in zip(around.candidates, points, strict=True) if p >= accept.THRESHOLD + 2}
    return [
        c
        for c, p in zip(around.candidates, points, strict=True)
        if p >= accept.THRESHOLD or (c.folded in sure and p >= 0)
    ]


def _settle(kept: list[Candidate], seen: Evidence) -> dict[int, Choice]:
    """Choose several times over: each time the readings of the last time are evidence for one another."""
    undecided = kept
    # a name of one place has said all it can in the first round
    several = {c.folded for c in kept if len(c.entries) > 1}
    last: list[tuple[Candidate, Choice]] = []
    for _ in range(ROUNDS):
        last = _suppositions(undecided, seen)
        for candidate, choice in last:
            _suppose(candidate.folded, choice, seen)
        undecided = [c for c in undecided if c.folded in several]
    # where one name alone is open, nothing that it asks for has changed since the last round
    still = {id(c): choice for c, choice in last if len(c.entries) > 1} if len(several) == 1 else {}
    weighed = _choices([c for c in kept if id(c) not in still], seen)
    chosen = _one_sense(kept, still | {id(c): choice for c, choice in weighed})
    decided = _gather(kept, chosen, seen)
    return {id(c): decided.get(_name(c), chosen[id(c)]) for c in kept}


def _suppositions(kept: list[Candidate], seen: Evidence) -> list[tuple[Candidate, Choice]]:
    """The choice for each candidate as far as the others ask for it."""
    weighed = iter(_choices([c for c in kept if len(c.entries) > 1], seen))
    return [next(weighed) if len(c.entries) > 1 else (c, alone(c)) for c in kept]


def _suppose(name: str, choice: Choice, seen: Evidence) -> None:
    """Let the other names go by what this one is likely to mean."""
    seen.suppose(name, choice.readings)
    place = choice.best.entry.place
    if (
        place.level in {"town", "city"}
        and (choice.settled or choice.margin > CLEAR)
        and place.lat is not None
        and place.lon is not None
    ):
        seen.points[name] = (place.lat, place.lon)


def _gather(kept: list[Candidate], chosen: dict[int, Choice], seen: Evidence) -> dict[Name, Choice]:
    """The names in doubt that what lies together decides."""
    known = {c.folded: chosen[id(c)] for c in kept}
    names = together.doubted(known)
    if not names:
        return {}
    asked = {c.folded: c for c in kept}
    # a single name in doubt hears nothing new in another round
    for _ in range(together.ROUNDS if len(names) > 1 else 1):
        gained = together.company(names, known)
        if not any(map(any, map(dict.values, gained.values()))):
            return {}
        seen.company.update(gained)
        known.update((name, choose(asked[name], seen)) for name in names)
    return {_name(asked[name]): known[name] for name in names if known[name].margin >= together.DECIDES}


def _choices(kept: list[Candidate], seen: Evidence) -> list[tuple[Candidate, Choice]]:
    """The choice for each candidate; namings alike in what they say are decided once."""
    known: dict[tuple[Name, str, str, int], Choice] = {}
    out = []
    for candidate in kept:
        alike = (
            _name(candidate),
            candidate.within.folded if candidate.within else "",
            candidate.beyond.folded if candidate.beyond else "",
            len(candidate.entries),
        )
        choice = known.get(alike)
        if choice is None:
            choice = known[alike] = choose(candidate, seen)
        out.append((candidate, choice))
    return out


def _name(candidate: Candidate) -> Name:
    """A name, and whether a district's: one document may name a town and the district around it."""
    return candidate.folded, candidate.called and candidate.entries[0].place.level in LEVELS


def _one_sense(kept: list[Candidate], choices: dict[int, Choice]) -> dict[int, Choice]:
    """A name means one place throughout a document: the reading with the most evidence."""
    best: dict[Name, Choice] = {}
    for candidate in kept:
        choice, name = choices[id(candidate)], _name(candidate)
        old = best.get(name)
        if old is None or choice.best.evidence > old.best.evidence:
            best[name] = choice
    return {id(c): best[_name(c)] for c in kept}


def _apart(kept: Iterable[Candidate]) -> Iterable[Candidate]:
    end = -1
    for candidate in sorted(kept, key=lambda c: (c.start, -c.end)):
        if candidate.start >= end:
            end = candidate.end
            yield candidate


def _mention(document: Document, candidate: Candidate, choice: Choice, tool: Finder) -> PlaceMention:
    start, end = candidate.start, candidate.end
    quote = document.text[start:end]
    best = choice.best.entry
    area = refine.named_area(candidate, best, tool.gazetteer, tool.words)
    entry = area or refine.pick_level(candidate, best, tool.words)
    place = refine.refine(candidate, entry, tool.words)
    rest = choice.runner_up.entry.place if choice.runner_up else None
    if not choice.settled:
        return PlaceMention(document.id, start, end, quote, None, place, choice.margin)
    return PlaceMention(document.id, start, end, quote, place, rest, choice.margin)
