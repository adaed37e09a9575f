"""Which claims of two documents are one statement: a best match, one to one."""

from collections.abc import Sequence
from dataclasses import dataclass

from witnessmark.link.sameness import Sameness, compare
from witnessmark.model.claim import Claim, ClaimKind

# Worth little as evidence of a common report: war totals and population figures stand in every story.
_BACKGROUND = frozenset({ClaimKind.CONTEXT_FIGURE, ClaimKind.SITUATION})


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
    found = [m for a in one for b in _rivals(a, other) if (m := _match(a, b)) is not None]
    found.sort(key=lambda m: (-m.score, m.a, m.b))
    used: set[str] = set()
    out = []
    for m in found:
        if m.a not in used and m.b not in used:
            used |= {m.a, m.b}
            out.append(m)
    return out


def _rivals(a: Claim, other: Sequence[Claim]) -> list[Claim]:
    return [b for b in other if _key(a) == _key(b)]


def _key(claim: Claim) -> str:
    """Only claims of one key can match: a cheap guard before wordings are compared."""
    return claim.count.measure if claim.count is not None else ""


def _match(a: Claim, b: Claim) -> Match | None:
    from rapidfuzz import fuzz

    wording = fuzz.token_set_ratio(a.quote.casefold(), b.quote.casefold())
    same: Sameness | None = compare(a, b, wording)
    if same is None:
        return None
    background = a.kind in _BACKGROUND or b.kind in _BACKGROUND
    return Match(a.id, b.id, same.score, same.bits, background)
