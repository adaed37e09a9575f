"""The yardstick: a dedupe by Splink of a person table with as many rows, set up as in Splink's own guide.

Its guide dedupes 50,000 rows of some 5,000 persons with eight blocking rules and comparisons of names, dates
and postcodes, of which two ask how frequent a value is: so does this. Ten rows to a person with slips of the
pen. Predictions and clusters are made in the same DuckDB; nothing is trained, as nothing is in linking.
"""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def make(connection: "DuckDBPyConnection", number: int, seed: int) -> None:
    """Table `persons` with `number` rows of a tenth as many persons."""
    connection.execute(f"create macro chance(a, b) as (hash(a, b, {seed}) >> 11) / 9007199254740992.0")
    connection.execute(_SQL.format(number=number, persons=max(1, number // 10)))


_SQL = (Path(__file__).parent / "persons.sql").read_text(encoding="utf-8")


def dedupe(connection: "DuckDBPyConnection") -> None:
    """Predict and cluster."""
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    from splink import comparison_library as compared

    logging.getLogger("splink").setLevel(logging.ERROR)
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("substr(first_name,1,3)", "substr(surname,1,4)"),
            block_on("surname", "dob"),
            block_on("first_name", "dob"),
            block_on("postcode", "first_name"),
            block_on("postcode", "surname"),
            block_on("dob", "birth_place"),
            block_on("substr(postcode,1,3)", "dob"),
            block_on("substr(postcode,1,3)", "first_name"),
        ],
        comparisons=[
            compared.JaroWinklerAtThresholds("first_name", [0.92, 0.88, 0.7]),
            compared.JaroWinklerAtThresholds("surname", [0.92, 0.88, 0.7]),
            compared.DateOfBirthComparison("dob", input_is_string=True),
            compared.JaroWinklerAtThresholds("postcode", [0.95, 0.9]),
            compared.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
            compared.ExactMatch("occupation").configure(term_frequency_adjustments=True),
        ],
    )
    linker = Linker(DuckDBAPI(connection).register("persons"), settings, log_level=None)
    found = linker.inference.predict(threshold_match_probability=0.01)
    linker.clustering.cluster_pairwise_predictions_at_threshold(found, threshold_match_probability=0.5)
