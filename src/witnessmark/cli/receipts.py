"""The command that enters a receipt: countersigned by who was told, or scanned."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from witnessmark.cli.notices import Batch, Chosen, chosen, read_file
from witnessmark.cli.options import CaseDir
from witnessmark.cli.output import note
from witnessmark.cli.passphrases import PassphraseFile
from witnessmark.cli.run import DONE
from witnessmark.cli.unlocking import Desk, KeyFile, Keys, Reason, SignFile, day_of, entered, entering
from witnessmark.errors import UsageError
from witnessmark.model.notification import Step

if TYPE_CHECKING:
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

    A countersigned receipt says itself who, in which capacity and when, and must be for a package of the
    batch. A scan is wrapped with your word for it, signed with your key.
    """
    from witnessmark.pipeline import sites as pipeline
    from witnessmark.sites.notices import of_batch

    data = read_file(receipt)
    with entering(case, Keys(key, sign, passphrase_file, reason), "sites acknowledge") as desk:
        if data.startswith(_ZIP) and by is None:
            found = _countersigned(receipt, data, (public or [], revoked or []))
            _of_batch(desk, batch, found.package)
            what = (_STEPS[str(found.capacity)], date.fromisoformat(found.day), found.by)
            paper = ("receipt", data)
        else:
            what = _said(by, who, day_of("--on", on))
            paper = _wrapped(desk, (receipt, data), batch, what)
        named = of_batch(desk.held.register, batch, [s.id for s in chosen(desk.held, site or [])])
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


def _said(by: str | None, who: str, day: date) -> tuple[Step, date, str]:
    if by not in _STEPS or not who.strip():
        raise UsageError("a scan does not say who acknowledged: give --by intermediary or party, and --who")
    return _STEPS[by], day, who


def _wrapped(
    desk: Desk, scan: tuple[Path, bytes], batch: str, said: tuple[Step, date, str]
) -> tuple[str, bytes]:
    """A scan with the keeper's word for it, signed; as it is where no package was made to acknowledge."""
    from witnessmark.keys.instant import now
    from witnessmark.sites.receipt import Capacity, How, Receipt, build

    sent = [p for p in desk.held.papers if p.kind == "package" and p.batch == batch]
    if not sent:
        return "scan", scan[1]
    what, day, who = said
    capacity = Capacity.PARTY if what is Step.ACKNOWLEDGED else Capacity.INTERMEDIARY
    made = Receipt(
        sent[0].sha256, batch, sent[0].party, who, capacity, day.isoformat(), now(), desk.signer.id,
        How.SCANNED, scan[0].name,
    )  # fmt: skip
    return "receipt", build(made, desk.signer, scan[1])


def _of_batch(desk: Desk, batch: str, package: str) -> None:
    """Raise UsageError where a receipt is for a package that is not of the batch."""
    papers = [p for p in desk.held.papers if p.kind == "package" and p.sha256 == package]
    if not papers:
        raise UsageError("the receipt is for a package that this register did not send")
    if papers[0].batch != batch:
        raise UsageError(f"the receipt is for batch {papers[0].batch}, not {batch}")
