"""Counts that stand side by side: "four men and two women", "shot his wife and then himself".

The words join them by "and" under one verb, so nobody is in two of them: together they are the sum, which
nobody states. The relation says which claims may be added; whoever adds them labels the sum.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from witnessmark.extract import own_hand
from witnessmark.extract.phrases import Draft
from witnessmark.model.claim import Relation, RelationType
from witnessmark.model.count import Qualifier

_EXACT = frozenset({Qualifier.EXACTLY, Qualifier.SINGULAR})
# What stands between two of a list, places and ages left out: a comma or "and".
_JOINT = re.compile(r"[px]{0,2}l?(?:,[xN]{1,3},)?(?:,|,?&)[x]?$|,$")
_ANYBODY = "person"


def beside(drafts: Sequence[Draft], of: Mapping[int, str]) -> Iterator[Relation]:
    """A `derived` relation over each row of counts that stand side by side; `of` are their claims."""
    whole = [d for d in drafts if _may_be_added(d)]
    for _, own in groupby(whole, key=lambda d: (id(d.sentence), d.count.measure)):
        for row in _rows(list(own)):
            if len(row) > 1 and _listed(row):
                yield Relation(RelationType.DERIVED, tuple(of[id(d)] for d in row), None, "told side by side")


def _may_be_added(d: Draft) -> bool:
    return d.head == "person" and d.parent is None and d.cue is None and d.count.qualifier in _EXACT


def _rows(drafts: list[Draft]) -> Iterator[list[Draft]]:
    """The drafts of one sentence and measure, parted where nothing joins one to the next."""
    row: list[Draft] = []
    for d in drafts:
        if row and not _joined(row[-1], d):
            yield row
            row = []
        row.append(d)
    yield row


def _only_comma(one: Draft, other: Draft) -> bool:
    return "&" not in other.sentence.symbols[one.last : other.index]


def _listed(row: Sequence[Draft]) -> bool:
    """Whether "and" closes a row: "eleven people, eight of one family" is a whole and its part."""
    last, before = row[-1], row[-2]
    return last.rule == own_hand.RULE or "&" in last.sentence.symbols[before.last : last.index]


def _joined(one: Draft, other: Draft) -> bool:
    if other.rule == own_hand.RULE:
        return one.rule != own_hand.RULE
    if other.index < one.last:
        return False
    if one.count.group == _ANYBODY and (one.count.value or 0) > 1 and _only_comma(one, other):
        return False  # "three victims, a man, a woman and a child": who the three are
    return _JOINT.fullmatch(other.sentence.symbols[one.last : other.index]) is not None
