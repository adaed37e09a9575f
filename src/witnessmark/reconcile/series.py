"""One figure over days: its revisions, how much it rose by, and a toll that falls without a correction."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from witnessmark import codebook
from witnessmark.model.claim import Claim, RelationType
from witnessmark.model.figure import Figure, Revision
from witnessmark.model.incident import AuditLine
from witnessmark.model.sentence import sentence
from witnessmark.reconcile.copies import Said
from witnessmark.reconcile.ledger import Ledger


def revisions(ledger: Ledger, said: Sequence[Said], claims: Sequence[Claim]) -> tuple[Revision, ...]:
    """What was said over the days, oldest first; nothing where no day or number differs from another.

    `claims` are those of the row: what a text corrects to a lower number is among the revisions, though it
    counts no longer.
    """
    lowered = _lowered(ledger, claims)
    told = {old.id: new for old, new in lowered}
    new = set(told.values())
    found = [
        Revision(
            _printed(ledger, s.claim) if s.claim.id in new else ledger.as_of(s.claim),
            s.voices,
            s.value,
            s.low,
            s.high,
            s.claim.id,
            told.get(s.claim.id),
        )
        for s in said
    ]
    known = {s.claim.id for s in said}
    found += [_corrected(ledger, old, new) for old, new in lowered if old.id not in known]
    several = len({r.day for r in found}) > 1 or bool(lowered)
    if len({(r.value, r.low, r.high) for r in found}) < 2 or not several:
        return ()
    return tuple(sorted(found, key=lambda r: (r.day or date.max, r.corrected_by is None, r.claim)))


def _lowered(ledger: Ledger, claims: Sequence[Claim]) -> list[tuple[Claim, str]]:
    """Claims of a row that a text corrects to a lower number, each with the claim that does."""
    value = {c.id: c.count.value for c in claims if c.count is not None and c.count.value is not None}
    related = ledger.related(RelationType.SUPERSEDES, value)
    pairs = {rel.b: rel.a[0] for rel in related if rel.b is not None and value[rel.a[0]] < value[rel.b]}
    return [(ledger.claims[old], pairs[old]) for old in sorted(pairs)]


def _corrected(ledger: Ledger, old: Claim, new: str) -> Revision:
    count = old.count
    low, value, high = (count.low, count.value, count.high) if count is not None else (None, None, None)
    return Revision(_printed(ledger, old), ledger.voices.get(old.id, ()), value, low, high, old.id, new)


def _printed(ledger: Ledger, claim: Claim) -> date | None:
    """The day of the very print: a later version of a report is no copy of the earlier one."""
    return ledger.printed.get(claim.doc) or ledger.as_of(claim)


def audit_series(figures: Sequence[Figure]) -> Iterator[AuditLine]:
    """One line for each step from a figure of a voice to its next one on a later day."""
    for figure in figures:
        by_voice: dict[tuple[str, ...], list[Revision]] = defaultdict(list)
        for r in figure.revisions:
            if r.value is not None:
                by_voice[r.voices].append(r)
        for voice in sorted(by_voice):
            for before, after in pairwise(_one_a_day(by_voice[voice])):
                line = _step(figure, before, after)
                if line is not None:
                    yield line


def _one_a_day(said: Sequence[Revision]) -> list[Revision]:
    """One revision a day: a correction, or of several the largest, as the others may be parts of it.

    What a correction lowers stands right before it.
    """
    lowered: dict[str | None, Revision] = {r.corrected_by: r for r in said if r.corrected_by is not None}
    best: dict[date, Revision] = {}
    for r in said:
        if r.day is None or r.corrected_by is not None:
            continue
        if r.day not in best or _rank(best[r.day], lowered) < _rank(r, lowered):
            best[r.day] = r
    chain = []
    for day in sorted(best):
        before = lowered.get(best[day].claim)
        chain += [best[day]] if before is None else [before, best[day]]
    return chain


def _rank(said: Revision, lowered: Mapping[str | None, Revision]) -> tuple[bool, int]:
    return (said.claim in lowered, said.value or 0)


def _step(figure: Figure, before: Revision, after: Revision) -> AuditLine | None:
    old, new = before.value or 0, after.value or 0
    claims = (before.claim, after.claim)
    measure = figure.measure.replace("_", " ")
    if before.corrected_by == after.claim:
        one_day = before.day is None or before.day == after.day
        steps = _then(before, after) if one_day else _days(before, after)
        note = sentence("corrected, as the text or a later version of it says")
        return AuditLine(_fewer(measure, steps, old - new), None, claims, note)
    if before.day is None or after.day is None or before.day >= after.day:
        return None
    steps = _days(before, after)
    if new > old:
        note = sentence("successive figures of one voice: the latest counts, never their sum")
        more = sentence("{measure}: {said}: {n} more", measure=measure, said=steps, n=f"{new - old:,}")
        return AuditLine(more, holds=True, claims=claims, note=note)
    certain = after.high is not None and before.low is not None and after.high < before.low
    if not certain or _may_fall(figure.measure):
        return None
    note = sentence("a toll that falls without a correction")
    return AuditLine(_fewer(measure, steps, old - new), holds=False, claims=claims, note=note)


def _fewer(measure: str, steps: str, by: int) -> str:
    return sentence("{measure}: {said}: {n} fewer", measure=measure, said=steps, n=f"{by:,}")


def _days(before: Revision, after: Revision) -> str:
    return sentence(
        "{n} by {day}, {m} by {until}",
        n=f"{before.value or 0:,}",
        day=before.day,
        m=f"{after.value or 0:,}",
        until=after.day,
    )


def _then(before: Revision, after: Revision) -> str:
    old, new = f"{before.value or 0:,}", f"{after.value or 0:,}"
    return sentence("{n}, then {m} by {day}", n=old, m=new, day=after.day)


@cache
def _may_fall(measure: str) -> bool:
    entry = codebook.load().taxonomy("measures").get(measure)
    return entry is not None and entry.extra.get("may_fall") is True
