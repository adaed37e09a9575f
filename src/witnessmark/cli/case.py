"""Commands in a case: init, add, status, claims, incidents, figures, report, rebuild, verify, serve."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from witnessmark import pipeline
from witnessmark.cli.options import CaseDir, Format, FormatOption, Paths, Published, Rule, as_date
from witnessmark.cli.output import print_failures, print_records, print_table, progress
from witnessmark.cli.run import BROKEN, DONE, SOME_FAILED
from witnessmark.errors import StorageError
from witnessmark.model.document import Document
from witnessmark.model.failure import Failure

if TYPE_CHECKING:
    from witnessmark.publish.dossier import Dossier
    from witnessmark.store.case import Case


def init(case: CaseDir) -> int:
    """Make a new, empty case."""
    from witnessmark.store.case import Case

    with Case.init(case):
        typer.echo(f"made a case in {case}; add reports with: witnessmark add {case} PATH...")
    return DONE


def add(case: CaseDir, paths: Paths, published: Published = None) -> int:
    """Add reports: keep their bytes, read them, extract their claims, and link them."""
    day = as_date(published)
    with _open(case) as opened:
        opened.begin_run("add", {"paths": list(paths), "published": published})
        kept, failures = keep(opened, paths, day)
        pipeline.rebuild(opened)
        opened.finish_run({"documents": kept, "failures": len(failures)})
    print_failures(failures)
    typer.echo(f"{kept} documents kept, {len(failures)} failures")
    return SOME_FAILED if failures else DONE


def keep(opened: "Case", paths: list[str], day: object = None) -> tuple[int, list[Failure]]:
    """Add everything under paths to an open case; how many documents, and what failed."""
    kept, failures = 0, []
    for item in progress(pipeline.add(opened, paths, published=day), "adding"):  # type: ignore[arg-type]
        if isinstance(item, Document):
            kept += 1
        else:
            failures.append(item)
    return kept, failures


def status(case: CaseDir) -> int:
    """Say what the case holds."""
    with _open(case) as opened:
        rows = [(name, str(n)) for name, n in opened.status().items()]
        stale = opened.stale()
        cut_off = opened.unfinished_runs()
    print_table(f"Case {case}", ("what", "how many"), rows)
    if stale:
        typer.echo(f"incidents are older than the documents; run: witnessmark rebuild {case}")
    for run in cut_off:
        typer.echo(f"a run was cut off: {run}; run the same command again to complete it")
    return DONE


def claims(case: CaseDir, format: FormatOption = Format.TABLE) -> int:  # noqa: A002
    """List the claims of a case with who says what."""
    with _open(case) as opened:
        if format is Format.JSONL:
            print_records(opened.claims())
            return DONE
        dossier = _dossier(opened)
    from witnessmark.publish.table import CLAIM_COLUMNS, claim_rows

    _print(dossier, "Claims", CLAIM_COLUMNS, claim_rows)
    return DONE


def incidents(case: CaseDir, format: FormatOption = Format.TABLE) -> int:  # noqa: A002
    """List the incidents of a case."""
    with _open(case) as opened:
        if format is Format.JSONL:
            print_records(opened.incidents())
            return DONE
        dossier = _dossier(opened)
    from witnessmark.publish.table import INCIDENT_COLUMNS, incident_rows

    _print(dossier, "Incidents", INCIDENT_COLUMNS, incident_rows)
    return DONE


def figures(case: CaseDir, format: FormatOption = Format.TABLE) -> int:  # noqa: A002
    """List low, best and high of every figure with the rule that chose them."""
    with _open(case) as opened:
        if format is Format.JSONL:
            print_records(opened.incidents())
            return DONE
        dossier = _dossier(opened)
    from witnessmark.publish.table import FIGURE_COLUMNS, figure_rows

    _print(dossier, "Figures", FIGURE_COLUMNS, figure_rows)
    return DONE


def report(
    case: CaseDir,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where to write; CASE/report.html.")
    ] = None,
) -> int:
    """Write one self-contained HTML file that works offline."""
    with _open(case) as opened:
        path = write_report(opened, output or case / "report.html")
    typer.echo(str(path))
    return DONE


def rebuild(case: CaseDir, rule: Rule = "default") -> int:
    """Fold all claims into incidents again; the same case gives the same bytes."""
    with _open(case) as opened:
        opened.begin_run("rebuild", {"rule": rule})
        linked = pipeline.rebuild(opened, rule)
        opened.finish_run({"incidents": len(linked.incidents), "lineages": len(linked.lineages)})
    typer.echo(f"{len(linked.incidents)} incidents, {len(linked.lineages)} lineages")
    return DONE


def verify(case: CaseDir) -> int:
    """Check the hash chains, the kept bytes and every quote."""
    with _open(case) as opened:
        problems = opened.verify()
    for problem in problems:
        typer.echo(problem, err=True)
    typer.echo("everything checks out" if not problems else f"{len(problems)} problems")
    return BROKEN if problems else DONE


def serve(
    case: CaseDir,
    port: Annotated[int, typer.Option("--port", help="0 picks a free one.")] = 8000,
) -> int:
    """Write the report and show it at an address of this machine only."""
    from witnessmark.cli.serving import serve_file

    with _open(case) as opened:
        path = write_report(opened, case / "report.html")
    return serve_file(path, port)


def write_report(opened: "Case", path: Path) -> Path:
    """The report of an open case as a file. Raises StorageError where it cannot be written."""
    from witnessmark.publish import publish

    text = publish(_dossier(opened))
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise StorageError(
            f"{path}: the report cannot be written ({error.strerror}); choose another --output"
        ) from error
    return path


def _open(case: Path) -> "Case":
    from witnessmark.store.case import Case

    return Case.open(case)


def _dossier(opened: "Case") -> "Dossier":
    from witnessmark.publish.dossier import Dossier

    readings = tuple(opened.readings())
    return Dossier(
        title=opened.root.name,
        readings=readings,
        lineages=tuple(opened.lineages()),
        incidents=tuple(opened.incidents()),
        relations=tuple(opened.relations()),
        failures=tuple(opened.failures()),
        case_name=opened.root.name,
    )


def _print(dossier: "Dossier", title: str, columns: tuple[str, ...], rows_of: object) -> None:
    from witnessmark.publish.index import Index
    from witnessmark.publish.labels import codebook_labels

    rows = rows_of(Index(dossier), codebook_labels())  # type: ignore[operator]
    print_table(title, columns, [[row[c] for c in columns] for row in rows])
