"""Texts that tell of no attack: how many give a claim that would enter an incident or a total of conflict.

Everything that `link` puts into an incident, an allegation or an aggregate of such a text is false. The
other side of it is counter.yaml: attacks told in the words of floods, matches and anniversaries, which
must stay.
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
COUNTER = HERE / "counter.yaml"
BUILDING, MEASURING = "building", "measuring"


def measure() -> Measured:
    wrong: list[str] = []
    notes: list[str] = []
    scores: dict[str, float] = {}
    number = 0
    for half in (BUILDING, MEASURING):
        texts = [(path.stem, case) for path in sorted((HERE / half).glob("*.yaml")) for case in cases(path)]
        found = [(genre, case, entering(case)) for genre, case in texts]
        clean = sum(not claims for _, _, claims in found)
        number += len(texts)
        scores[f"{half}_clean"] = clean / len(texts)
        total = sum(len(claims) for *_, claims in found)
        notes.append(f"{half}: {total} false claims in {len(texts)} texts ({len(texts) - clean} not clean)")
        if half == BUILDING:  # those of the other half stay unseen, so that it keeps measuring
            wrong += [_words(genre, case, claim) for genre, case, claims in found for claim in claims]
    reports = list(cases(COUNTER))
    lost = [quote for case in reports for quote in lost_quotes(case)]
    scores["counter_kept"] = 1 - len(lost) / sum(len(case["kept"]) for case in reports)
    notes.append(f"counter: {len(lost)} attacks lost in {len(reports)} reports")
    wrong += [f"counter: {quote!r} enters nothing" for quote in lost]
    return Measured(scores, number + len(reports), [*sorted(HERE.glob("*/*.yaml")), COUNTER], wrong, notes)


def entering(case: dict[str, Any]) -> list[Claim]:
    """The claims of a text that linking takes for events or totals of conflict: all false in a negative."""
    read = read_bytes(case["text"].encode(), "negative.txt", published=case["published"])
    readings = [analyse(item) for item in read if isinstance(item, Document)]
    inside = {c for i in link(readings).incidents if i.kind in COUNTED for c in i.claims}
    return [c for reading in readings for c in reading.claims if c.id in inside]


def lost_quotes(case: dict[str, Any]) -> list[str]:
    """The attacks a report tells of that enter no incident and no total."""
    found = entering(case)
    spans = {quote: case["text"].index(quote) for quote in case["kept"]}
    return [
        quote
        for quote, start in spans.items()
        if not any(c.start < start + len(quote) and start < c.end for c in found)
    ]


def _words(genre: str, case: dict[str, Any], claim: Claim) -> str:
    counted = f"{claim.count.measure} {claim.count.value}" if claim.count else str(claim.kind)
    return (
        f"{genre} ({case['text'][:30].splitlines()[0]}...): {claim.quote!r} read as {counted}, {claim.kind}"
    )
