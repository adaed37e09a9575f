"""Candidates of a document: each found name with its surroundings, and who lies in whom."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from witnessmark.locate.beyond import point
from witnessmark.locate.called import call, calls, give, kind, named
from witnessmark.locate.candidate import Candidate
from witnessmark.locate.entry import Entry, NameKind
from witnessmark.locate.find import Beside, Finder, Found
from witnessmark.locate.inside import contain
from witnessmark.locate.patterns import BEFORE, NEXT_WORD, SENTENCE_END
from witnessmark.locate.prior import extent
from witnessmark.model.document import Document

TITLE = 5  # letters; a shorter word before a dot is a title or initial
WORDS = 4  # words before a name that may qualify it ("3 km south of")
LEAD, TRAIL = 40, 24  # characters that hold what qualifies a name, before it and after it
SAMPLE = 400  # characters that show whether a zone's capitals mean anything


@dataclass(slots=True)
class Around:
    """What a document holds: candidates in order, how often words are persons', unknown names, demonyms."""

    candidates: list[Candidate] = field(default_factory=list)
    doubtful: list[Candidate] = field(default_factory=list)  # a person's names, unless shown to be places
    persons: Counter[str] = field(default_factory=Counter)
    unknown: list[tuple[int, int, Found]] = field(default_factory=list)  # zone start, sequence start, name
    peoples: dict[str, int] = field(default_factory=dict)  # alpha-3 -> how often its people are named


def survey(document: Document, text: str, finder: Finder) -> Around:
    """The candidates of the zones that may carry claims; `text` is the document's in common case."""
    out = Around()
    # a document without zones (built by hand, or of one line) is body text throughout
    spans = [(z.start, z.end) for z in document.zones if z.claims_allowed]
    if not document.zones:
        spans = [(0, len(text))]
    for start, end in spans:
        _zone(text, start, end, finder, out)
        if text[start:end] != document.text[start:end]:
            _add_long_names(document.text, start, end, finder, out)
    called = calls(text)
    if called:
        _add_called(text, out, finder)
    out.candidates.sort(key=lambda c: c.start)
    if called:
        call(text, out.candidates, finder.gazetteer)
    for two, one in pairwise(reversed(out.candidates)):
        contain(text, one, two)
        point(text, one, two)
    return out


def _zone(text: str, start: int, end: int, finder: Finder, out: Around) -> None:
    caseless = _caseless(text[start : min(end, start + SAMPLE)])
    for offset, parsed in finder.sequences(text, start, end, caseless):
        if parsed.persons:  # of few sequences, and counting none takes its time
            out.persons.update(parsed.persons)
        for country in parsed.peoples:
            out.peoples[country] = out.peoples.get(country, 0) + 1
        for found in parsed.found:
            doubtful = found.beside == Beside.COMPOUND and not _after_the(text, offset, found)
            if candidate := surroundings(text, start, offset, found):
                (out.doubtful if doubtful else out.candidates).append(candidate)
        if parsed.unknown:
            out.unknown.append((start, offset, parsed.unknown))


def _add_long_names(text: str, start: int, end: int, finder: Finder, out: Around) -> None:
    """Add names of several words in a zone all in capitals: a dictionary may know one of them as a word."""
    shouted = Around()
    _zone(text, start, end, finder, shouted)
    for long in (c for c in shouted.candidates if c.words > 1):
        across = [c for c in out.candidates if c.start < long.end and long.start < c.end]
        if all(c.words < long.words for c in across):
            out.candidates = [c for c in out.candidates if c not in across] + [long]


def _add_called(text: str, out: Around, finder: Finder) -> None:
    """Add names that are in the base as a district's alone, where they are called one."""
    left: list[tuple[int, int, Found]] = []
    for floor, offset, found in out.unknown:
        candidate = surroundings(text, floor, offset, found)
        called = kind(candidate) if candidate else ""
        if candidate and called:
            give(candidate, named(found.folded, called, finder.gazetteer))
        if candidate and candidate.entries:
            out.candidates.append(candidate)
        else:
            left.append((floor, offset, found))
    out.unknown = left


def _after_the(text: str, offset: int, found: Found) -> bool:
    """Whether "the" stands before the name, which it does not before a person's."""
    start = offset + found.start
    return found.left == "the" or text[max(0, start - 4) : start].lower() == "the "


def _caseless(sample: str) -> bool:
    """Whether capitals say nothing here: text all in capitals, or in a script without them."""
    lower = sum(map(str.islower, sample))
    if lower * 2 > len(sample):  # most text, at a third of the price
        return False
    upper = sum(map(str.isupper, sample))
    letters = sum(map(str.isalpha, sample))
    return letters > 0 and (lower < letters * 0.2 or (upper > lower and letters > 40))


def surroundings(text: str, floor: int, offset: int, found: Found) -> Candidate | None:
    """The found name of the sequence at `offset` with the words around it, none from before `floor`.

    None where it is only an abbreviation and does not stand like one.
    """
    start, end = offset + found.start, offset + found.end
    before, opens = _before(text, max(floor, start - LEAD), start)
    after = text[end : end + TRAIL]
    entries, places = found.entries, found.extent
    if found.abbreviated:
        entries = _abbreviation(text, start, end, entries, before)
        places = extent(entries)
        if not entries:
            return None
    left = found.left or (before[-1] if before and before[-1][0].isalnum() else "")
    right = found.right
    if not right:
        follows = NEXT_WORD.match(after)
        right = follows.group(1).lower() if follows else ""
    return Candidate(
        start,
        end,
        found.folded,
        entries,
        places,
        found.words,
        found.beside,
        left,
        right,
        tuple(before),
        after,
        opens,
    )


def _before(text: str, floor: int, start: int) -> tuple[list[str], bool]:
    """Up to `WORDS` words before a name in its sentence, nearest last, and whether it opens the sentence."""
    tail = BEFORE.findall(text, floor, start)
    before: list[str] = []
    opens = not tail
    for number, word in enumerate(reversed(tail)):
        if word == "." and number == 0 and len(tail) > 1 and len(tail[-2]) < TITLE:
            continue  # "Mr.", "Gen.": no end of a sentence
        if word in SENTENCE_END:
            opens = opens or number == 0
            break
        before.insert(0, word.lower())
        if len(before) == WORDS:
            break
    return before, opens


def _abbreviation(
    text: str, start: int, end: int, entries: tuple[Entry, ...], before: list[str]
) -> tuple[Entry, ...]:
    """Abbreviations count with their dot, codes in capitals after a comma; else what the name may be."""
    shown = text[start:end]
    comma = bool(before) and before[-1] == ","
    party = bool(before) and before[-1].endswith("-")
    dotted = party or "." in shown or text[end : end + 1] == "."
    if comma and shown.isupper() and "." not in shown and any(e.kind == NameKind.CODE for e in entries):
        return tuple(e for e in entries if e.kind == NameKind.CODE)
    if dotted and (len(shown) > 2 or comma) and any(e.kind == NameKind.ABBREVIATION for e in entries):
        return tuple(e for e in entries if e.kind == NameKind.ABBREVIATION)
    plain = shown.isupper() or len(shown) > 2
    return tuple(e for e in entries if e.kind < NameKind.ABBREVIATION and plain)
