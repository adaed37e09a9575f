"""What the model asks: Splink's settings from `comparisons.yaml`, not fitted yet, and what was judged."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

Settings = dict[str, Any]
HERE = Path(__file__).parent
PEACE, WAR = "peace: ", "war: "


def judged() -> list[dict[str, Any]]:
    """Bits that are added to the fitted ones: `comparison`, `level`, `bits` and `why`."""
    rows: list[dict[str, Any]] = yaml.safe_load((HERE / "judged.yaml").read_text(encoding="utf-8"))["judged"]
    return rows


def shape() -> Settings:
    """Settings in which no level weighs anything yet."""
    given = yaml.safe_load((HERE / "comparisons.yaml").read_text(encoding="utf-8"))
    terms = given["terms"]
    return {
        "link_type": "dedupe_only",
        "sql_dialect": "duckdb",
        "unique_id_column_name": "unique_id",
        "probability_two_random_records_match": 0.5,
        "blocking_rules_to_generate_predictions": [
            {
                "blocking_rule": "l.keys = r.keys and l.doc <> r.doc",
                "sql_dialect": "duckdb",
                "arrays_to_explode": ["keys"],
            }
        ],
        "retain_intermediate_calculation_columns": False,
        "retain_matching_columns": False,
        "comparisons": [_comparison(row, terms) for row in given["comparisons"]],
    }


def _comparison(row: dict[str, Any], terms: dict[str, str]) -> Settings:
    return {
        "output_column_name": row["name"],
        "comparison_description": row["about"],
        "comparison_levels": [
            {
                "sql_condition": condition.format(**terms),
                "label_for_charts": label,
                "m_probability": 0.5,
                "u_probability": 0.5,
            }
            for label, condition in _levels(row)
        ],
    }


def _levels(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield from map(tuple, row.get("always", ()))
    if not row.get("apart"):
        yield from _plain(row)
        return
    for label, condition in _plain(row):
        both = "{peace}" if condition == "ELSE" else f"{{peace}} and ({condition})"
        yield PEACE + label, both
    for label, condition in _plain(row):
        yield WAR + label, condition


def _plain(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if "of" in row:
        yield from ((f"from {n}", f"{row['of']} >= {n}") for n in row["from"])
        yield "less", "ELSE"
        return
    for label, *condition in row["levels"]:
        yield label, condition[0] if condition else "ELSE"
