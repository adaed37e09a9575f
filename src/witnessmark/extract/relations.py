"""How the counts of one document stand to each other: parts, sums that come out, restatements, causes."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from witnessmark.extract.answers import answers
from witnessmark.extract.beside import beside
from witnessmark.extract.kinds import fact_of
from witnessmark.extract.phrases import Draft
from witnessmark.extract.repeats import apart, repeated
from witnessmark.extract.succumbed import succumbed
from witnessmark.model.claim import Claim, ClaimKind, Relation, RelationType
from witnessmark.model.count import Count, Qualifier
from witnessmark.model.when import TimePrecision

# How far after a total, in characters, its split is looked for: about two sentences.
_NEAR = 500
# Ending of the codes of objects that say no more than that something was hit.
_ANY = "_unspecified"
_THE_ACTS = re.compile(r"e[xJ]{0,2}A")
_EXACT = frozenset({Qualifier.EXACTLY, Qualifier.SINGULAR})


def partition(drafts: Sequence[Draft]) -> None:
    """Make counts that add up to an earlier total of the same measure its parts ("42 … 40 others" of 82).

    Only counts of one sentence that follow the total closely and reach it exactly: an equal sum is the
    evidence, so nothing is assumed where the numbers do not agree.
    """
    for total in drafts:
        if total.parent is not None or total.count.value is None:
            continue
        after: dict[int, list[Draft]] = defaultdict(list)
        for d in drafts:
            after_it = d.index > total.index or d.sentence is not total.sentence
            near = 0 <= d.sentence.start - total.sentence.start < _NEAR
            if near and after_it and _can_be_part(d, total):
                after[d.sentence.start].append(d)
        for parts in after.values():
            fresh = any(p.parent is not total for p in parts)
            if fresh and len(parts) > 1 and sum(p.count.value or 0 for p in parts) == total.count.value:
                for part in parts:
                    part.parent, part.relation = total, "subset"
                    part.count = _of_group(part.count, total.count)


def _can_be_part(d: Draft, total: Draft) -> bool:
    same = d.count.measure == total.count.measure and d.head == total.head
    inner = d.parent is not None and d.parent.parent is total and d.count.group == total.count.group
    free = d.parent is None or d.parent is total or inner
    value = d.count.value
    smaller = value is not None and total.count.value is not None and 0 < value < total.count.value
    group = d.count.group in {total.count.group, None, "person"}
    return same and free and smaller and group and d.count.qualifier in _EXACT and d is not total


def _of_group(part: Count, total: Count) -> Count:
    return replace(part, group=total.group) if part.group in {None, "person"} else part


def relations(drafts: Sequence[Draft], ids: Sequence[str], claims: Sequence[Claim]) -> list[Relation]:
    """The relations inside a document; `ids[i]` is the claim of `drafts[i]`."""
    of = {id(d): cid for d, cid in zip(drafts, ids, strict=True)}
    out: list[Relation] = []
    parts: dict[str, list[Draft]] = defaultdict(list)
    for d in drafts:
        if d.parent is None or id(d.parent) not in of:
            continue
        a, b = of[id(d)], of[id(d.parent)]
        if d.relation == "target":
            out.append(Relation(RelationType.DISTINCT_TARGETS_OF, (a,), b))
            continue
        out.append(Relation(RelationType.SUBSET_OF, (a,), b))
        parts[b].append(d)
    out.extend(_distinct(drafts, of))
    for b, children in parts.items():
        total = next(d for d in drafts if of[id(d)] == b)
        out.extend(_sums(children, total, of))
    out.extend(beside(drafts, of))
    out.extend(succumbed(drafts, of))
    out.extend(_restated(claims))
    out.extend(_superseded(drafts, of))
    out.extend(_corrected(drafts, of))
    out.extend(_caused(drafts, of))
    out.extend(_members(claims))
    out.extend(answers(claims))
    out.extend(repeated(claims))
    return out


def _distinct(drafts: Sequence[Draft], of: dict[int, str]) -> Iterable[Relation]:
    """The things hit in a number of attacks, told right after it ("Eighteen facilities were affected")."""
    for before, d in pairwise(drafts):
        attacks = before.head == "act" and fact_of(before.count.measure, "unit") == "event"
        hit = d.head == "object" and d.parent is None and fact_of(d.count.measure, "effect") == "hit"
        next_to = d.sentence is not before.sentence and d.sentence.paragraph == before.sentence.paragraph
        if not (attacks and hit and next_to) or before.count.value == 1:
            continue
        kinds = {before.count.group, *(o for o in d.objects if o.endswith(_ANY))}
        if d.sentence.start - before.sentence.start < _NEAR and kinds.issuperset(d.objects):
            yield Relation(RelationType.DISTINCT_TARGETS_OF, (of[id(d)],), of[id(before)])


def _superseded(drafts: Sequence[Draft], of: dict[int, str]) -> Iterable[Relation]:
    """A toll that replaces another: "rose from 11 to 16", "lowered to 7 from 10"."""
    for old in drafts:
        if _word_before(old) != "from":
            continue
        for new in drafts:
            same = new.sentence is old.sentence and new.count.measure == old.count.measure
            if same and _word_before(new) == "to":
                yield Relation(RelationType.SUPERSEDES, (of[id(new)],), of[id(old)])


def _corrected(drafts: Sequence[Draft], of: dict[int, str]) -> Iterable[Relation]:
    """A toll that corrects one told in a sentence before: "corrected the toll to four"."""
    for i, new in enumerate(drafts):
        before = new.sentence.chunks[new.sentence.clause(new.index).start : new.index]
        if new.rule != "toll" or not any(c.code("statement_words") == "corrects" for c in before):
            continue
        told = [d for d in drafts[:i] if d.count.measure == new.count.measure and d.parent is None]
        old = next((d for d in reversed(told) if d.sentence is not new.sentence), None)
        if old is not None and old.count.value != new.count.value:
            yield Relation(RelationType.SUPERSEDES, (of[id(new)],), of[id(old)])


def _word_before(d: Draft) -> str:
    return d.sentence.chunks[d.index - 1].word.rpartition(" ")[2] if d.index else ""


def _caused(drafts: Sequence[Draft], of: dict[int, str]) -> Iterable[Relation]:
    """Harm done by the acts that the sentence before counted ("the bombardments killed 14")."""
    for i, d in enumerate(drafts):
        opening = d.sentence.symbols[: d.index]
        if d.head == "act" or d.parent is not None or not _THE_ACTS.match(opening):
            continue
        before = [a for a in drafts[:i] if a.sentence.start < d.sentence.start and a.head == "act"]
        if before and before[-1].sentence.paragraph == d.sentence.paragraph:
            yield Relation(RelationType.CAUSED_BY, (of[id(d)],), of[id(before[-1])])


def _members(claims: Sequence[Claim]) -> Iterable[Relation]:
    """Events that one origin tells of inside a period over which it counts such acts."""
    totals = [c for c in claims if c.kind is ClaimKind.AGGREGATE_TALLY and _period_of_acts(c)]
    for c in claims:
        if c.kind is not ClaimKind.INCIDENT or c.count is not None or not c.date or not c.claimants:
            continue
        day = c.date.start
        within = [t for t in totals if day and _covers(t, day) and t.claimants[0].name == c.claimants[0].name]
        if within:  # the largest, of which the others are parts
            whole = max(within, key=lambda t: (t.count.low or 0 if t.count else 0, t.start))
            yield Relation(RelationType.MEMBER_INCIDENT_OF, (c.id,), whole.id)


def _period_of_acts(c: Claim) -> bool:
    whole = c.count is not None and c.count.measure == "attacks" and c.count.fraction is None
    return whole and c.date is not None and c.date.precision is TimePrecision.RANGE_DAYS and bool(c.claimants)


def _covers(total: Claim, day: date) -> bool:
    when = total.date
    return bool(when and when.start and when.end and when.start <= day <= when.end)


def _sums(children: Sequence[Draft], total: Draft, of: dict[int, str]) -> Iterable[Relation]:
    """Each way the text splits a total: by one cue, or by the sentence that splits it."""
    ways: dict[tuple[int, int | None], list[Draft]] = defaultdict(list)
    for d in children:
        if (
            d.count.value is not None
            and d.count.qualifier in _EXACT
            and d.count.measure == total.count.measure
        ):
            ways[
                d.sentence.start,
                d.cue if d.cue is not None and d.sentence.chunks[d.cue].kind in "i:" else None,
            ].append(d)
    if not ways or total.count.value is None:
        return
    everyone = [d for w in ways.values() for d in w]
    groups = list(ways.values())
    if len(groups) > 1 and sum(d.count.value or 0 for d in everyone) == total.count.value:
        groups = [everyone]
    for way in groups:
        summed = sum(d.count.value or 0 for d in way)
        # Groups that overlap ("15 women, 12 mothers") may come to more than all; shares of one group cannot.
        shares = all(d.count.group == total.count.group for d in way)
        if len(way) > 1 and (summed <= total.count.value or shares):
            kind = RelationType.SUM if summed == total.count.value else RelationType.PARTIAL_SUM
            yield Relation(kind, tuple(of[id(d)] for d in way), of[id(total)])


def _restated(claims: Sequence[Claim]) -> Iterable[Relation]:
    """A figure said again in the same document: same measure, number, group and origin."""
    first: dict[tuple[object, ...], Claim] = {}
    for c in claims:
        if c.count is None or not c.claimants or (c.count.value is None and c.count.low is None):
            continue
        key = (c.count.measure, c.count.group, c.count.value, c.count.low, c.count.high, c.claimants[0].name)
        known = first.setdefault(key, c)
        if known is not c and not apart(known, c):
            yield Relation(RelationType.RESTATES, (known.id,), c.id)
