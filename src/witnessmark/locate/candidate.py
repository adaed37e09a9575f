"""A name in a document that may be a place, with what stands around it."""

from dataclasses import dataclass

from witnessmark.locate.entry import Entry
from witnessmark.locate.find import Beside


@dataclass(slots=True)
class Candidate:
    """A name at `text[start:end]` and what stands around it."""

    start: int
    end: int
    folded: str
    entries: tuple[Entry, ...]
    size: float  # points of its largest place, see prior.extent
    large: bool  # one of its likelier places is a country, a division or an area
    words: int
    beside: Beside
    left: str  # the nearest word before and after, folded, "" at a break
    right: str
    before: tuple[str, ...]  # up to four words before, nearest last, in lower case
    after: str  # the text that follows, up to 24 characters
    opens: bool  # opens a sentence, so its capital says nothing
    within: "Candidate | None" = None  # the place this one is said to lie in
    misfit: bool = False  # said to lie where the base has no place of this name
    holds: bool = False  # another place is said to lie in this one
    called: bool = False  # the word beside it calls it a district
    beyond: "Candidate | None" = None  # the place this one is said to lie near, or in a direction of
    reach: float = 0.0  # how far from there, km
