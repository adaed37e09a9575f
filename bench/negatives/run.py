"""Texts that tell of no attack: how many give a claim that would enter an incident or a total of conflict.

Everything that `link` puts into an incident, an allegation or an aggregate of such a text is false.
"""

from pathlib import Path
from typing import Any

from measured import Measured
from reading import cases
from witnessmark.model.claim import Claim
from witnessmark.model.document import Document
from witnessmark.model.incident import IncidentKind
from witnessmark.pipeline import analyse, link
from witnessmark.read import read_bytes

HERE = Path(__file__).parent
COUNTED = frozenset({IncidentKind.INCIDENT, IncidentKind.ALLEGATION, IncidentKind.AGGREGATE})
BUILDING, MEASURING = "building", "measuring"


def measure() -> Measured:
    wrong: list[str] = []
    notes: list[str] = []
    scores: dict[str, float] = {}
    number = 0
    for half in (BUILDING, MEASURING):
        texts = [(path.stem, case) for path in sorted((HERE / half).glob("*.yaml")) for case in cases(path)]
        found = [(genre, case, false_claims(case)) for genre, case in texts]
        clean = sum(not claims for _, _, claims in found)
        number += len(texts)
        scores[f"{half}_clean"] = clean / len(texts)
        total = sum(len(claims) for *_, claims in found)
        notes.append(f"{half}: {total} false claims in {len(texts)} texts ({len(texts) - clean} not clean)")
        if half == BUILDING:  # those of the other half stay unseen, so that it keeps measuring
            wrong += [_words(genre, case, claim) for genre, case, claims in found for claim in claims]
    return Measured(scores, number, sorted(HERE.glob("*/*.yaml")), wrong, notes)


def false_claims(case: dict[str, Any]) -> list[Claim]:
    """The claims of a text that linking takes for events or totals of conflict."""
    read = read_bytes(case["text"].encode(), "negative.txt", published=case["published"])
    readings = [analyse(item) for item in read if isinstance(item, Document)]
    inside = {c for i in link(readings).incidents if i.kind in COUNTED for c in i.claims}
    return [c for reading in readings for c in reading.claims if c.id in inside]


def _words(genre: str, case: dict[str, Any], claim: Claim) -> str:
    counted = f"{claim.count.measure} {claim.count.value}" if claim.count else str(claim.kind)
    return (
        f"{genre} ({case['text'][:30].splitlines()[0]}...): {claim.quote!r} read as {counted}, {claim.kind}"
    )
