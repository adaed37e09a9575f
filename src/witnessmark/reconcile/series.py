"""One figure over days: its revisions, how much it rose by, and a toll that falls without a correction."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from witnessmark import codebook
from witnessmark.model.claim import RelationType
from witnessmark.model.figure import Figure, Revision
from witnessmark.model.incident import AuditLine
from witnessmark.reconcile.copies import Said
from witnessmark.reconcile.ledger import Ledger


def revisions(ledger: Ledger, said: Sequence[Said]) -> tuple[Revision, ...]:
    """What was said over the days, oldest first; nothing where no day or number differs from another."""
    found = [Revision(ledger.as_of(s.claim), s.voices, s.value, s.low, s.high, s.claim.id) for s in said]
    if len({(r.value, r.low, r.high) for r in found}) < 2 or len({r.day for r in found}) < 2:
        return ()
    return tuple(sorted(found, key=lambda r: (r.day or date.max, r.claim)))


def audit_series(ledger: Ledger, figures: Sequence[Figure]) -> Iterator[AuditLine]:
    """One line for each step from a figure of a voice to its next one on a later day."""
    for figure in figures:
        by_voice: dict[tuple[str, ...], list[Revision]] = defaultdict(list)
        for r in figure.revisions:
            if r.day is not None and r.value is not None:
                by_voice[r.voices].append(r)
        for voice in sorted(by_voice):
            days = _largest_of_days(by_voice[voice])
            for before, after in pairwise(days):
                line = _step(ledger, figure, before, after)
                if line is not None:
                    yield line


def _largest_of_days(said: Sequence[Revision]) -> list[Revision]:
    """One revision a day: of several the largest, as the others may be parts of it."""
    best: dict[date, Revision] = {}
    for r in said:
        if r.day is not None and (r.day not in best or (best[r.day].value or 0) < (r.value or 0)):
            best[r.day] = r
    return [best[day] for day in sorted(best)]


def _step(ledger: Ledger, figure: Figure, before: Revision, after: Revision) -> AuditLine | None:
    old, new = before.value or 0, after.value or 0
    what = f"{figure.measure.replace('_', ' ')}: " + f"{old:,} by {before.day}, {new:,} by {after.day}"
    claims = (before.claim, after.claim)
    if new > old:
        note = "successive figures of one voice: the latest counts, never their sum"
        return AuditLine(f"{what}: {new - old:,} more", holds=True, claims=claims, note=note)
    certain = after.high is not None and before.low is not None and after.high < before.low
    if not certain or _may_fall(figure.measure):
        return None
    if _corrected(ledger, claims):
        return AuditLine(f"{what}: {old - new:,} fewer", None, claims, "corrected, as the text says")
    return AuditLine(
        f"{what}: {old - new:,} fewer",
        holds=False,
        claims=claims,
        note="a toll that falls without a correction",
    )


def _corrected(ledger: Ledger, claims: tuple[str, str]) -> bool:
    """Whether a text says that the earlier figure no longer holds."""
    return any(rel.b == claims[0] for rel in ledger.related(RelationType.SUPERSEDES, claims))


@cache
def _may_fall(measure: str) -> bool:
    entry = codebook.load().taxonomy("measures").get(measure)
    return entry is not None and entry.extra.get("may_fall") is True
