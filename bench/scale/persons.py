"""The yardstick: a dedupe by Splink of a person table with as many rows, set up as in Splink's own guide.

Its guide ("Deduplicate 50k rows historical persons", for Splink 5) dedupes 50,000 rows of some 5,000 persons.
Blocking rules, comparisons, what is kept with a pair (what each comparison adds, as in linking) and the
threshold of clusters are the guide's; ten rows to a person with slips of the pen. Predictions and clusters
are made in the same DuckDB; nothing is trained, as nothing is in linking.
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


def dedupe(connection: "DuckDBPyConnection") -> int:
    """Predict and cluster; how many pairs were compared."""
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    from splink import comparison_library as compared

    logging.getLogger("splink").setLevel(logging.ERROR)
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[block_on(*columns) for columns in _RULES],
        comparisons=[
            compared.ForenameSurnameComparison(
                "first_name", "surname", forename_surname_concat_col_name="first_name_surname_concat"
            ),
            compared.DateOfBirthComparison("dob", input_is_string=True),
            compared.PostcodeComparison("postcode"),
            compared.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
            compared.ExactMatch("occupation").configure(term_frequency_adjustments=True),
        ],
        retain_intermediate_calculation_columns=True,
    )
    linker = Linker(DuckDBAPI(connection).register("persons"), settings, log_level=None)
    found = linker.inference.predict()
    linker.clustering.cluster_pairwise_predictions_at_threshold(found, threshold_match_probability=0.95)
    (pairs,) = connection.table(found.physical_name).count("*").fetchall()[0]
    return int(pairs)


_RULES = (
    ("substr(first_name,1,3)", "substr(surname,1,4)"),
    ("surname", "dob"),
    ("first_name", "dob"),
    ("postcode", "first_name"),
    ("postcode", "surname"),
    ("dob", "birth_place"),
    ("substr(postcode,1,3)", "dob"),
    ("substr(postcode,1,3)", "first_name"),
    ("substr(postcode,1,3)", "surname"),
    ("substr(first_name,1,2)", "substr(surname,1,2)", "substr(dob,1,4)"),
)
