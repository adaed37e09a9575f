"""One figure printed several times: which print stands for it, and what its bounds are together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from witnessmark.model.claim import Claim
from witnessmark.model.count import Count
from witnessmark.model.document import ZoneKind
from witnessmark.model.figure import SetAside
from witnessmark.model.sentence import sentence
from witnessmark.reconcile.ledger import Ledger, classes

_HEADS = (ZoneKind.TITLE, ZoneKind.SUBTITLE)


@dataclass(frozen=True, slots=True)
class Said:
    """One figure of one voice: the print that stands for it, the others, and the bounds of all.

    `disputed`: prints of one report give several numbers, and which of them the report gave is not known.
    """

    claim: Claim
    voices: tuple[str, ...]
    value: int | None
    low: int | None
    high: int | None
    reworded: bool
    copies: tuple[SetAside, ...]
    disputed: bool = False

    @property
    def claims(self) -> tuple[str, ...]:
        """Every print of it."""
        return (self.claim.id, *(c.claim for c in self.copies))


def said_once(ledger: Ledger, claims: Sequence[Claim]) -> list[Said]:
    """The claims of one row with copies and restatements folded into one `Said` each."""
    known = {c.id: c for c in sorted(claims, key=lambda c: _standing(ledger, c))}
    ties = [*ledger.same(known), *_unrelated_repeats(ledger, claims)]
    return [_said(ledger, [known[c] for c in group]) for group in classes(list(known), ties)]


def _standing(ledger: Ledger, claim: Claim) -> tuple[bool, bool, date, str, int, str]:
    """Prints that name their source in the body of a text stand before others; then the first."""
    named = len(claim.claimants) > 1
    printed = ledger.printed.get(claim.doc) or date.max
    return (claim.zone in _HEADS, not named, printed, claim.doc, claim.start, claim.id)


def _unrelated_repeats(ledger: Ledger, claims: Sequence[Claim]) -> list[tuple[str, str]]:
    """Equal counts of one voice in one row: said again, though no text relation says so."""
    first: dict[object, str] = {}
    out = []
    for c in claims:
        n = c.count
        if n is None:
            continue
        key = (ledger.voices.get(c.id, ()), n.value, n.low, n.high)
        known = first.setdefault(key, c.id)
        if known != c.id:
            out.append((c.id, known))
    return out


def _said(ledger: Ledger, group: list[Claim]) -> Said:
    lead, *rest = group
    counts: list[Count] = [c.count for c in group if c.count is not None]
    lows, highs = [n.low for n in counts], [n.high for n in counts]
    values = [v for n in counts if (v := _nominal(n)) is not None]
    voices = sorted({v for c in group for v in ledger.voices.get(c.id, ())})
    return Said(
        claim=lead,
        voices=tuple(voices),
        value=values[0] if values else None,
        low=None if None in lows else min(n for n in lows if n is not None),
        high=None if None in highs else max(n for n in highs if n is not None),
        reworded=len({(n.low, n.high) for n in counts}) > 1,
        copies=tuple(SetAside(c.id, _reason(c, lead)) for c in rest),
    )


def _nominal(count: Count) -> int | None:
    """The number said; "a family" says one though it gives no number."""
    if count.value is None and count.low is not None and count.low == count.high:
        return count.low
    return count.value


def _reason(claim: Claim, lead: Claim) -> str:
    if claim.doc == lead.doc:
        return sentence("restates {claim}", claim=lead.id)
    return sentence("copy of {claim}", claim=lead.id)
