"""From a document's text to chunked sentences: every stretch gets the reading its neighbours allow."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from witnessmark.codebook import Term
from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.words import PartyName, Payload, SpeakerName, Words
from witnessmark.model.document import Document
from witnessmark.model.place import PlaceMention
from witnessmark.model.when import Timex
from witnessmark.text.normalise import fold, lower, unwrap
from witnessmark.text.numbers import NumberKind, numbers
from witnessmark.text.sentences import sentences

_TOKEN = re.compile(r"'s\b|[^\W_]+(?:'(?!s\b)[^\W_]+|\.[^\W_]+)*|[^\w\s]")
_QUOTED = re.compile(r'"[^"\n]{2,600}"')
_SINGLE_QUOTED = re.compile(r"(?<!\w)'[^'\n]{2,300}(?:'\w[^'\n]{0,300}){0,4}'(?!\w)")

# Which reading of a form decides its symbol, first to last.
_AXES = (
    "grammar", "triggers", "reporting", "methods", "weapons", "act_nouns", "conducts", "objects", "groups",
    "platforms", "units", "designations", "situations", "evidence_kinds", "legal_terms", "hedges",
    "relations",
)  # fmt: skip
_AXIS_KIND = {
    "weapons": "W", "objects": "O", "groups": "G", "platforms": "f", "units": "U", "designations": "U",
    "situations": "C", "evidence_kinds": "E", "legal_terms": "J", "act_nouns": "A", "methods": "A",
    "conducts": "A",
}  # fmt: skip
_RELATIONS = {"subset": "i", "addition": "m", "backed_by": "b"}
_HEDGES = {"near": "r", "forecast": "?", "hypothetical": "?", "negated": "!"}
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
# A sentence without any of these says nothing the rules read.
_OF_INTEREST = frozenset("NFGMAWOTtIDVXJCEH")


def tag(
    document: Document, timexes: Sequence[Timex], places: Sequence[PlaceMention], known: Words
) -> list[Sentence]:
    """The sentences of the zones that allow claims, in order, chunked."""
    text = document.text
    plain = unwrap(fold(text))
    low = lower(plain)
    spans = _spans(plain, low, timexes, places, known)
    legal = [(m.start, m.end, m.payload.code) for m in known.legal.find(low) if isinstance(m.payload, Term)]
    quoted = [m.span() for m in _QUOTED.finditer(plain)] + [m.span() for m in _SINGLE_QUOTED.finditer(plain)]
    out: list[Sentence] = []
    at = 0
    for zone in document.zones:
        if not zone.claims_allowed:
            continue
        for span in sentences(plain, zone.start, zone.end, document.language):
            paragraph = text.count("\n", 0, span.start)
            while at < len(spans) and spans[at].start < span.start:
                at += 1
            own: list[Chunk] = []
            while at < len(spans) and spans[at].end <= span.end:
                own.append(spans[at])
                at += 1
            chunks = list(_filled(plain, low, span.start, span.end, own))
            inside = [q for q in quoted if q[0] < span.end and q[1] > span.start]
            terms = [t for t in legal if span.start <= t[0] < span.end]
            sentence = Sentence(span.start, span.end, paragraph, zone.zone, chunks, inside, terms)
            out.append(sentence)
    return out


def _spans(
    plain: str, low: str, timexes: Iterable[Timex], places: Iterable[PlaceMention], known: Words
) -> list[Chunk]:
    """Chunks that some knowledge speaks for, in order, not overlapping: the more specific reading wins."""
    found: list[tuple[int, Chunk]] = []
    found += [(9, Chunk("d", t.start, t.end, low[t.start : t.end], timex=t)) for t in timexes]
    for n in numbers(low, known.numbers):
        kind = {NumberKind.ORDINAL: "x", NumberKind.FRACTION: "F"}.get(n.kind, "N")
        found.append((7, Chunk(kind, n.start, n.end, low[n.start : n.end], number=n)))
    by_span = {(p.start, p.end): p for p in places}
    matches = known.lexicon.find(low)
    for (start, end), group in groupby(matches, key=lambda m: (m.start, m.end)):
        chunk = _reading(plain, low, start, end, [m.payload for m in group])
        if chunk is None:
            continue
        if many := " " in chunk.word:
            chunk.terms += _inner(chunk, known)
        chunk.place = by_span.pop((start, end), None)
        # "both" and "both or either" say how actors share an act; they are no numbers of their own.
        bare = chunk.code("grammar") == "both" or chunk.code("relations") in {"either", "joint"}
        named = many and (chunk.kind == "S" or chunk.parties)
        found.append((8 if named or bare else 6 if many else 4, chunk))
    for m in known.legal.find(low):
        if isinstance(m.payload, Term):
            found.append((1, Chunk("J", m.start, m.end, low[m.start : m.end], terms=(m.payload,))))
    found += [(5, Chunk("l", a, b, low[a:b], capital=True, place=p)) for (a, b), p in by_span.items()]
    return _chosen(found, len(low))


def _chosen(found: list[tuple[int, Chunk]], size: int) -> list[Chunk]:
    taken = bytearray(size)
    out: list[Chunk] = []
    for _, chunk in sorted(found, key=lambda f: (-f[0], f[1].start - f[1].end, f[1].start)):
        if 1 in taken[chunk.start : chunk.end]:
            continue
        taken[chunk.start : chunk.end] = b"\x01" * (chunk.end - chunk.start)
        out.append(chunk)
    out.sort(key=lambda c: c.start)
    return out


def _reading(plain: str, low: str, start: int, end: int, payloads: Sequence[Payload]) -> Chunk | None:
    """One chunk for a form of the lexicon: a party before a speaker before a term."""
    surface = plain[start:end]
    chunk = Chunk("x", start, end, low[start:end], capital=surface[:1].isupper())
    chunk.terms = tuple(p for p in payloads if isinstance(p, Term))
    chunk.kind = _kind(chunk.terms)
    for p in payloads:
        if isinstance(p, SpeakerName) and p.fits(surface):
            chunk.speaker = p.speaker
            if not chunk.terms or _kind(chunk.terms) not in "GMOK":  # "residents" are persons who may speak
                chunk.kind = "S"
    chunk.parties = tuple(
        (p.party, p.alias) for p in payloads if isinstance(p, PartyName) and _named(p, surface)
    )
    if chunk.kind == "x" and not chunk.terms and not chunk.parties:
        return None
    return chunk


def _inner(chunk: Chunk, known: Words) -> tuple[Term, ...]:
    """The weapon that opens an act ("mortar attack"), the platform that closes a party ("X warplanes")."""
    first, _, _ = chunk.word.rpartition(" ")
    _, _, last = chunk.word.partition(" ")
    term = known.inner.get(first) if chunk.kind == "A" else known.inner.get(last) if chunk.parties else None
    return (term,) if term else ()


def _named(name: PartyName, surface: str) -> bool:
    """Whether these words with their capitals can name the party: no acronym is a common word."""
    if name.alias.cased:
        return surface == name.alias.text
    return surface[:1].isupper() or name.alias.use in {"name", "context"}


def _kind(terms: Sequence[Term]) -> str:
    """The symbol for a form with these readings."""
    # Verbs of attack are measures of what was hit too; which of the two they are here is the method's to say.
    by_axis = {t.axis: t for t in terms if t.code != "facilities_hit"}
    term = next((by_axis[axis] for axis in _AXES if axis in by_axis), None)
    if term is None:
        return "x"
    if term.axis == "grammar":
        return term.attrs["symbol"]
    if term.axis == "triggers":
        return _trigger_kind(term)
    if term.axis == "reporting":
        return _reporting_kind(term)
    if term.axis == "hedges":
        return _HEDGES.get(term.code, "H")
    if term.axis == "relations":
        return _RELATIONS.get(term.code, "x")
    if (
        term.axis in {"methods", "act_nouns", "conducts"}
        and term.has("pos", "verb")
        and not term.has("pos", "noun")
    ):
        return "V"
    return _AXIS_KIND[term.axis]


def _reporting_kind(term: Term) -> str:
    if term.code in {"agent_marker", "no_response", "no_claim"}:
        return "y" if term.code == "agent_marker" else "x"
    return "R" if term.has("pos", "verb") else "c" if term.has("source", "after") else "x"


def _trigger_kind(term: Term) -> str:
    if term.has("pos", "verb"):
        if not term.has("frame", "transitive"):
            return "I"
        return "t" if term.has("form", "participle") or term.has("form", "past") else "T"
    return "M" if term.has("pos", "noun") else "D"


def _filled(plain: str, low: str, start: int, end: int, own: Sequence[Chunk]) -> Iterable[Chunk]:
    """The chunks of a sentence with every word and mark between them."""
    at = start
    for chunk in own:
        yield from _between(plain, low, at, chunk.start)
        yield chunk
        at = chunk.end
    yield from _between(plain, low, at, end)


def _between(plain: str, low: str, start: int, end: int) -> Iterable[Chunk]:
    for m in _TOKEN.finditer(plain, start, end):
        a, b = m.span()
        yield Chunk(_MARKS.get(low[a:b], "x"), a, b, low[a:b], capital=plain[a].isupper())
