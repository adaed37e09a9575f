"""Linking: reports of our own grouped by what they tell of.

Two weeks in one province, on which the weights are fitted (`fit.py`), and a month in three other places, on
which they are not.
"""

import json
import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from linking.clusters import b_cubed, f, pairs
from measured import Measured
from reading import cases

if TYPE_CHECKING:
    from witnessmark.model.incident import Incident
    from witnessmark.model.reading import Linkage, Reading

HERE = Path(__file__).parent
FITTED, UNSEEN = HERE / "province.yaml", HERE / "months.yaml"


def measure() -> Measured:
    """B-cubed F and pairwise F over documents, and the precision of both: events must not be run together."""
    scores: dict[str, float] = {}
    number, wrong = 0, []
    for prefix, path in (("", FITTED), ("unseen_", UNSEEN)):
        found, documents, errors = _measure(path)
        scores |= {prefix + name: score for name, score in found.items()}
        number += documents
        wrong += errors
    return Measured(scores, number, [FITTED, UNSEEN], wrong)


def _measure(path: Path) -> tuple[dict[str, float], int, list[str]]:
    from witnessmark.link import link

    readings = readings_of(path)
    expected = {case["id"]: tuple(case["incidents"]) for case in cases(path)}
    answer = principal(readings, link(readings))
    precision, recall = b_cubed(answer, expected)
    found = pairs(answer, expected)
    scores = {
        "b3_f1": f(precision, recall),
        "b3_precision": precision,
        "pairs_f1": found.f1,
        "pairs_precision": found.precision,
    }
    return scores, len(expected), _wrong(answer, expected)


def readings_of(path: Path) -> list["Reading"]:
    """The cases read as the program reads a file of them."""
    from witnessmark.model.reading import Reading
    from witnessmark.pipeline import extract

    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "cases.jsonl"
        with lines.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(row, default=str) + "\n" for row in cases(path))
        return [r for r in extract([str(lines)]) if isinstance(r, Reading)]


def principal(readings: Sequence["Reading"], linkage: "Linkage") -> dict[str, str]:
    """The incident each document has most claims in, of equals the earliest; in none, one of its own."""
    where = {c.id: r.document.id for r in readings for c in r.claims}
    best: dict[str, tuple[int, int, str]] = {}
    for incident in linkage.incidents:
        if incident.kind == "incident":
            day = (incident.date[0] or date.max).toordinal()
            for doc, n in _claims(incident, where).items():
                best[doc] = min(best.get(doc, (1, 0, "")), (-n, day, incident.id))
    return {
        r.document.id: best[r.document.id][-1] if r.document.id in best else r.document.id for r in readings
    }


def _claims(incident: "Incident", where: dict[str, str]) -> Counter[str]:
    out = Counter(where[c] for c in incident.claims)
    out.update(dict.fromkeys(incident.documents, 0))
    return out


def _wrong(answer: dict[str, str], expected: dict[str, tuple[str, ...]]) -> list[str]:
    groups: dict[str, list[str]] = {}
    for doc in expected:
        groups.setdefault(answer[doc], []).append(doc)
    together = [f"together: {' '.join(g)}" for g in groups.values() if len({expected[d][0] for d in g}) > 1]
    events = sorted({e for named in expected.values() for e in named})
    for event in events:
        told = [d for d, named in expected.items() if named == (event,)]
        if len({answer[d] for d in told}) > 1:
            together.append(f"{event} in {len({answer[d] for d in told})}: {' '.join(told)}")
    return together
