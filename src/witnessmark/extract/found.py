"""The wounded as they were found, of whom some died: "found four men with gunshot wounds. One of them died".

The wounds say how people were found, not that they lived. Where a text goes on to a death, such a count is of
all who were hit, and says nothing of how it ended.
"""

from collections.abc import Sequence

from witnessmark.extract.phrases import Draft
from witnessmark.model.claim import Claim

_DEAD, _HURT = "killed", "injured"


def as_found(draft: Draft, made: Sequence[tuple[Draft, Claim]]) -> bool:
    """Whether a count is of the wounded as found, with a death told after it that may be one of theirs."""
    s = draft.sentence
    if draft.count.measure != _HURT or draft.verb is None:
        return False
    if not s.chunks[draft.verb].attr("triggers", "found"):
        return False
    others = "m" in s.symbols[max(0, draft.index - 1) : draft.last]  # "three others": beside the dead
    dead = [d for d, _ in made if d.count.measure == _DEAD]
    beside = any(d.sentence is s for d in dead)
    return not others and not beside and any(d.sentence.start > s.start for d in dead)
