"""The figures as a spreadsheet reads them."""

import csv as _csv
import io

from witnessmark.publish.dossier import Dossier
from witnessmark.publish.index import Index
from witnessmark.publish.labels import Labels
from witnessmark.publish.table import FIGURE_COLUMNS, figure_rows

# What a spreadsheet would run (OWASP, CSV injection); some read the wide signs of East Asian fonts alike.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def csv(dossier: Dossier, labels: Labels) -> str:
    """One row a figure, with a header; a cell that a spreadsheet would run as a formula is quoted."""
    out = io.StringIO()
    writer = _csv.DictWriter(out, FIGURE_COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in figure_rows(Index(dossier), labels):
        writer.writerow({key: safe(cell) for key, cell in row.items()})
    return out.getvalue()


def safe(cell: str) -> str:
    """The cell as a spreadsheet shows it and never runs it."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
