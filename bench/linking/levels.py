"""The level that every pair has in each comparison, as Splink finds it."""

from collections.abc import Iterable
from copy import deepcopy
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from linking.shape import Settings

if TYPE_CHECKING:
    from witnessmark.link.row import Row

Numbers = NDArray[np.int64]
Floats = NDArray[np.float64]
# Bits that no pair falls short of: all are asked for.
_ALL = -1e6


def levels(settings: Settings, rows: Iterable["Row"]) -> tuple[list[tuple[str, str]], Numbers]:
    """The pairs of `rows` that share a key, and for each the number of its level in every comparison."""
    from witnessmark.link.compare import weigh
    from witnessmark.link.table import database, load
    from witnessmark.link.weights import parts_of

    numbered = deepcopy(settings)
    for comparison in numbered["comparisons"]:
        for k, level in enumerate(comparison["comparison_levels"]):
            level["m_probability"], level["u_probability"] = 1.0, 0.5**k  # the bits of a level are its number
    columns = parts_of(settings)
    with database() as connection:
        load(connection, rows)
        weigh(connection, least=_ALL, by=numbered)
        found = connection.table("named").project(", ".join(["one", "other", *columns])).fetchall()
    told = sorted((*sorted((one, other)), *bits) for one, other, *bits in found)
    return [(a, b) for a, b, *_ in told], np.array([[round(x) for x in bits] for _, _, *bits in told])


def one_hot(settings: Settings, numbers: Numbers) -> Floats:
    """A column for every level of every comparison."""
    sizes = [len(c["comparison_levels"]) for c in settings["comparisons"]]
    return np.concatenate([np.eye(n)[numbers[:, k]] for k, n in enumerate(sizes)], axis=1)


def names(settings: Settings) -> list[tuple[str, str]]:
    """The comparison and the label of every column."""
    return [
        (c["output_column_name"], level["label_for_charts"])
        for c in settings["comparisons"]
        for level in c["comparison_levels"]
    ]
