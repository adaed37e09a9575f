"""Accounts parted: claims that a document seems to tell of one event, and that were judged to be of several.

What was judged to be the same stays together, unless what was judged different stands against it; then what
the text itself ties to it. A claim that nobody judged goes with the part that stands nearest in the text.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from witnessmark.model.claim import Claim
from witnessmark.model.decision import ON_PAIRS, Decision, Judgement

if TYPE_CHECKING:
    from witnessmark.link.judgements import Judgements

_Pair = frozenset[str]


@dataclass(frozen=True)
class Ruled:
    """Of one document: the pairs of claims judged different, and those judged the same, in that order."""

    apart: frozenset[_Pair] = frozenset()
    same: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Partings:
    """What was judged of pairs of claims within one document, by document."""

    ruled: Mapping[str, Ruled] = field(default_factory=dict)

    def parts(
        self, claims: Sequence[Claim], doc: str, tied: Iterable[tuple[str, str]]
    ) -> list[tuple[Claim, ...]]:
        """An account in the parts it was judged to have; `tied` are claims that the text ties together."""
        ruled = self.ruled.get(doc, Ruled())
        names = {c.id for c in claims}
        apart = [pair for pair in ruled.apart if pair <= names]
        if not apart:
            return [tuple(claims)]
        groups = _groups(names, apart, (*ruled.same, *sorted(tied)))
        placed = sorted(([c for c in claims if c.id in group] for group in groups), key=_first)
        judged = {c for pair in apart for c in pair}
        parts: list[list[Claim]] = []
        for group in (g for g in placed if not judged.isdisjoint(c.id for c in g)):
            free = [part for part in parts if not _between(part, group, apart)]
            if free:
                _nearest(free, group).extend(group)
            else:
                parts.append(list(group))
        grown = [list(part) for part in parts]
        for group in (g for g in placed if judged.isdisjoint(c.id for c in g)):
            grown[parts.index(_nearest(parts, group))].extend(group)
        return [tuple(c for c in claims if c in part) for part in sorted(grown, key=_first)]


UNPARTED = Partings()


def partings(judgements: "Judgements", read: Mapping[str, Sequence[Claim]]) -> Partings:
    """What these judgements say of claims of one document; `read` are the claims of each document.

    Where several are on one pair, the last that a person made holds, else the last. A claim that is read no
    longer stands for the one that shares most of its words.
    """
    stands = _Stands(judgements.former, read)
    on: dict[str, dict[_Pair, list[tuple[int, Decision]]]] = defaultdict(lambda: defaultdict(list))
    for n, decision in enumerate(judgements.in_force()):
        if decision.judgement in ON_PAIRS and len(decision.subject) == 2:
            found = [c for s in decision.subject if (c := stands.claim(s)) is not None]
            pair = frozenset(c.id for c in found)
            if len(pair) == 2 and len({c.doc for c in found}) == 1:
                on[found[0].doc][pair].append((n, decision))
    return Partings({doc: _ruled(pairs) for doc, pairs in on.items()})


def _ruled(pairs: Mapping[_Pair, Sequence[tuple[int, Decision]]]) -> Ruled:
    last = ((max(made, key=lambda m: (m[1].human, m[0])), sorted(pair)) for pair, made in pairs.items())
    holds = sorted(last, key=lambda h: h[0][0])
    return Ruled(
        frozenset(frozenset(pair) for (_, d), pair in holds if d.judgement is Judgement.DIFFERENT),
        tuple((a, b) for (_, d), (a, b) in holds if d.judgement is Judgement.SAME),
    )


class _Stands:
    """Which claim a judged one stands for by now."""

    def __init__(self, former: Iterable[Claim], read: Mapping[str, Sequence[Claim]]) -> None:
        self._read = read
        self._known = {c.id: c for claims in read.values() for c in claims}
        self._former = {c.id: c for c in former}

    def claim(self, subject: str) -> Claim | None:
        if subject in self._known:
            return self._known[subject]
        was = self._former.get(subject)
        if was is None:
            return None
        shared = [(overlap(c, was), -c.start, c.id) for c in self._read.get(was.doc, ())]
        most = max(shared, default=(0, 0, ""))
        return self._known[most[2]] if most[0] > 0 else None


def overlap(one: Claim, other: Claim) -> int:
    """How many letters of a document two claims share; none or less where they do not meet."""
    return min(one.end, other.end) - max(one.start, other.start)


def _groups(
    names: Iterable[str], apart: Sequence[_Pair], together: Iterable[tuple[str, str]]
) -> list[frozenset[str]]:
    """The names, joined in the order of `together` where nothing between the two groups is `apart`."""
    home = {name: frozenset({name}) for name in names}
    for a, b in together:
        if a in home and b in home and home[a] != home[b]:
            both = home[a] | home[b]
            if not any(pair <= both for pair in apart):
                home.update(dict.fromkeys(both, both))
    return list(dict.fromkeys(home[name] for name in sorted(home)))


def _between(part: Iterable[Claim], group: Iterable[Claim], apart: Sequence[_Pair]) -> bool:
    one, other = {c.id for c in part}, {c.id for c in group}
    return any(not pair.isdisjoint(one) and not pair.isdisjoint(other) for pair in apart)


def _nearest(parts: Sequence[list[Claim]], group: Sequence[Claim]) -> list[Claim]:
    return min(parts, key=lambda part: (min(_gaps(part, group)), _first(part)))


def _gaps(one: Iterable[Claim], other: Sequence[Claim]) -> Iterator[int]:
    """Letters between each two of them; none where they overlap."""
    return (max(0, a.start - b.end, b.start - a.end) for a in one for b in other)


def _first(claims: Iterable[Claim]) -> tuple[int, int, str]:
    return min((c.start, c.end, c.id) for c in claims)
