"""A name in a document that may be a place, with what stands around it."""

from dataclasses import dataclass

from witnessmark.locate.entry import Entry
from witnessmark.locate.find import Beside
from witnessmark.locate.prior import Extent


@dataclass(slots=True)
class Candidate:
    """A name at `text[start:end]` and what stands around it."""

    start: int
    end: int
    folded: str
    entries: tuple[Entry, ...]
    extent: Extent  # of these entries
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

    @property
    def large(self) -> bool:
        """Whether one of its places is a country, a division or an area."""
        return self.extent.large
