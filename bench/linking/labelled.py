"""Reports whose events are known: what the model is fitted on."""

import gzip
import hashlib
import json
import pickle
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from linking.clusters import Expected
from linking.run import readings_of
from linking.shape import Settings
from reading import cases

if TYPE_CHECKING:
    from witnessmark.link.folds import Ground
    from witnessmark.link.report import Report
    from witnessmark.model.reading import Reading

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]
# How far below any threshold of joining a pair is left out of the answer, bits.
LEAST = -6.0


@dataclass(frozen=True)
class Labelled:
    """The reports of a set of documents, the events each document tells of, and the pairs that share a key.

    `same`: whether a pair is one event. `main`: whether both are what their documents tell of above all; of
    the others the labels do not say. `halves`: of the two of each pair; all documents of an event are in one.
    """

    name: str
    ground: "Ground"
    reports: Mapping[str, "Report"]
    expected: Expected
    met: Sequence[tuple[str, str]]
    levels: Numbers  # of each pair, in each comparison
    same: Flags
    main: Flags
    halves: Numbers
    repeated: int = 1

    def answer(self, weights: Floats) -> dict[str, str]:
        """The group of every document, were the pairs that met to weigh so."""
        from witnessmark.link.cluster import cluster
        from witnessmark.link.compare import Pair
        from witnessmark.link.events import apart, same_claims

        met = zip(self.met, weights, strict=True)
        told = [Pair(a, b, round(float(w), 4)) for (a, b), w in met if w >= LEAST]
        together = same_claims(self.ground, self.reports)
        found = cluster(self.reports, told, together=together, apart=apart(self.reports))
        best: dict[str, tuple[int, str]] = {}
        for group in found.groups:
            claims: Counter[str] = Counter()
            for report in map(self.reports.__getitem__, group):
                claims[report.doc] += len(report.claims)
            for doc, n in claims.items():
                best[doc] = max(best.get(doc, (-1, "")), (n, group[0]))
        return {doc: best[doc][1] for doc in self.expected}


def of_folder(folder: Path, settings: Settings, keep: Path) -> Labelled:
    """The documents and events of a folder; what is read in them is kept in `keep`."""
    kept = keep / f"{folder.name}.readings"
    if not kept.exists():
        keep.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(_read(folder)))
    events: dict[str, set[str]] = defaultdict(set)
    for line in _text(folder, "gold.jsonl").splitlines():
        row = json.loads(line)
        for doc in row["documents"]:
            events[doc].add(row["incident"])
    readings = pickle.loads(kept.read_bytes())  # noqa: S301  (written above)
    return _labelled(folder.name, readings, events, settings)


def of_cases(path: Path, settings: Settings, *, repeated: int) -> Labelled:
    """Cases of our own, each pair of them `repeated` times as heavy."""
    events = {case["id"]: case["incidents"] for case in cases(path)}
    return _labelled(path.stem, readings_of(path), events, settings, repeated=repeated)


def _labelled(
    name: str,
    readings: Sequence["Reading"],
    events: Mapping[str, Iterable[str]],
    settings: Settings,
    **more: Any,  # noqa: ANN401  (fields of Labelled)
) -> Labelled:
    from linking.levels import levels
    from witnessmark.link.report import reports_of
    from witnessmark.link.row import row_of

    ground = _ground(readings)
    reports = {r.name: r for doc in ground.corpus.readings for r in reports_of(ground, doc)}
    expected = {doc: frozenset(named) for doc, named in events.items()}
    met, found = levels(settings, map(row_of, reports.values()))
    mains = _mains(reports.values())
    none: frozenset[str] = frozenset()
    told = {name: expected.get(r.doc, none) for name, r in reports.items()}
    half = {name: _half(min(told[name], default=r.doc)) for name, r in reports.items()}
    return Labelled(
        name, ground, reports, expected, met, found,
        same=np.array([bool(told[a] & told[b]) for a, b in met]),
        main=np.array([a in mains and b in mains for a, b in met]),
        halves=np.array([(half[a], half[b]) for a, b in met]),
        **more,
    )  # fmt: skip


def _ground(readings: Sequence["Reading"]) -> "Ground":
    """What events are folded on; relations that have no part in that are left out."""
    from witnessmark.link.corpus import Corpus
    from witnessmark.link.lineage import find_lineages, lineage_relations
    from witnessmark.link.origins import origins_of
    from witnessmark.link.stage import ground_of
    from witnessmark.link.statements import same_claims

    corpus = Corpus(readings)
    own = origins_of(corpus.claims.values(), corpus.publisher)
    lineages = find_lineages(corpus, own).lineages
    across = [*same_claims(corpus, lineages, own), *lineage_relations(lineages)]
    return ground_of(corpus, own, lineages, across)


def _mains(reports: Iterable["Report"]) -> frozenset[str]:
    """The report of each document that has most claims."""
    best: dict[str, tuple[int, str]] = {}
    for r in reports:
        best[r.doc] = max(best.get(r.doc, (-1, "")), (len(r.claims), r.name))
    return frozenset(name for _, name in best.values())


def _read(folder: Path) -> list["Reading"]:
    from witnessmark.model.reading import Reading
    from witnessmark.pipeline import extract

    with tempfile.TemporaryDirectory() as there:
        documents = Path(there) / "documents.jsonl"
        documents.write_text(_text(folder, "documents.jsonl"), encoding="utf-8")
        return [r for r in extract([str(documents)]) if isinstance(r, Reading)]


def _text(folder: Path, name: str) -> str:
    plain = folder / name
    if plain.exists():
        return plain.read_text(encoding="utf-8")
    return gzip.decompress((folder / f"{name}.gz").read_bytes()).decode("utf-8")


def _half(event: str) -> int:
    """0 or 1, the same wherever it is asked."""
    return hashlib.sha256(event.encode()).digest()[0] % 2
