"""Clustering by component gives what clustering all at once gives: groups, demands and refusals."""

from random import Random

from link.test_compare import row
from witnessmark.link import table
from witnessmark.link.cluster import Clusters, cluster
from witnessmark.link.compare import weigh, weighed
from witnessmark.link.components import clusters

ROWS = [row(n, Random(n)) for n in range(160)]  # noqa: S311  (made-up rows, not a secret)


def _no_neighbours(one: str, other: str) -> str | None:
    return "told side by side" if abs(int(one[1:]) - int(other[1:])) == 40 and one.endswith("3") else None


def _both(together=(), apart=lambda _a, _b: None) -> tuple[Clusters, list[Clusters]]:
    with table.database() as connection:
        table.load(connection, ROWS)
        weigh(connection)
        parts = list(clusters(connection, together=together, apart=apart))
        names = [r.unique_id for r in ROWS]
        return cluster(names, list(weighed(connection)), together=together, apart=apart), parts


def test_groups_are_those_of_clustering_all_at_once() -> None:
    whole, parts = _both()
    assert len(whole.groups) < len(ROWS)
    assert tuple(sorted(g for p in parts for g in p.groups)) == whole.groups


def test_what_is_demanded_joins_components_and_what_is_forbidden_is_refused() -> None:
    together = [("r001", "r018"), ("r002", "r147"), ("r147", "r018")]
    whole, parts = _both(together, _no_neighbours)
    groups = sorted(g for p in parts for g in p.groups)
    assert {"r001", "r002", "r018", "r147"} <= next(set(g) for g in groups if "r001" in g)
    assert tuple(groups) == whole.groups
    assert whole.refused
    assert sorted(r for p in parts for r in map(str, p.refused)) == sorted(map(str, whole.refused))


def test_without_rows_there_are_no_clusters() -> None:
    with table.database() as connection:
        table.load(connection, [])
        weigh(connection)
        assert list(clusters(connection)) == []
