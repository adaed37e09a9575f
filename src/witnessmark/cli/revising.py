"""Commands by which a person adds what was missed, and agrees with what another decided."""

from typing import TYPE_CHECKING, Annotated

import typer

from witnessmark.cli.judging import CaseBy, FourEyes, Reason, fields_of, keep, named
from witnessmark.cli.options import CaseDir
from witnessmark.cli.run import DONE
from witnessmark.errors import UsageError
from witnessmark.pipeline import decisions
from witnessmark.pipeline.decisions import By

if TYPE_CHECKING:
    from witnessmark.model.document import Document


def add_claim(
    case: CaseDir,
    document: Annotated[
        str, typer.Argument(metavar="DOCUMENT", help="Id of the document, or how it begins.")
    ],
    quote: Annotated[
        str, typer.Option("--quote", metavar="TEXT", help="The words of the document that say it, exactly.")
    ],
    *,
    fields: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="FIELD=VALUE",
            help="What it says, such as measure=killed, value=6, date=2031-03-04; may be given again.",
        ),
    ] = None,
    by: CaseBy = None,
    reason: Reason = None,
    four_eyes: FourEyes = False,
) -> int:  # fmt: skip
    """Add a claim that the program missed.

    It counts as a claim that was read, and is shown as a person's. Fields are those of `judge --correct`:
    kind, modality, event_type, weapon, target, target_near, victim_group, attributed_to, claimants, date,
    place, measure, group, value, low, high and qualifier, in the codes of the codebook.
    """
    from witnessmark.store.case import Case

    told = fields_of("--set", fields or [])
    with Case.open(case) as opened:
        found = opened.document(opened.subject(document))
        start = _place(found, quote)
        who = By(by or "", four_eyes=four_eyes)
        keep(opened, decisions.added(found, start, start + len(quote), told, who, reason or ""))
    return DONE


def _place(document: "Document", quote: str) -> int:
    """Where the one place is that says so. Raises UsageError where there is none, or more than one."""
    times = document.text.count(quote) if quote else 0
    if times != 1:
        many = f"stands there {times} times: give more of it" if times else "does not stand there"
        raise UsageError(f"{document.path}: the quote {many}")
    return document.text.index(quote)


def confirm(
    case: CaseDir,
    judgement: Annotated[str, typer.Argument(metavar="ID", help="Id of the judgement, or how it begins.")],
    by: CaseBy = None,
    reason: Reason = None,
) -> int:
    """Agree with a judgement that waits for a second person.

    It counts from then on, and all that were made in one go with it. Only another person than who made it
    can say so.
    """
    from witnessmark.store.case import Case

    with Case.open(case) as opened:
        keep(opened, decisions.confirm(opened, named(opened, judgement), By(by or ""), reason or ""))
    return DONE
