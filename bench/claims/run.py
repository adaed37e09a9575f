"""Counts with their measure, group, bounds, origin and day, on the project's own prose."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from claims.match import Scored, compare
from measured import Measured
from reading import ROOT, cases, document
from witnessmark import pipeline
from witnessmark.model.reading import Reading

HERE = Path(__file__).parent
EXAMPLE = ROOT / "examples" / "idlib"
EXPECTED = EXAMPLE / "expected.yaml"
REST = HERE / "rest.yaml"
WORDINGS = HERE / "wordings.yaml"
SHARED = ROOT.parent / "shared"


def measure() -> Measured:
    """Scores over the five example reports and over single sentences; the shared seeds as a note."""
    reports, wordings = Scored(), Scored()
    expected = _rows(EXPECTED) + _rows(REST)
    readings = _readings()
    for name, reading in readings.items():
        compare(reading, [row for row in expected if row["doc"] == name], name, reports)
    sentences = list(cases(WORDINGS))
    for number, case in enumerate(sentences, 1):
        name = f"wording {number}"
        reading = pipeline.analyse(document(case["text"], name, case.get("published")))
        compare(reading, case["counts"], name, wordings)
    scores = {
        "reports_count_f1": reports.counts.f1,
        "reports_origin": reports.origins.recall,
        "reports_days": reports.days.recall,
        "wordings_count_f1": wordings.counts.f1,
    }
    texts = sorted(EXAMPLE.glob("*.txt"))
    notes = [f"precision and recall of counts {_pr(reports)} in reports, {_pr(wordings)} in wordings"]
    return Measured(
        scores,
        len(expected) + len(sentences),
        [*texts, EXPECTED, REST, WORDINGS],
        reports.wrong + wordings.wrong,
        [*notes, *_seeds()],
    )


def _rows(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))["claims"]
    return rows


def _readings() -> dict[str, Reading]:
    items = pipeline.extract(sorted(EXAMPLE.glob("*.txt")))
    readings = (item for item in items if isinstance(item, Reading))
    return {Path(r.document.path).name: r for r in readings}


def _pr(scored: Scored) -> str:
    return f"{scored.counts.precision:.3f} / {scored.counts.recall:.3f}"


def _seeds() -> list[str]:
    """The score of the shared seeds where a checkout has them beside it; never part of the floors."""
    scorer, texts = SHARED / "bench" / "score.py", sorted((SHARED / "seeds").glob("*.txt"))
    if not scorer.exists() or not texts:
        return []
    command = [sys.executable, "-m", "witnessmark", "link", *map(str, texts), "--format", "jsonl"]
    linked = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    with TemporaryDirectory() as folder:
        output = Path(folder) / "seeds.jsonl"
        output.write_text(linked.stdout, encoding="utf-8")
        score = (
            sys.executable,
            str(scorer),
            "seeds",
            "--gold",
            str(SHARED / "gold"),
            "--system",
            str(output),
        )
        done = subprocess.run(score, check=True, capture_output=True, text=True, encoding="utf-8")
    return [f"shared seeds, no floor: {done.stdout.strip().splitlines()[-1]}"]
