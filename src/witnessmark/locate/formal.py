"""Formal names: "the City of Newport", "Newport City", where the base knows only some Newport by that name.

The longer name is then any Newport's. A city whose own name has the word in it ("Kansas City") stays itself.
"""

from witnessmark.locate.candidate import Candidate
from witnessmark.locate.entry import NameKind
from witnessmark.locate.find import Finder

TOWNS = frozenset({"town", "city"})


def widen(candidates: list[Candidate], tool: Finder) -> None:
    """Add to each formal name of a settlement the settlements whose own name is the rest of it."""
    for candidate in candidates:
        if candidate.words > 1 and all(e.kind != NameKind.OWN for e in candidate.entries):
            bare = _bare(candidate.folded, tool)
            known = {e.id for e in candidate.entries}
            candidate.entries += tuple(
                e
                for e in (tool.gazetteer.named(bare) if bare else ())
                if e.kind == NameKind.OWN and e.place.level in TOWNS and e.id not in known
            )


def _bare(folded: str, tool: Finder) -> str:
    first, _, rest = folded.partition(" ")
    if first in tool.words.settlement and rest.startswith("of "):
        return rest.removeprefix("of ")
    rest, _, last = folded.rpartition(" ")
    return rest if last in tool.words.settlement else ""
