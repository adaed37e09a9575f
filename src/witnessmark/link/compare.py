"""Comparing reports: Fellegi-Sunter match weights by Splink on DuckDB, from the model in `data/model.json`.

The model is Splink's own settings as JSON: a condition in SQL for every level of every comparison, with the
m probability (the level among pairs of one event) and the u probability (among other pairs that share a key).
A pair's weight is log2 of the prior odds plus log2(m/u) of each comparison's level (Fellegi and Sunter 1969).
`bench/linking/fit.py` fits it; whoever disagrees can edit it and see what changes.
"""

import json
import logging
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from witnessmark.link.row import COLUMNS, Row

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# A key that more reports than this share is common in the run and tells nothing: with n reports to a key the
# cost is n*n, and nine tenths of the pairs of bench/linking meet on rarer ones.
MOST_TO_A_KEY = 30
# Pairs below this weight are not kept: far below any threshold of joining, and too many to look at.
LEAST_WEIGHT = -6.0
PREFIX = "mw_"


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


def compare(rows: Sequence[Row], *, least: float = LEAST_WEIGHT) -> list[Pair]:
    """Every pair of `rows` that shares a key and weighs at least `least`, in order of names.

    Depends on the rows as a set, never on their order.
    """
    if len({r.doc for r in rows}) < 2:
        return []
    import duckdb

    with duckdb.connect() as connection:
        _load(connection, rows)
        return _predict(connection, least)


def _load(connection: "DuckDBPyConnection", rows: Iterable[Row]) -> None:
    """The rows as table `reports`, each without the keys that too many share."""
    with tempfile.TemporaryDirectory(prefix="witnessmark-") as folder:
        path = Path(folder) / "rows.jsonl"
        with path.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(asdict(row)) + "\n" for row in rows)
        connection.read_json(str(path), columns=COLUMNS, format="newline_delimited").create("given")
    connection.execute(_RARE_KEYS, [MOST_TO_A_KEY])


_RARE_KEYS = """
create table reports as
with held as (select unique_id, unnest(keys) as key from given),
rare as (select key from held group by key having count(*) between 2 and ?)
select given.* replace (coalesce(kept.keys, []) as keys)
from given left join (
    select unique_id, list(key order by key) as keys from held join rare using (key) group by unique_id
) as kept using (unique_id)
"""


def _predict(connection: "DuckDBPyConnection", least: float) -> list[Pair]:
    from splink import DuckDBAPI, Linker

    logging.getLogger("splink").setLevel(logging.ERROR)  # progress of a library, nothing of ours
    settings = model() | {"retain_intermediate_calculation_columns": True}
    linker = Linker(DuckDBAPI(connection).register("reports"), settings, log_level=None)
    found = linker.inference.predict(threshold_match_weight=least).as_duckdbpyrelation()
    names = [c["output_column_name"] for c in settings["comparisons"]]
    wanted = ", ".join(["unique_id_l", "unique_id_r", "match_weight", *(PREFIX + n for n in names)])
    return sorted(
        (_pair(names, values) for values in found.project(wanted).fetchall()), key=lambda p: (p.a, p.b)
    )


def _pair(names: Sequence[str], values: Sequence[Any]) -> Pair:
    a, b, weight, *parts = values
    a, b = sorted((a, b))
    return Pair(a, b, round(weight, 4), tuple(zip(names, parts, strict=True)))
