"""Prints of one report that give another number, with no reason that can be seen: which one the report gave.

A copy is never a count of its own, and a changed copy is none either, however often it is printed. The number
that was printed first stands; where the days do not tell which that was, nothing is known but the range.
Whether a change is an error or was meant is not for this program to say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from witnessmark.model.claim import RelationType
from witnessmark.model.figure import SetAside
from witnessmark.model.sentence import sentence
from witnessmark.reconcile.copies import Said
from witnessmark.reconcile.ledger import Ledger, classes


def unaltered(ledger: Ledger, said: Sequence[Said]) -> tuple[list[Said], list[SetAside]]:
    """What was said, without the numbers that only changed prints give: those are set aside, with why."""
    by_lead = {one.claim.id: one for one in said}
    kept: list[Said] = []
    aside: list[SetAside] = []
    for group in classes(list(by_lead), _changed(ledger, said)):
        first, others = _settled(ledger, [by_lead[lead] for lead in group])
        kept.append(first)
        aside += others
    return kept, aside


def _changed(ledger: Ledger, said: Sequence[Said]) -> Iterator[tuple[str, str]]:
    """Numbers of one voice that prints of one lineage give for one another, by their first claims."""
    of = {claim: one for one in said for claim in one.claims}
    for rel in ledger.related(RelationType.CONTRADICTION, of):
        one, other = of[rel.a[0]], of[rel.b or ""]
        docs = {ledger.claims[c].doc for c in (rel.a[0], rel.b or "")}
        prints = len(docs) > 1 and len({ledger.line.get(d) for d in docs}) == 1
        if prints and one.voices == other.voices and one.value != other.value:
            yield one.claim.id, other.claim.id


def _settled(ledger: Ledger, group: list[Said]) -> tuple[Said, list[SetAside]]:
    """The number of a report, and those of its changed prints."""
    if len(group) == 1:
        return group[0], []
    first = _printed_first(ledger, group)
    stands, aside = _range(first) if len(first) > 1 else (first[0], [])
    reason = sentence("an altered copy of {claim}, which was printed first", claim=stands.claim.id)
    return stands, aside + [SetAside(one.claim.id, reason) for one in group if one not in first]


def _printed_first(ledger: Ledger, group: Sequence[Said]) -> list[Said]:
    """Those whose first print is the oldest; all where a number has no print with a day."""
    first: list[date] = []
    for one in group:
        days = [ledger.printed.get(ledger.claims[c].doc) for c in one.claims]
        known = [d for d in days if d is not None]
        if not known:
            return list(group)
        first.append(min(known))
    return [one for one, day in zip(group, first, strict=True) if day == min(first)]


def _range(group: Sequence[Said]) -> tuple[Said, list[SetAside]]:
    """One figure from the smallest to the largest number."""
    first, *others = sorted(group, key=lambda one: (one.value or 0, one.claim.id))
    lows, highs = [one.low for one in group], [one.high for one in group]
    whole = replace(
        first,
        low=None if None in lows else min(n for n in lows if n is not None),
        high=None if None in highs else max(n for n in highs if n is not None),
        disputed=True,
    )
    why = sentence(
        "another number than {claim} in a print of one report; it is the end of the range",
        claim=first.claim.id,
    )
    return whole, [SetAside(one.claim.id, why) for one in others]
