"""From a document's text to chunked sentences: every stretch gets the reading its neighbours allow."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from operator import itemgetter

from witnessmark.codebook import Term
from witnessmark.extract.breaks import cuts, paragraph_ends
from witnessmark.extract.breaks import spans as sentence_spans
from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.readings import Weight
from witnessmark.extract.words import Words
from witnessmark.model.document import Document, Zone, ZoneKind
from witnessmark.model.place import PlaceMention
from witnessmark.model.when import Timex
from witnessmark.text.casing import cased
from witnessmark.text.lexicon import Match
from witnessmark.text.normalise import fold, lower, unwrap
from witnessmark.text.numbers import NumberKind, numbers

_TOKEN = re.compile(r"'s\b|[^\W_]+(?:'(?!s\b)[^\W_]+|\.[^\W_]+)*|[^\w\s]")
_QUOTED = re.compile(r'"[^"\n]{2,600}"')
_SINGLE_QUOTED = re.compile(r"(?<!\w)'[^'\n]{2,300}(?:'\w[^'\n]{0,300}){0,4}'(?!\w)")

# What stands between most chunks.
_NOTHING = frozenset({"", " "})
_ONE_MARK = frozenset(",.-:;()")
_BRACKETS = re.compile(r"\[[^\[\]]{1,120}\]")

# The paragraph of a title that is read before the story.
_ABOVE = -1
# Where a chunk begins, how much its reading weighs, and the chunk: what others may overlap.
_Rival = tuple[int, int, Chunk]
_NUMBERS = {NumberKind.ORDINAL: "x", NumberKind.FRACTION: "F"}
_MARKS = {
    ",": ",",
    ";": ";",
    ":": ":",
    "-": "-",
    '"': "q",
    "'": "q",
    "(": "(",
    ")": ")",
    "/": "&",
    "&": "&",
    "'s": "'",
}


def tag(
    document: Document, timexes: Sequence[Timex], places: Sequence[PlaceMention], known: Words
) -> list[Sentence]:
    """The sentences of the zones that allow claims, as they are read (a title first), chunked."""
    text = document.text
    written = unwrap(fold(text))
    plain = cased(written, known.acronyms)
    glosses = _glosses(written, plain)
    low = lower(plain)
    legal = known.legal.find(low)
    spans = _spans(plain, low, timexes, places, legal, known)
    quoted = [m.span() for m in _QUOTED.finditer(plain)]
    if "'" in plain:
        quoted = sorted([*quoted, *(m.span() for m in _SINGLE_QUOTED.finditer(plain))])
    longest = max((b - a for a, b in quoted), default=0)
    ends = cuts(document, plain, timexes)
    paragraphs = [m.start() for m in paragraph_ends(text).finditer(text)]
    marks = {end for a, b in quoted for end in (a, b - 1)}
    out: list[Sentence] = []
    starts, stops = [c.start for c in spans], [c.end for c in spans]
    behind = _behind_the_story(document.zones)
    for zone in sorted(document.zones, key=lambda z: z not in behind):
        if not zone.claims_allowed:
            continue
        for span in sentence_spans(plain, zone.start, zone.end, document.language, ends):
            paragraph = _ABOVE if zone in behind else bisect_left(paragraphs, span.start)
            own = spans[bisect_left(starts, span.start) : bisect_right(stops, span.end)]
            chunks = _filled(plain, low, span.start, span.end, own)
            if "'" in plain[span.start : span.end]:
                _possessives(chunks, marks)
            if glosses:
                chunks = [c for c in chunks if not any(a <= c.start < b for a, b in glosses)]
            begun = quoted[bisect_left(quoted, (span.start - longest,)) : bisect_left(quoted, (span.end,))]
            inside = [q for q in begun if q[1] > span.start]
            terms = legal[_first(legal, span.start) : _first(legal, span.end)] if legal else ()
            out.append(Sentence(span.start, span.end, paragraph, zone.zone, chunks, inside, terms))
    return out


def _behind_the_story(zones: Sequence[Zone]) -> list[Zone]:
    """Titles that stand behind the story, because they were told beside it: they are read first."""
    story = next((z.start for z in zones if z.zone is ZoneKind.BODY), None)
    return [z for z in zones if z.zone is ZoneKind.TITLE and story is not None and z.start > story]


def _first(matches: Sequence[Match[Term]], at: int) -> int:
    """Index of the first match from an offset on."""
    return bisect_left(matches, at, key=itemgetter(0))


def _possessives(chunks: Sequence[Chunk], marks: Collection[int]) -> None:
    """Mark the apostrophes that quote nothing ("the Farmers' Union", "the clinic's"), with their "s"."""
    for left, c in pairwise(chunks):
        if c.word == "'" and c.start not in marks and left.end == c.start:
            c.kind = "'"
        elif c.word == "s" and left.kind == "'" and left.end == c.start:
            c.kind, c.terms, c.codes = "'", (), None


def _glosses(written: str, plain: str) -> list[tuple[int, int]]:
    """Brackets in text all in capitals: what a wire's editor put in, no part of the sentence around it."""
    if written == plain:
        return []
    return [
        m.span()
        for m in _BRACKETS.finditer(plain)
        if plain[m.start() : m.end()] != written[m.start() : m.end()] or m.group().isupper()
    ]


def _spans(
    plain: str,
    low: str,
    timexes: Iterable[Timex],
    places: Iterable[PlaceMention],
    legal: Iterable[Match[Term]],
    known: Words,
) -> list[Chunk]:
    """Chunks that some knowledge speaks for, in order, not overlapping: the more specific reading wins."""
    found: list[_Rival] = [
        (t.start, Weight.TIME, Chunk("d", t.start, t.end, low[t.start : t.end], timex=t)) for t in timexes
    ]
    inner = bytearray(len(low))  # inside a phrase: "largely" in "the truce has largely held" is no share
    by_span = {(p.start, p.end): p for p in places}
    for start, end, payloads in known.lexicon.find(low):
        surface = plain[start:end]
        if surface == "s" and plain[start - 1] == "'":
            continue  # the possessive
        r = known.reading(surface, low[start:end], payloads)
        if r is not None:
            chunk = Chunk(r.kind, start, end, r.word, r.capital, r.terms, r.codes)
            if r.speaker or r.parties:
                chunk.speaker, chunk.parties = r.speaker, r.parties
            if by_span and (start, end) in by_span:
                chunk.place = by_span.pop((start, end))
            found.append((start, r.weight, chunk))
            if r.weight is Weight.PHRASE:
                inner[start + 1 : end - 1] = b"\x01" * max(0, end - start - 2)
    for n in numbers(low, known.numbers):
        if 0 in inner[n.start : n.end]:
            kind = _NUMBERS.get(n.kind, "N")
            chunk = Chunk(kind, n.start, n.end, low[n.start : n.end], number=n)
            found.append((n.start, Weight.NUMBER, chunk))
    for start, end, term in legal:
        codes = {term.axis: term.code}
        chunk = Chunk("J", start, end, low[start:end], terms=(term,), codes=codes)
        found.append((start, Weight.LEGAL, chunk))
    found += [
        (a, Weight.PLACE, Chunk("l", a, b, low[a:b], capital=True, place=p)) for (a, b), p in by_span.items()
    ]
    return _chosen(found)


def _chosen(found: list[_Rival]) -> list[Chunk]:
    """The chunks in order; of those that overlap, directly or by way of others, the weightiest first."""
    found.sort(key=itemgetter(0))
    out: list[Chunk] = []
    rivals: list[_Rival] = []
    reached = 0
    for one in found:
        start, _, chunk = one
        if start >= reached:
            if len(rivals) == 1:
                out.append(rivals[0][2])
            else:
                out += _best(rivals)
            rivals = []
        rivals.append(one)
        reached = max(reached, chunk.end)
    return out + _best(rivals)


def _best(rivals: list[_Rival]) -> list[Chunk]:
    """Of chunks that overlap: the weightiest, longest, first one, and what it leaves room for."""
    if len(rivals) < 2:
        return [chunk for _, _, chunk in rivals]
    out: list[Chunk] = []
    for _, _, one in sorted(rivals, key=lambda r: (-r[1], r[2].start - r[2].end)):
        if all(one.end <= other.start or other.end <= one.start for other in out):
            out.append(one)
    return sorted(out, key=lambda c: c.start)


def _filled(plain: str, low: str, start: int, end: int, own: Sequence[Chunk]) -> list[Chunk]:
    """The chunks of a sentence with every word and mark between them."""
    out: list[Chunk] = []
    at = start
    for chunk in own:
        if at < chunk.start and low[at : chunk.start] not in _NOTHING:
            out += _between(plain, low, at, chunk.start)
        out.append(chunk)
        at = chunk.end
    if at < end:
        out += _between(plain, low, at, end)
    return out


def _between(plain: str, low: str, start: int, end: int) -> list[Chunk]:
    gap = low[start:end]
    only = gap.strip()
    if only.isalpha() or only in _ONE_MARK:  # one word or mark, as most often
        start += gap.index(only)
        return [Chunk(_MARKS.get(only, "x"), start, start + len(only), only, plain[start].isupper())]
    if not only:
        return []
    return [
        Chunk(_MARKS.get(word := low[a:b], "x"), a, b, word, plain[a].isupper())
        for a, b in [m.span() for m in _TOKEN.finditer(plain, start, end)]
    ]
