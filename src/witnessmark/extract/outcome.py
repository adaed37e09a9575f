"""What became of those who were shot or stabbed: the rest of the text says whether they lived.

"Was shot" leaves it open. A text that tells of no death, but of wounds or a hospital, speaks of the injured.
One whose only victim is said to have died speaks of that one throughout, and so does the next sentence that
goes on with "he" or "she".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.found import as_found
from witnessmark.extract.own_hand import RULE as OWN_HAND
from witnessmark.extract.phrases import Draft
from witnessmark.model.claim import Claim
from witnessmark.model.count import Qualifier

_OPEN, _KILLED, _INJURED = "killed_or_injured", "killed", "injured"
_TREATED = "medical_facility"  # where the wounded are taken
_TOLD = frozenset("tTDIM")
# From a verb to a second one of the same subject: places, days and adverbs, "and", auxiliaries.
_GOES_ON = re.compile(r"(?:NU|[^w;:GNnPBTtIDVR&]){0,10}?,?&(?:[xdH]|B){0,3}[tDI]")
# Right behind those hit, or behind one word.
_SO_THAT = re.compile(r"x?[xD]")


def outcomes(
    made: Sequence[tuple[Draft, Claim]], claims: Sequence[Claim], sentences: Sequence[Sentence]
) -> list[Claim]:
    """The claims, those of people shot or stabbed as killed or as injured where the text tells which."""
    drafts = {c.id: d for d, c in made}
    found = {c.id for d, c in made if as_found(d, made)}
    shot = found | {c.id for d, c in made if _attacked(d)}
    if not shot:
        return list(claims)
    chunks = [c for s in sentences for c in s.chunks]
    deaths = any(_says(c, _KILLED) for c in chunks)
    wounds = any(_says(c, _INJURED) or c.code("objects") == _TREATED for c in chunks)
    whole = _INJURED if wounds and not deaths else _KILLED if deaths and _one_victim(claims, shot) else None
    out = []
    for c in claims:
        measure = None
        if c.id in shot and c.count is not None:
            draft = drafts[c.id]
            if c.id in found:
                measure = _KILLED if whole == _KILLED else None if _one(c) else _OPEN
            else:
                measure = whole if c.count.measure == _OPEN else None
            if _dies_at_once(draft) or (_one(c) and _goes_on_to_die(draft.sentence, sentences)):
                measure = _KILLED
            if measure is not None:
                draft.count = replace(draft.count, measure=measure)
        out.append(replace(c, count=replace(c.count, measure=measure)) if measure and c.count else c)
    return out


def _attacked(draft: Draft) -> bool:
    """Whether a count is of those whom a verb of attack hit, however badly, or of some of them."""
    while draft.parent is not None and draft.count.measure == _OPEN:
        draft = draft.parent
    if draft.count.measure != _OPEN or draft.verb is None:
        return False
    return draft.sentence.chunks[draft.verb].code("methods") is not None


def _says(chunk: Chunk, measure: str) -> bool:
    return chunk.kind in _TOLD and chunk.code("triggers") == measure


def _one(claim: Claim) -> bool:
    count = claim.count
    return count is not None and (count.qualifier is Qualifier.SINGULAR or count.value == 1)


def _one_victim(claims: Sequence[Claim], shot: set[str]) -> bool:
    """Whether every count of people hit is of one person, and some of one who died."""
    hit = [c for c in claims if c.count and (c.id in shot or c.count.measure in (_KILLED, _INJURED))]
    if any(c.rule.endswith(OWN_HAND) for c in hit) and not all(c.rule.endswith(OWN_HAND) for c in hit):
        return False  # "shot a pupil and then killed himself": who did it is not the one who was shot
    measures = {_OPEN if c.id in shot else c.count.measure for c in hit if c.count}
    return _KILLED in measures and _INJURED not in measures and all(_one(c) for c in hit)


def _dies_at_once(draft: Draft) -> bool:
    """Whether the verb's own sentence goes on with the death: "was shot in the back and later died"."""
    at = draft.verb
    if at is None:
        return False
    if _SO_THAT.match(draft.sentence.symbols, draft.last) and _to_death(draft.sentence, draft.last):
        return True
    on = _GOES_ON.match(draft.sentence.symbols, at + 1)
    return on is not None and _says(draft.sentence.chunks[on.end() - 1], _KILLED)


def _to_death(sentence: Sentence, at: int) -> bool:
    """Whether what stands behind those hit says that they died of it: "shot his brother dead", "to death"."""
    behind = sentence.chunks[at : at + 2]
    return any(c.code("grammar") == "to_death" or (c.kind == "D" and _says(c, _KILLED)) for c in behind)


def _goes_on_to_die(sentence: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Whether the sentence after this one says of the same person that they died."""
    at = next((i for i, s in enumerate(sentences) if s is sentence), len(sentences))
    return any(
        s.chunks[0].attr("grammar", "one") and any(_says(c, _KILLED) for c in s.chunks)
        for s in sentences[at + 1 : at + 2]
        if s.chunks
    )
