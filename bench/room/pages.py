"""Every page over a small and a large case: `pages.py SMALL 300 LARGE 300000 [--times N] [--record]`.

The real application answers, signed in with a second factor, and both cases take turns page by page, so that
what else the machine does falls on both. Asserted: a map is below 300 kB. For cases in PostgreSQL name their
databases with `--databases`.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, cast

from witnessmark.store.database import URL_VARIABLE

RECORDED = Path(__file__).parent / "recorded.json"
TIMES, AT_MOST, MAP = 40, 3.0, 300_000
Figures = dict[str, dict[str, Any]]


class Sitting:
    """A process with a seat at one case (`seat.py`)."""

    def __init__(self, case: str, number: int, url: str | None) -> None:
        told = {name: value for name, value in os.environ.items() if name != URL_VARIABLE}
        told |= {URL_VARIABLE: url} if url else {}
        command = [sys.executable, str(Path(__file__).with_name("seat.py")), case, str(number)]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=told)
        self._asked, self._said = cast("IO[str]", self._process.stdin), cast("IO[str]", self._process.stdout)
        self.pages: list[str] = self._read()

    def ask(self, name: str, seed: str) -> dict[str, float]:
        print(json.dumps([name, seed]), file=self._asked, flush=True)
        return self._read()

    def end(self) -> None:
        self._process.communicate()

    def _read(self) -> Any:  # noqa: ANN401  (JSON)
        line = self._said.readline()
        if not line:
            raise SystemExit("a room ended")
        return json.loads(line)


def main(given: argparse.Namespace) -> None:
    """Print each page as it is measured, the slowest growing marked."""
    urls = given.databases or (None, None)
    sizes = (given.few, given.many)
    seats = [Sitting(*told) for told in zip((given.small, given.large), sizes, urls, strict=True)]
    names = [name for name in seats[0].pages if not given.only or any(some in name for some in given.only)]
    figures = {name: _measured(name, seats, given.times) for name in names}
    for seat in seats:
        seat.end()
    missed = [name for name, found in figures.items() if found["ratio"] > AT_MOST]
    large = [name for name, found in figures.items() if name.startswith("map") and found["bytes"] >= MAP]
    engine = "postgresql" if given.databases else "sqlite"
    if given.record:
        _record(engine, figures, sizes)
    print(f"{engine}: {len(figures)} pages, {len(missed)} above {AT_MOST:g} times; maps too large: {large}")
    if large:
        raise SystemExit(1)


def _measured(name: str, seats: list[Sitting], times: int) -> dict[str, Any]:
    for seat in seats:
        seat.ask(name, "first")
    turns = [[seat.ask(name, f"{name} {n}") for seat in seats] for n in range(times)]
    small, large = ([turn[which] for turn in turns] for which in (0, 1))
    found: dict[str, Any] = {}
    for case, some in (("small", small), ("large", large)):
        took = sorted(one["ms"] for one in some)
        found[case] = {"p50": round(_at(took, 0.5), 1), "p95": round(_at(took, 0.95), 1)}
    found["ratio"] = round(found["large"]["p95"] / found["small"]["p95"], 2)
    found["bytes"] = max(one["bytes"] for one in large)
    marked = "  <-- more than 3 times" if found["ratio"] > AT_MOST else ""
    print(
        f"{name:<34} {found['small']['p50']:7.1f} {found['small']['p95']:7.1f} "
        f"{found['large']['p50']:8.1f} {found['large']['p95']:8.1f} ms "
        f"{found['ratio']:6.2f} {found['bytes']:9,} bytes{marked}",
        flush=True,
    )
    return found


def _at(values: list[float], share: float) -> float:
    return values[int(share * (len(values) - 1))]


def _record(engine: str, figures: Figures, sizes: tuple[int, int]) -> None:
    before = json.loads(RECORDED.read_text(encoding="utf-8")) if RECORDED.exists() else {}
    told = {
        "date": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "incidents": sizes,
        "pages": before.get(engine, {}).get("pages", {}) | figures,
    }
    RECORDED.write_text(json.dumps(before | {engine: told}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("small")
    parser.add_argument("few", type=int)
    parser.add_argument("large")
    parser.add_argument("many", type=int)
    parser.add_argument("--databases", nargs=2, metavar="URL")
    parser.add_argument("--times", type=int, default=TIMES)
    parser.add_argument("--only", nargs="*", default=(), help="pages with one of these in their name")
    parser.add_argument("--record", action="store_true", help="keep the figures in recorded.json")
    main(parser.parse_args())
