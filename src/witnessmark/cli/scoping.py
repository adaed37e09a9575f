"""Options of commands that list figures: another rule, an explanation, and the scope of a sum."""

from datetime import date
from typing import Annotated

import typer

from witnessmark.cli.options import known_rule
from witnessmark.errors import UsageError
from witnessmark.model.period import Scope


def _known_or_none(name: str | None) -> str | None:
    return known_rule(name) if name is not None else None


OtherRule = Annotated[
    str | None,
    typer.Option(
        "--rule", metavar="RULE", callback=_known_or_none,
        help="Weigh the figures by another rule set, and leave the case as it is: latest, conservative, "
        "airwars, ucdp or majority.",
    ),
]  # fmt: skip
Explain = Annotated[
    bool,
    typer.Option(
        "--explain",
        help="For each figure the rule in words, the claims used and set aside with reasons and quotes, the "
        "arithmetic and the revisions.",
    ),
]
From = Annotated[
    str | None,
    typer.Option("--from", metavar="DATE", help="Add up the incidents from this day on, as YYYY-MM-DD."),
]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Up to this day.")]
InPlace = Annotated[
    str | None, typer.Option("--place", metavar="NAME", help="In this town, province or country.")
]
Party = Annotated[
    str | None, typer.Option("--party", metavar="ID", help="Attributed to this party, such as RUS_GOV.")
]


def scope(start: str | None, end: str | None, place: str | None, party: str | None) -> Scope | None:
    """What the options ask for; None where they ask for nothing. Raises UsageError for days that are none."""
    if (start, end, place, party) == (None, None, None, None):
        return None
    asked = Scope(_day("--from", start), _day("--to", end), place, party)
    if asked.start and asked.end and asked.start > asked.end:
        raise UsageError(f"--from {asked.start} is after --to {asked.end}")
    return asked


def _day(option: str, text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text is not None else None
    except ValueError as error:
        raise UsageError(f"{option} {text}: not a date; write it as 2020-05-11") from error
