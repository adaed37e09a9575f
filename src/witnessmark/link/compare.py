"""Comparing reports: Fellegi-Sunter match weights by Splink on DuckDB, from the model in `data/model.json`.

The model is Splink's own settings as JSON: a condition in SQL for every level of every comparison, with the
m probability (the level among pairs of one event) and the u probability (among other pairs that share a key).
A pair's weight is log2 of the prior odds plus log2(m/u) of each comparison's level (Fellegi and Sunter 1969).
`bench/linking/fit.py` fits it; whoever disagrees can edit it and see what changes.
"""

import json
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from witnessmark.link.row import Row
from witnessmark.link.shared import RECORD, Shared, share
from witnessmark.link.table import database, load, meetings, number

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Pairs below this weight are not kept: far below any threshold of joining, and too many to look at.
LEAST_WEIGHT = -6.0
PREFIX = "mw_"
# Pairs that are handed over at once.
BATCH = 50_000


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports with their match weight in bits, and what each comparison added to it."""

    a: str
    b: str
    weight: float
    parts: tuple[tuple[str, float], ...] = ()


@cache
def model() -> dict[str, Any]:
    """The model as Splink takes it."""
    loaded: dict[str, Any] = json.loads(
        (files("witnessmark.link") / "data" / "model.json").read_text("utf-8")
    )
    return loaded


@cache
def _shared() -> Shared:
    return share(model())


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


def weigh(connection: "DuckDBPyConnection", *, least: float = LEAST_WEIGHT) -> None:
    """Weigh the reports of table `given` (columns of `row`) into table `weights`, some meetings at a time.

    `reports` then holds the reports with a number `n` each, `weights` the pairs of numbers (`a`, `b`), their
    `weight` and the part of each comparison, `named` the same with the names of the reports.
    """
    number(connection)
    shared = _shared()
    parts = _parts()
    connection.execute(_WEIGHTS.format(", ".join(f"{part} double" for part in parts)))
    connection.execute(_FACTS.format(record=RECORD, columns=", ".join(sorted(shared.columns))))
    for met in meetings(connection):
        connection.execute(_together(met, shared))
        found = _predict(connection, shared.settings, least)
        wanted = ", ".join(["unique_id_l", "unique_id_r", "match_weight", *parts])
        connection.table(found).project(wanted).insert_into("weights")
        connection.execute(f"drop table {found}; drop table shared")


_WEIGHTS = """
create table weights (a integer, b integer, weight double, {});
create view named as select l.unique_id as one, r.unique_id as other, weights.* from weights
join reports as l on l.n = weights.a join reports as r on r.n = weights.b
"""
# Splink asks every column of a condition of its records too; the record of a pair is not one of theirs.
_FACTS = """
create view facts as
select n as unique_id, cast(null as integer) as {record}, [n] as keys, d as doc, {columns} from reports
"""


def _together(met: str, shared: Shared) -> str:
    """Table `shared`: the pairs of `met` as Splink takes them, with what the two of each have in common."""
    sides = ", ".join(f"{side} as {name}" for name, side in shared.sides.items())
    terms = ", ".join(f"{name} := {term}" for name, term in shared.fields.items())
    return f"""
    create table shared as select a as join_key_l, b as join_key_r, struct_pack({terms}) as {RECORD} from (
        select met.l as a, met.r as b, {sides} from {met} as met
        join reports as l on l.n = met.l join reports as r on r.n = met.r
    )"""  # noqa: S608  (terms of our own model, no value of a document)


def _predict(connection: "DuckDBPyConnection", settings: dict[str, Any], least: float) -> str:
    """The table of predictions for the pairs of `shared`."""
    from splink import DuckDBAPI, Linker

    logging.getLogger("splink").setLevel(logging.ERROR)  # progress of a library, nothing of ours
    backend = DuckDBAPI(connection)
    wanted = settings | {"retain_intermediate_calculation_columns": True}
    linker = Linker(backend.register("facts"), wanted, log_level=None)
    linker.table_management.register_blocked_pairs_for_predict(backend.register("shared"))
    return str(linker.inference.predict(threshold_match_weight=least).physical_name)


def weighed(connection: "DuckDBPyConnection", where: str = "true") -> Iterator[Pair]:
    """The pairs of `named` for which `where` holds, a batch at a time."""
    names = [c["output_column_name"] for c in model()["comparisons"]]
    wanted = ", ".join(["one", "other", "weight", *_parts()])
    found = connection.cursor().execute(connection.table("named").filter(where).project(wanted).sql_query())
    while batch := found.fetchmany(BATCH):
        yield from (_pair(names, values) for values in batch)


def _parts() -> list[str]:
    """The columns of a prediction that say what each comparison adds."""
    return [f'"{PREFIX}{c["output_column_name"]}"' for c in model()["comparisons"]]


def _pair(names: Sequence[str], values: Sequence[Any]) -> Pair:
    a, b, weight, *parts = values
    a, b = sorted((a, b))
    return Pair(a, b, round(weight, 4), tuple(zip(names, parts, strict=True)))
