"""Our own tables: CSV files beside the code."""

import csv
from importlib.resources import files


def data(name: str) -> list[dict[str, str]]:
    """The rows of one of our own CSV tables."""
    text = (files("witnessmark.locate") / "data" / name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def split(cell: str) -> list[str]:
    """The parts of a cell that holds several names."""
    return [part.strip() for part in cell.split(";") if part.strip()]
