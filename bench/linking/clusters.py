"""How well documents are grouped: B-cubed (Bagga and Baldwin 1998), and pairs.

A digest belongs to every event it tells of in the expected grouping and to one in the answer, which is right
when it is any of them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import combinations

from measured import Tally

Expected = Mapping[str, Collection[str]]  # document: its events
Answer = Mapping[str, str]  # document: the one group it was put in


def b_cubed(answer: Answer, expected: Expected) -> tuple[float, float]:
    """Precision and recall, each a mean over the documents."""
    groups, events = _groups(answer, expected), _events(expected)
    precision = recall = 0.0
    for doc, named in expected.items():
        group = groups[answer[doc]]
        mates = set().union(*(events[e] for e in named))
        precision += len(group & mates) / len(group)
        recall += max(len(group & events[e]) / len(events[e]) for e in named)
    return precision / len(expected), recall / len(expected)


def f(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def pairs(answer: Answer, expected: Expected) -> Tally:
    """Pairs of documents put together, and those that should be."""
    found = set(_pairs(_groups(answer, expected)))
    wanted = set(_pairs(_events(expected)))
    return Tally(len(found & wanted), len(found), len(wanted))


def _groups(answer: Answer, expected: Expected) -> dict[str, set[str]]:
    out: dict[str, set[str]] = defaultdict(set)
    for doc in expected:
        out[answer[doc]].add(doc)
    return out


def _events(expected: Expected) -> dict[str, set[str]]:
    out: dict[str, set[str]] = defaultdict(set)
    for doc, named in expected.items():
        for event in named:
            out[event].add(doc)
    return out


def _pairs(groups: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    for docs in groups.values():
        yield from combinations(sorted(docs), 2)
