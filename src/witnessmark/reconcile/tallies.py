"""The graph of totals and parts of one incident: arithmetic checked, impossible parts named, sums derived."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from witnessmark.model.claim import Claim, Relation, RelationType
from witnessmark.model.count import Count
from witnessmark.model.figure import Figure, worked_out
from witnessmark.model.incident import AuditLine
from witnessmark.model.sentence import sentence
from witnessmark.reconcile.figures import Row, row_of
from witnessmark.reconcile.ledger import Ledger


def audit(ledger: Ledger, inside: Sequence[str]) -> tuple[AuditLine, ...]:
    """Every sum, partial sum and part of the claims `inside`, checked; each statement once."""
    lines = [
        *_sums(ledger, inside),
        *_partials(ledger, inside),
        *_parts(ledger, inside),
        *_targets(ledger, inside),
    ]
    first: dict[str, AuditLine] = {}
    for line in lines:
        first.setdefault(line.statement, line)
    return tuple(first.values())


def _count(ledger: Ledger, claim: str) -> Count | None:
    known = ledger.claims.get(claim)
    return known.count if known is not None else None


def _number(n: int) -> str:
    return f"{n:,}"


def _added(ledger: Ledger, rel: Relation) -> tuple[str, int, Count] | None:
    """The words "71 + 37", their sum and the total's count; None where a number is missing."""
    parts = [_count(ledger, a) for a in rel.a]
    total = _count(ledger, rel.b) if rel.b else None
    values = [n.value for n in parts if n is not None and n.value is not None]
    if total is None or total.value is None or len(values) != len(rel.a):
        return None
    return " + ".join(_number(v) for v in values), sum(values), total


def _sums(ledger: Ledger, inside: Sequence[str]) -> Iterator[AuditLine]:
    for rel in ledger.related(RelationType.SUM, inside):
        added = _added(ledger, rel)
        if added is None or rel.b is None:
            continue
        words, total, stated = added
        claims = (*rel.a, rel.b)
        if total == stated.value:
            note = sentence("the total is a minimum, so its parts are too") if stated.high is None else ""
            line = sentence("{added} = {n}", added=words, n=_number(total))
            yield AuditLine(line, holds=True, claims=claims, note=note)
        else:
            said = _number(stated.value or 0)
            yield AuditLine(
                sentence("{added} = {n}, not {m}", added=words, n=_number(total), m=said),
                holds=False,
                claims=claims,
                note=sentence("the parts do not add up"),
            )


def _partials(ledger: Ledger, inside: Sequence[str]) -> Iterator[AuditLine]:
    for rel in ledger.related(RelationType.PARTIAL_SUM, inside):
        added = _added(ledger, rel)
        if added is None or rel.b is None:
            continue
        words, total, stated = added
        rest = (stated.value or 0) - total
        of = sentence(
            "{added} = {n} of {total}", added=words, n=_number(total), total=_number(stated.value or 0)
        )
        if rest < 0 and stated.high is not None:
            yield AuditLine(
                of, holds=False, claims=(*rel.a, rel.b), note=sentence("the parts exceed their total")
            )
        else:
            yield AuditLine(_unnamed(of, rest, stated), None, (*rel.a, rel.b))


def _unnamed(of: str, rest: int, stated: Count) -> str:
    left = _number(max(0, rest))
    if stated.high is None and rest >= 0:
        return sentence("{said}, at least {rest} not named", said=of, rest=left)
    return sentence("{said}, {rest} not named", said=of, rest=left)


def _parts(ledger: Ledger, inside: Sequence[str]) -> Iterator[AuditLine]:
    """Single parts that no sum covers, and any part certainly larger than its total."""
    added = {
        a
        for kind in (RelationType.SUM, RelationType.PARTIAL_SUM)
        for rel in ledger.related(kind, inside)
        for a in rel.a
    }
    for rel in ledger.related(RelationType.SUBSET_OF, inside):
        for a in rel.a:
            part, total = _count(ledger, a), _count(ledger, rel.b or "")
            if part is None or total is None or rel.b is None:
                continue
            if part.low is not None and total.high is not None and part.low > total.high:
                yield AuditLine(
                    sentence("{n} of {total}", n=_number(part.low), total=_number(total.high)),
                    holds=False,
                    claims=(a, rel.b),
                    note=sentence("a part above its total"),
                )
            elif part.value is not None and total.value is not None and a not in added:
                line = sentence("{n} of {total}", n=_number(part.value), total=_number(total.value))
                yield AuditLine(line, None, (a, rel.b))


def _targets(ledger: Ledger, inside: Sequence[str]) -> Iterator[AuditLine]:
    for rel in ledger.related(RelationType.DISTINCT_TARGETS_OF, inside):
        hit, attacks = _count(ledger, rel.a[0]), _count(ledger, rel.b or "")
        if hit is None or attacks is None or rel.b is None or hit.value is None or attacks.value is None:
            continue
        statement = sentence(
            "{n} distinct targets in {m} attacks", n=_number(hit.value), m=_number(attacks.value)
        )
        impossible = hit.low is not None and attacks.high is not None and hit.low > attacks.high
        more = hit.value < attacks.value
        note = sentence("some were hit more than once") if more else ""
        note = sentence("more targets than attacks") if impossible else note
        yield AuditLine(statement, not impossible, (*rel.a, rel.b), note)


def derived(ledger: Ledger, inside: Sequence[str], direct: Sequence[Row]) -> list[Figure]:
    """Figures added by us: a group counted in every part of a total whose parts cannot overlap.

    Only where the parts add up to the total and no text gives the group's total itself (`direct` rows).
    """
    out: dict[Row, Figure] = {}
    for rel in ledger.related(RelationType.SUM, inside):
        added = _added(ledger, rel)
        if added is None or rel.b is None or added[1] != added[2].value:
            continue
        for row, claims in _in_every_part(ledger, rel, inside).items():
            if row not in direct and row != row_of(ledger.claims[rel.b]) and row not in out:
                out[row] = _derived(row, claims, open_end=added[2].high is None)
    return list(out.values())


def _in_every_part(ledger: Ledger, rel: Relation, inside: Sequence[str]) -> dict[Row, list[Claim]]:
    """Rows counted exactly once in each part of a sum."""
    children: dict[Row, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for sub in ledger.related(RelationType.SUBSET_OF, inside):
        for a in sub.a:
            claim = ledger.claims[a]
            row = row_of(claim)
            if (
                sub.b in rel.a
                and row is not None
                and claim.count is not None
                and claim.count.value is not None
            ):
                children[row][sub.b].append(claim)
    return {
        row: [found[0] for _, found in sorted(parts.items(), key=lambda p: rel.a.index(p[0]))]
        for row, parts in children.items()
        if len(parts) == len(rel.a) and all(len(found) == 1 for found in parts.values())
    }


def _derived(row: Row, claims: Sequence[Claim], *, open_end: bool) -> Figure:
    counts = [c.count for c in claims if c.count is not None]
    values = [n.value for n in counts if n.value is not None]
    lows = [n.low for n in counts]
    highs = [n.high for n in counts]
    return Figure(
        measure=row[0],
        group=row[1],
        low=None if None in lows else sum(n for n in lows if n is not None),
        best=sum(values),
        high=None if open_end or None in highs else sum(n for n in highs if n is not None),
        rule=worked_out(" + ".join(_number(v) for v in values)),
        claims=tuple(c.id for c in claims),
    )
