"""Commands that keep nothing: read, extract, link."""

from collections.abc import Iterable, Iterator
from typing import Annotated, TypeVar

import typer

from witnessmark import pipeline
from witnessmark.cli.options import Format, FormatOption, Jobs, Paths, Published, Rule, as_date, processes
from witnessmark.cli.output import print_failures, print_records, progress
from witnessmark.cli.run import DONE, SOME_FAILED
from witnessmark.errors import UsageError
from witnessmark.model.failure import Failure
from witnessmark.model.reading import Reading
from witnessmark.model.when import mentioned

T = TypeVar("T")


def read(
    paths: Paths,
    format: FormatOption = Format.TABLE,  # noqa: A002  (the option's name)
    published: Published = None,
    jobs: Jobs = 1,
) -> int:
    """Read documents: text, zones, date, language.

    Each document is shown with its publication date, its language and the zones of its text: which parts
    are the report, and which are sign-up boxes, lists of other articles and the like.
    """
    failures: list[Failure] = []
    found = pipeline.read(paths, published=as_date(published), jobs=processes(jobs))
    items = progress(found, "reading")
    documents = _apart(items, failures)
    if format is Format.JSONL:
        print_records(documents)
    else:
        from witnessmark.cli.tables import print_documents

        print_documents(list(documents))
    return _ended(failures, format)


def extract(
    paths: Paths,
    format: FormatOption = Format.TABLE,  # noqa: A002  (the option's name)
    published: Published = None,
    jobs: Jobs = 1,
    mentions: Annotated[
        bool, typer.Option("--mentions", help="With jsonl: also every time and place mentioned.")
    ] = False,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Show how each sentence was read: chunks, tags, and which rules fired, or why they did not. "
            "PATH may then be the text itself, in quotes.",
        ),
    ] = False,
) -> int:
    """Extract claims: who says that what happened.

    A claim is a quoted stretch of a document with its meaning: who says that what happened to whom, where,
    when, how many, with what, by whom.
    """
    failures: list[Failure] = []
    if explain and (mentions or jobs != 1):
        raise UsageError("--explain shows one reading at a time: leave out --mentions and --jobs")
    if mentions and format is not Format.JSONL:
        raise UsageError("--mentions needs --format jsonl: the table shows claims only")
    if explain:
        from witnessmark.cli.explaining import explained, print_explained

        print_explained(_apart(explained(paths, as_date(published)), failures), format)
        return _ended(failures, format)
    found = pipeline.extract(paths, published=as_date(published), jobs=processes(jobs))
    readings = _apart(progress(found, "extracting"), failures)
    if format is Format.JSONL:
        for reading in readings:
            print_records(_records(reading, mentions=mentions))
    else:
        _print_claims(tuple(readings))
    return _ended(failures, format)


def _print_claims(readings: tuple[Reading, ...]) -> None:
    from witnessmark.cli.tables import print_claims
    from witnessmark.publish.dossier import Dossier

    print_claims(Dossier("", readings))


def link(
    paths: Paths,
    format: FormatOption = Format.TABLE,  # noqa: A002  (the option's name)
    published: Published = None,
    jobs: Jobs = 1,
    rule: Rule = "default",
) -> int:
    """Link claims into incidents with figures.

    Documents that go back to one report become one lineage, claims about one event one incident, and what
    the claims count becomes figures: low, best and high, with the rule that chose them.
    """
    failures: list[Failure] = []
    found = pipeline.extract(paths, published=as_date(published), jobs=processes(jobs))
    items = progress(found, "extracting")
    linked = pipeline.link(list(_apart(items, failures)), rule)
    if format is Format.JSONL:
        for reading in linked.readings:
            print_records(_records(reading, mentions=True))
        print_records([*linked.lineages, *linked.relations, *linked.incidents])
    else:
        from witnessmark.cli.tables import print_figures, print_incidents
        from witnessmark.publish.dossier import Dossier

        dossier = Dossier("", linked.readings, linked.lineages, linked.incidents, linked.relations)
        print_incidents(dossier)
        print_figures(dossier)
    return _ended(failures, format)


def _apart(items: Iterable[T | Failure], failures: list[Failure]) -> Iterator[T]:
    """The items that succeeded; the others are put into `failures`."""
    for item in items:
        if isinstance(item, Failure):
            failures.append(item)
        else:
            yield item


def _ended(failures: list[Failure], format: Format) -> int:  # noqa: A002  (the option's name)
    """Tell what failed, to programs as records after the others; the exit code."""
    if format is Format.JSONL:
        print_records(failures)
    print_failures(failures)
    return SOME_FAILED if failures else DONE


def _records(reading: Reading, *, mentions: bool) -> Iterator[object]:
    yield reading.document
    if mentions:
        for timex in reading.timexes:
            yield from mentioned(timex)
        yield from reading.places
    yield from reading.claims
    yield from reading.relations
