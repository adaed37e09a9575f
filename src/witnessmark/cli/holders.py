"""Commands on who may open the register of sites: init, grant, revoke, holders, openings."""

from pathlib import Path
from typing import Annotated

import typer

from witnessmark.cli.options import CaseDir, Format, FormatOption, day_of
from witnessmark.cli.output import note, print_records, say
from witnessmark.cli.passphrases import PassphraseFile, passphrase
from witnessmark.cli.run import DONE
from witnessmark.cli.unlocking import KeyFile, Keys, Reason, SignFile, entering
from witnessmark.errors import UsageError, WitnessmarkError
from witnessmark.model.holder import Access, Holder

Coverage = Annotated[
    float | None,
    typer.Option(
        "--coverage", metavar="SHARE", min=0, max=1,
        help="Share of all sites of a kind there that it holds, as you judge; where nobody says, 0.48.",
    ),
]  # fmt: skip
Since = Annotated[
    str | None,
    typer.Option(
        "--since", metavar="DATE", help="The first day it claims to know of; before, it says nothing."
    ),
]
Countries = Annotated[
    list[str] | None,
    typer.Option("--country", metavar="ISO", help="Country it holds sites of, such as SYR; may be repeated."),
]
Name = Annotated[str, typer.Option("--by", metavar="NAME", help="Whose key it is: a person, or a post.")]


def init(  # noqa: PLR0913  (a parameter an option)
    case: CaseDir,
    *,
    key: KeyFile,
    sign: SignFile,
    by: Name,
    since: Since = None,
    country: Countries = None,
    coverage: Coverage = None,
    passphrase_file: PassphraseFile = None,
) -> int:
    """Begin the register of protected sites of a case.

    It is sealed: only keys that a keeper granted open it, and no key lies in the case. You are its first
    keeper. Grant a second keeper soon: a register whose keys are lost is lost.
    """
    from witnessmark.store.case import Case
    from witnessmark.store.keyfiles import open_register, open_signing, public_path

    for file, use in ((key, "register"), (sign, "signing")):
        if public_path(file).exists():  # a key that was moved without its line may be either
            _line(public_path(file), use)
    scope = _scope(since, country or [], coverage)
    with Case.open(case) as opened:
        opener = open_register(key, passphrase(str(key), passphrase_file))
        signer = open_signing(sign, passphrase(str(sign), passphrase_file))
        if opener.line == signer.line:
            raise UsageError("--key and --sign are one key: make one for each (key new --for register)")
        run = opened.begin_run("sites init", {"by": by})
        try:
            opened.make_register(Holder(by, Access.KEEPER, opener.line, signer.line), signer)
            register = opened.open_register(opener, "sites init", "begin", Access.KEEPER, "sites init")
            register.keep(run, signer, scope)
        except WitnessmarkError:
            opened.finish_run({"entered": 0})
            raise
        opened.finish_run({"entered": 1})
    say(f"made the register of sites; keeper: {by}")
    note("there is one keeper: grant another, as nobody can open a register whose keys are lost")
    return DONE


def grant(  # noqa: PLR0913  (a parameter an option)
    case: CaseDir,
    *,
    key: KeyFile,
    sign: SignFile,
    to: Annotated[str, typer.Option("--to", metavar="NAME", help="Who is to open it: a person, or a post.")],
    access: Annotated[
        Access,
        typer.Option(
            "--access",
            help="checker: runs checks and sees bands; analyst: sees positions and names; keeper: imports, "
            "notifies, and grants.",
        ),
    ],
    opens: Annotated[
        Path, typer.Option("--public", metavar="FILE", help="Their public key that is to open it (FILE.pub).")
    ],
    signs: Annotated[
        Path | None, typer.Option("--signing", metavar="FILE", help="A keeper's public signing key.")
    ] = None,
    reason: Reason = "",
    passphrase_file: PassphraseFile = None,
) -> int:
    """Let somebody open the register, or change what they may do.

    Whoever holds a key can read all that was entered until it is taken back: the smaller rights are kept by
    this program, not by the seal.
    """
    holder = Holder(to, access, _line(opens, "register"), _line(signs, "signing") if signs else None)
    keys = Keys(key, sign, passphrase_file, reason)
    with entering(case, keys, "sites grant", {"to": to, "access": str(access)}) as desk:
        desk.register.grant(desk.run, desk.signer, holder)
    say(f"{to} may open the register as {access}")
    return DONE


def revoke(
    case: CaseDir,
    key: KeyFile,
    sign: SignFile,
    name: Annotated[str, typer.Option("--from", metavar="NAME", help="Whose key is taken back.")],
    reason: Reason = "",
    passphrase_file: PassphraseFile = None,
) -> int:
    """Take a holder's key back.

    What is entered from now on is sealed to the others alone. What they could read before, or copied, stays
    readable to them: no program can take that back.
    """
    keys = Keys(key, sign, passphrase_file, reason)
    with entering(case, keys, "sites revoke", {"from": name}) as desk:
        desk.register.revoke(desk.run, desk.signer, name, reason)
    say(f"{name} no longer opens the register")
    note("what they could read before stays readable to them, where they kept a copy of the case")
    return DONE


def holders(case: CaseDir) -> int:
    """List who may open the register; no key is needed."""
    from witnessmark.cli.tables import Column, print_table
    from witnessmark.keys.signing import key_id
    from witnessmark.store.case import Case

    with Case.open(case) as opened:
        opened.need_register()
        rows = [(h.name, str(h.access), key_id(h.opens), _id(h.signs)) for h in opened.holders()]
    columns = (Column("who", 2), Column("right"), Column("opens with", 2), Column("signs with", 2))
    print_table(f"Keys of the register of {case}", columns, [rows])
    return DONE


def openings(case: CaseDir, format: FormatOption = Format.TABLE) -> int:  # noqa: A002  (the option's name)
    """List every opening of the register: who, with what right, for what, why, when; no key is needed."""
    from witnessmark.cli.tables import Column, print_table
    from witnessmark.store.case import Case

    with Case.open(case) as opened:
        found = list(opened.openings())
    if format is Format.JSONL:
        print_records(found)
        return DONE
    rows = [(o.at, o.who, str(o.access), o.command, o.reason) for o in found]
    columns = (Column("when"), Column("who", 2), Column("right"), Column("command", 1), Column("why", 3))
    print_table(f"Openings of the register of {case}", columns, [rows])
    return DONE


def _scope(
    since: str | None, countries: list[str], coverage: float | None
) -> list[tuple[str, list[dict[str, object]]]]:
    from witnessmark.model.paper import Scope
    from witnessmark.pipeline import sites as pipeline

    given = tuple(sorted({country_code(c) for c in countries}))
    return pipeline.parts_of(Scope(day_of("--since", since) if since else None, given, coverage))


def country_code(code: str) -> str:
    """ISO 3166-1 alpha-3 of a country's code. Raises UsageError."""
    import pycountry

    known = pycountry.countries
    found = known.get(alpha_3=code.upper()) or known.get(alpha_2=code.upper())
    if found is None:
        raise UsageError(f"--country {code}: no country has this code; write SYR or SY")
    return str(found.alpha_3)


def _line(file: Path, use: str) -> str:
    """The one public key of a file that was made for this use."""
    from witnessmark.store.keyfiles import keyring

    found = [k for k in keyring([file]).keys.values() if k.revoked is None]
    if len(found) != 1:
        raise UsageError(f"{file}: give a file with one public key that is in use; it has {len(found)}")
    if found[0].made and found[0].use != use:
        raise UsageError(f"{file}: this key was made for {found[0].use}, not for {use}")
    return found[0].line


def _id(line: str | None) -> str:
    from witnessmark.keys.signing import key_id

    return key_id(line) if line else ""
