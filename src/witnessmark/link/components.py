"""Clustering of a table of weights, one component after another, so that no more than one is in memory.

Two groups join when the mean probability over their pairs reaches JOIN; then at least one of these pairs
reaches it (groups joined by a judgement are weighed by their surest pairs). A cluster therefore lies within
one connected component of the pairs that reach JOIN or are demanded, and pairs between components change
nothing: clustering by component gives exactly what clustering all at once gives.
"""

import math
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from witnessmark.link.cluster import JOIN, UNJUDGED, Clusters, Refusal, cluster
from witnessmark.link.compare import BATCH, Pair
from witnessmark.link.judgements import Judged

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Weights are compared rounded to four digits: a little less than the weight of JOIN misses no pair.
_SLACK = 0.001


def clusters(
    connection: "DuckDBPyConnection",
    *,
    together: Iterable[tuple[str, str]] = (),
    apart: Callable[[str, str], str | None] = lambda _a, _b: None,
    join: float = JOIN,
    judged: Judged = UNJUDGED,
) -> Iterator[Clusters]:
    """The clusters of `weights` (as `compare.weigh` leaves it), by component; every report in exactly one.

    Reports that nothing joins come one by one. The groups together are those of `cluster.cluster`.
    """
    sure = sorted({(min(p), max(p)) for p in together})
    _part(connection, [*sure, *judged.same], join)
    for names, pairs in _components(connection):
        asked = [(a, b) for a, b in sure if a in names]
        ruled = replace(judged, same=tuple((a, b) for a, b in judged.same if a in names))
        yield cluster(names, pairs, together=asked, apart=apart, join=join, judged=ruled)
    for (name,) in _rows(connection, _ALONE):
        yield Clusters(((name,),))


def gathered(parts: Iterable[Clusters]) -> Clusters:
    """The clusters of all components as one answer, in the order of `cluster.cluster`."""
    groups: list[tuple[str, ...]] = []
    refused: list[Refusal] = []
    for part in parts:
        groups.extend(part.groups)
        refused.extend(part.refused)
    return Clusters(tuple(sorted(groups)), tuple(sorted(refused, key=lambda r: (r.a, r.b))))


def _part(connection: "DuckDBPyConnection", sure: list[tuple[str, str]], join: float) -> None:
    """Table `homes`: the component (`home`) of every report (`n`) that may be joined with another."""
    import pyarrow as pa

    one, other = [a for a, _ in sure], [b for _, b in sure]
    asked = pa.table({"one": pa.array(one, pa.string()), "other": pa.array(other, pa.string())})
    connection.register("asked", asked)
    connection.execute(_SURE)
    connection.unregister("asked")
    least = math.log2(join / (1 - join)) - _SLACK
    home = _joined(_rows(connection, _STRONG, [least]), _reports(connection))
    kept = [(n, _root(home, n)) for n in range(len(home))]
    several = {root for n, root in kept if n != root}
    kept = [(n, root) for n, root in kept if root in several]
    numbers = pa.table({"n": [n for n, _ in kept], "home": [root for _, root in kept]})
    connection.register("found", numbers)
    connection.execute(
        "create or replace table homes as select n::integer as n, home::integer as home from found"
    )
    connection.unregister("found")


def _joined(pairs: Iterable[tuple[int, int]], reports: int) -> "array[int]":
    """For every number one of its component; `_root` leads to the one that all share."""
    home = array("i", range(reports + 1))
    for a, b in pairs:
        low, high = sorted((_root(home, a), _root(home, b)))
        home[high] = low
    return home


def _root(home: "array[int]", n: int) -> int:
    while home[n] != n:
        home[n] = home[home[n]]
        n = home[n]
    return n


def _components(connection: "DuckDBPyConnection") -> Iterator[tuple[set[str], list[Pair]]]:
    for _, rows in groupby(_rows(connection, _WITHIN), itemgetter(0)):
        names: set[str] = set()
        pairs: list[Pair] = []
        for _, a, b, weight in rows:
            names |= {a, b}
            if weight is not None:
                low, high = sorted((a, b))
                pairs.append(Pair(low, high, round(weight, 4)))
        yield names, pairs


def _reports(connection: "DuckDBPyConnection") -> int:
    return int(connection.execute("select count(*) from reports").fetchall()[0][0])


def _rows(
    connection: "DuckDBPyConnection", query: str, values: Sequence[float] = ()
) -> Iterator[tuple[Any, ...]]:
    found = connection.cursor().execute(query, values)
    while batch := found.fetchmany(BATCH):
        yield from batch


_SURE = """
create or replace table sure as
select l.n as a, r.n as b from asked
join reports as l on l.unique_id = one join reports as r on r.unique_id = other
"""
_STRONG = "select a, b from weights where weight >= $1 union all select a, b from sure"
_WITHIN = """
select l.home, one.unique_id, other.unique_id, weight
from (select a, b, weight from weights union all select a, b, null from sure) as pairs
join homes as l on l.n = a join homes as r on r.n = b
join reports as one on one.n = a join reports as other on other.n = b
where l.home = r.home order by l.home
"""
_ALONE = "select unique_id from reports anti join homes using (n) order by unique_id"
