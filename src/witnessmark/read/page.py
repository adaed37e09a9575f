"""The page being zoned: its blocks, what their words say, and the labels given so far."""

from dataclasses import dataclass, field

from witnessmark.model.document import ZoneKind
from witnessmark.read.blocks import Block
from witnessmark.read.cues import cues, level

# A block of at least this many words that ends like a sentence is a paragraph of reporting: the longest
# headlines and standfirsts of the news corpora looked at stay below it or carry no full stop.
PARAGRAPH_WORDS = 18


@dataclass(slots=True)
class Page:
    """Working state of one text; `labels[i]` is None while block i is not known to be anything but body."""

    text: str
    blocks: list[Block]
    title: str | None
    cues: list[frozenset[str]] = field(init=False)
    labels: list[ZoneKind | None] = field(init=False)

    def __post_init__(self) -> None:
        self.cues = [cues(b) for b in self.blocks]
        self.labels = [None] * len(self.blocks)

    def paragraph(self, i: int) -> bool:
        """Whether block i reads like a paragraph of reporting."""
        b = self.blocks[i]
        return b.words >= PARAGRAPH_WORDS and b.terminal

    def level(self, i: int) -> str:
        return level(self.blocks[i].text)
