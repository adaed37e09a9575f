"""The yardstick: a usual dedupe by Splink, on a person table with as many rows, as its own guides do it.

Three rows to a person with slips of the pen, three blocking rules, five comparisons; the model's numbers are
given, so that nothing is counted for training. Predictions and clusters are made in the same DuckDB.
"""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def make(connection: "DuckDBPyConnection", number: int, seed: int) -> None:
    """Table `persons` with `number` rows of a third as many persons."""
    connection.execute(f"create macro chance(a, b) as (hash(a, b, {seed}) >> 11) / 9007199254740992.0")
    connection.execute(_SQL.format(number=number, persons=max(1, number // 3)))


_SQL = (Path(__file__).parent / "persons.sql").read_text(encoding="utf-8")


def dedupe(connection: "DuckDBPyConnection") -> None:
    """Predict and cluster."""
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    from splink import comparison_library as compared

    logging.getLogger("splink").setLevel(logging.ERROR)
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("first_name", "surname"),
            block_on("surname", "born", "birthday"),
            block_on("email"),
        ],
        comparisons=[
            compared.JaroWinklerAtThresholds("first_name", [0.9, 0.7]),
            compared.JaroWinklerAtThresholds("surname", [0.9, 0.7]),
            compared.ExactMatch("born"),
            compared.ExactMatch("city"),
            compared.ExactMatch("email"),
        ],
    )
    linker = Linker(DuckDBAPI(connection).register("persons"), settings, log_level=None)
    found = linker.inference.predict(threshold_match_probability=0.01)
    linker.clustering.cluster_pairwise_predictions_at_threshold(found, threshold_match_probability=0.5)
