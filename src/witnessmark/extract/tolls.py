"""Words that are a toll, or bear one, by what stands beside them: "the dead at nine", "sustained burns"."""

from collections.abc import Sequence

from witnessmark.extract.chunks import Chunk

# What stands between a verb of bearing and the wound that is borne ("sustained minor gunshot wounds").
_BETWEEN = frozenset("xemDJHWUo'&")
_REACH = 6
_BORNE = "injured"


def as_toll(chunks: Sequence[Chunk], at: int) -> bool:
    """Make a state of harm a toll where it stands for those in it: "put the wounded at six"."""
    chunk, after = chunks[at], chunks[at + 1 : at + 4]
    harm = chunk.attr("groups", "toll") or (chunk.code("triggers") if chunk.kind in "Dt" else "")
    if not harm or len(after) < 2 or after[0].kind != "p" or after[0].code("grammar") != "in":
        return False
    if chunk.kind in "Dt" and (at == 0 or chunks[at - 1].code("grammar") != "definite"):
        return False
    if next((c.kind for c in after[1:] if c.kind not in "xH"), "") != "N":
        return False
    chunk.kind = "M"
    chunk.codes = {**(chunk.codes or {}), "triggers": harm}
    return True


def bear_harm(chunks: Sequence[Chunk]) -> None:
    """Make a verb of bearing and its wound a verb of harm: "sustained wounds", "had burns"."""
    for i, chunk in enumerate(chunks):
        if chunk.code("grammar") not in {"bearing", "have"} or chunk.kind not in "xB":
            continue
        wound = next((c for c in chunks[i + 1 : i + 1 + _REACH] if c.kind not in _BETWEEN), None)
        if wound is None or wound.code("triggers") != _BORNE:
            continue
        # "Had wounded" is a verb and "the wounded" are persons; "had burns" is neither.
        if wound.kind in "MT" and not wound.inflected("participle", "gerund"):
            chunk.kind = "I"
            chunk.codes = {**(chunk.codes or {}), "triggers": _BORNE}
