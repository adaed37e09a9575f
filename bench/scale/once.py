"""One measurement in its own process: `once.py reports|persons NUMBER`; a line of JSON on standard output."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from math import comb
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from scale import persons, reports
from witnessmark.link import compare, components, table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SEED, CORES = 7, 2
# What DuckDB may hold before it spills; the rest of eight gigabytes is for Python and what it does not count.
MEMORY = "5GB"


def main(what: str, number: int) -> dict[str, Any]:
    with table.database(MEMORY) as connection:
        connection.execute(f"set threads = {CORES}")
        return _reports(connection, number) if what == "reports" else _persons(connection, number)


def _reports(connection: "DuckDBPyConnection", number: int) -> dict[str, Any]:
    reports.make(connection, number, SEED)
    compared: list[int] = []
    weighing = _timed(lambda: compared.append(compare.weigh(connection)))
    groups: list[tuple[str, ...]] = []
    clustering = _timed(lambda: groups.extend(_groups(connection)))
    (pairs,) = connection.execute("select count(*) from weights").fetchall()[0]
    truth = dict(connection.execute("from truth").fetchall())
    return _both(weighing, clustering) | {
        "weighing": weighing, "clustering": clustering,
        "compared": compared[0], "pairs": pairs, "groups": len(groups),
    } | _right(groups, truth)  # fmt: skip


def _persons(connection: "DuckDBPyConnection", number: int) -> dict[str, Any]:
    persons.make(connection, number, SEED)
    compared: list[int] = []
    return _timed(lambda: compared.append(persons.dedupe(connection))) | {"compared": compared[0]}


def _timed(work: Callable[[], None]) -> dict[str, float]:
    wall, processor = perf_counter(), process_time()
    work()
    return {"wall": round(perf_counter() - wall, 2), "processor": round(process_time() - processor, 2)}


def _both(one: dict[str, float], other: dict[str, float]) -> dict[str, Any]:
    return {name: round(one[name] + other[name], 2) for name in one}


def _groups(connection: "DuckDBPyConnection") -> Iterable[tuple[str, ...]]:
    found = components.clusters(connection, apart=_apart(connection))
    return (group for some in found for group in some.groups)


def _apart(connection: "DuckDBPyConnection") -> Callable[[str, str], str | None]:
    """The rule of days that linking has, from the rows."""
    nights = dict(connection.execute("select unique_id, nights from reports").fetchall())

    def reason(a: str, b: str) -> str | None:
        gap = min((abs(x - y) for x in nights[a] for y in nights[b]), default=0)
        return f"stated {gap} days apart" if gap > 1 else None

    return reason


def _right(groups: Iterable[tuple[str, ...]], truth: dict[str, int]) -> dict[str, float]:
    """Pair precision and recall against the events planted."""
    joined = right = 0
    for group in groups:
        joined += comb(len(group), 2)
        right += sum(comb(n, 2) for n in Counter(truth[name] for name in group).values())
    planted = sum(comb(n, 2) for n in Counter(truth.values()).values())
    return {"precision": round(right / max(1, joined), 4), "recall": round(right / planted, 4)}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], int(sys.argv[2]))))
