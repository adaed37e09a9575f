"""Figures, their frame and statements in articles annotated before any rule was run on them.

One half is for building; of the other only the scores are ever shown.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from articles.score import FRAME, Scored, compare
from measured import Measured
from witnessmark import pipeline
from witnessmark.model.reading import Reading

HERE = Path(__file__).parent
HALVES = ("building", "measuring")
# Articles written later, in styles the others have least of, are scored apart; the other floors stay theirs.
LATER = "styles"


def measure() -> Measured:
    """Scores of both halves; what was wrong in words for the half to build with alone."""
    scores: dict[str, float] = {}
    wrong: list[str] = []
    notes: list[str] = []
    files: list[Path] = [HERE / "GUIDE.md"]
    number = 0
    for half in (*HALVES, *(f"{half}_{LATER}" for half in HALVES)):
        own = files_of(half)
        articles = load(own)
        scored = score(articles)
        scores |= {f"{half}_{name}": value for name, value in _scores(scored).items()}
        f, n = scored.figures, scored.numbers
        notes.append(
            f"{half}: {len(articles)} articles, {f.expected} figures; precision and recall "
            f"{f.precision:.3f} / {f.recall:.3f}, of the number alone {n.precision:.3f} / {n.recall:.3f}"
        )
        sides = ", ".join(f"{name} {scored.frame[name].precision:.3f}" for name in FRAME)
        notes.append(f"  of the figures found: {sides}")
        wrong += scored.wrong if half.startswith("building") else []
        files += own
        number += len(articles)
    return Measured(scores, number, files, wrong, notes)


def files_of(half: str) -> list[Path]:
    """The files of a half, those written later apart."""
    folder, _, later = half.partition("_")
    return sorted(p for p in (HERE / folder).glob("*.yaml") if (p.stem == LATER) is (later == LATER))


def load(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """The annotated articles of some files, in order."""
    return [a for path in paths for a in yaml.safe_load(path.read_text(encoding="utf-8"))["articles"]]


def score(articles: list[dict[str, Any]]) -> Scored:
    """Every article compared with what is read from it."""
    scored = Scored()
    for article, reading in readings(articles):
        compare(reading, article, scored)
    return scored


def readings(articles: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Reading]]:
    """Every article read as a line of a .jsonl, the way a user would."""
    by_id = {a["id"]: a for a in articles}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text("".join(json.dumps(_line(a)) + "\n" for a in articles), encoding="utf-8")
        for reading in pipeline.extract([path]):
            if not isinstance(reading, Reading):
                raise TypeError(f"an article could not be read: {reading}")
            yield by_id[reading.document.id], reading


def _line(article: dict[str, Any]) -> dict[str, Any]:
    line = {key: article[key] for key in ("id", "title", "publisher") if article.get(key)}
    line["text"] = f"{article['title']}\n\n{article['text']}"
    day = article.get("published")
    return line | ({"published": day.isoformat()} if day else {})


def _scores(scored: Scored) -> dict[str, float]:
    frame = {name: scored.frame[name].recall for name in FRAME}
    return {
        "figures_f1": scored.figures.f1,
        "numbers_f1": scored.numbers.f1,
        **frame,
        "statements": scored.statements.recall,
    }
