"""Speed and memory beside their yardsticks: printed, recorded on demand, never a reason to fail."""

import json
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from speed import copies, memory, places, starts, warm
from speed.clock import Figure

RECORDED = Path(__file__).parent / "recorded.json"
# Ratios on one machine wander by about a fifth between runs; half as much again is no accident.
DRIFT = 1.5


def main(*, record: bool = False) -> None:
    """Print the figures beside the recorded ones, and a warning for each that missed its target."""
    print("\nspeed (ratios to a yardstick timed in the same run)")
    before = _recorded()
    figures = [
        starts.version(),
        *starts.linking(),
        *warm.extraction(),
        *warm.when_and_where(),
        *places.index(),
        *copies.near_copies(),
        memory.linking(),
    ]
    for figure in figures:
        _print(figure, before.get("figures", {}).get(figure.name))
    if record:
        _record(figures)


def _recorded() -> dict[str, Any]:
    if not RECORDED.exists():
        return {}
    data: dict[str, Any] = json.loads(RECORDED.read_text(encoding="utf-8"))
    return data


def _print(figure: Figure, before: dict[str, Any] | None) -> None:
    sign = "at most" if figure.better == "below" else "at least"
    aim = f"{sign} {figure.target:g}" if figure.target else "for information"
    then = f", recorded {before['ratio']:g}" if before else ""
    print(
        f"  {figure.name:<58} {figure.ratio:7.2f}   ({aim}{then}; {figure.ours} against {figure.yardstick})"
    )
    if not figure.met:
        print(f"    WARNING: target missed ({aim})")
    if before and _worse(figure, before["ratio"]):
        print(f"    WARNING: much worse than recorded ({before['ratio']:g})")


def _worse(figure: Figure, before: float) -> bool:
    ratio = figure.ratio / before if figure.better == "below" else before / figure.ratio
    return ratio > DRIFT


def _record(figures: list[Figure]) -> None:
    now = datetime.now(UTC).date().isoformat()
    data = {
        "date": now,
        "python": platform.python_version(),
        "figures": {figure.name: figure.record() for figure in figures},
    }
    RECORDED.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
    print(f"  Recorded in {RECORDED.name}.")
