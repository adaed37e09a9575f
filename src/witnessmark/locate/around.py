"""Candidates of a document: each found name with its surroundings, and who lies in whom."""

from dataclasses import dataclass, field

from witnessmark.locate.candidate import Candidate
from witnessmark.locate.entry import Entry, NameKind
from witnessmark.locate.find import Finder, Found
from witnessmark.locate.patterns import BEFORE, GAP, INSIDE, NEXT_WORD, SENTENCE_END
from witnessmark.model.document import Document


@dataclass(slots=True)
class Around:
    """What a document holds: candidates in order, words that belong to persons, unknown names, demonyms."""

    candidates: list[Candidate] = field(default_factory=list)
    persons: set[str] = field(default_factory=set)
    unknown: list[Candidate] = field(default_factory=list)
    peoples: dict[str, int] = field(default_factory=dict)  # alpha-3 -> how often its people are named


def survey(document: Document, finder: Finder) -> Around:
    """The candidates of the zones that may carry claims."""
    out = Around()
    text = document.text
    # a document without zones (built by hand, or of one line) is body text throughout
    spans = [(z.start, z.end) for z in document.zones if z.claims_allowed]
    if not document.zones:
        spans = [(0, len(text))]
    for start, end in spans:
        _zone(text, start, end, finder, out)
    out.candidates.sort(key=lambda c: c.start)
    _contain_unknown(text, out)
    for one, two in zip(out.candidates, out.candidates[1:], strict=False):
        _contain(text, one, two)
    return out


def _zone(text: str, start: int, end: int, finder: Finder, out: Around) -> None:
    caseless = _caseless(text[start : min(end, start + 2000)])
    for offset, parsed in finder.sequences(text, start, end, caseless):
        out.persons.update(parsed.persons)
        for country in parsed.peoples:
            out.peoples[country] = out.peoples.get(country, 0) + 1
        for found in parsed.found:
            if candidate := _candidate(text, start, offset, found):
                out.candidates.append(candidate)
        if parsed.unknown:
            s, e = parsed.unknown
            found = finder.unknown(text[offset + s : offset + e], s, e)
            if candidate := _candidate(text, start, offset, found):
                out.unknown.append(candidate)


def _caseless(sample: str) -> bool:
    """Whether capitals say nothing here: text all in capitals, or in a script without them."""
    upper = sum(map(str.isupper, sample))
    lower = sum(map(str.islower, sample))
    letters = sum(map(str.isalpha, sample))
    return letters > 0 and (lower < letters * 0.2 or (upper > lower and letters > 40))


def _candidate(text: str, floor: int, offset: int, found: Found) -> Candidate | None:
    start, end = offset + found.start, offset + found.end
    tail = BEFORE.findall(text, max(floor, start - 40), start)
    before: list[str] = []
    opens = not tail
    for number, word in enumerate(reversed(tail)):
        if word in SENTENCE_END and not (word == "." and number == 0 and len(tail) > 1 and len(tail[-2]) < 4):
            opens = opens or number == 0
            break
        before.insert(0, word.lower())
        if len(before) == 4:
            break
    after = text[end : end + 24]
    entries = found.entries
    if any(e.kind == NameKind.ABBREVIATION for e in entries):
        entries = _abbreviation(text, start, end, entries, before)
        if not entries:
            return None
    left = found.left or (before[-1] if before and before[-1][0].isalnum() else "")
    right = found.right
    if not right:
        follows = NEXT_WORD.match(after)
        right = follows.group(1).lower() if follows else ""
    return Candidate(
        start, end, found.folded, entries, found.words, found.beside, left, right, tuple(before), after, opens
    )


def _abbreviation(
    text: str, start: int, end: int, entries: tuple[Entry, ...], before: list[str]
) -> tuple[Entry, ...]:
    """Abbreviated divisions count with their dot or after a comma; what else the name may be, otherwise."""
    shown = text[start:end]
    dotted = "." in shown or text[end : end + 1] == "."
    comma = bool(before) and before[-1] == ","
    if (dotted and len(shown) > 2) or (comma and (shown.isupper() or dotted)):
        return tuple(e for e in entries if e.kind == NameKind.ABBREVIATION)
    return tuple(e for e in entries if e.kind != NameKind.ABBREVIATION)


def _contain(text: str, one: Candidate, two: Candidate) -> None:
    gap = text[one.end : two.start]
    if len(gap) <= GAP and INSIDE.fullmatch(gap) and _may_hold(one, two):
        one.within = two
        two.holds = True


def _contain_unknown(text: str, out: Around) -> None:
    """Mark unknown names that are said to lie in a known country or division."""
    starts = {c.start: c for c in out.candidates}
    for one in out.unknown:
        for gap in range(2, GAP):
            two = starts.get(one.end + gap)
            if two is None:
                continue
            large = any(e.place.level in {"country", "admin1"} for e in two.entries)
            if large and INSIDE.fullmatch(text[one.end : two.start]):
                one.within = two
            break


def _may_hold(small: Candidate, large: Candidate) -> bool:
    """Whether some place of the one name lies in some place of the other."""
    holders = [e for e in large.entries if e.place.level in {"country", "admin1", "region"}]
    return any(lies_in(s, h) for h in holders for s in small.entries)


def lies_in(inner: Entry, outer: Entry) -> bool:
    """Whether the one place lies in the other, as far as codes tell."""
    if inner.id == outer.id:
        return False
    if outer.place.level == "country":
        return outer.place.country in inner.countries and inner.place.level != "country"
    if outer.place.level == "admin1":
        return (
            inner.place.level not in {"country", "admin1"}
            and inner.place.country == outer.place.country
            and inner.admin1 == outer.admin1
        )
    return outer.place.level == "region" and near_region(inner, outer)


def near_region(inner: Entry, outer: Entry) -> bool:
    """Whether a place lies within the rough radius of an area."""
    from witnessmark.locate.geo import km

    a, b = inner.place, outer.place
    if inner.place.level == "country" or None in (a.lat, a.lon, b.lat, b.lon):
        return False
    return km(a.lat or 0, a.lon or 0, b.lat or 0, b.lon or 0) <= (outer.radius or 0)
