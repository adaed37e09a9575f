"""What the pages of the review room ask of a small and of a large case: `reads.py SMALL LARGE [--times N]`.

For each read, the time that 95 of 100 stay below in either case, and the ratio; of cases of `generate.py`.
What is read is another thing each time; the columns are in memory, as in a server that runs.
"""

import argparse
import json
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from scale.cases import FIRST_DAY, _words
from witnessmark.model.filter import Box, Filter
from witnessmark.model.record import plain
from witnessmark.store.case import Case

SEED, TIMES = 7, 60
Reads = dict[str, Callable[[Random], object]]
_TYPED = (
    "market",
    "hospital",
    "قصف",
    "مقتل",
    "marché",
    "遭到袭击",
    "killing",
    '"killing 2 civilians"',
    "sch*",
)


def main(paths: list[Path], times: int) -> None:
    """Print both and their ratio."""
    small, large = (measured(path, times) for path in paths)
    for name, slow in large.items():
        print(f"{name:<24} {small[name]:8.1f} ms {slow:8.1f} ms {slow / small[name]:6.1f} times")


def measured(path: Path, times: int) -> dict[str, float]:
    """Milliseconds of each read."""
    with Case.open(path) as case:
        begun = perf_counter()
        number = case.count_where(Filter())
        print(f"{path}: {number:,} incidents; columns read in {perf_counter() - begun:.2f} s")
        found = lists(case) | single(case, number)
        return {name: p95(read, times) for name, read in found.items()}


def lists(case: Case) -> Reads:
    """Pages of many things."""
    return {
        "incidents, filtered": lambda random: case.incidents_where(asked(random)),
        "incidents, by text": lambda random: case.incidents_where(Filter(text=typed(random))),
        "facets": lambda random: case.facets(asked(random)),
        "histogram": lambda random: case.histogram(asked(random)),
        "map": lambda random: small_map(case, random),
        "explore, all of it": lambda random: explored(case, asked(random)),
        "what waits, counted": lambda _: case.waiting(),
        "unread": lambda _: case.unread(case.unread(limit=20).after),
        "unsure": lambda _: case.unsure_claims(case.unsure_claims(limit=20).after),
        "open pairs": lambda _: case.open_pairs(case.open_pairs(limit=20).after),
        "failures": lambda _: case.last_failures(),
    }


def single(case: Case, number: int) -> Reads:
    """Pages of one thing, another one each time."""

    def doc(random: Random) -> str:
        return f"made-{random.randrange(number * 4 // 3)}"

    def pair(random: Random) -> object:
        n = 10 * random.randrange(number // 10)
        return case.candidate(f"made-{n}-0", f"made-{n + 1}-0")

    return {
        "incident": lambda random: case.incident(case.incidents_of([doc(random)])[0].id),
        "document": lambda random: case.readings_of([doc(random)]),
        "lineage": lambda random: case.lineages_of([doc(random)]),
        "pair": pair,
        "decisions on a claim": lambda random: case.decisions_on([f"{doc(random)}-1"]),
        "captures": lambda random: case.captures_of(doc(random)),
    }


def small_map(case: Case, random: Random) -> None:
    """A map, which has to be below 300 kB."""
    cells = case.map_cells(asked(random), random.randrange(2, 9))
    size = len(json.dumps(plain(cells), ensure_ascii=False).encode())
    if size >= 300_000:
        raise SystemExit(f"a map of {size:,} bytes")


def explored(case: Case, wanted: Filter) -> None:
    """The page that shows a filter in every way."""
    case.incidents_where(wanted)
    case.count_where(wanted)
    case.facets(wanted)
    case.histogram(wanted)
    case.map_cells(wanted, 5)


def asked(random: Random) -> Filter:
    """A filter as people set them: one to three fields."""
    west, south = random.uniform(30, 55), random.uniform(30, 45)
    fields: dict[str, Any] = {
        "start": FIRST_DAY + timedelta(random.randrange(3000)), "party": (f"party_{random.randrange(12)}",),
        "method": ("shelling",), "grade": "V2", "object": ("school",), "language": ("ar",),
        "bbox": Box(west, south, west + 5, south + 5),
    }  # fmt: skip
    return Filter(**{name: fields[name] for name in random.sample(sorted(fields), random.randrange(1, 4))})


def typed(random: Random) -> str:
    """A word, common or rare."""
    return random.choice([*_TYPED, random.choice(_words()[:5000])])


def p95(read: Callable[[Random], object], times: int) -> float:
    """Milliseconds that 95 of 100 stay below, after one that is not counted."""
    random = Random(SEED)  # noqa: S311  (which page, not a secret)
    read(random)
    found = []
    for _ in range(times):
        begun = perf_counter()
        read(random)
        found.append((perf_counter() - begun) * 1000)
    return sorted(found)[int(0.95 * (times - 1))]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs=2, type=Path)
    parser.add_argument("--times", type=int, default=TIMES)
    given = parser.parse_args()
    main(given.cases, given.times)
