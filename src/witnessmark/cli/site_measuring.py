"""The command that says what the checks of a case come to."""

from witnessmark.cli.options import CaseDir, Format, FormatOption, Jobs, processes
from witnessmark.cli.output import print_records, say
from witnessmark.cli.passphrases import PassphraseFile
from witnessmark.cli.run import DONE
from witnessmark.cli.unlocking import KeyFile, Keys, Reason, reading
from witnessmark.model.holder import Access


def measures(
    case: CaseDir,
    format: FormatOption = Format.TABLE,  # noqa: A002  (the option's name)
    *,
    key: KeyFile,
    jobs: Jobs = 1,
    reason: Reason = "",
    passphrase_file: PassphraseFile = None,
) -> int:
    """Add up what the checks found: attacks, and the sites hit.

    Attacks on listed sites and the distinct sites they hit are two figures. Beside them: sites hit again,
    days from notification to strike, notified sites beside others of their kind in the same areas with an
    interval, and what was put out of service. A warning says where the sample does not carry it.
    """
    from witnessmark.pipeline.site_checks import check, measure
    from witnessmark.pipeline.sites import holdings

    keys = Keys(key, None, passphrase_file, reason)
    with reading(case, keys, "sites measures", Access.CHECKER, "measures") as (opened, register):
        held, incidents = holdings(register).register, tuple(opened.incidents())
        found = measure(tuple(check(incidents, held, processes(jobs))), incidents, held)
    if format is Format.JSONL:
        print_records([found])
        return DONE
    from witnessmark.cli.tables import Column, print_table
    from witnessmark.publish.labels import codebook_labels
    from witnessmark.publish.site_measures import measure_sheets

    sheets = measure_sheets(found, codebook_labels())
    columns = (Column("measure", 3), Column("found", 4), Column("warning", 3))
    print_table("Measures", columns, [[(s.what, "\n".join(s.lines), s.warning)] for s in sheets])
    say(found.statement)
    return DONE
