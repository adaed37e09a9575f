"""Reports as a table in DuckDB, and which of them meet: rows stream in, nothing is held twice in Python.

Reports are numbered in order of time, those without any first: what meets stands close together, and a part
of all meetings asks for a part of all reports. Of two that meet the one with the lesser name is on the left,
so that neither the order in which rows came nor the others there are change how a pair is weighed.
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

# Rows of a batch on their way in, reports whose keys are counted at once, meetings looked at at once: what
# bounds memory whatever the number of reports.
BATCH, COUNTED, MEETINGS = 10_000, 100_000, 10_000_000


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
    """How many reports table `given` holds, now numbered as `reports`.

    Of each `n` is its number, `d` that of its document, `k` its place in order of names. `held` has the keys
    that two share.
    """
    connection.execute(_REPORTS)
    connection.execute("create table held (n integer, key bigint)")
    reports, undated = connection.execute(_NUMBERS).fetchall()[0]
    connection.execute(_KEYED)
    connection.execute("drop table given")
    passes = 1 + reports // COUNTED
    for one in range(passes):
        connection.execute(_HELD, {"passes": passes, "one": one, "undated": undated})
    connection.execute("drop table keyed")
    return int(reports)


_REPORTS = """
create table reports as
select cast(row_number() over (order by not undated, coalesce(published, first), unique_id) as integer) as n,
    cast(dense_rank() over (order by doc) as integer) as d,
    cast(row_number() over (order by unique_id) as integer) as k,
    given.* exclude (keys)
from given
"""

_NUMBERS = "select count(*), count(*) filter (undated) from reports"

_KEYED = """
create table keyed as select n, d, unnest(keys) as key from given join reports using (unique_id)
"""

# On an odd key only those without time meet, each other and the rest (`keys`). A key of one document alone is
# none: its reports never meet, and a chronicle may have thousands.
_HELD = """
insert into held
with share as (select n, d, key from keyed where key // 2 % $passes = $one)
select n, key from share
where key in (
    select key from share group by key having min(d) <> max(d) and (key % 2 = 0 or min(n) <= $undated)
)
"""


def meetings(connection: "DuckDBPyConnection") -> Iterator[None]:
    """Tables `met` (l, r) of reports of different documents that share a key, and `sides`, the reports in it.

    Some meetings after others; the tables are there for one step only.
    """
    reports, undated = connection.execute(_NUMBERS).fetchall()[0]
    (total,) = connection.execute(_TOTAL, {"undated": undated}).fetchall()[0]
    parts = math.ceil(int(total or 0) / MEETINGS)
    for one in range(parts):
        first, last = 1 + reports * one // parts, reports * (one + 1) // parts
        connection.execute(_MET, {"first": first, "last": last, "undated": undated})
        connection.execute(_SIDES)
        yield
        connection.execute("drop table met; drop table sides")


_TOTAL = """
select sum(case when key % 2 = 0 then times * (times - 1) // 2 else times * undated end)
from (select key, count(*) as times, count(*) filter (n <= $undated) as undated from held group by key)
"""

_MET = """
create table met as
with pairs as (
    select distinct one.n as one, other.n as other
    from held as one join held as other on one.key = other.key and one.n < other.n
    where one.n between $first and $last and other.n > $first and (one.key % 2 = 0 or one.n <= $undated)
)
select if(a.k < b.k, a.n, b.n) as l, if(a.k < b.k, b.n, a.n) as r
from pairs join reports as a on a.n = one join reports as b on b.n = other
where a.d <> b.d
"""

_SIDES = """
create table sides as from reports where n in (select l from met union select r from met)
"""
