"""The command that writes the page of a case: report."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from witnessmark.cli.case import open_case
from witnessmark.cli.options import CaseDir
from witnessmark.cli.output import say
from witnessmark.cli.passphrases import PassphraseFile
from witnessmark.cli.run import DONE
from witnessmark.cli.unlocking import Keys, Reason, reading
from witnessmark.errors import StorageError, UsageError
from witnessmark.model.holder import Access
from witnessmark.pipeline.dossiers import dossier

if TYPE_CHECKING:
    from witnessmark.model.site_check import SiteCheck
    from witnessmark.model.site_measures import SiteMeasures
    from witnessmark.store.case import Case

    _Checked = tuple[tuple[SiteCheck, ...], SiteMeasures | None]


def report(
    case: CaseDir,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to write it; CASE/report.html if not given."
        ),
    ] = None,
    *,
    sites: Annotated[
        bool,
        typer.Option("--sites", help="Show what checks against the register of sites find."),
    ] = False,
    key: Annotated[
        Path | None,
        typer.Option(
            "--key", metavar="FILE", envvar="WITNESSMARK_REGISTER_KEY", show_envvar=True,
            help="For --sites: your key file that opens the register; outside the case.",
        ),
    ] = None,
    reason: Reason = "",
    passphrase_file: PassphraseFile = None,
) -> int:  # fmt: skip
    """Write the report, one HTML file that works offline.

    Incidents on a map and a timeline; each figure opens to its claims, each quote marked in its document.
    With --sites it says of each incident what had been notified; no site's name or position is in it.
    """
    if not sites:
        with open_case(case) as opened:
            path = write_report(opened, output or case / "report.html")
    elif key is None:
        raise UsageError("report --sites opens the register: give --key FILE")
    else:
        from witnessmark.pipeline.site_checks import check, measure
        from witnessmark.pipeline.sites import holdings

        with reading(
            case, Keys(key, None, passphrase_file, reason), "report", Access.CHECKER, "a report with checks"
        ) as (opened, register):
            held, incidents = holdings(register).register, tuple(opened.incidents())
            checks = tuple(check(incidents, held))
            found = (checks, measure(checks, incidents, held))
            path = write_report(opened, output or case / "report.html", found)
    say(str(path))
    return DONE


def write_report(opened: "Case", path: Path, found: "_Checked" = ((), None)) -> Path:
    """The report of an open case as a file. Raises StorageError where it cannot be written."""
    from witnessmark.publish import publish

    text = publish(replace(dossier(opened), checks=found[0], measures=found[1]))
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise StorageError(
            f"{path}: the report cannot be written ({error.strerror}); choose another --output"
        ) from error
    return path
