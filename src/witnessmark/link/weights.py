"""The query that weighs pairs: Splink's own for the model, written once and kept beside it.

To load Splink and have it write the query takes longer than to link a few documents. `data/weights.sql` is
what it writes for `data/model.json`, with a mark of the model in its first line; where it is another model's
mark the query is written anew, so whoever edits the model sees what changes at once. `python -m
witnessmark.link.weights` keeps it; a test holds the kept query beside what Splink writes.
"""

import json
import logging
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from witnessmark.link.shared import Shared

# What a column of a part of a weight begins with (Splink's default).
PREFIX = "mw_"
_DATA = files("witnessmark.link") / "data"
# A name that stands for the pairs to weigh, and Splink's name for them with the columns it compares.
_MET, _PAIRS = "met", "blocked_with_cols"
# A line of a query for each overlap: its column, the list of the left report and that of the right.
_OVERLAP = "-- Overlap: "


@cache
def model() -> dict[str, Any]:
    """The model as Splink takes it."""
    loaded: dict[str, Any] = json.loads((_DATA / "model.json").read_text("utf-8"))
    return loaded


def parts_of(settings: dict[str, Any]) -> list[str]:
    """The columns that say what each comparison adds."""
    return [f'"{PREFIX}{c["output_column_name"]}"' for c in settings["comparisons"]]


def query() -> str:
    """Pairs of table `met` (l, r: numbers in `sides`; `overlaps`) with their weight and its parts."""
    kept = (_DATA / "weights.sql").read_text("utf-8")
    return kept if kept.startswith(_mark(model())) else written(model())


def overlaps(query: str) -> dict[str, tuple[str, str]]:
    """The columns of `met` that a query asks for besides, each what two lists share (`overlap`)."""
    told = [line.removeprefix(_OVERLAP) for line in query.splitlines() if line.startswith(_OVERLAP)]
    return {name: (one, other) for name, one, other in map(str.split, told)}


def written(settings: dict[str, Any]) -> str:
    """The query by these settings of Splink: columns a, b, weight and the parts, in that order."""
    import sqlglot

    from witnessmark.link.shared import share

    shared = share(settings)
    tree = sqlglot.parse_one(_predicting(shared), read="duckdb")
    steps = {step.alias: step.this.sql("duckdb", pretty=True) for step in tree.args["with_"].expressions}
    names = list(steps)
    after = names[names.index(_PAIRS) + 1 :]
    told = ",\n".join(f"{name} AS (\n{steps[name]}\n)" for name in after)
    weight = next(e.this for e in tree.expressions if e.alias == "match_weight").sql("duckdb")
    wanted = ", ".join(["unique_id_l AS a", "unique_id_r AS b", f"{weight} AS weight", *parts_of(settings)])
    pairs = f"{_PAIRS} AS (\n{_pairs(shared)}\n)"
    lists = "".join(f"{_OVERLAP}{o} {one} {other}\n" for o, (one, other) in shared.overlaps.items())
    return f"{_mark(settings)}{lists}WITH {pairs},\n{told}\nSELECT {wanted} FROM {names[-1]}\n"


def _mark(settings: dict[str, Any]) -> str:
    said = json.dumps(settings, sort_keys=True)
    mark = blake2b(said.encode(), digest_size=8).hexdigest()
    return f"-- Written by witnessmark.link.weights for the model {mark}\n"


def _pairs(shared: "Shared") -> str:
    """The pairs with the columns of both that conditions ask for, and what the two have in common."""
    from witnessmark.link.shared import RECORD

    own = [f"{side}.{column} AS {column}_{side}" for column in sorted(shared.columns) for side in "lr"]
    terms = [f"{name} := {term}" for name, term in shared.fields.items()]
    taken = ",\n    ".join([f"{_MET}.l AS unique_id_l", f"{_MET}.r AS unique_id_r", *own])
    record = ",\n        ".join(terms)
    sides = [f"{term} AS {name}" for name, term in shared.sides.items()]
    worked = ",\n    ".join(["n", *sorted(shared.columns), *sides])
    return f"""WITH worked AS (
    SELECT {worked}
    FROM sides
)
SELECT {taken},
    struct_pack({record}) AS {RECORD}
FROM {_MET} JOIN worked AS l ON l.n = {_MET}.l JOIN worked AS r ON r.n = {_MET}.r"""  # noqa: S608  (terms of our own model, no value of a document)


def _predicting(shared: "Shared") -> str:
    """The query Splink predicts by."""
    import duckdb
    from splink import DuckDBAPI, Linker

    from witnessmark.link.row import COLUMNS
    from witnessmark.link.shared import RECORD

    logging.getLogger("splink").setLevel(logging.ERROR)  # progress of a library, nothing of ours
    columns = ", ".join(f'"{name}" {kind}' for name, kind in COLUMNS.items())
    asked = ", ".join(sorted(shared.columns))
    overlaps = "".join(f", {name} bigint" for name in shared.overlaps)
    with duckdb.connect() as connection:
        connection.execute(
            f"create table sides (n integer, {columns}); create table met (l integer, r integer{overlaps})"
        )
        connection.execute(_FACTS.format(record=RECORD, columns=asked))
        connection.execute(_BLOCKED.format(record=RECORD, pairs=_pairs(shared)))
        backend = DuckDBAPI(connection)
        wanted = shared.settings | {"retain_intermediate_calculation_columns": True}
        linker = Linker(backend.register("facts"), wanted, log_level=None)
        linker.table_management.register_blocked_pairs_for_predict(backend.register("blocked"))
        return str(linker.inference.predict().sql_used_to_create)


# Splink asks every column of a condition of its records too; the record of a pair is not one of theirs.
_FACTS = """
create view facts as select n as unique_id, null::integer as {record}, keys, doc, {columns} from sides
"""
_BLOCKED = """
create table blocked as select unique_id_l as join_key_l, unique_id_r as join_key_r, {record} from ({pairs})
"""


if __name__ == "__main__":
    Path(str(_DATA / "weights.sql")).write_text(written(model()), encoding="utf-8")
