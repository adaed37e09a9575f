"""The register of sites opened for a command: keys, passphrases, the reason, and the run it is written in."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from witnessmark.cli.options import day_of
from witnessmark.cli.output import count, say
from witnessmark.cli.passphrases import passphrase
from witnessmark.errors import UsageError, WitnessmarkError
from witnessmark.model.holder import Access
from witnessmark.pipeline.site_checks import withheld

if TYPE_CHECKING:
    from witnessmark.keys.signing import Signer
    from witnessmark.pipeline.sites import Drafted, Holdings
    from witnessmark.store.case import Case
    from witnessmark.store.register import Register

KeyFile = Annotated[
    Path,
    typer.Option(
        "--key", metavar="FILE", envvar="WITNESSMARK_REGISTER_KEY", show_envvar=True,
        help="Your key file that opens the register (key new --for register); outside the case.",
    ),
]  # fmt: skip
SignFile = Annotated[
    Path,
    typer.Option(
        "--sign", metavar="FILE", envvar="WITNESSMARK_SIGNING_KEY", show_envvar=True,
        help="Your key file that signs what you enter (key new).",
    ),
]  # fmt: skip
MaybeSign = Annotated[
    Path | None,
    typer.Option(
        "--sign", metavar="FILE", envvar="WITNESSMARK_SIGNING_KEY", show_envvar=True,
        help="Your key file that signs what you enter (key new); not needed for --dry-run.",
    ),
]  # fmt: skip
Reason = Annotated[
    str, typer.Option("--reason", metavar="TEXT", help="Why the register is opened; kept in clear.")
]


@dataclass(frozen=True, slots=True)
class Keys:
    """The files of a call and what opens them."""

    key: Path
    sign: Path | None = None
    passphrases: Path | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """A case with its register open to somebody who may enter things."""

    case: "Case"
    register: "Register"
    held: "Holdings"
    signer: "Signer"
    run: str

    def enter(self, drafted: "Drafted") -> None:
        """Enter all of it, or nothing."""
        self.register.keep(self.run, self.signer, drafted.parts)


@contextmanager
def reading(
    case: Path, keys: Keys, command: str, access: Access, what: str
) -> Iterator["tuple[Case, Register]"]:
    """The case with its register, once it is noted that it was opened. Raises LockedError."""
    from witnessmark.store.case import Case
    from witnessmark.store.keyfiles import open_register

    with Case.open(case) as opened:
        opened.need_register()
        key = open_register(keys.key, passphrase(str(keys.key), keys.passphrases))
        with withheld():
            register = opened.open_register(key, command, keys.reason, access, what)
            yield opened, register


@contextmanager
def entering(
    case: Path, keys: Keys, command: str, parameters: Mapping[str, object] | None = None
) -> Iterator[Desk]:
    """As `reading`, with a run around it; one that is refused ends with nothing entered.

    The parameters go into the ledger of runs in clear: no site, no party, no position.
    """
    from witnessmark.pipeline import sites as pipeline
    from witnessmark.store.case import Case
    from witnessmark.store.keyfiles import open_register, open_signing

    if keys.sign is None:
        raise UsageError(f"{command}: what is entered is signed: give --sign FILE")
    with Case.open(case) as opened:
        opened.need_register()
        key = open_register(keys.key, passphrase(str(keys.key), keys.passphrases))
        signer = open_signing(keys.sign, passphrase(str(keys.sign), keys.passphrases))
        run = opened.begin_run(command, parameters or {})
        try:
            with withheld():
                register = opened.open_register(key, command, keys.reason, Access.KEEPER, command)
                before = register.version
                yield Desk(opened, register, pipeline.holdings(register), signer, run)
        except WitnessmarkError:
            opened.finish_run({"entered": 0})
            raise
        opened.finish_run({"entered": int(register.version != before)})


def entered(number: int, thing: str, more: str = "") -> None:
    """Say how much was entered."""
    say(f"{count(number, thing)} entered{more}")


def today() -> date:
    """The day it is where the program runs."""
    return date.today()  # noqa: DTZ011  (a local day)


def day_or_today(text: str | None) -> date:
    """The day --on gives; today where it gives none."""
    return today() if text is None else day_of("--on", text)
