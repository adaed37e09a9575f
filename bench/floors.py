"""The floors: the scores below which the gate fails, and the fingerprint of the cases they stand on."""

import json
from dataclasses import dataclass
from math import floor
from pathlib import Path
from typing import Any

from measured import Measured, fingerprint

# Scores are the same on every machine; the third digit is where a single answer of a bench still shows.
DIGITS = 3


@dataclass(frozen=True)
class Floor:
    """What a bench must reach."""

    scores: dict[str, float]
    cases: int
    fingerprint: str


def load(path: Path) -> dict[str, Floor]:
    """The floors on file; none where there is no file yet."""
    if not path.exists():
        return {}
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return {name: Floor(row["scores"], row["cases"], row["fingerprint"]) for name, row in data.items()}


def save(path: Path, floors: dict[str, Floor]) -> None:
    rows = {
        name: {"cases": f.cases, "fingerprint": f.fingerprint, "scores": dict(sorted(f.scores.items()))}
        for name, f in sorted(floors.items())
    }
    path.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


def cut(score: float) -> float:
    """A score as it is pinned: cut off, never rounded up to what was not reached."""
    return floor(score * 10**DIGITS + 1e-9) / 10**DIGITS


def lowered(floor: Floor, now: Measured) -> list[str]:
    """What would be given up if `now` became the floor: a score, a measure, or cases."""
    out = []
    for name, pinned in floor.scores.items():
        if name not in now.scores:
            out.append(f"{name} is no longer measured (floor {pinned:.3f})")
        elif cut(now.scores[name]) < pinned:
            out.append(f"{name} {now.scores[name]:.3f} is below its floor {pinned:.3f}")
    if now.cases < floor.cases:
        out.append(f"{now.cases} cases where there were {floor.cases}")
    return out


def changed(floor: Floor | None, now: Measured) -> list[str]:
    """What is not as pinned without being worse: it needs --update, so that somebody has looked."""
    if floor is None:
        return ["no floor yet"]
    out = [f"{name} has no floor yet" for name in now.scores if name not in floor.scores]
    if fingerprint(now.files) != floor.fingerprint:
        out.append("the cases are not those of the floor")
    return out


def pinned(now: Measured) -> Floor:
    """The floor that `now` sets."""
    return Floor({name: cut(score) for name, score in now.scores.items()}, now.cases, fingerprint(now.files))
