"""How each sentence of a document was read, told by the grammar itself while it read it."""

from collections.abc import Iterator, Sequence

from witnessmark.extract.attribution import Attribution
from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.grammar import read_claims
from witnessmark.extract.rules import full_name
from witnessmark.extract.trace import Trace, Tried, watched
from witnessmark.extract.who import Agent
from witnessmark.model.claim import Claim
from witnessmark.model.document import Document
from witnessmark.model.explanation import Attempt, Doer, Explanation, ReadChunk, Voice
from witnessmark.model.place import PlaceMention
from witnessmark.model.reading import Extraction
from witnessmark.model.when import Timex

# Chunks of harm and attack: a reader of the sentence expects each of them in some claim.
_TRIGGERS = frozenset("TtIDMVA")


def explain(
    document: Document, timexes: Sequence[Timex], places: Sequence[PlaceMention]
) -> tuple[Extraction, tuple[Explanation, ...]]:
    """What `extract` gives, and how every sentence of a zone that allows claims was read."""
    with watched() as trace:
        found = read_claims(document, timexes, places)
    return found, tuple(_explained(document, found.claims, trace))


def _explained(document: Document, claims: Sequence[Claim], trace: Trace) -> Iterator[Explanation]:
    for sentence, voices, agents in trace.sentences:
        own = [t for t in trace.tried if t.sentence is sentence]
        yield Explanation(
            document.id,
            sentence.start,
            sentence.end,
            document.text[sentence.start : sentence.end],
            sentence.zone,
            sentence.symbols,
            tuple(
                _chunk(document.text, c, n) for c, n in zip(sentence.chunks, sentence.clause_of, strict=True)
            ),
            tuple(_voice(a) for a in voices),
            tuple(_doer(a) for a in agents),
            tuple(_attempts(document.text, sentence, own)),
            tuple(_unused(sentence, claims)),
        )


def _chunk(text: str, chunk: Chunk, clause: int) -> ReadChunk:
    return ReadChunk(
        chunk.kind, chunk.start, chunk.end, text[chunk.start : chunk.end], tuple(_tags(chunk)), clause
    )


def _tags(chunk: Chunk) -> Iterator[str]:
    """What the codebook and the stages before say of a chunk."""
    yield from (f"{axis}={code}" for axis, code in (chunk.codes or {}).items())
    if chunk.number:
        b = chunk.number.bounds
        yield f"number={_known(b.value)} ({_known(b.low)} to {_known(b.high)})"
    if chunk.timex:
        yield f"time={_known(chunk.timex.value_start)} to {_known(chunk.timex.value_end)}"
    if chunk.place and chunk.place.place:
        yield f"place={chunk.place.place.name}"
        if chunk.place.place.geonameid is None and chunk.place.place.radius is not None:
            yield f"placed={chunk.place.place.source}, within {chunk.place.place.radius:g} km"
    if chunk.party:
        yield f"party={chunk.party[0]}"
    if chunk.speaker:
        yield f"speaker={chunk.speaker}"


def _known(value: object) -> str:
    return "?" if value is None else str(value)


def _voice(a: Attribution) -> Voice:
    return Voice(a.names, a.modality, a.first, a.last, a.explicit)


def _doer(a: Agent) -> Doer:
    parties = tuple(actor.norm or actor.verbatim for actor in a.actors)
    return Doer(parties, a.form, a.first, a.last, a.scope.start, a.scope.stop)


def _attempts(text: str, sentence: Sentence, tried: Sequence[Tried]) -> Iterator[Attempt]:
    """Each rule once at each chunk, in the order of the text; those that made a claim come first."""
    seen: set[tuple[int, str]] = set()
    for t in sorted(tried, key=lambda t: (t.at, t.claim is None)):
        rule = full_name(t.rule)
        if (t.at, rule) not in seen:
            seen.add((t.at, rule))
            chunk = sentence.chunks[t.at]
            yield Attempt(t.at, text[chunk.start : chunk.end], rule, t.claim, t.why)


def _unused(sentence: Sentence, claims: Sequence[Claim]) -> Iterator[int]:
    spans = [(c.start, c.end) for c in claims if c.start < sentence.end and c.end > sentence.start]
    for i, chunk in enumerate(sentence.chunks):
        if chunk.kind in _TRIGGERS and not any(a < chunk.end and chunk.start < b for a, b in spans):
            yield i
