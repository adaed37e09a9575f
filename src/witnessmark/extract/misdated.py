"""Pictures that are not of what they are said to show: "photos said to show a raid on 19 March are old".

Nobody tells there that the raid took place. What stands between the pictures and the verdict, or behind
"do not show", is kept as evidence that its own text denies, and makes no event and no figure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from witnessmark.extract.chunks import Sentence
from witnessmark.model.claim import Claim, ClaimKind, Modality

_AXIS, _OLD, _NOT_SHOWN = "statement_words", "not_new", "not_shown"
_PICTURES = "AE"  # the symbols of words for evidence, where they have a kind of it
_ENDS = frozenset(";w&,")  # what ends the stretch that "do not show" speaks of
_TELLING = frozenset(
    {
        ClaimKind.INCIDENT,
        ClaimKind.INCIDENT_UNSPECIFIED,
        ClaimKind.PATTERN,
        ClaimKind.AGGREGATE_TALLY,
        ClaimKind.EVIDENCE,
    }
)


def misdated(claims: Sequence[Claim], sentences: Sequence[Sentence]) -> list[Claim]:
    """The claims, those of acts that pictures are said not to show as evidence that is denied."""
    spans = [span for s in sentences for span in _spans(s)]
    if not spans:
        return list(claims)
    return [
        replace(c, kind=ClaimKind.EVIDENCE, modality=Modality.DENIED)
        if c.kind in _TELLING and any(a <= c.start < b for a, b in spans)
        else c
        for c in claims
    ]


def _spans(s: Sentence) -> Iterator[tuple[int, int]]:
    """The stretches of text that say what the pictures of a sentence do not show."""
    for i, verdict in enumerate(s.chunks):
        code = verdict.code(_AXIS)
        if code not in (_OLD, _NOT_SHOWN):
            continue
        shown = [n for n in range(i) if _is_pictures(s, n)][-1:]
        if not shown or ";" in s.symbols[shown[0] : i]:
            continue
        if code == _OLD:
            yield s.chunks[shown[0]].start, verdict.start
        else:
            last = next((n for n in range(i + 1, len(s.chunks)) if s.chunks[n].kind in _ENDS), len(s.chunks))
            yield verdict.end, s.chunks[last - 1].end


def _is_pictures(s: Sentence, at: int) -> bool:
    chunk = s.chunks[at]
    return chunk.kind in _PICTURES and chunk.code("evidence_kinds") is not None
