"""The command that corrects what a register claims to hold: from which day on, where, how fully."""

from typing import Annotated

import typer

from witnessmark.cli.holders import Countries, Coverage, Since, country_code
from witnessmark.cli.options import CaseDir, day_of
from witnessmark.cli.output import say
from witnessmark.cli.passphrases import PassphraseFile
from witnessmark.cli.run import DONE
from witnessmark.cli.site_tables import scope_told
from witnessmark.cli.unlocking import KeyFile, Keys, Reason, SignFile, entering
from witnessmark.errors import UsageError


def scope(  # noqa: PLR0913  (a parameter an option)
    case: CaseDir,
    *,
    key: KeyFile,
    sign: SignFile,
    since: Since = None,
    country: Countries = None,
    any_day: Annotated[bool, typer.Option("--any-day", help="It claims to hold those of any day.")] = False,
    any_country: Annotated[
        bool, typer.Option("--any-country", help="It claims to hold those of any country.")
    ] = False,
    coverage: Coverage = None,
    reason: Reason = "",
    passphrase_file: PassphraseFile = None,
) -> int:  # fmt: skip
    """Correct from which day on, of which countries and how fully the register claims to hold the sites.

    Countries are given all: they take the place of those of before.
    Checks say of incidents before that day, or elsewhere, that the register says nothing of them. What is not
    given stays as it is. It is entered and signed like everything else; what held before stays on record.
    """
    from witnessmark.pipeline import sites as pipeline

    if not (since or any_day or country or any_country) and coverage is None:
        raise UsageError("sites scope: give --since or --any-day, --country or --any-country, or --coverage")
    if (since and any_day) or (country and any_country):
        raise UsageError("sites scope: a day or --any-day, countries or --any-country: not both")
    day = day_of("--since", since) if since else None
    given = sorted({country_code(c) for c in country or []})
    with entering(case, Keys(key, sign, passphrase_file, reason), "sites scope") as desk:
        now = desk.held.register
        first = day if since or any_day else now.since
        countries = tuple(given) if country or any_country else now.countries
        share = now.coverage if coverage is None else coverage
        desk.enter(pipeline.scoped(first, countries, share))
    say(scope_told(first, countries, share))
    return DONE
