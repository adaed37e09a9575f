"""Commands on who was told what: notify, notified, amend, withdraw, acknowledge, step, package."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from witnessmark.cli.options import CaseDir, day_of
from witnessmark.cli.output import count, note, say
from witnessmark.cli.parties import known_party
from witnessmark.cli.passphrases import PassphraseFile
from witnessmark.cli.recipients import EncryptTo, recipients
from witnessmark.cli.run import DONE
from witnessmark.cli.unlocking import (
    Desk,
    KeyFile,
    Keys,
    Reason,
    SignFile,
    entered,
    entering,
    reading,
    today,
)  # fmt: skip
from witnessmark.errors import StorageError, UsageError
from witnessmark.model.holder import Access
from witnessmark.model.notification import Notification, Step
from witnessmark.model.site import Site

if TYPE_CHECKING:
    from witnessmark.model.paper import Paper
    from witnessmark.pipeline.sites import Drafted, Holdings, Sending

Batch = Annotated[str, typer.Option("--batch", metavar="NAME", help="Name of the batch.")]
Chosen = Annotated[
    list[str] | None,
    typer.Option(
        "--site", metavar="SITE",
        help="A site, by its id, how that begins, or its number in the list it came from; may be repeated.",
    ),
]  # fmt: skip
ToParty = Annotated[
    str,
    typer.Option("--party", metavar="PARTY", help="Who is told: a party of the codebook, such as RUS_GOV."),
]
Through = Annotated[str, typer.Option("--channel", metavar="TEXT", help="Through whom it is passed on.")]
Form = Annotated[
    str, typer.Option("--form", metavar="FORM", help="Form of coordinates: decimal, dms, dm, utm or mgrs.")
]
Output = Annotated[
    Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write the package; outside the case.")
]
Sent = Annotated[
    Path | None,
    typer.Option(
        "--sent", metavar="FILE",
        help="CSV with columns site and coordinates: what went out where it differs from the register.",
    ),
]  # fmt: skip


def notify(  # noqa: PLR0913  (a parameter an option)
    case: CaseDir,
    *,
    party: ToParty,
    channel: Through,
    batch: Batch,
    output: Output,
    key: KeyFile,
    sign: SignFile,
    site: Chosen = None,
    all_sites: Annotated[bool, typer.Option("--all", help="Every site that stands on the day.")] = False,
    form: Form = "decimal",
    encrypt_to: EncryptTo = None,
    reason: Reason = "",
    passphrase_file: PassphraseFile = None,
) -> int:
    """Make a signed package of sites for a party, and enter that they were notified.

    The package is kept in the register, sealed, before it is written to FILE. It holds the positions in
    clear unless it is encrypted to whom it is for. It goes out today: what was sent on an earlier day is
    entered with sites notified.
    """
    from witnessmark.pipeline import sites as pipeline

    if bool(site) == all_sites:
        raise UsageError("sites notify: name sites with --site, or give --all")
    _outside(output)
    to = recipients(encrypt_to)
    told_party = known_party(party)
    with entering(case, Keys(key, sign, passphrase_file, reason), "sites notify") as desk:
        sending = _sending(desk, batch, (told_party, channel, today()), form)
        sites = chosen(desk.held, site or []) if site else _standing(desk.held, sending.day)
        drafted = pipeline.notify(desk.held, sites, sending, desk.signer)
        desk.enter(drafted)
    _write(output, drafted, to)
    if left := len(desk.held.register.sites) - drafted.sites:
        why = f": not standing on {sending.day}" if all_sites else ""
        note(f"{count(left, 'site')} of the register left out{why}")
    entered(drafted.sites, "notification", f" to {told_party}; the package is {output}")
    return DONE


def notified(  # noqa: PLR0913  (a parameter an option)
    case: CaseDir,
    *,
    party: ToParty,
    channel: Through,
    batch: Batch,
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="The day it was submitted.")],
    key: KeyFile,
    sign: SignFile,
    site: Chosen = None,
    sent: Sent = None,
    datum: Annotated[str, typer.Option("--datum", help="Datum of what went out.")] = "WGS 84",
    document: Annotated[
        Path | None,
        typer.Option("--document", metavar="FILE", help="The paper it is known from; kept, sealed."),
    ] = None,
    form: Form = "decimal",
    reason: Reason = "",
    passphrase_file: PassphraseFile = None,
) -> int:
    """Enter a notification that was made earlier, without this program.

    It is kept with the day it was submitted and, beside it, the time it was entered, which nobody can choose.
    """
    from witnessmark.pipeline import sites as pipeline

    day = day_of("--on", on)
    told_party = known_party(party)
    with entering(case, Keys(key, sign, passphrase_file, reason), "sites notified") as desk:
        sending = _sending(desk, batch, (told_party, channel, day), form)
        other = _read_sent(desk.held, sent)
        named = list(dict.fromkeys([*(s.id for s in chosen(desk.held, site or [])), *other]))
        if not named:
            raise UsageError("sites notified: name the sites with --site, or in the file of --sent")
        sites = {s.id: s for s in desk.held.register.sites}
        drafted = pipeline.enter_past(
            desk.held,
            [sites[i] for i in named],
            replace(sending, sent=other, datum=datum),
            None if document is None else read_file(document),
        )
        desk.enter(drafted)
    entered(drafted.sites, "notification")
    return DONE


def amend(  # noqa: PLR0913  (a parameter an option)
    case: CaseDir,
    *,
    batch: Batch,
    output: Output,
    key: KeyFile,
    sign: SignFile,
    site: Chosen = None,
    form: Form = "decimal",
    encrypt_to: EncryptTo = None,
    reason: Reason = "",
    passphrase_file: PassphraseFile = None,
) -> int:
    """Make a package that corrects what a batch told, with the positions the register has now."""
    request = _Request(Step.AMENDED, batch, site or [], form, output, recipients(encrypt_to))
    return _request(case, Keys(key, sign, passphrase_file, reason), request)


def withdraw(  # noqa: PLR0913  (a parameter an option)
    case: CaseDir,
    *,
    batch: Batch,
    output: Output,
    key: KeyFile,
    sign: SignFile,
    site: Chosen = None,
    form: Form = "decimal",
    encrypt_to: EncryptTo = None,
    reason: Reason = "",
    passphrase_file: PassphraseFile = None,
) -> int:
    """Make a package that asks to take sites of a batch off the list; the sites lose no protection by it."""
    request = _Request(Step.WITHDRAWN, batch, site or [], form, output, recipients(encrypt_to))
    return _request(case, Keys(key, sign, passphrase_file, reason), request)


def step(  # noqa: PLR0913  (a parameter an option)
    case: CaseDir,
    what: Annotated[
        Step,
        typer.Argument(metavar="STEP", help="What happened: transmitted, amended, suspended, withdrawn, ..."),
    ],
    *,
    batch: Batch,
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="The day it happened.")],
    key: KeyFile,
    sign: SignFile,
    site: Chosen = None,
    document: Annotated[
        Path | None, typer.Option("--document", metavar="FILE", help="The paper that shows it; kept, sealed.")
    ] = None,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who did it.")] = "",
    sent: Sent = None,
    reason: Reason = "",
    passphrase_file: PassphraseFile = None,
) -> int:
    """Enter what happened to a batch, where no receipt of this program shows it."""
    from witnessmark.pipeline import sites as pipeline
    from witnessmark.sites.notices import of_batch

    if what is Step.SUBMITTED:
        raise UsageError(f"sites step: {what} is entered by notify or notified")
    if (what is Step.AMENDED) != (sent is not None):
        raise UsageError("sites step: give --sent with amended, to tell what was sent instead, and only then")
    day = day_of("--on", on)
    with entering(case, Keys(key, sign, passphrase_file, reason), "sites step") as desk:
        named = of_batch(desk.held.register, batch, [s.id for s in chosen(desk.held, site or [])])
        told = pipeline.Told(what, day, by, _read_sent(desk.held, sent))
        drafted = pipeline.step(desk.held, named, told, _paper("scan", document))
        desk.enter(drafted)
    entered(drafted.sites, "step")
    return DONE


def package(
    case: CaseDir,
    sha256: Annotated[str, typer.Argument(metavar="SHA256", help="Which paper: how its hash begins.")],
    *,
    output: Output,
    key: KeyFile,
    encrypt_to: EncryptTo = None,
    reason: Reason = "",
    passphrase_file: PassphraseFile = None,
) -> int:
    """Write a package, receipt or scan that the register keeps to a file again."""
    from witnessmark.pipeline import sites as pipeline

    _outside(output)
    to = recipients(encrypt_to)
    keys = Keys(key, None, passphrase_file, reason)
    with reading(case, keys, "sites package", Access.KEEPER, "writing out a package") as (_, register):
        kept = [p for p in pipeline.holdings(register).papers if p.kind != pipeline.LIST]
        found = [p for p in kept if p.sha256.startswith(sha256)]
        if len({p.sha256 for p in found}) != 1:
            why = "several papers begin" if found else "no paper begins"
            raise UsageError(f"{sha256}: {why} with this; {_listed(found or kept)}")
        data = pipeline.paper_bytes(register, found[0].sha256)
    _put(output, data, to)
    say(f"the {found[0].kind} of batch {found[0].batch} is {output}")
    return DONE


def _listed(papers: Sequence["Paper"]) -> str:
    """Which papers there are, for who is to name one."""
    known = {p.sha256: f"{p.sha256[:12]} ({p.kind} of batch {p.batch})" for p in papers}
    return f"there is {', '.join(known.values())}" if known else "the register keeps none"


def chosen(held: "Holdings", names: Sequence[str]) -> list[Site]:
    """The sites meant, by id, how an id alone begins, or the number a list gave. Raises UsageError."""
    out = []
    for name in dict.fromkeys(names):
        fits = [s for s in held.register.sites if name in {s.id, *s.refs}]
        fits = fits or [s for s in held.register.sites if s.id.startswith(name)]
        if len(fits) != 1:
            many = "several sites are" if fits else "no site is"
            raise UsageError(f"--site {name}: {many} called so; sites list --exact tells their ids")
        out.append(fits[0])
    return out


def _standing(held: "Holdings", day: date) -> list[Site]:
    found = [s for s in held.register.sites if s.stay_on(day) is not None]
    if not found:
        raise UsageError(f"the register holds no site that stands on {day}")
    return found


def _sending(desk: Desk, batch: str, told: tuple[str, str, date], form: str) -> "Sending":
    from witnessmark.keys.instant import now
    from witnessmark.pipeline.sites import Sending

    return Sending(batch, *told, now(), desk.register.holder.name, form)


class _Request(NamedTuple):
    """What a party is asked: to correct or to strike off sites of a batch; and where the package goes."""

    what: Step
    batch: str
    sites: list[str]
    form: str
    output: Path
    encrypt_to: list[str]


def _request(case: Path, keys: Keys, asked: _Request) -> int:
    from witnessmark.pipeline import sites as pipeline
    from witnessmark.sites.notices import of_batch

    _outside(asked.output)
    amends = asked.what is Step.AMENDED
    with entering(case, keys, "sites amend" if amends else "sites withdraw") as desk:
        ids = [s.id for s in chosen(desk.held, asked.sites)]
        first: Notification = of_batch(desk.held.register, asked.batch, ids)[0]
        sending = _sending(desk, asked.batch, (first.party, first.channel, today()), asked.form)
        drafted = pipeline.request(desk.held, ids, asked.what, sending, desk.signer)
        desk.enter(drafted)
    _write(asked.output, drafted, asked.encrypt_to)
    entered(drafted.sites, "amendment" if amends else "withdrawal", f"; the package is {asked.output}")
    return DONE


def _read_sent(held: "Holdings", file: Path | None) -> dict[str, str]:
    """The coordinates of a file by the id of their site; no message shows one."""
    if file is None:
        return {}
    import csv

    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            lines = list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{file}: cannot be read as a CSV file") from error
    if any(not line.get("site") or not line.get("coordinates") for line in lines):
        raise UsageError(f"{file}: needs the columns site and coordinates, filled in every row")
    return {chosen(held, [line["site"]])[0].id: line["coordinates"] for line in lines}


def _outside(output: Path) -> None:
    """Raise UsageError for a file inside a case, or one that is there already."""
    from witnessmark.store.keyfiles import outside

    outside(output)
    if output.exists():
        raise UsageError(f"{output}: is there already: choose another --output")


def _write(output: Path, drafted: "Drafted", to: list[str]) -> None:
    if drafted.package is not None:
        _put(output, drafted.package, to)
        if not to:
            note("the package holds positions in clear: keep it as you keep the register")


def _put(output: Path, data: bytes, to: list[str]) -> None:
    """The file, encrypted where it is told for whom."""
    from witnessmark.sites.sealing import seal
    from witnessmark.store.keyfiles import new_file

    try:
        new_file(output, seal(data, to) if to else data, 0o600)
    except StorageError as error:
        raise StorageError(
            f"{error}; it is entered and kept in the register: witnessmark sites package writes it out"
        ) from error


def _paper(kind: str, file: Path | None) -> tuple[str, bytes] | None:
    return None if file is None else (kind, read_file(file))


def read_file(file: Path) -> bytes:
    """The bytes of a file of the call. Raises UsageError."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file}: cannot be read ({error.strerror})") from error
