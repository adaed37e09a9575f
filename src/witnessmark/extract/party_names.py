"""Names of parties that several chunks make: "Syrian army", "Houthi rebels", "fighters from the group"."""

from collections.abc import Sequence

from witnessmark.extract.chunks import Chunk
from witnessmark.extract.conflict import HOST_COUNTRY
from witnessmark.extract.readings import codes_of

# A state's words, which alone may mean the country; with words of force behind them they are its forces.
_OF_A_STATE = frozenset({"adjective", "country", HOST_COUNTRY, "metonym", "leader"})
_BEFORE_FORCE = _OF_A_STATE | {"name"}
_ORIGINS = frozenset({"from", "of"})


def party_names(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks with each name of a party that several of them make put into one."""
    if {c.kind for c in chunks}.isdisjoint("PK"):
        return list(chunks)
    out: list[Chunk] = []
    i = 0
    while i < len(chunks):
        chunk = chunks[i]
        i += 1
        out.append(chunk)
        if chunk.kind not in "PK":
            continue
        end, named = _name_end(chunks, i - 1)
        if end > i:
            _merge(chunk, chunks[i:end], named)
            i = end
    return out


def _name_end(chunks: Sequence[Chunk], at: int) -> tuple[int, Chunk]:
    """Index after the name that begins at a chunk, and the chunk that says whose name it is."""
    chunk = chunks[at]
    if chunk.kind == "P" and chunk.party:
        if chunk.party[1].use in _BEFORE_FORCE and (end := _force_end(chunks, at + 1)) > at + 1:
            return end, chunk
        after = chunks[at + 1] if at + 1 < len(chunks) else None
        if after is not None and _bare(after) and not after.word.startswith("the "):
            return at + 2, after if chunk.party[1].use in _OF_A_STATE else chunk
    if chunk.kind == "K" or _bare(chunk):
        body = at + 2 + (chunks[at + 2 : at + 3] != [] and chunks[at + 2].kind == "e")
        if body < len(chunks) and chunks[at + 1].word in _ORIGINS and _named(chunks[body]):
            return body + 1, chunks[body]
    return at + 1, chunk


def _bare(chunk: Chunk) -> bool:
    """Whether a chunk is bare words for a party of the report's conflict ("rebels")."""
    return chunk.kind == "P" and chunk.party is not None and chunk.party[1].use == "context"


def _named(chunk: Chunk) -> bool:
    return chunk.kind == "P" and chunk.party is not None and chunk.party[1].use == "name"


def _merge(chunk: Chunk, rest: Sequence[Chunk], named: Chunk) -> None:
    """Put `rest` into `chunk`, which then names the party of `named`."""
    codes = tuple(t for c in rest for t in c.terms)
    chunk.terms = codes if chunk.kind == "P" else chunk.terms + codes
    chunk.codes = codes_of(chunk.terms)
    chunk.end = rest[-1].end
    chunk.word = " ".join([chunk.word, *(c.word for c in rest)])
    chunk.party, chunk.parties = named.party, named.parties
    chunk.kind = "P"


def _force_end(chunks: Sequence[Chunk], at: int) -> int:
    """Index after the words of force that follow, or `at` where none do."""
    i = at
    if i < len(chunks) and chunks[i].kind == "'":
        i += 1
    while i < len(chunks) and (chunks[i].code("grammar") == "force_modifier" or chunks[i].kind == "K"):
        i += 1
    return i if i > at and chunks[i - 1].kind == "K" else at
