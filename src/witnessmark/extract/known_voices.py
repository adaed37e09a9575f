"""Voices the codebook knows by name: speakers, parties and the offices of a state."""

from collections.abc import Sequence
from functools import cache

from witnessmark import codebook
from witnessmark.extract.attribution import is_unnamed
from witnessmark.extract.cast import Voice
from witnessmark.extract.chunks import Chunk
from witnessmark.extract.conflict import HOST_COUNTRY
from witnessmark.extract.name_words import is_word_for
from witnessmark.text.normalise import lower


def by_name(chunks: Sequence[Chunk]) -> Voice | None:
    """A speaker or party the codebook knows by name."""
    for c in chunks:
        if c.speaker and not is_unnamed(c.speaker) and (c.capital or " " in c.word):
            return Voice((c.speaker,))
    for i, c in enumerate(chunks):
        if i and chunks[i - 1].kind in "po":
            continue  # "the organisation in London" does not make London speak
        if begins_name(chunks, i):
            continue
        office = _office(chunks, i) if c.kind in "Pl" else None
        if c.kind == "l" and office:
            return Voice((office,), person=True)
        if c.kind == "P" and c.party and not office and (other := _of_a_country(chunks, i)):
            return Voice((other,))
        if c.kind in "PK" and c.party and not (c.kind == "K" and c.speaker):
            return Voice((office or c.party[0],), person=office is not None)
    return None


def named(chunk: Chunk) -> bool:
    """Whether a chunk names a party or a speaker, not just a kind of person."""
    return bool(chunk.party) or (chunk.speaker is not None and not is_unnamed(chunk.speaker))


def begins_name(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a party's name only begins a longer one ("Joint Forces Command", "the Kabul-based monitor")."""
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    party = chunks[at].party
    if at and party and party[1].use == "leader" and chunks[at - 1].capital and chunks[at - 1].kind == "x":
        return not is_word_for(chunks[at - 1].word, "title")  # somebody else of a leader's surname
    if after is None:
        return False
    if after.kind == "-":
        return after.start == chunks[at].end
    return (
        after.capital
        and after.kind not in "PS"
        and is_word_for(chunks[-1].word, "body")
        and chunks[-1].capital
    )


def _of_a_country(chunks: Sequence[Chunk], at: int) -> str | None:
    """Somebody whom a country's name only describes ("a Syrian activist"): no voice of its government."""
    party, after = chunks[at].party, chunks[at + 1] if at + 1 < len(chunks) else None
    if party is None or after is None or after.capital or after.kind not in "GxSR":
        return None
    described = after.kind not in "xR" or party[1].use == "adjective" or after.word in descriptions()
    if party[1].use not in {"adjective", "country", HOST_COUNTRY} or not described or after.code("grammar"):
        return None
    return f"{chunks[at].word.title()} {after.word}"


def _office(chunks: Sequence[Chunk], at: int) -> str | None:
    """An office of a state that speaks ("France's foreign minister"), else None."""
    own = [c for c in chunks[at + 1 : at + 5] if c.kind in "xKS"]
    offices = [
        i for i, c in enumerate(own) if c.code("grammar") == "office" or (c.speaker and is_unnamed(c.speaker))
    ]
    if not offices:
        return None
    return " ".join([chunks[at].word.title(), *(c.word for c in own[: offices[-1] + 1])])


@cache
def descriptions() -> dict[str, tuple[str, ...]]:
    """Words that may stand for a speaker, in lower case, with the kinds of speaker they fit."""
    return {lower(word): kinds for word, kinds in codebook.load().descriptions.items()}
