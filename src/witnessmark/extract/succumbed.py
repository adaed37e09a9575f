"""The wounded who died: "A boy was found with a gunshot wound. He died in hospital." tells of one person.

The death supersedes the wound, so that nobody counts the same person among the injured too. Only where a
pronoun ties the two: a dead and a wounded man in one text may as well be two.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from witnessmark.extract.phrases import Draft
from witnessmark.extract.pronouns import RULE
from witnessmark.model.claim import Relation, RelationType


def succumbed(drafts: Sequence[Draft], of: Mapping[int, str]) -> Iterator[Relation]:
    """Relations from a death told with "he" or "she" to the wound of the one meant; `of`: their claims."""
    for hurt, dead in pairwise(d for d in drafts if d.head == "person"):
        if dead.rule == RULE and hurt.count.measure == "injured":
            yield Relation(RelationType.SUPERSEDES, (of[id(dead)],), of[id(hurt)], "died of it")
