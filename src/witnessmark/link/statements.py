"""Relations between claims of different documents: one statement printed again, or said alike elsewhere."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise

from witnessmark.link.corpus import Corpus
from witnessmark.link.matching import match
from witnessmark.link.origins import Origin
from witnessmark.link.sameness import number_bits
from witnessmark.model.claim import Claim, Relation, RelationType
from witnessmark.model.incident import Lineage
from witnessmark.model.sentence import sentence
from witnessmark.model.when import TimePrecision, Timex, When


def same_claims(corpus: Corpus, lineages: Iterable[Lineage], own: Mapping[str, Origin]) -> list[Relation]:
    """`same_claim` between prints of one lineage, and between statements that agree in full elsewhere."""
    out = [rel for line in lineages for rel in _in_lineage(corpus, line)]
    out += _retold(corpus, own)
    known = {(rel.a[0], rel.b) for rel in out}
    return out + [rel for rel in _elsewhere(corpus, own) if (rel.a[0], rel.b) not in known]


def _retold(corpus: Corpus, own: Mapping[str, Origin]) -> list[Relation]:
    """A figure a text gives in its own voice, and again with the name of who counted it, is one figure."""
    out = []
    for doc in corpus.readings:
        counted = [c for c in corpus.of(doc) if _bits(c) >= TELLING_BITS]
        named: dict[tuple[str, int | None], list[Claim]] = defaultdict(list)
        for claim in counted:
            if own[claim.id].named:
                named[_figure(claim)].append(claim)
        for claim in counted:
            if not own[claim.id].named:
                sources = [m.b for m in match([claim], named.get(_figure(claim), ()))]
                out += [
                    Relation(RelationType.RESTATES, (claim.id,), b, note=sentence("without its source"))
                    for b in sources
                ]
    return out


def _figure(claim: Claim) -> tuple[str, int | None]:
    return (claim.count.measure, claim.count.value) if claim.count is not None else ("", None)


def _bits(claim: Claim) -> float:
    return (
        number_bits(claim.count.value) if claim.count is not None and claim.count.value is not None else 0.0
    )


# A number of about four or less is in too many sentences to be known again by itself.
TELLING_BITS = 2.5


def _in_lineage(corpus: Corpus, line: Lineage) -> list[Relation]:
    """Each document against the fullest one: a lineage of many prints is compared in linear time."""
    docs = sorted(line.documents, key=lambda d: (-len(corpus.of(d)), d))
    out = []
    for doc in docs[1:]:
        for m in match(corpus.of(docs[0]), corpus.of(doc)):
            a, b = sorted((m.a, m.b), key=lambda c: (corpus.claims[c].doc, corpus.claims[c].start, c))
            out.append(Relation(RelationType.SAME_CLAIM, (a,), b, note=sentence("printed in one lineage")))
    return out


def _elsewhere(corpus: Corpus, own: Mapping[str, Origin]) -> list[Relation]:
    """Statements of one named origin with the same figure, group, dates and place in other documents."""
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in corpus.claims.values():
        if own[claim.id].named and (key := in_full(claim)) is not None:
            groups[(own[claim.id].name, *key)].append(claim)
    out = []
    for claims in groups.values():
        firsts = list({c.doc: c for c in reversed(claims)}.values())[::-1]
        for a, b in pairwise(firsts):
            out.append(
                Relation(RelationType.SAME_CLAIM, (a.id,), b.id, note="one origin, figure, date, place")
            )
    return out


def in_full(claim: Claim) -> tuple[object, ...] | None:
    """What a counted claim states; None where the value, the dates or the place are not all there."""
    n, when, where = claim.count, claim.date, claim.location
    if n is None or n.value is None or when is None or when.start is None or where is None:
        return None
    return (n.measure, n.group, n.value, n.low, n.high, when.start, when.end, where.place.name.casefold())


# A worded interval ("over the past year") may miss the dates it stands for by a tenth of its length, the
# codebook's tolerance for "about"; beyond that the text contradicts itself.
SLACK = 0.1
# Precisions a text reaches only by giving days.
EXPLICIT = frozenset({TimePrecision.MINUTE, TimePrecision.DAY, TimePrecision.RANGE_DAYS})


def date_contradictions(corpus: Corpus) -> list[Relation]:
    """Where a document dates one figure by a phrase ("last year") that its own explicit dates rule out."""
    out: dict[frozenset[str], Relation] = {}
    for a, b in corpus.pairs(RelationType.RESTATES, RelationType.SAME_CLAIM):
        one, other = corpus.claims[a], corpus.claims[b]
        for x, y in ((one, other), (other, one)):
            if x.count is None or y.count is None or x.count.value != y.count.value:
                continue
            said, meant = _as_worded(corpus, x), _as_meant(y)
            if said is not None and meant is not None and _rules_out(said, meant):
                note = sentence(
                    "date: worded {first} to {last}, but {day} to {until} explicitly; the explicit dates "
                    "are kept",
                    first=said[0],
                    last=said[1],
                    day=meant[0],
                    until=meant[1],
                )
                found = Relation(RelationType.CONTRADICTION, (x.id,), y.id, note=note)
                out.setdefault(frozenset((x.id, y.id)), found)
    return list(out.values())


def _as_worded(corpus: Corpus, claim: Claim) -> tuple[date, date] | None:
    """The interval a phrase means on its own: of the words inside the claim, else of those it is dated by."""
    times = corpus.times[claim.doc]
    first, last = (bisect_left(times, at, key=lambda t: t.start) for at in (claim.start, claim.end + 1))
    inside = [t for t in times[first:last] if t.end <= claim.end]
    widest: Timex | None = max(inside, key=lambda t: (t.end - t.start, -t.start), default=None)
    if widest is not None and widest.value_start is not None and widest.value_end is not None:
        return (widest.value_start, widest.value_end)
    if claim.date is None or claim.date.precision in EXPLICIT:
        return None
    return _ends(claim.date)


def _as_meant(claim: Claim) -> tuple[date, date] | None:
    """The interval a claim is dated to by days, not by a phrase."""
    if claim.date is None or claim.date.precision not in EXPLICIT:
        return None
    return _ends(claim.date)


def _ends(when: When) -> tuple[date, date] | None:
    return (when.start, when.end) if when.start is not None and when.end is not None else None


def _rules_out(said: tuple[date, date], meant: tuple[date, date]) -> bool:
    slack = SLACK * ((said[1] - said[0]).days + 1)
    return (said[0] - meant[0]).days > slack or (meant[1] - said[1]).days > slack
