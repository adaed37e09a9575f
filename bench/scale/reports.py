"""Made-up rows as `witnessmark.link.row` makes them, straight in DuckDB, with the event of each.

One rate of events a day for every number of reports: a larger set covers a longer time, as an archive does.
Some towns and days have many events and some events many reports; a report leaves out, mistakes or adds
something of all it could tell.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from witnessmark.link import keys
from witnessmark.link.row import COLUMNS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SEED = 7
# Events a day over all towns: about what ACLED or UCDP hold of attacks on civilians in a year of several wars
# at once, so that a million reports are ten years. Wars and countries with names of their own; towns.
A_DAY, SETTINGS, TOWNS = 90, 40, 20_000
# The share of reports that give no time at all: pages and messages are collected with their dates.
UNTIMED = 0.02


def make(connection: "DuckDBPyConnection", number: int, seed: int = SEED) -> None:
    """Table `given` with `number` reports of a third as many events, and `truth`: the event of each."""
    events = number // 3
    values = {
        "seed": seed,
        "reports": number,
        "events": events,
        "days": max(1, events // A_DAY),
        "towns": TOWNS,
        "settings": SETTINGS,
        "untimed": UNTIMED,
        "words": keys.WORDS,
        "near": keys.NEAR_DAYS,
        "near_link": keys.NEAR_LINK,
        "far_days": keys.FAR_DAYS,
        "far": keys.FAR_LINK,
    }
    for name, value in values.items():
        connection.execute(f"create or replace macro {name}_() as {value}")
    for statement in _SQL.split(";"):
        connection.execute(statement)
    _complete(connection)


def _complete(connection: "DuckDBPyConnection") -> None:
    """What a report of `witnessmark.link.row` says besides, as one that does not say it."""
    made = set(connection.table("given").columns)
    for name, kind in COLUMNS.items():
        if name not in made:
            silent = "[]" if kind.endswith("[]") else "null"
            connection.execute(f'alter table given add column "{name}" {kind} default {silent}')


_SQL = (Path(__file__).parent / "reports.sql").read_text(encoding="utf-8")
