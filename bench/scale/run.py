"""How linking grows: `run.py 10000 100000 1000000 [--record]`, each fresh, beside plain Splink."""

import argparse
import json
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from speed.memory import LAUNCHER

RECORDED = Path(__file__).parent / "recorded.json"
NUMBERS = (10_000, 100_000)
# The launcher passes on nothing that its child says: here what it says is the measurement.
_LAUNCHER = LAUNCHER.replace(", stdout=subprocess.DEVNULL", "")


def main(numbers: list[int], *, record: bool) -> None:
    """Print each figure as it comes, and keep them on request."""
    figures = {}
    for number in numbers:
        ours, yardstick = _once("reports", number), _once("persons", number)
        ratio = round(ours["processor"] / yardstick["processor"], 2)
        figures[str(number)] = {"reports": ours, "persons": yardstick, "ratio": ratio}
        print(f"{number:,} reports: {ours}\n  persons: {yardstick}\n  ratio: {ratio}", flush=True)
    if record:
        _record(figures)


def _once(what: str, number: int) -> dict[str, Any]:
    once = str(Path(__file__).parent / "once.py")
    run = (sys.executable, "-S", "-c", _LAUNCHER, sys.executable, once, what, str(number))
    done = subprocess.run(run, check=True, stdout=subprocess.PIPE, text=True)
    said, held = done.stdout.splitlines()
    figures: dict[str, Any] = json.loads(said)
    return figures | {"megabytes": round(float(held.split()[0]) / 1e6)}


def _record(figures: dict[str, Any]) -> None:
    before = json.loads(RECORDED.read_text(encoding="utf-8"))["figures"] if RECORDED.exists() else {}
    data = {
        "date": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "figures": before | figures,
    }
    RECORDED.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("numbers", nargs="*", type=int, default=list(NUMBERS))
    parser.add_argument("--record", action="store_true", help="keep the figures in recorded.json")
    given = parser.parse_args()
    main(given.numbers, record=given.record)
