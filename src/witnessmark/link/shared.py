"""What two reports share, worked out once for each pair instead of once for each level of a comparison.

The conditions of a model repeat the same costly terms (the words two lists have in common, the distance of
two points) in level after level. Here every function call of a condition becomes a field of one record for
the pair, and the condition asks for the field. Splink hands the column `match_key` of pairs that it is given
through to its conditions; the record travels there.
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlglot import exp

RECORD = "match_key"


@dataclass(frozen=True, slots=True)
class Shared:
    """Settings that ask for fields, each field's term in SQL, and the columns that they still ask for."""

    settings: dict[str, Any]
    fields: Mapping[str, str]
    columns: frozenset[str]


def share(settings: dict[str, Any]) -> Shared:
    """`settings` with every function call in a condition turned into a field of the pair's record."""
    shared = deepcopy(settings)
    fields: dict[str, str] = {}
    columns: set[str] = set()
    for comparison in shared["comparisons"]:
        for level in comparison["comparison_levels"]:
            if level["sql_condition"] != "ELSE":
                level["sql_condition"] = _rewrite(level["sql_condition"], fields, columns)
    return Shared(shared, {name: term for term, name in fields.items()}, frozenset(columns))


def _rewrite(condition: str, fields: dict[str, str], columns: set[str]) -> str:
    import sqlglot
    from sqlglot import exp

    def field(node: "exp.Expr") -> "exp.Expr":
        if isinstance(node, exp.Func) and not isinstance(node, exp.Connector):
            name = fields.setdefault(node.sql("duckdb"), f"f{len(fields)}")
            return sqlglot.parse_one(f"{RECORD}['{name}']", read="duckdb")
        return node

    tree = sqlglot.parse_one(condition, read="duckdb").transform(field)
    columns.update(c.name[:-2] for c in tree.find_all(exp.Column) if c.name != RECORD)
    return tree.sql("duckdb")


def columns_of(term: str) -> frozenset[str]:
    """The columns of both sides that a term reads."""
    import sqlglot
    from sqlglot import exp

    tree = sqlglot.parse_one(term, read="duckdb")
    bound = {p.name for f in tree.find_all(exp.Lambda) for p in f.expressions}
    return frozenset({c.name for c in tree.find_all(exp.Column)} - bound)
