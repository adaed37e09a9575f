"""Commands in a case: init, add, status, claims, incidents, figures, rebuild, verify."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from witnessmark import codebook, pipeline
from witnessmark.cli.anew import told_anew
from witnessmark.cli.options import CaseDir, Format, FormatOption, Paths, Published, Rule, as_date
from witnessmark.cli.output import count, note, print_failures, print_records, progress, say
from witnessmark.cli.passphrases import PassphraseFile, passphrase
from witnessmark.cli.run import BROKEN, DONE, SOME_FAILED
from witnessmark.cli.scoping import Explain, From, InPlace, OtherRule, Party, To, check, scope
from witnessmark.codebook.book import UNDETERMINED
from witnessmark.errors import UsageError
from witnessmark.model.failure import Failure
from witnessmark.pipeline.dossiers import dossier

if TYPE_CHECKING:
    from witnessmark.store.case import Case


def init(case: CaseDir) -> int:
    """Make a new, empty case.

    CASE is a directory that does not exist yet, or an empty one. Its tables are a SQLite file in it, or,
    where WITNESSMARK_DATABASE_URL is set, a PostgreSQL database.
    """
    from witnessmark.store.case import Case

    with Case.init(case):
        say(f"made a case in {case}; add reports with: witnessmark add {quote(str(case))} PATH...")
    return DONE


def add(case: CaseDir, paths: Paths, published: Published = None) -> int:
    """Add reports to a case.

    Their bytes are kept as received; they are read, their claims are extracted and linked with those there.
    Adding a report again changes nothing, so an add that was cut off is completed by running it again. Added
    with another --published, or without it, the report is read anew and its last date of publication holds.
    """
    day = as_date(published)
    with open_case(case) as opened:
        failures = keep(opened, paths, day)
    print_failures(failures)
    return SOME_FAILED if failures else DONE


def keep(opened: "Case", paths: list[str], day: date | None = None) -> list[Failure]:
    """Add everything under paths to an open case, link it and say how much it was; what failed."""
    opened.begin_run("add", {"paths": paths, "published": day.isoformat() if day else None})
    before, heads = opened.documents_number(), opened.heads()
    failures: list[Failure] = []
    read, unread = 0, Counter[str]()
    for item in progress(pipeline.add(opened, paths, published=day), "adding"):
        if isinstance(item, Failure):
            failures.append(item)
        else:
            read += 1
            if not codebook.load().reads(item.language):
                unread[item.language] += 1
    pipeline.update(opened)
    total = opened.documents_number()
    anew = opened.read_anew(heads)
    opened.finish_run({"documents": read, "failures": len(failures)})
    failed = f", {len(failures):,} failed" if failures else ""
    say(f"{count(read, 'document')} read, {total - before:,} new{failed}; the case holds {total:,}")
    for line in told_anew(anew):
        note(line)
    if unread:
        told = ", ".join(f"{language} {n:,}" for language, n in sorted(unread.items()))
        note(f"{count(unread.total(), 'document')} kept, in languages not read for claims: {told}")
    return failures


def status(case: CaseDir) -> int:
    """Say what a case holds, and what is amiss."""
    from witnessmark.cli.tables import Column, print_table

    with open_case(case) as opened:
        rows = [(name, f"{n:,}") for name, n in opened.status().items()]
        known = (*codebook.load().read_languages, UNDETERMINED)
        rows.append(("in languages not read for claims", f"{opened.in_other_languages(known):,}"))
        rows.append(("pairs to review", f"{pipeline.pairs_left(opened):,}"))
        rows.append(("claims to review", f"{len(opened.unsure()):,}"))
        if opened.has_register():
            rows.append(("openings of the register of sites", f"{sum(1 for _ in opened.openings()):,}"))
        stale = opened.stale()
        open_runs = opened.unfinished_runs()
    print_table(f"Case {case}", (Column("what"), Column("how many", right=True)), [rows])
    if stale:
        note(f"incidents are older than the documents; run: witnessmark rebuild {quote(str(case))}")
    for run in open_runs:
        note(f"has not ended: {run}. If it is not still at work it was cut off: run the same command again")
    return DONE


def claims(case: CaseDir, format: FormatOption = Format.TABLE) -> int:  # noqa: A002  (the option's name)
    """List the claims of a case: who says what."""
    with open_case(case) as opened:
        if format is Format.JSONL:
            print_records(c for r in pipeline.readings(opened) for c in r.claims)
            return DONE
        held = dossier(opened)
    from witnessmark.cli.tables import print_claims

    print_claims(held)
    return DONE


def incidents(
    case: CaseDir,
    format: FormatOption = Format.TABLE,  # noqa: A002  (the option's name)
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", help="Say how well each side of an incident is known, and by which claims."
        ),
    ] = False,
    rule: OtherRule = None,
) -> int:
    """List the incidents of a case.

    With --explain each is shown with its grade: the level of each dimension, why, by which claims, and what
    would lift it. With --format jsonl the records hold their grades always.
    """
    with open_case(case) as opened:
        found = pipeline.incidents(opened, rule)
        if format is Format.JSONL:
            print_records(found)
            return DONE
        held = replace(dossier(opened), incidents=found)
    if explain:
        from witnessmark.cli.grading import print_grades

        print_grades(held)
        return DONE
    from witnessmark.cli.tables import print_incidents

    print_incidents(held)
    return DONE


def figures(  # noqa: PLR0913  (a parameter an option)
    case: CaseDir,
    format: FormatOption = Format.TABLE,  # noqa: A002  (the option's name)
    *,
    rule: OtherRule = None,
    explain: Explain = False,
    start: From = None,
    end: To = None,
    place: InPlace = None,
    party: Party = None,
) -> int:
    """List figures: low, best, high, and why.

    With --format jsonl the records are the incidents that have figures; each holds its own. With --from,
    --to, --place or --party figures are added up over the single incidents in that scope; totals that others
    gave are shown beside and never added.
    """
    asked = scope(start, end, place, party)
    if asked and explain:
        raise UsageError("--explain shows figures of incidents: leave out --from, --to, --place and --party")
    with open_case(case) as opened:
        found = pipeline.incidents(opened, rule)
        if asked:
            check(asked, found)
        summed = pipeline.period(found, asked) if asked else None
        if format is Format.JSONL:
            print_records([summed] if summed else (i for i in found if i.figures))
            return DONE
        held = replace(dossier(opened), incidents=found)
    from witnessmark.cli.figuring import print_period, print_reasons
    from witnessmark.cli.tables import print_figures

    if summed:
        print_period(summed, held)
    else:
        (print_reasons if explain else print_figures)(held)
    return DONE


def rebuild(case: CaseDir, rule: Rule = "default") -> int:
    """Fold all claims into incidents again.

    The same documents and decisions give the same incidents, byte for byte.
    """
    with open_case(case) as opened:
        opened.begin_run("rebuild", {"rule": rule})
        linked = pipeline.rebuild(opened, rule)
        opened.finish_run({"incidents": len(linked.incidents), "lineages": len(linked.lineages)})
    incidents, lineages = count(len(linked.incidents), "incident"), count(len(linked.lineages), "lineage")
    say(f"{incidents}, {lineages}")
    return DONE


def verify(
    case: CaseDir,
    key: Annotated[
        Path | None,
        typer.Option(
            "--key", metavar="FILE", help="Open every segment of the register of sites with this key as well."
        ),
    ] = None,
    passphrase_file: PassphraseFile = None,
) -> int:
    """Check hash chains, kept bytes and every quote.

    The signatures in the register of sites are checked too. Nothing is changed, and no key is needed; with
    --key it is noted that the register was opened. Each problem is a line on standard error, and the exit
    code is then 3.
    """
    with open_case(case) as opened:
        problems = opened.verify()
        if key is not None:
            problems += _sealed_problems(opened, key, passphrase_file)
    for problem in problems:
        note(problem)
    say("everything checks out" if not problems else f"{count(len(problems), 'problem')} found")
    return BROKEN if problems else DONE


def _sealed_problems(opened: "Case", key: Path, passphrase_file: Path | None) -> list[str]:
    from witnessmark.store.keyfiles import open_register

    opener = open_register(key, passphrase(str(key), passphrase_file))
    return list(opened.open_register(opener, "verify", "every segment opened").problems())


def open_case(case: Path) -> "Case":
    from witnessmark.store.case import Case

    return Case.open(case)
