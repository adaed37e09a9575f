"""The command that checks incidents against the register of sites."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from witnessmark.cli.options import CaseDir, Format, FormatOption, Jobs, processes
from witnessmark.cli.output import print_records, say
from witnessmark.cli.passphrases import PassphraseFile
from witnessmark.cli.run import DONE
from witnessmark.cli.unlocking import KeyFile, Keys, Reason, reading
from witnessmark.errors import UsageError
from witnessmark.model.holder import Access
from witnessmark.model.incident import Incident, IncidentKind
from witnessmark.model.site_check import SiteCheck

if TYPE_CHECKING:
    from witnessmark.publish.labels import Labels

Only = Annotated[
    list[str] | None,
    typer.Option("--incident", metavar="ID", help="Only this incident: how its id begins; may be repeated."),
]
Exact = Annotated[
    bool, typer.Option("--exact", help="With ids of sites and measures; needs the right of an analyst.")
]


def check(  # noqa: PLR0913  (a parameter an option)
    case: CaseDir,
    format: FormatOption = Format.TABLE,  # noqa: A002  (the option's name)
    *,
    key: KeyFile,
    incident: Only = None,
    exact: Exact = False,
    jobs: Jobs = 1,
    reason: Reason = "",
    passphrase_file: PassphraseFile = None,
) -> int:
    """Check whether places that were hit had been notified, and to whom.

    Each single incident is laid beside the register. What comes out holds no name and no position of a site,
    and distances and probabilities in bands; with --exact, ids of sites and the measures themselves.
    """
    from witnessmark.pipeline.site_checks import check as checked
    from witnessmark.pipeline.sites import holdings

    access, what = (Access.ANALYST, "an exact check") if exact else (Access.CHECKER, "a check")
    keys = Keys(key, None, passphrase_file, reason)
    with reading(case, keys, "sites check", access, what) as (opened, register):
        chosen = _chosen(tuple(opened.incidents()), incident or [])
        checks = list(checked(chosen, holdings(register).register, processes(jobs)))
    _show(chosen, checks, format, exact=exact)
    return DONE


def _chosen(incidents: Sequence[Incident], names: Sequence[str]) -> Sequence[Incident]:
    for name in names:
        fits = [i for i in incidents if i.id.startswith(name)]
        if len(fits) != 1:
            how = "several incidents begin" if fits else "no incident begins"
            raise UsageError(f"--incident {name}: {how} so; witnessmark incidents lists them")
        if fits[0].kind is not IncidentKind.INCIDENT:
            raise UsageError(
                f"--incident {name}: a total, an allegation or a setting has no place of its own"
            )
    return [i for i in incidents if not names or any(i.id.startswith(name) for name in names)]


def _show(incidents: Sequence[Incident], checks: Sequence[SiteCheck], form: Format, *, exact: bool) -> None:
    from witnessmark.publish.labels import codebook_labels
    from witnessmark.publish.site_checks import coarse

    labels = codebook_labels()
    if form is Format.JSONL:
        print_records(checks if exact else [coarse(c, labels) for c in checks])
        return
    _print({i.id: i for i in incidents}, checks, labels, exact=exact)


def _print(known: dict[str, Incident], checks: Sequence[SiteCheck], labels: "Labels", *, exact: bool) -> None:
    from witnessmark.cli.tables import Column, print_table
    from witnessmark.publish import phrases, words
    from witnessmark.publish.site_checks import coarse

    columns = (
        Column("when and where", 3), Column("what", 3), Column("attributed to", 3), Column("result", 4),
        Column("struck point inside", 3), Column("in reach", right=True), Column("sites", 3, wide_only=True),
    )  # fmt: skip
    rows = []
    for found in sorted(
        checks, key=lambda c: (known[c.incident].date[0] is None, known[c.incident].date[0], c.id)
    ):
        i, told = known[found.incident], coarse(found, labels)
        rows.append(
            [
                f"{words.span(*i.date)}\n{words.place(i.place)}",
                phrases.what(i, labels),
                ", ".join(map(labels.name, i.attributed_to)) or "not stated",
                labels.of("site_results", told.result.value),
                labels.of("likelihood", told.likelihood) if told.likelihood else words.DASH,
                str(told.candidates),
                "\n".join(f"{m.site} {m.probability:.2f}" for m in found.matches) if exact else "",
            ]
        )
    shown = columns if exact else columns[:-1]
    print_table(f"Checks ({len(rows):,})", shown, [[row[: len(shown)]] for row in rows])
    for sentence in sorted({c.statement for c in checks}):
        say(sentence)
