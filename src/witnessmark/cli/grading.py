"""How well incidents are known, for people: what `incidents --explain` prints."""

from collections.abc import Callable, Mapping
from operator import attrgetter

from witnessmark.cli.output import say, visible
from witnessmark.cli.tables import Column, print_table
from witnessmark.publish.cards import Card, Link, cards
from witnessmark.publish.dossier import Dossier
from witnessmark.publish.grades import Cited, LadderRow, Side
from witnessmark.publish.index import Index
from witnessmark.publish.labels import codebook_labels

_SIDES = (Column("dimension"), Column("level", 3), Column("why", 7), Column("what would lift it", 6))
_LADDERS = (Column("other ladders might say"), Column("", 3), Column("why", 8))
# How an incident is said to stand to others.
_RELATED: tuple[tuple[str, Callable[[Card], tuple[Link, ...]]], ...] = (
    ("said to contain", attrgetter("members")),
    ("said to be part of", attrgetter("parents")),
    ("said to have followed, on the same place within hours", attrgetter("follows")),
    ("said to have been followed, on the same place within hours", attrgetter("followed")),
)


def print_grades(dossier: Dossier) -> None:
    """Each incident with its vector, the claims behind each level, and what other ladders might call it."""
    shown = cards(Index(dossier), codebook_labels())
    numbers = {card.anchor: card.number for card in shown}
    for card in shown:
        _print_grade(card, numbers)


def _print_grade(card: Card, numbers: Mapping[str, int]) -> None:
    sheet = card.grade
    print_table(f"{card.number}. {card.title}", _SIDES, [[_side(s)] for s in sheet.sides])
    if sheet.lowest:
        say(visible(f"lowest: {sheet.lowest}"))
    if sheet.flags:
        say(visible(f"flags: {', '.join(sheet.flags)}"))
    for said, links in _RELATED:
        if found := links(card):
            named = "; ".join(f"{numbers[link.anchor]}. {link.title}" for link in found)
            say(visible(f"{said}: {named}"))
    say("")
    if sheet.ladders:
        print_table("suggestions, no regrade", _LADDERS, [[_ladder(row) for row in sheet.ladders]])
        say("")


def _side(side: Side) -> list[str]:
    why = [side.reason, *_claims(side.claims, "rests on"), *_claims(side.against, "against it")]
    return [side.name, side.level, "\n".join(why), side.lift]


def _claims(cited: tuple[Cited, ...], what: str) -> list[str]:
    """The first claim and how many more there are; programs read them all in JSON."""
    if not cited:
        return []
    more = f" and {len(cited) - 1} more" if len(cited) > 1 else ""
    return [f"{what}: “{cited[0].quote}” ({cited[0].document}){more}"]


def _ladder(row: LadderRow) -> list[str]:
    return [row.ladder, row.level or "none", row.reason]
