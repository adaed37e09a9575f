"""Names of settlements that no list has, told by what calls them so.

"The village of X", "X village", "the villages of A, B and C", "in X, <province>", "in X in the <city>
countryside", "X, <country>" as a line. The cue must be there: persons, bodies and ordinary capitalised words
have none of them.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from witnessmark.locate.around import Around
from witnessmark.locate.entry import Entry, NameKind
from witnessmark.locate.gazetteer import Gazetteer
from witnessmark.locate.holder import GAP, Holder, implied, said_of, unlisted
from witnessmark.locate.inside import lies_in
from witnessmark.locate.named import LEAD, Named, hints, in_place, is_called, may_be, whole
from witnessmark.locate.unlisted_arabic import arabic_names, has_generic
from witnessmark.locate.unlisted_words import cues
from witnessmark.model.document import Document
from witnessmark.model.place import PlaceMention
from witnessmark.text.names import fold

CITY = 100_000  # inhabitants; the name of a city this large is not taken for a village elsewhere
REACH = GAP + LEAD  # characters from a name to what it lies in, with capitalised words that belong to it
_GAPS, _PAUSES = frozenset(" \u00a0"), frozenset(",،(")
_TOWNS = frozenset({"town", "city"})


def with_unlisted(
    document: Document, text: str, around: Around, mentions: Sequence[PlaceMention], tool: Gazetteer
) -> list[PlaceMention]:
    """The mentions with those of settlements that no list has, in order; `text` is in common case."""
    known = [m for m in mentions if m.place is not None]
    if not _hinted(text, around, known):
        return list(mentions)
    names = _names(text, around, known)
    chosen = _chosen(text, names, known, tool)
    if not chosen:
        return list(mentions)
    found = {m.start: m for m in mentions}
    for name, said in chosen:
        holder = said or implied(text, name.start, known, tool)
        if name.entries and (holder is None or not holder.said or _lies_there(name.entries, holder, tool)):
            continue
        quote = document.text[name.start : name.end]
        found = {s: m for s, m in found.items() if m.end <= name.start or m.start >= name.end}
        place = unlisted(quote, holder, tool)
        found[name.start] = PlaceMention(document.id, name.start, name.end, quote, place)
    return [found[start] for start in sorted(found)]


def _hinted(text: str, around: Around, known: Sequence[PlaceMention]) -> bool:
    """Whether any name of the document may be called a settlement; in most documents none is."""
    spans = [(o + f.start, o + f.end) for _, o, f in around.unknown]
    spans += [(c.start, c.end) for c in around.candidates if not c.large]
    if cues().seen.seen(text.lower()):
        return any(hints(text, start, end) for start, end in spans) or has_generic(text)
    places = [m.start for m in known]
    return any(_leads(text, start, end, places) and hints(text, start, end) for start, end in spans)


def _leads(text: str, start: int, end: int, places: Sequence[int]) -> bool:
    """Whether a name is none of the places and stands close before one, which it may be said to lie in.

    A name that opens its line is said to lie there by a comma or bracket alone.
    """
    following = bisect_left(places, start)
    if following == len(places) or not start < places[following] <= end + REACH:
        return False
    return text[start - 1 : start] in _GAPS or not _PAUSES.isdisjoint(text[end : places[following]])


def _names(text: str, around: Around, known: Sequence[PlaceMention]) -> list[Named]:
    """Places, names that no list has, and names of small places elsewhere, in order and apart."""
    every = [(m.start, 0, Named(m.start, m.end, known=m)) for m in known]
    for start, end, listed in arabic_names(text, 0, len(text), known):
        every.append((start, 1, Named(start, end, called=True, listed=listed)))
    every += [
        (c.start, 2, Named(c.start, c.end, c.entries))
        for c in around.candidates
        if not c.large and not any(_a_city(e) for e in c.entries)
    ]
    every += [(o + f.start, 3, Named(o + f.start, o + f.end)) for _, o, f in around.unknown]
    every.sort(key=lambda e: e[:2])
    return list(_apart(name for _, _, name in every))


def _a_city(entry: Entry) -> bool:
    return entry.kind is NameKind.OWN and entry.place.population >= CITY


def _apart(names: Iterator[Named] | Sequence[Named]) -> Iterator[Named]:
    """Those that overlap none before them; what is a place or called one goes before what is not."""
    last: Named | None = None
    for name in names:
        if last is not None and name.start < last.end:
            if last.known or last.called or not (name.known or name.called):
                continue
            last = None
        if last is not None:
            yield last
        last = name
    if last is not None:
        yield last


def _chosen(
    text: str, names: list[Named], known: Sequence[PlaceMention], tool: Gazetteer
) -> list[tuple[Named, Holder | None]]:
    """The names that are settlements', each with what it is said to lie in; a list's names share that."""
    for name in names:
        is_called(text, name, known)
    _spread(text, names)
    out: list[tuple[Named, Holder | None]] = []
    shared: Holder | None = None
    behind = len(known)
    for name in reversed(list(_apart(names))):
        while behind and known[behind - 1].start >= name.end:
            behind -= 1
        own = None
        if name.listed or name.called or name.stands:
            own = said_of(text, name.end, known[behind : behind + 1], tool)
        shared = own or (shared if name.listed else None)
        if not name.known and (name.called or (own and in_place(text, name, own, known[behind]))):
            out.append((name, shared))
    return out


def _spread(text: str, names: Sequence[Named]) -> None:
    """Give what a list is called to each of its names: "villages of A, B and C", "A, B and C villages"."""
    join = cues().join
    for order, behind in ((names, False), (list(reversed(names)), True)):
        last: Named | None = None
        for name in order:
            if last is not None and last.listed and not name.listed and _town(text, name):
                one, two = (name, last) if behind else (last, name)
                if join.fullmatch(text, one.end, two.start):
                    if not name.known:
                        whole(text, name)
                    name.called = name.listed = True
            last = name


def _town(text: str, name: Named) -> bool:
    if name.known is None:
        return may_be(text, name)
    return name.known.place is not None and name.known.place.level in _TOWNS


def _lies_there(entries: Sequence[Entry], holder: Holder, tool: Gazetteer) -> bool:
    """Whether a list has the name where it is said to lie."""
    outer = [
        e
        for e in tool.named(fold(holder.place.name))
        if (e.place.level, e.place.country) == (holder.place.level, holder.place.country)
    ]
    return any(lies_in(e, o) for e in entries for o in outer)
