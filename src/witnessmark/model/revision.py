"""What people made of readings: claims they added, fields they corrected, claims they rejected."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from witnessmark.model.claim import Claim
from witnessmark.model.decision import Decision, Judgement, in_force, rejected
from witnessmark.model.reading import Reading, without
from witnessmark.model.record import from_record, to_record

# What `extractor` says of a claim that a person added or corrected.
PERSON = "person"
ADDED, CORRECTED = "added", "corrected"
# Where a claim stands, and by whom it was read, are no part of what it says.
_OWN = frozenset({"id", "doc", "start", "end", "quote", "zone", "extractor", "rule", "confidence"})
CORRECTABLE = frozenset(f.name for f in fields(Claim)) - _OWN


@dataclass(frozen=True)
class Revisions:
    """What decisions make of readings: `added` by document, `corrected` by claim, `rejected` claims."""

    added: Mapping[str, tuple[Claim, ...]]
    corrected: Mapping[str, Mapping[str, Any]]
    rejected: frozenset[str]


def revisions(decisions: Iterable[Decision]) -> Revisions:
    """What all decisions ever made come to.

    Of a field corrected twice the last value that a person gave holds; a claim added twice is there once.
    """
    made = tuple(decisions)
    added: dict[str, dict[str, Claim]] = defaultdict(dict)
    corrected: dict[str, dict[str, Any]] = defaultdict(dict)
    for decision in sorted(in_force(made), key=lambda d: d.human):
        if decision.judgement is Judgement.ADD:
            claim = added_claim(decision)
            added[claim.doc][claim.id] = claim
        elif decision.judgement is Judgement.CORRECT:
            known = corrected[decision.subject[0]]
            known |= decision.content or {}
            known["extractor"] = PERSON if decision.human else decision.by
    return Revisions({doc: tuple(of.values()) for doc, of in added.items()}, corrected, rejected(made))


def added_claim(decision: Decision) -> Claim:
    """The claim that a decision adds; raises ValueError, KeyError or TypeError where its content is none."""
    claim: Claim = from_record({**(decision.content or {}), "record": "claim"})
    return claim


def corrected_claim(claim: Claim, content: Mapping[str, Any]) -> Claim:
    """The claim with these fields, as in its record; raises as `added_claim`. Its id stays.

    How sure it is was measured for claims as they are read, and no longer known.
    """
    told = ", ".join(sorted(name for name in content if name in CORRECTABLE))
    own = {"rule": f"{CORRECTED} {told}", "confidence": None}
    changed: Claim = from_record({**to_record(claim), "extractor": PERSON, **content, **own})
    return changed


def revised(reading: Reading, made: Revisions) -> Reading:
    """The reading as it counts: with what was added and corrected, and without what was rejected."""
    return without(amended(reading, made), made.rejected)


def amended(reading: Reading, made: Revisions) -> Reading:
    """The reading with what was added and corrected; what was rejected is still there to be shown."""
    added = [placed(c, reading.document.text) for c in made.added.get(reading.document.id, ())]
    if not added and not any(c.id in made.corrected for c in reading.claims):
        return reading
    known = {c.id: c for c in (*reading.claims, *(c for c in added if c is not None))}
    claims = (corrected_claim(c, made.corrected[i]) if i in made.corrected else c for i, c in known.items())
    return replace(reading, claims=tuple(claims))


def placed(claim: Claim, text: str) -> Claim | None:
    """A claim where its quote stands by now: a later version may read other text from the same bytes.

    The place nearest to where it stood; None where it is read no longer.
    """
    if text[claim.start : claim.end] == claim.quote:
        return claim
    found, at = [], text.find(claim.quote)
    while at >= 0:
        found.append(at)
        at = text.find(claim.quote, at + 1)
    if not found:
        return None
    start = min(found, key=lambda at: abs(at - claim.start))
    return replace(claim, start=start, end=start + len(claim.quote))
