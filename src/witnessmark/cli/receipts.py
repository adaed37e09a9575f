"""The command that enters a receipt: countersigned by who was told, or scanned."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from witnessmark.cli.notices import Batch, Chosen, chosen, read_file
from witnessmark.cli.options import CaseDir
from witnessmark.cli.output import note
from witnessmark.cli.passphrases import PassphraseFile
from witnessmark.cli.run import DONE
from witnessmark.cli.unlocking import Desk, KeyFile, Keys, Reason, SignFile, day_or_today, entered, entering
from witnessmark.errors import UsageError
from witnessmark.model.notification import Notification, Step

if TYPE_CHECKING:
    from witnessmark.model.paper import Paper
    from witnessmark.pipeline.sites import Told
    from witnessmark.sites.receipt import Receipt

_ZIP = b"PK"
_STEPS = {"intermediary": Step.RECEIVED, "party": Step.ACKNOWLEDGED}


def acknowledge(  # noqa: PLR0913  (a parameter an option)
    case: CaseDir,
    receipt: Annotated[Path, typer.Argument(metavar="FILE", help="A receipt of countersign, or any scan.")],
    *,
    batch: Batch,
    key: KeyFile,
    sign: SignFile,
    by: Annotated[
        str | None, typer.Option("--by", metavar="CAPACITY", help="Of a scan: intermediary or party.")
    ] = None,
    who: Annotated[str, typer.Option("--who", metavar="NAME", help="Of a scan: who acknowledged.")] = "",
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="Of a scan: the day of receipt.")
    ] = None,
    public: Annotated[
        list[Path] | None,
        typer.Option("--public", metavar="FILE", help="Public key you trust of who countersigned (.pub)."),
    ] = None,
    revoked: Annotated[
        list[Path] | None, typer.Option("--revoked", metavar="FILE", help="Statements that revoke keys.")
    ] = None,
    site: Chosen = None,
    reason: Reason = "",
    passphrase_file: PassphraseFile = None,
) -> int:
    """Enter that a batch was acknowledged: by a receipt that the recipient signed, or by a scan.

    A countersigned receipt says itself who, in which capacity and when, must be for a package of the batch,
    and acknowledges the sites of that package alone. A scan is wrapped with your word for it, signed with
    your key.
    """
    from witnessmark.pipeline import sites as pipeline
    from witnessmark.sites.notices import of_batch

    data = read_file(receipt)
    with entering(case, Keys(key, sign, passphrase_file, reason), "sites acknowledge") as desk:
        ids = [s.id for s in chosen(desk.held, site or [])]
        if data.startswith(_ZIP) and by is None:
            found = _countersigned(receipt, data, (public or [], revoked or []))
            asked = _of_batch(desk, batch, found)
            named = _spoken_of(desk, asked, ids)
            day = date.fromisoformat(found.day)
            what = pipeline.Told(_STEPS[str(found.capacity)], day, found.by, package=found.package)
            paper = ("receipt", data)
        else:
            asked, named = None, of_batch(desk.held.register, batch, ids)
            what, paper = _wrapped(desk, (receipt, data), named, _said(by, who, day_or_today(on)))
        if asked and asked.request == "withdraw":  # what was taken back is told to nobody by a receipt
            drafted = pipeline.keep_receipt(desk.held, named[0], paper)
        else:
            drafted = pipeline.step(desk.held, named, what, paper)
        desk.enter(drafted)
    entered(drafted.sites, "acknowledgement")
    if not drafted.sites:
        note("it was entered before")
    return DONE


def _countersigned(file: Path, data: bytes, keys: tuple[list[Path], list[Path]]) -> "Receipt":
    """What a countersigned receipt says. Raises PackageError with every finding where it is not sound."""
    from witnessmark.sites.receipt import verify
    from witnessmark.store.keyfiles import keyring

    if not keys[0]:
        raise UsageError(f"{file}: to trust a countersigned receipt, give the signer's key with --public")
    read = verify(data, keyring(*keys))
    read.container.trusted(str(file))
    if read.receipt is None:
        raise UsageError(f"{file}: holds no receipt")
    return read.receipt


def _said(by: str | None, who: str, day: date) -> "Told":
    from witnessmark.pipeline.sites import Told

    if by not in _STEPS or not who.strip():
        raise UsageError("a scan does not say who acknowledged: give --by intermediary or party, and --who")
    return Told(_STEPS[by], day, who)


def _wrapped(
    desk: Desk, scan: tuple[Path, bytes], named: Sequence[Notification], said: "Told"
) -> tuple["Told", tuple[str, bytes]]:
    """A scan with the keeper's word for it, signed; as it is where no package was made to acknowledge."""
    from witnessmark.keys.instant import now
    from witnessmark.pipeline.sites import paper_bytes
    from witnessmark.sites.container import claimed
    from witnessmark.sites.receipt import Capacity, How, Receipt, build

    sent = _sent_until(desk, named, said.day)
    if sent is None:
        return said, ("scan", scan[1])
    capacity = Capacity.PARTY if said.step is Step.ACKNOWLEDGED else Capacity.INTERMEDIARY
    package = claimed(paper_bytes(desk.register, sent.sha256))
    made = Receipt(
        sent.sha256, sent.batch, sent.party, said.by, capacity, said.day.isoformat(), now(),
        package.signer if package else "", How.SCANNED, scan[0].name,
    )  # fmt: skip
    return replace(said, package=sent.sha256), ("receipt", build(made, desk.signer, scan[1]))


def _sent_until(desk: Desk, named: Sequence[Notification], day: date) -> "Paper | None":
    """The last package of all these notifications made by that day; else the first of their batch."""
    from witnessmark.sites.notices import of_package

    sent = [p for p in desk.held.papers if p.kind == "package" and p.batch == named[0].batch]
    ids = {n.id for n in named}
    fits = [
        p
        for p in sent
        if p.request != "withdraw"
        and p.created[:10] <= day.isoformat()
        and ids <= {n.id for n in of_package(desk.held.register, p.sha256)}
    ]
    return fits[-1] if fits else sent[0] if sent else None


def _of_batch(desk: Desk, batch: str, found: "Receipt") -> "Paper":
    """The package a receipt is for. Raises UsageError where it is of another batch, or not as it says."""
    from witnessmark.pipeline.sites import paper_bytes
    from witnessmark.sites.receipt import beside

    papers = [p for p in desk.held.papers if p.kind == "package" and p.sha256 == found.package]
    if not papers:
        raise UsageError("the receipt is for a package that this register did not send")
    if papers[0].batch != batch:
        raise UsageError(f"the receipt is for batch {papers[0].batch}, not {batch}")
    if wrong := beside(found, paper_bytes(desk.register, found.package)):
        raise UsageError(f"the receipt does not fit its package: {wrong}")
    return papers[0]


def _spoken_of(desk: Desk, package: "Paper", sites: Sequence[str]) -> list[Notification]:
    """The notifications in a package, or those of these sites: a receipt acknowledges no others."""
    from witnessmark.sites.notices import of_package

    found = of_package(desk.held.register, package.sha256)
    if set(sites) - {n.site for n in found}:
        raise UsageError("the receipt is for a package without one of these sites")
    return [n for n in found if not sites or n.site in sites]
