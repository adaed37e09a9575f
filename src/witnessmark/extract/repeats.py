"""Statements without a figure that a document makes twice: in its title and its text, or quoted again."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from witnessmark.model.claim import Claim, ClaimKind, Relation, RelationType
from witnessmark.model.count import Qualifier
from witnessmark.model.document import TITLES
from witnessmark.model.when import When

# Characters between two persons of one list.
_SIDE_BY_SIDE = 80
_ACTS = frozenset({ClaimKind.PATTERN, ClaimKind.INCIDENT, ClaimKind.SITUATION})


def repeated(claims: Sequence[Claim]) -> Iterable[Relation]:
    """`restates` from each statement to the first later one of its document that says the same."""
    said: dict[tuple[str, ClaimKind], list[Claim]] = defaultdict(list)
    for c in claims:
        if c.count is None and (c.kind in _ACTS or c.kind is ClaimKind.LEGAL_CHARACTERISATION):
            said[c.doc, c.kind].append(c)
    for alike in said.values():
        for i, c in enumerate(alike):
            if c.kind in _ACTS and c.zone not in TITLES:
                continue  # an act is only said again by a title's article
            again = next((d for d in alike[i + 1 :] if _same(c, d) and not apart(c, d)), None)
            if again is not None:
                yield Relation(RelationType.RESTATES, (c.id,), again.id)


def _same(a: Claim, b: Claim) -> bool:
    who, other = ({x.norm for x in c.actors} for c in (a, b))
    if a.kind is ClaimKind.LEGAL_CHARACTERISATION:
        titled = a.zone in TITLES and bool(set(a.legal) & set(b.legal))
        same_words = titled or set(a.legal) == set(b.legal)
        return same_words and (titled or _one_voice(a, b)) and (not who or not other or who == other)
    if a.kind in _ACTS and a.zone in TITLES and b.zone not in TITLES:
        things = {*a.weapon, *a.target} & {*b.weapon, *b.target}
        return bool(things or (not who and set(a.event_type) & set(b.event_type))) and (
            not who or who == other
        )
    return False


def _one_voice(a: Claim, b: Claim) -> bool:
    """Whether the same person or body says both, whoever passes it on."""
    one, other = ({x.name for x in c.claimants[:-1] or c.claimants} for c in (a, b))
    return bool(one & other)


def _listed(a: Claim, b: Claim) -> bool:
    """Whether two single persons stand side by side: "a judge and his driver" are two."""
    single = a.count and b.count and a.count.qualifier is b.count.qualifier is Qualifier.SINGULAR
    return bool(single) and abs(a.start - b.start) < _SIDE_BY_SIDE


def apart(a: Claim, b: Claim) -> bool:
    """Whether two claims speak of different times or places."""
    if _listed(a, b):
        return True
    if _disjoint(a.date, b.date):
        return True
    if a.location and b.location and a.location.place.level == b.location.place.level:
        return a.location.place.name != b.location.place.name
    return False


def _disjoint(a: When | None, b: When | None) -> bool:
    """Whether two intervals, both known at both ends, have no day in common."""
    if not (a and b and a.start and a.end and b.start and b.end):
        return False
    return a.end < b.start or b.end < a.start
