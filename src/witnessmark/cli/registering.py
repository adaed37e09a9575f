"""Commands on what stands in the register of sites: import, list, move, close."""

import sys
from collections.abc import Sequence
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from witnessmark.cli.notices import chosen
from witnessmark.cli.options import CaseDir, Encoding, Format, FormatOption, encoding_of
from witnessmark.cli.output import count, note, print_records, say, visible
from witnessmark.cli.passphrases import PassphraseFile
from witnessmark.cli.run import DONE, SOME_FAILED
from witnessmark.cli.unlocking import (
    KeyFile,
    Keys,
    MaybeSign,
    Reason,
    SignFile,
    day_or_today,
    entered,
    entering,
    reading,
)
from witnessmark.errors import UsageError
from witnessmark.model.failure import Failure
from witnessmark.model.holder import Access
from witnessmark.model.site import Shape

if TYPE_CHECKING:
    from witnessmark.pipeline.sites import Holdings
    from witnessmark.sites.register import Plan, Problem

Key = Annotated[
    list[str] | None,
    typer.Option(
        "--accept", metavar="PROBLEM",
        help="Take rows with this problem as its remedy says, or PROBLEM@ROW for one row; may be repeated.",
    ),
]  # fmt: skip
Datum = Annotated[str, typer.Option("--datum", metavar="NAME", help="Datum of positions that name none.")]
OnlySite = Annotated[str, typer.Argument(metavar="SITE", help="Its id, how that begins, or its number.")]
_SHOWN = 200  # problems printed; the rest is counted


def import_(  # noqa: PLR0913  (a parameter an option)
    case: CaseDir,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV, XLSX, GeoJSON, KML or KMZ.")],
    *,
    key: KeyFile,
    sign: MaybeSign = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be entered and every problem; enter nothing.")
    ] = False,
    country: Annotated[
        str | None,
        typer.Option(
            "--country",
            metavar="ISO",
            help="Country of rows that name none; if not given, the one that the register holds sites of.",
        ),
    ] = None,
    encoding: Encoding = None,
    datum: Datum = "WGS 84",
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="Kind of sites in rows that name none.")
    ] = None,
    accuracy: Annotated[
        float | None,
        typer.Option("--accuracy", metavar="M", min=0, max=100_000, help="Metres, where a row says none."),
    ] = None,
    source: Annotated[str, typer.Option("--source", metavar="TEXT", help="Where the list is from.")] = "",
    accept: Key = None,
    same: Annotated[
        list[str] | None,
        typer.Option("--same", metavar="ROW=SITE", help="This row is about that known site."),
    ] = None,
    skip_problems: Annotated[
        bool, typer.Option("--skip-problems", help="Leave rows with problems out, and enter the others.")
    ] = False,
    reason: Reason = "",
    passphrase_file: PassphraseFile = None,
) -> int:
    """Enter a list of sites in the register.

    Nothing is entered silently changed: each problem is shown with what to do, no position or name is
    printed, and a row with a problem is left out unless you accept what is proposed. All of the list is
    entered, or none.
    """
    from witnessmark.pipeline import sites as pipeline

    keys = Keys(key, sign, passphrase_file, reason)
    given = (country, kind, source)
    said = _Said(file, given, encoding_of(encoding), (datum, accuracy), (accept or [], same or []))
    sha256 = _sha256(file)
    if dry_run:
        with reading(case, keys, "sites import --dry-run", Access.KEEPER, "importing") as (_, register):
            planned = _planned(pipeline.holdings(register), register.secret, said)
        say("nothing was entered (--dry-run)")
        return SOME_FAILED if planned.left_out else DONE
    with entering(case, keys, "sites import", {"file": file.name}) as desk:
        planned = _planned(desk.held, desk.register.secret, said)
        if planned.left_out and not skip_problems:
            raise UsageError(
                f"{file.name}: {count(planned.left_out, 'row')} left out, so nothing was entered: correct "
                "the list, --accept what is proposed, or give --skip-problems to enter the others"
            )
        drafted = pipeline.imported(planned, sha256)
        desk.enter(drafted)
        desk.case.fail(*(_failure(file, problem) for problem in planned.problems if problem.keeps_out))
    entered(drafted.sites, "change")
    return SOME_FAILED if planned.left_out else DONE


def list_(
    case: CaseDir,
    format: FormatOption = Format.TABLE,  # noqa: A002  (the option's name)
    *,
    key: KeyFile,
    exact: Annotated[
        bool, typer.Option("--exact", help="Names and positions; needs the right of an analyst.")
    ] = False,
    reason: Reason = "",
    passphrase_file: PassphraseFile = None,
) -> int:
    """Say what the register holds: how many sites of which kind, where; with --exact each of them."""
    from witnessmark.cli.site_tables import print_counts, print_sites
    from witnessmark.pipeline import sites as pipeline

    access = Access.ANALYST if exact else Access.CHECKER
    keys = Keys(key, None, passphrase_file, reason)
    command = "sites list --exact" if exact else "sites list"
    with reading(case, keys, command, access, "seeing names and positions") as (_, register):
        held = pipeline.holdings(register)
    if exact and format is Format.JSONL:
        print_records(held.register.sites)
    elif exact:
        print_sites(held.register)
    else:
        print_counts(held.register, format)
    return DONE


def move(  # noqa: PLR0913  (a parameter an option)
    case: CaseDir,
    site: OnlySite,
    *,
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="The first day at the new place.")],
    key: KeyFile,
    sign: SignFile,
    datum: Datum = "WGS 84",
    radius: Annotated[
        float, typer.Option("--radius", metavar="M", min=1, max=100_000, help="Metres around it.")
    ] = 50.0,
    underground: Annotated[bool, typer.Option("--underground", help="It is below ground.")] = False,
    accept: Annotated[
        list[str] | None,
        typer.Option(
            "--accept",
            metavar="PROBLEM",
            help="Take the position in spite of this problem, as its remedy says; may be repeated.",
        ),
    ] = None,
    reason: Reason = "",
    passphrase_file: PassphraseFile = None,
) -> int:
    """Enter that a site stands elsewhere from a day on.

    The position is read from standard input, in any form: on the command line it would stay in the history
    of the shell. It is looked at as those of lists are, against the country of the site. Whoever was told
    the old place has to be told of the new one: sites amend.
    """
    from witnessmark.pipeline import sites as pipeline

    day = day_or_today(on)
    accepted = frozenset(_known_problems(accept or []))
    position = _typed_position()
    with entering(case, Keys(key, sign, passphrase_file, reason), "sites move") as desk:
        (found,) = chosen(desk.held, [site])
        stands = (Shape(radius), underground)
        drafted = pipeline.moved(found, day, (position, datum), stands, accepted)
        desk.enter(drafted)
    for one in drafted.notes:
        note(one)
    entered(1, "move")
    return DONE


def close(
    case: CaseDir,
    site: OnlySite,
    *,
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="Its last day.")],
    key: KeyFile,
    sign: SignFile,
    reason: Reason = "",
    passphrase_file: PassphraseFile = None,
) -> int:
    """Enter that a site closed; it stays on record."""
    from witnessmark.pipeline import sites as pipeline

    day = day_or_today(on)
    with entering(case, Keys(key, sign, passphrase_file, reason), "sites close") as desk:
        (found,) = chosen(desk.held, [site])
        desk.enter(pipeline.closed(found, day))
    entered(1, "closure")
    return DONE


class _Said(NamedTuple):
    """What the call says of a list, and what it decides on its problems."""

    file: Path
    given: tuple[str | None, str | None, str]
    encoding: str | None
    measured: tuple[str, float | None]
    decided: tuple[list[str], list[str]]


def _planned(held: "Holdings", secret: bytes, said: _Said) -> "Plan":
    """The plan, shown."""
    from witnessmark.cli.holders import country_code
    from witnessmark.pipeline import sites as pipeline
    from witnessmark.sites.register import Options

    country, kind, source = said.given
    options = Options(
        country=country_code(country) if country else _own_country(held),
        kind=kind,
        source=source,
        name=said.file.name,
        encoding=said.encoding,
        datum=said.measured[0],
        accuracy=said.measured[1],
        accept=frozenset(_known_problems(said.decided[0])),
        same=_same(held, said.decided[1]),
        secret=secret,
    )
    planned = pipeline.plan_import(held.register, said.file, options)
    _show(planned)
    return planned


def _own_country(held: "Holdings") -> str | None:
    """The one country that the register holds sites of; None where it holds those of several, or of any."""
    countries = held.register.countries
    if len(countries) != 1:
        return None
    note(f"rows that name no country are taken to be in {countries[0]}, the one of the register")
    return countries[0]


def _known_problems(names: Sequence[str]) -> Sequence[str]:
    from witnessmark.sites.register import ProblemKind

    for name in names:
        kind = name.partition("@")[0]
        if kind not in set(ProblemKind):
            raise UsageError(f"--accept {name}: no such problem; there are {', '.join(sorted(ProblemKind))}")
    return names


def _same(held: "Holdings", pairs: Sequence[str]) -> dict[int, str]:
    found = {}
    for pair in pairs:
        row, _, name = pair.partition("=")
        if not row.isdigit() or not name:
            raise UsageError(f"--same {pair}: write it as ROW=SITE, such as 14=A-7")
        found[int(row)] = chosen(held, [name])[0].id
    return found


def _show(planned: "Plan") -> None:
    from witnessmark.cli.tables import Column, print_table
    from witnessmark.sites.register import Severity

    rows = [
        (str(p.row), p.column, str(p.kind), "accepted" if p.accepted else str(p.severity), p.why, p.remedy)
        for p in planned.problems[:_SHOWN]
    ]
    columns = (
        Column("row", right=True), Column("column", 1), Column("problem"), Column("so"), Column("why", 3),
        Column("what to do", 3),
    )  # fmt: skip
    total = sum(planned.counts.values())
    if rows:
        print_table(count(total, "problem"), columns, [rows])
    _tell_columns(planned)
    if asked := next((p for p in planned.problems if p.severity is Severity.ASK and p.keeps_out), None):
        note(f"to accept one: --accept {asked.kind}@{asked.row}; all of a kind: --accept {asked.kind}")
    if total > _SHOWN:
        for kind, number in sorted(planned.counts.items()):
            say(f"  {kind}: {number:,}")
    say(
        f"{count(planned.rows, 'row')}: {count(len(planned.additions), 'new site')}, "
        f"{count(len(planned.changes), 'change')} of known sites, {planned.unchanged:,} known already, "
        f"{planned.left_out:,} left out"
    )


def _tell_columns(planned: "Plan") -> None:
    """Which columns were read as what, and which were not read: a slip in a header is seen by this alone."""
    read = [f"{what} from {column}" for what, column in planned.columns.items() if column]
    say(visible(f"columns read: {', '.join(read)}"))
    if planned.unread:
        say(visible(f"columns not read: {', '.join(planned.unread)}"))


def _failure(file: Path, problem: "Problem") -> Failure:
    """What a reviewer sees of a row that was left out: nothing of its content."""
    return Failure(
        f"{file.name} row {problem.row}", "sites", str(problem.kind), f"{problem.why}: {problem.remedy}"
    )


def _sha256(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise UsageError(f"{file}: cannot be read ({error.strerror})") from error


def _typed_position() -> str:
    if sys.stdin.isatty():
        note("Position (as in the register's lists), then Enter:")
    text = sys.stdin.readline().strip()
    if not text:
        raise UsageError("sites move: type the new position, or pipe it in")
    return text
