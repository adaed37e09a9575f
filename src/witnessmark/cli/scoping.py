"""Options of commands that list figures: another rule, an explanation, and the scope of a sum."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from witnessmark import codebook
from witnessmark.cli.options import day_of, known_rule
from witnessmark.cli.parties import unknown_party
from witnessmark.codebook.called import close
from witnessmark.errors import UsageError
from witnessmark.model.incident import Incident
from witnessmark.model.period import Scope
from witnessmark.reconcile.scope import is_in

# How alike two names are (letters in common, out of 100) for one to be offered for the other, and how many
# are offered: one or two letters wrong in a short name still find it. A judgement; it changes no answer.


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


def check(asked: Scope, incidents: Sequence[Incident]) -> None:
    """Raises UsageError, with what is close, for a party nobody knows and a place no incident names."""
    parties = codebook.load().parties
    blamed = {a for i in incidents for a in i.attributed_to}
    if asked.party is not None and asked.party not in parties.keys() | blamed:
        raise UsageError(unknown_party(asked.party, blamed))
    named = [i.place for i in incidents if i.place is not None]
    if asked.place is not None and named and not any(is_in(p, asked.place) for p in named):
        words = {word for p in named for word in (p.name, p.admin1, p.country) if word}
        hint = close(asked.place, {word: word for word in words})
        raise UsageError(
            f"--place {asked.place}: no incident of this case names it{hint and '; they name ' + hint}"
        )


def _day(option: str, text: str | None) -> date | None:
    return None if text is None else day_of(option, text)
