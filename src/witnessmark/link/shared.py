"""What two reports share, worked out once for each pair instead of once for each level of a comparison.

The conditions of a model repeat the same costly terms (the words two lists have in common, the distance of
two points) in level after level. Here every function call of a condition becomes a field of one record for
the pair, and the condition asks for the field. Splink hands the column `match_key` of pairs that it is given
through to its conditions; the record travels there. What asks for one report alone is worked out once for a
report, and the summed weights of what two lists share are left to `overlap`.
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlglot import exp

RECORD = "match_key"


@dataclass(frozen=True, slots=True)
class Shared:
    """Settings that ask for fields, what they ask for, and the columns that they still ask for themselves."""

    settings: dict[str, Any]
    fields: Mapping[str, str]  # the term of each, over sides and overlaps
    sides: Mapping[str, str]  # what is worked out of a report, by itself; `l` or `r` is put before
    overlaps: Mapping[str, tuple[str, str]]  # the list of each of the two, in terms of its report
    columns: frozenset[str]


def share(settings: dict[str, Any]) -> Shared:
    """`settings` with every function call in a condition turned into a field of the pair's record."""
    shared = deepcopy(settings)
    terms = _Terms()
    for comparison in shared["comparisons"]:
        for level in comparison["comparison_levels"]:
            if level["sql_condition"] != "ELSE":
                level["sql_condition"] = terms.rewrite(level["sql_condition"])
    fields, sides = ({name: term for term, name in names.items()} for names in (terms.fields, terms.sides))
    overlaps = {name: lists for lists, name in terms.overlaps.items()}
    return Shared(shared, fields, sides, overlaps, frozenset(terms.columns))


@dataclass(frozen=True, slots=True)
class _Terms:
    """Terms met so far with their names."""

    fields: dict[str, str] = field(default_factory=dict)
    sides: dict[str, str] = field(default_factory=dict)
    overlaps: dict[tuple[str, str], str] = field(default_factory=dict)
    columns: set[str] = field(default_factory=set)

    def rewrite(self, condition: str) -> str:
        import sqlglot
        from sqlglot import exp

        tree = sqlglot.parse_one(condition, read="duckdb").transform(self._field)
        self.columns.update(c.name[:-2] for c in tree.find_all(exp.Column) if c.name != RECORD)
        return tree.sql("duckdb")

    def _field(self, node: "exp.Expr") -> "exp.Expr":
        import sqlglot
        from sqlglot import exp

        if not isinstance(node, exp.Func) or isinstance(node, exp.Connector):
            return node
        term = node.transform(self._overlap).transform(self._side).transform(_faster).sql("duckdb")
        name = self.fields.setdefault(term, f"f{len(self.fields)}")
        return sqlglot.parse_one(f"{RECORD}['{name}']", read="duckdb")

    def _overlap(self, node: "exp.Expr") -> "exp.Expr":
        """What two lists of codes share, summed by weight, as a column of the pair."""
        from sqlglot import exp

        found = next((n for n in node.find_all(exp.Anonymous) if n.name.lower() == "list_intersect"), None)
        if found is None or node.sql("duckdb") != _SUMMED.format(found.sql("duckdb")):
            return node
        one, other = (_bare(side).sql("duckdb") for side in found.expressions)
        return exp.column(self.overlaps.setdefault((one, other), f"o{len(self.overlaps)}"), table="met")

    def _side(self, node: "exp.Expr") -> "exp.Expr":
        """All that asks for one report alone, as a side, worked out before two are brought together."""
        from sqlglot import exp

        of = {c.name[-2:] for c in node.find_all(exp.Column)}
        if len(of) != 1 or not of <= {"_l", "_r"} or isinstance(node, exp.Lambda):
            return node
        name = self.sides.setdefault(_bare(node).sql("duckdb"), f"s{len(self.sides)}")
        return exp.column(name, table=of.pop()[-1])


_SUMMED = "COALESCE(LIST_SUM(LIST_TRANSFORM({}, LAMBDA x : x & 15)), 0)"


def _bare(node: "exp.Expr") -> "exp.Expr":
    """A term over columns of one report, without saying of which."""
    from sqlglot import exp

    return node.copy().transform(lambda n: exp.column(n.name[:-2]) if isinstance(n, exp.Column) else n)


def _faster(node: "exp.Expr") -> "exp.Expr":
    """What two lists share, element by element, where both have any: faster than `list_intersect`.

    The same for lists in which nothing stands twice, as in all columns of a report.
    """
    import sqlglot
    from sqlglot import exp

    if not isinstance(node, exp.Anonymous) or node.name.lower() != "list_intersect":
        return node
    one, other = (side.sql("duckdb") for side in node.expressions)
    looked = f"list_filter({one}, lambda v: list_contains({other}, v))"
    return sqlglot.parse_one(
        f"case when len({one}) > 0 and len({other}) > 0 then {looked} else [] end", read="duckdb"
    )
