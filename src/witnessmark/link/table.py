"""Reports as a table in DuckDB, and which of them meet: rows stream in, nothing is held twice in Python.

Reports are numbered in order of their names, so that what meets and how it is weighed does not depend on the
order in which rows came. A key that more reports than MOST_TO_A_KEY share tells nothing and is left out.
"""

import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from witnessmark.link.row import COLUMNS, Row

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from pyarrow import DataType, RecordBatch, Schema

# A key that more reports than this share is common in the run and tells nothing: with n reports to a key the
# cost is n*n, and nine tenths of the pairs of bench/linking meet on rarer ones.
MOST_TO_A_KEY = 30
# Rows of a batch on their way in, reports whose keys are counted at once, meetings looked at at once: what
# bounds memory whatever the number of reports.
BATCH, COUNTED, MEETINGS = 10_000, 200_000, 4_000_000


@contextmanager
def database(memory: str | None = None) -> Iterator["DuckDBPyConnection"]:
    """A database that spills into a folder which goes with it; `memory` as DuckDB takes it ("4GB")."""
    import duckdb

    with TemporaryDirectory(prefix="witnessmark-") as folder, duckdb.connect() as connection:
        connection.execute("set temp_directory = $1", [str(Path(folder) / "spilled")])
        connection.execute("set preserve_insertion_order = false")
        if memory is not None:
            connection.execute("set memory_limit = $1", [memory])
        yield connection


def load(connection: "DuckDBPyConnection", rows: Iterable[Row]) -> None:
    """Stream `rows` into table `given`."""
    import pyarrow as pa

    schema = pa.schema([(name, _type(kind)) for name, kind in COLUMNS.items()])
    left = iter(rows)
    batches = (_batch(schema, some) for some in iter(lambda: tuple(islice(left, BATCH)), ()))
    connection.register("arriving", pa.RecordBatchReader.from_batches(schema, batches))
    connection.execute("create table given as from arriving")
    connection.unregister("arriving")


def _type(kind: str) -> "DataType":
    import pyarrow as pa

    if kind.endswith("[]"):
        return pa.list_(_type(kind.removesuffix("[]")))
    known = {"VARCHAR": pa.string(), "BIGINT": pa.int64(), "DOUBLE": pa.float64(), "BOOLEAN": pa.bool_()}
    return known[kind]


def _batch(schema: "Schema", rows: tuple[Row, ...]) -> "RecordBatch":
    import pyarrow as pa

    columns = [pa.array([getattr(row, field.name) for row in rows], field.type) for field in schema]
    return pa.RecordBatch.from_arrays(columns, schema=schema)


def number(connection: "DuckDBPyConnection") -> int:
    """How many reports table `given` holds, now numbered (`n`, their documents `d`) as `reports`.

    `held` has their rare keys.
    """
    connection.execute(_REPORTS)
    connection.execute("drop table given; create table held (n integer, d integer, key bigint)")
    (reports,) = connection.execute("select count(*) from reports").fetchall()[0]
    passes = 1 + reports // COUNTED
    for one in range(passes):
        connection.execute(_HELD, {"passes": passes, "one": one, "most": MOST_TO_A_KEY})
    return int(reports)


_REPORTS = """
create table reports as
with named as (
    select unique_id, cast(row_number() over (order by unique_id) as integer) as n,
        cast(dense_rank() over (order by doc) as integer) as d
    from given
)
select named.n, named.d, given.* from given join named using (unique_id)
"""

_HELD = """
insert into held
with keyed as (
    select n, d, key from (select n, d, unnest(keys) as key from reports) where key % $passes = $one
)
select n, d, key from keyed
where key in (select key from keyed group by key having count(*) between 2 and $most)
"""


def meetings(connection: "DuckDBPyConnection") -> Iterator[str]:
    """Tables `met` (l, r), one after another, of all reports of different documents that share a key."""
    (total,) = connection.execute(_TOTAL).fetchall()[0]
    parts = math.ceil(int(total or 0) / MEETINGS)
    for one in range(parts):
        connection.execute(_MET, {"parts": parts, "one": one})
        yield "met"
        connection.execute("drop table met")


_TOTAL = """
select sum(times * (times - 1) // 2) from (select count(*) as times from held group by key)
"""

_MET = """
create table met as
select distinct l.n as l, r.n as r
from (from held where n % $parts = $one) as l join held as r on l.key = r.key and l.n < r.n and l.d <> r.d
"""
