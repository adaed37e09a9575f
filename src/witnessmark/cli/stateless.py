"""Commands that keep nothing: read, extract, link."""

from collections.abc import Iterator
from typing import Annotated

import typer

from witnessmark import pipeline
from witnessmark.cli.options import Format, FormatOption, Paths, Published, Rule, as_date
from witnessmark.cli.output import print_failures, print_records, print_table, progress
from witnessmark.cli.run import DONE, SOME_FAILED
from witnessmark.model.document import Document
from witnessmark.model.failure import Failure
from witnessmark.model.reading import Reading


def read(paths: Paths, format: FormatOption = Format.TABLE, published: Published = None) -> int:  # noqa: A002
    """Read documents and show their zones, dates and languages."""
    failures: list[Failure] = []
    documents = pipeline.read(paths, published=as_date(published))
    if format is Format.JSONL:
        print_records(_noting(progress(documents, "reading"), failures))
    else:
        rows = [_document_row(d) for d in progress(documents, "reading") if _kept(d, failures)]
        print_table("Documents", ("path", "title", "published", "how", "language", "zones"), rows)
        print_failures(failures)
    return SOME_FAILED if failures else DONE


def extract(
    paths: Paths,
    format: FormatOption = Format.TABLE,  # noqa: A002
    published: Published = None,
    mentions: Annotated[bool, typer.Option("--mentions", help="Also times and places.")] = False,
) -> int:
    """Extract claims: who says that what happened to whom, where, when, how many, with what."""
    failures: list[Failure] = []
    items = progress(pipeline.extract(paths, published=as_date(published)), "extracting")
    if format is Format.JSONL:
        print_records(_reading_records(items, failures, mentions=mentions))
    else:
        readings = [r for r in items if _kept(r, failures)]
        _claim_table([r for r in readings if isinstance(r, Reading)])
        print_failures(failures)
    return SOME_FAILED if failures else DONE


def link(
    paths: Paths,
    format: FormatOption = Format.TABLE,  # noqa: A002
    published: Published = None,
    rule: Rule = "default",
) -> int:
    """Link the claims of many documents into lineages, incidents and figures."""
    failures: list[Failure] = []
    items = progress(pipeline.extract(paths, published=as_date(published)), "extracting")
    linked = pipeline.link([r for r in items if isinstance(r, Reading) or not _kept(r, failures)], rule)  # type: ignore[misc]
    if format is Format.JSONL:
        for r in linked.readings:
            print_records([r.document, *r.timexes, *r.places, *r.claims, *r.relations])
        print_records([*linked.lineages, *linked.relations, *linked.incidents, *failures])
    else:
        print_tables(linked)
        print_failures(failures)
    return SOME_FAILED if failures else DONE


def print_tables(linked: pipeline.Linked) -> None:
    """Incidents and their figures as tables."""
    from witnessmark.publish.dossier import Dossier
    from witnessmark.publish.index import Index
    from witnessmark.publish.labels import codebook_labels
    from witnessmark.publish.table import FIGURE_COLUMNS, INCIDENT_COLUMNS, figure_rows, incident_rows

    index = Index(Dossier("", linked.readings, linked.lineages, linked.incidents, linked.relations))
    labels = codebook_labels()
    for title, columns, rows in (
        ("Incidents", INCIDENT_COLUMNS, incident_rows(index, labels)),
        ("Figures", FIGURE_COLUMNS, figure_rows(index, labels)),
    ):
        print_table(title, columns, [[row[c] for c in columns] for row in rows])


def _claim_table(readings: list[Reading]) -> None:
    from witnessmark.publish.dossier import Dossier
    from witnessmark.publish.index import Index
    from witnessmark.publish.labels import codebook_labels
    from witnessmark.publish.table import CLAIM_COLUMNS, claim_rows

    rows = claim_rows(Index(Dossier("", tuple(readings))), codebook_labels())
    print_table("Claims", CLAIM_COLUMNS, [[row[c] for c in CLAIM_COLUMNS] for row in rows])


def _kept(item: object, failures: list[Failure]) -> bool:
    if isinstance(item, Failure):
        failures.append(item)
        return False
    return True


def _noting(items: Iterator[Document | Failure], failures: list[Failure]) -> Iterator[object]:
    for item in items:
        _kept(item, failures)
        yield item


def _reading_records(
    items: Iterator[Reading | Failure], failures: list[Failure], *, mentions: bool
) -> Iterator[object]:
    for item in items:
        if isinstance(item, Failure):
            failures.append(item)
            yield item
            continue
        yield item.document
        if mentions:
            yield from item.timexes
            yield from item.places
        yield from item.claims
        yield from item.relations


def _document_row(d: Document | Failure) -> list[str]:
    if isinstance(d, Failure):
        return [d.item, "", "", "", "", d.message]
    kinds = ", ".join(dict.fromkeys(str(z.zone) for z in d.zones))
    day = d.published.day.isoformat() if d.published.day else ""
    return [d.path, d.title or "", day, str(d.published.how), d.language, kinds]
