"""Which claims of two documents are one statement: a best match, one to one.

Only claims that share a key are compared: the number for a figure; for a statement without one its legal
terms, its day and place, or one of its longest words. Long words are rare words in any language, and one of
the five longest is kept by every rewording close enough to count as the same utterance.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from witnessmark.link import dates
from witnessmark.link.sameness import EVENTS, LEGAL, Sameness, compare
from witnessmark.model.claim import Claim, ClaimKind

# Worth little as evidence of a common report: war totals and population figures stand in every story.
_BACKGROUND = frozenset({ClaimKind.CONTEXT_FIGURE, ClaimKind.SITUATION})
# Of two wordings that share 70 of 100 of their words (`SAME_WORDS`), one in four hundred share none of the
# five longest.
LONGEST = 5
# A word in more than this many pairs of statements of two documents tells none of them apart ("said" in a
# long dialogue); statements of one wording meet by the whole of it.
MOST_PAIRS = 400


@dataclass(frozen=True, slots=True)
class Match:
    """Two claims that say the same, and how surely."""

    a: str
    b: str
    score: float
    bits: float
    background: bool


def match(one: Sequence[Claim], other: Sequence[Claim]) -> list[Match]:
    """The pairs of claims that say the same, each claim in at most one, best first."""
    found = [m for a, b in _rivals(one, other) if (m := _match(a, b)) is not None]
    found.sort(key=lambda m: (-m.score, m.a, m.b))
    used: set[str] = set()
    out = []
    for m in found:
        if m.a not in used and m.b not in used:
            used |= {m.a, m.b}
            out.append(m)
    return out


def _rivals(one: Sequence[Claim], other: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs that share a key, each once."""
    ours, theirs = _by_key(one), _by_key(other)
    seen: set[tuple[int, int]] = set()
    for key in ours.keys() & theirs.keys():
        mine, their = ours[key], theirs[key]
        if key[0] == "word" and len(mine) * len(their) > MOST_PAIRS:
            continue
        if key[0] == "wording":  # one wording many times over: the first with the first, and so on
            seen.update(zip(mine, their, strict=False))
        else:
            seen.update((i, j) for i in mine for j in their)
    return ((one[i], other[j]) for i, j in seen)


def _by_key(claims: Sequence[Claim]) -> dict[tuple[object, ...], list[int]]:
    out: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for n, claim in enumerate(claims):
        for key in _keys(claim):
            out[key].append(n)
    return out


def _keys(claim: Claim) -> set[tuple[object, ...]]:
    """What a claim shares with every other that can be the same statement."""
    n = claim.count
    if n is not None:
        if n.fraction is not None:
            return {("fraction", n.measure, n.fraction)}
        bounds = (n.low, n.high, n.qualifier) if n.value is None else (n.value,)
        return {("count", n.measure, *bounds)}
    sort = "legal" if claim.kind in LEGAL else "event" if claim.kind in EVENTS else str(claim.kind)
    if sort == "event":
        day = claim.date.start if claim.date is not None and dates.length(claim.date) == 1 else None
        return {("event", day)} if day is not None else set()
    quote = claim.quote.casefold()
    longest = sorted({w.strip(",.;:!?\"'") for w in quote.split()}, key=lambda w: (-len(w), w))[:LONGEST]
    keys: set[tuple[object, ...]] = {("word", sort, w) for w in longest}
    keys.add(("wording", sort, quote))
    if sort == "legal":
        keys |= {("term", sort, term) for term in claim.legal}
    if claim.kind is ClaimKind.SITUATION:
        keys |= {("type", sort, code) for code in claim.event_type}
    return keys


def _match(a: Claim, b: Claim) -> Match | None:
    same: Sameness | None = compare(a, b)
    if same is None:
        return None
    background = a.kind in _BACKGROUND or b.kind in _BACKGROUND
    return Match(a.id, b.id, same.score, same.bits, background)
