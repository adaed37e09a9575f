"""Made-up rows as `witnessmark.link.row` makes them, straight in DuckDB, with the event of each.

One rate of events a day for every number of reports: a larger set covers a longer time, as an archive does.
Some towns and days have many events and some events many reports; a report leaves out, mistakes or adds
something of all it could tell.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SEED = 7
# Events a day over all towns, and towns: about what ACLED or UCDP hold for a year of several wars at once.
A_DAY, TOWNS = 90, 20_000


def make(connection: "DuckDBPyConnection", number: int, seed: int = SEED) -> None:
    """Table `given` with `number` reports of a third as many events, and `truth`: the event of each."""
    events = number // 3
    values = {
        "seed": seed,
        "reports": number,
        "events": events,
        "days": max(1, events // A_DAY),
        "towns": TOWNS,
    }
    for name, value in values.items():
        connection.execute(f"create or replace macro {name}_() as {value}")
    for statement in _SQL.split(";"):
        connection.execute(statement)


_SQL = (Path(__file__).parent / "reports.sql").read_text(encoding="utf-8")
