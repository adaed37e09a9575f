"""Publish: a case as one file that anyone can check, with every number traced to a quoted sentence."""

from collections.abc import Callable, Mapping

from witnessmark.errors import UsageError
from witnessmark.publish.dossier import Dossier, Town
from witnessmark.publish.html import html
from witnessmark.publish.index import Index
from witnessmark.publish.labels import Labels, codebook_labels
from witnessmark.publish.lines import jsonl
from witnessmark.publish.protect import protect
from witnessmark.publish.sheet import csv

FORMATS: Mapping[str, Callable[[Dossier, Labels], str]] = {
    "html": html,  # one page, self-contained, for people
    "jsonl": jsonl,  # the records of the contract, for programs
    "csv": csv,  # the figures, for spreadsheets
}


def publish(dossier: Dossier, form: str = "html", labels: Labels | None = None) -> str:
    """The dossier as one text in a form of `FORMATS`; the same dossier gives the same bytes.

    Codes are put in words by `labels`, by default those of the codebook.
    Nothing finer than a tenth of a degree leaves for a place below a town, and coordinates written out in a
    document are blacked out. Raises QuoteError when a quote is not the text at its offsets, IntegrityError
    when an incident names a claim or document that is not there, and UsageError for an unknown form.
    """
    if form not in FORMATS:
        raise UsageError(f"no report format `{form}`; there are {', '.join(FORMATS)}")
    Index(dossier)  # checks quotes and references before anything is masked
    return FORMATS[form](protect(dossier), labels or codebook_labels())


__all__ = ["FORMATS", "Dossier", "Labels", "Town", "publish"]
