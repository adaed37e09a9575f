"""How an act stands to one told before it: a second strike on one place, or one of the acts just counted.

A second strike is another event. It is told by a word for it ("another missile", "was hit again") and a word
that it came soon, or on the same spot, or on those who came to help; a place or day of its own makes it an
event of its own already. Where the acts before were counted ("two shells"), what was told of them is of all
of them, and nothing is told apart.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from witnessmark.extract.chunks import Sentence
from witnessmark.extract.kinds import fact_of, is_measure
from witnessmark.extract.words import Words
from witnessmark.model.claim import Claim, ClaimKind, Relation, RelationType
from witnessmark.model.document import Document
from witnessmark.text.normalise import fold, lower, unwrap

SECOND, AGAIN, SOON, SPOT, MEMBER, BOTH = "second", "again", "soon", "same_spot", "member", "both"
# How far back, in characters, the act or the total is looked for that a sentence goes on from: about two
# sentences, and a paragraph.
_NEAR, _PARAGRAPH = 500, 800
_EVENTS = frozenset({ClaimKind.INCIDENT, ClaimKind.INCIDENT_UNSPECIFIED})
# What a word for "another" may stand before, and with how many chunks between: "a second guided missile".
_ACTS, _BETWEEN = frozenset("AWfKV"), 2
# What "again" goes with, and how many chunks before or behind.
_VERBS, _REACH = frozenset("VtTXIA"), 4
# Between harm and the word that tells of a second act: what comes before is of the first.
_JOINS = frozenset(",;&-")
_PART = frozenset({RelationType.SUBSET_OF, RelationType.SUM, RelationType.PARTIAL_SUM})


@dataclass(frozen=True, slots=True)
class _Cue:
    code: str
    start: int
    end: int
    own: bool  # it is the verb itself ("returned")


def sequels(
    document: Document,
    sentences: Sequence[Sentence],
    claims: Sequence[Claim],
    known: Words,
    links: Sequence[Relation],
) -> tuple[list[Claim], list[Relation]]:
    """The claims, numbers of several strikes made totals, and the relations of acts to those before them."""
    low = lower(unwrap(fold(document.text)))
    cues = [_Cue(t.code, a, b, "own" in t.attrs) for a, b, t in known.sequels.find(low)]
    if not any(c.code in (SECOND, AGAIN, MEMBER) for c in cues):
        return list(claims), []
    told = _Told(sorted(claims, key=lambda c: (c.start, c.end, c.id)), links)
    starts = [c.start for c in cues]
    found: list[Relation] = []
    for s in sentences:
        here = cues[bisect_left(starts, s.start) : bisect_left(starts, s.end)]
        if here:
            found += _second_strikes(s, here, told)
            found += _members(s, here, told)
    changed = _dated(told, found)
    changed |= {t.id: t for t in _together(sentences, cues, told, found)}
    found += [
        Relation(RelationType.MEMBER_INCIDENT_OF, (c,), t)
        for t, total in changed.items()
        if total.kind is ClaimKind.AGGREGATE_TALLY
        for r in told.strikes(found, t)
        for c in (r.b, *r.a)
        if c is not None
    ]
    return [changed.get(c.id, c) for c in claims], list(dict.fromkeys(found))


class _Told:
    """The claims of a document in reading order."""

    def __init__(self, claims: list[Claim], links: Sequence[Relation]) -> None:
        self.claims = claims
        self._starts = [c.start for c in claims]
        self._whole = {a: rel.b for rel in links if rel.type in _PART for a in rel.a if rel.b}
        self.members = {a for rel in links if rel.type is RelationType.MEMBER_INCIDENT_OF for a in rel.a}

    def inside(self, start: int, end: int) -> list[Claim]:
        return self.claims[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def before(self, at: int, reach: int) -> Iterator[Claim]:
        """Those of the text before `at`, the last first."""
        yield from reversed(self.inside(at - reach, at))

    def part_of_another(self, claims: Sequence[Claim]) -> bool:
        """Whether a number among `claims` is a part of one that is not among them."""
        own = {c.id for c in claims}
        return any(self._whole.get(c, c) not in own for c in own)

    def strikes(self, found: Sequence[Relation], total: str) -> list[Relation]:
        """The second strikes told shortly before a total, with the strikes they followed."""
        (at,) = (c.start for c in self.claims if c.id == total)
        near = {c.id for c in self.before(at, _PARAGRAPH)}
        return [r for r in found if r.type is RelationType.FOLLOW_UP_STRIKE_OF and near & {*r.a}]


def _second_strikes(s: Sentence, here: Sequence[_Cue], told: _Told) -> Iterator[Relation]:
    """Each claim of a second strike with the last one of the strike before."""
    cue = next((at for c in here if (at := _turn(s, c)) is not None), None)
    if cue is None or "apart" in s.small_words or not _close(s, here):
        return
    inside = [c for c in told.inside(s.start, s.end) if c.kind in _EVENTS or _undated_harm(c)]
    first = [c for c in inside if c.end <= cue and _joined(s, c.end, cue)]
    second = [c for c in inside if c not in first and c.end > cue - _NEAR and not _spans(c, cue, first)]
    before = first[-1] if first else _act_before(s, told)
    if first and all(c.count is None for c in first):
        return  # "struck it, and again an hour later, killing nine": the nine are those of both
    if before is None or not second or told.part_of_another(second) or _counted(before, told):
        return
    for c in second:
        if _one_place(before, c) and _one_day(before, c):
            yield Relation(RelationType.FOLLOW_UP_STRIKE_OF, (c.id,), before.id)


def _turn(s: Sentence, cue: _Cue) -> int | None:
    """Where a second act begins to be told, if the cue tells of one: "another" act, or a verb "again"."""
    at = next((i for i, c in enumerate(s.chunks) if c.end > cue.start), None)
    if at is None:
        return None
    if cue.code == SECOND:
        after = takewhile(lambda c: c.kind in "xmAWfKV", s.chunks[at : at + 1 + _BETWEEN])
        return cue.start if any(c.kind in _ACTS for c in after) else None
    if cue.code != AGAIN:
        return None
    if cue.own:
        return cue.start
    near = [i for i in range(at, max(-1, at - 1 - _REACH), -1) if s.chunks[i].kind in _VERBS]
    near += [i for i in range(at, min(len(s.chunks), at + _REACH)) if s.chunks[i].kind in _VERBS]
    return min(s.chunks[near[0]].start, cue.start) if near else None


def _close(s: Sentence, here: Sequence[_Cue]) -> bool:
    """Whether the sentence says that it came soon, or on the same spot."""
    if any(c.code in (SOON, SPOT) for c in here):
        return True
    times = (c.timex for c in s.chunks if c.timex is not None)
    return any(t.hours_on for t in times)


def _joined(s: Sentence, start: int, end: int) -> bool:
    """Whether something joins what ends at `start` and what begins at `end`, as two things told in turn."""
    return any(c.kind in _JOINS for c in s.chunks if start <= c.start and c.end <= end)


def _spans(claim: Claim, cue: int, first: Sequence[Claim]) -> bool:
    """Whether a claim is of the first act, told on into the second ("bombed it, killing two, then again")."""
    return claim.start < cue and any(claim.start <= f.start < claim.end for f in first)


def _undated_harm(claim: Claim) -> bool:
    """Whether a number is taken for a total only because no day of it is known ("minutes later")."""
    undated = claim.date is not None and claim.date.start is None and claim.date.end is None
    harm = claim.count is not None and is_measure(claim.count.measure, "harm")
    return undated and harm and claim.kind is ClaimKind.AGGREGATE_TALLY


def _dated(told: "_Told", found: Sequence[Relation]) -> dict[str, Claim]:
    """Claims of second strikes without a day, with that of the strike before: it was hours at most."""
    known = {c.id: c for c in told.claims}
    out: dict[str, Claim] = {}
    for rel in found:
        if rel.type is RelationType.FOLLOW_UP_STRIKE_OF and rel.b is not None:
            claim, when = known[rel.a[0]], known[rel.b].date
            if when is not None and (claim.date is None or claim.date.start is None):
                out[claim.id] = replace(claim, date=when.handed_on(), kind=ClaimKind.INCIDENT)
    return out


def _act_before(s: Sentence, told: _Told) -> Claim | None:
    """The last claim of an act or its harm in the sentences before."""
    return next((c for c in told.before(s.start, _NEAR) if c.kind in _EVENTS), None)


def _counted(before: Claim, told: _Told) -> bool:
    """Whether the acts before were counted, so that their harm is that of all of them."""
    near = (*told.before(before.start, _NEAR), before)
    return any(_acts(c) > 1 for c in near)


def _acts(claim: Claim) -> int:
    """How many acts a claim counts."""
    n = claim.count
    if n is None or fact_of(n.measure, "unit") not in {"event", "munition"}:
        return 0
    return n.value or n.low or 2


def _one_place(a: Claim, b: Claim) -> bool:
    """Whether the second act has no place of its own, or that of the first."""
    if a.location is None or b.location is None or b.location.inherited:
        return True
    return a.location.place.name == b.location.place.name


def _one_day(a: Claim, b: Claim) -> bool:
    one, other = a.date, b.date
    if one is None or other is None or None in (one.start, one.end, other.start, other.end):
        return True
    return one.start == other.start


def _members(s: Sentence, here: Sequence[_Cue], told: _Told) -> Iterator[Relation]:
    """The event that a sentence tells as one of the acts counted before it."""
    cue = next((c for c in here if c.code == MEMBER), None)
    if cue is None:
        return
    if not told.members.isdisjoint(c.id for c in told.inside(s.start, s.end)):
        return
    events = [c for c in told.inside(cue.start, s.end) if c.kind in _EVENTS and (c.event_type or c.weapon)]
    total = next((c for c in told.before(cue.start, _PARAGRAPH) if _is_total(c)), None)
    if events and total is not None and _within(events[0], total) and not told.part_of_another(events[:1]):
        yield Relation(RelationType.MEMBER_INCIDENT_OF, (events[0].id,), total.id)


def _is_total(claim: Claim) -> bool:
    n = claim.count
    several = n is not None and fact_of(n.measure, "unit") == "event" and n.value != 1
    return several and claim.kind is ClaimKind.AGGREGATE_TALLY


def _within(event: Claim, total: Claim) -> bool:
    """Whether an event is not outside the period of a total, as far as both are known."""
    if event.date is None or total.date is None or event.date.start is None:
        return True
    early = total.date.start is not None and event.date.start < total.date.start
    late = total.date.end is not None and event.date.start > total.date.end
    return not early and not late


def _together(
    sentences: Sequence[Sentence], cues: Sequence[_Cue], told: _Told, found: Sequence[Relation]
) -> Iterator[Claim]:
    """Numbers of both strikes together ("in all five were killed"), as totals."""
    tied = {x for r in found if r.type is RelationType.FOLLOW_UP_STRIKE_OF for x in (*r.a, r.b)}
    if not tied:
        return
    for s in sentences:
        if any(c.code == BOTH and s.start <= c.start < s.end for c in cues):
            for c in told.inside(s.start, s.end):
                counted = c.count is not None and c.kind in _EVENTS and c.id not in tied
                if counted and told.strikes(found, c.id):
                    yield replace(c, kind=ClaimKind.AGGREGATE_TALLY)
