"""Comparing reports: Fellegi-Sunter match weights by Splink on DuckDB, from the model in `data/model.json`.

The model is Splink's own settings as JSON: a condition in SQL for every level of every comparison, with the
m probability (the level among pairs of one event) and the u probability (among other pairs that share a key).
A pair's weight is log2 of the prior odds plus log2(m/u) of each comparison's level (Fellegi and Sunter 1969).
`bench/linking/fit.py` fits it; whoever disagrees can edit it and see what changes (`weights`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from witnessmark.link import overlap
from witnessmark.link.row import Row
from witnessmark.link.table import database, load, meetings, number
from witnessmark.link.weights import model, overlaps, parts_of, query, written

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Pairs below this weight are not kept: far below any threshold of joining, and too many to look at.
LEAST_WEIGHT = -6.0
# Pairs that are handed over at once.
BATCH = 50_000


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports with their match weight in bits, and what each comparison added to it."""

    a: str
    b: str
    weight: float
    parts: tuple[tuple[str, float], ...] = ()


def compare(rows: Iterable[Row], *, least: float = LEAST_WEIGHT) -> list[Pair]:
    """Every pair of `rows` that shares a key and weighs at least `least`, in order of names.

    Depends on the rows as a set, never on their order.
    """
    with database() as connection:
        load(connection, rows)
        weigh(connection, least=least)
        return list(in_order(weighed(connection)))


def in_order(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """By the names of the two."""
    return tuple(sorted(pairs, key=lambda p: (p.a, p.b)))


def weigh(
    connection: "DuckDBPyConnection", *, least: float = LEAST_WEIGHT, by: dict[str, Any] | None = None
) -> int:
    """Weigh the reports of table `given` (columns of `row`) into table `weights`, some meetings at a time.

    By our own model, or `by` another one; how many pairs were compared is told.

    `reports` then holds the reports with a number `n` each, `weights` the pairs of numbers (`a`, `b`), their
    `weight` and the part of each comparison, `named` the same with the names of the reports.
    """
    number(connection)
    parts = parts_of(by or model())
    connection.execute(_WEIGHTS.format(", ".join(f"{part} double" for part in parts)))
    weights = written(by) if by else query()
    weighing = f"insert into weights select * from ({weights}) where weight >= $1"  # noqa: S608  (our own query)
    asked = overlaps(weights)
    compared = 0
    for _ in meetings(connection):
        compared += overlap.add(connection, asked)
        connection.execute(weighing, [least])
    return compared


_WEIGHTS = """
create table weights (a integer, b integer, weight double, {});
create view named as select l.unique_id as one, r.unique_id as other, weights.* from weights
join reports as l on l.n = weights.a join reports as r on r.n = weights.b
"""


def weighed(connection: "DuckDBPyConnection", where: str = "true") -> Iterator[Pair]:
    """The pairs of `named` for which `where` holds, a batch at a time."""
    names = [c["output_column_name"] for c in model()["comparisons"]]
    wanted = ", ".join(["one", "other", "weight", *parts_of(model())])
    found = connection.cursor().execute(connection.table("named").filter(where).project(wanted).sql_query())
    while batch := found.fetchmany(BATCH):
        yield from (_pair(names, values) for values in batch)


def _pair(names: Sequence[str], values: Sequence[Any]) -> Pair:
    a, b, weight, *parts = values
    a, b = sorted((a, b))
    return Pair(a, b, round(weight, 4), tuple(map(_part, names, parts)))


@cache
def _part(name: str, bits: float) -> tuple[str, float]:
    """One object for each level of a comparison, however many pairs are at it."""
    return name, bits
