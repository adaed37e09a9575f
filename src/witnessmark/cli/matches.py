"""How a place name was ranked, for people: what `gazetteer lookup` prints."""

from collections.abc import Sequence

from witnessmark.cli.output import count, say, visible
from witnessmark.cli.tables import Column, print_table
from witnessmark.model.gazetteer import Match

_COLUMNS = (
    Column("place", 3), Column("level"), Column("points", right=True), Column("because", 6),
    Column("point", right=True), Column("from", 3, wide_only=True),
)  # fmt: skip


def print_matches(name: str, found: Sequence[Match]) -> None:
    """The places of a name with their points, and which of them it is taken for."""
    groups = [
        [[_where(m), m.place.level, f"{m.score:.2f}", _why(m), _point(m), m.place.source]] for m in found
    ]
    print_table(f"{visible(name)}: {count(len(found), 'place')}", _COLUMNS, groups)
    if not found:
        return
    best = found[0]
    lead = f" (margin {best.margin:g})" if best.margin is not None and len(found) > 1 else ""
    if best.chosen:
        say(f"taken for {_where(best)}{lead}")
    else:
        say(f"left open{lead}: nothing decides; a document may, or --country, --admin1, --near")


def _where(m: Match) -> str:
    p = m.place
    inside = p.admin1 if p.admin1 != p.name or p.level != "admin1" else None
    code = f" [{m.pcode}]" if m.pcode else ""
    return visible(", ".join(part for part in (p.name, inside, p.country) if part)) + code


def _why(m: Match) -> str:
    return "\n".join((f"by {m.how}", *m.reasons))


def _point(m: Match) -> str:
    p = m.place
    return f"{p.lat:.3f}, {p.lon:.3f}" if p.lat is not None and p.lon is not None else "not known"
