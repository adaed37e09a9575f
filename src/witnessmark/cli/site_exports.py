"""Writing a register out: coarsened for some, encrypted for others."""

from pathlib import Path
from typing import Annotated

import typer

from witnessmark.cli.options import CaseDir
from witnessmark.cli.output import count, note, say
from witnessmark.cli.passphrases import PassphraseFile
from witnessmark.cli.recipients import EncryptTo, recipients
from witnessmark.cli.run import DONE
from witnessmark.cli.unlocking import KeyFile, Keys, Reason, day_or_today, reading
from witnessmark.errors import UsageError
from witnessmark.model.holder import Access


def export(  # noqa: PLR0913  (a parameter an option)
    case: CaseDir,
    *,
    audience: Annotated[
        str, typer.Option("--audience", metavar="NAME", help="public, partner or sealed: what may be in it.")
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write it; a new file.")
    ],
    key: KeyFile,
    k: Annotated[
        int | None,
        typer.Option("--least", metavar="K", min=1, help="Sites that stand together in a cell, at least."),
    ] = None,
    encrypt_to: EncryptTo = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="Sites that stood on this day; today.")
    ] = None,
    reason: Reason = "",
    passphrase_file: PassphraseFile = None,
) -> int:  # fmt: skip
    """Write the sites of a register as GeoJSON, as an audience may have them.

    public and partner get counts in cells of the H3 grid with at least K sites each, 5 if not given; sites
    too few for any cell are left out and counted. sealed is the register in full, encrypted with age.
    """
    from witnessmark.pipeline import site_exports, sites
    from witnessmark.publish.coarse_sites import audience as named
    from witnessmark.store.keyfiles import new_file, outside

    to, day = named(audience, k=k), day_or_today(on)
    keys_of = recipients(encrypt_to)
    site_exports.check_recipients(to, keys_of)  # before the register is opened, which is noted
    if to.full:
        outside(output)
    if output.exists():
        raise UsageError(f"{output}: is there already: choose another --output")
    access, what = (Access.KEEPER, "an export in full") if to.full else (Access.CHECKER, "an export of cells")
    keys = Keys(key, None, passphrase_file, reason)
    with reading(case, keys, "sites export", access, what) as (_, register):
        held = sites.holdings(register).register.sites
    new_file(output, site_exports.export(held, to, day, keys_of), 0o600)
    say(str(output))
    note(f"{count(sum(s.stay_on(day) is not None for s in held), 'site')} stood on {day}; for: {to.name}")
    return DONE
