"""Documents of one publisher as relations: what they have in common, and no tie between their reports."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise

from witnessmark.model.claim import Relation, RelationType


def publisher_relations(publishers: Mapping[str, str]) -> list[Relation]:
    """Each document of a publisher tied to that publisher's next; documents with their publishers' names."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for doc in sorted(publishers):
        by_name[publishers[doc].casefold()].append(doc)
    return [
        Relation(RelationType.SAME_PUBLISHER_DOCUMENTS, (a,), b, note=publishers[a])
        for docs in by_name.values()
        for a, b in pairwise(docs)
    ]
