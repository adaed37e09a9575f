"""An old report printed as a new one: the same story, a month on and more, with none of its days.

A copy of the wording is known by its words. Told in other words it is believed only where a quotation and two
tolls of two digits of one settlement are the same, and the day is not. Attacks on one town may have one toll,
and spokesmen say one sentence of many attacks; the two do not come together by chance. Decision 17 has how
the bounds below were tried: on public reports they find no old story where there is none.
"""

from collections.abc import Iterator

from witnessmark.link import dates, places
from witnessmark.link.corpus import Corpus
from witnessmark.link.dates import TimeRelation
from witnessmark.link.lineage.pairs import Pair
from witnessmark.link.lineage.prints import Print
from witnessmark.link.places import PlaceRelation
from witnessmark.link.sameness import EVENTS, number_bits
from witnessmark.link.vocabulary import groups_compatible
from witnessmark.model.claim import Claim
from witnessmark.model.incident import LineageKind, Tie
from witnessmark.model.sentence import sentence

# A reprint within a month is a late one; the same report a month on and more, dated anew, is an old story.
RECYCLED_DAYS = 30
# An event a report gives as news happened within this many days before.
NEWS_DAYS = 14
# A number of two digits (log2 of 11 and more); below ten, tolls of one town repeat.
TELLING_BITS = 3.4
# Tolls that must be the same.
TOLLS = 2


def told_anew(corpus: Corpus, pair: Pair) -> Tie | None:
    """The tie of a report and its retelling as news of another day, or None."""
    early, late = sorted((pair.a, pair.b), key=lambda p: (str(p.published[0] or ""), p.doc))
    if not recycled(early, late) or not pair.quotes:
        return None
    found = list(_repeated(corpus, early, late))
    tolls = {(c.count.measure, c.count.value) for c, _ in found if c.count is not None}
    if len(tolls) < TOLLS:
        return None
    told = ", ".join(sorted(sentence("{n} {measure}", n=n, measure=measure) for measure, n in tolls))
    evidence = sentence(
        "{listed} at one place, and {n} quotations in common, with other days",
        listed=told,
        n=len(pair.quotes),
    )
    return Tie(pair.a.doc, pair.b.doc, LineageKind.SAME_STORY, evidence)


def recycled(early: Print, late: Print) -> bool:
    """Whether the second came out long after the first and gives none of its days."""
    days = days_between(early, late)
    return days is not None and days > RECYCLED_DAYS and not _same_day_told(early, late)


def dated_anew(corpus: Corpus, early: Print, late: Print) -> Iterator[tuple[str, str]]:
    """Claims in the same words, or of one toll at one place, of other days in two prints; the later first."""
    first = {c.quote.casefold(): c for c in reversed(corpus.of(early.doc))}
    again = {c.id: old for c, old in _repeated(corpus, early, late)}
    for claim in corpus.of(late.doc):
        told = first.get(claim.quote.casefold(), again.get(claim.id))
        if told is not None and dates.relate(told.date, claim.date) is TimeRelation.DISJOINT:
            yield claim.id, told.id


def days_between(a: Print, b: Print) -> int | None:
    """Days between two known days of publication."""
    (one, one_end), (other, other_end) = a.published, b.published
    if one is None or other is None or (one, other) != (one_end, other_end):
        return None
    return abs((one - other).days)


def _same_day_told(a: Print, b: Print) -> bool:
    one, other = ({f.value for f in p.facts if f.sort == "day"} for p in (a, b))
    return bool(one & other)


def _repeated(corpus: Corpus, early: Print, late: Print) -> Iterator[tuple[Claim, Claim]]:
    """Tolls given as news by the later, each with the equal one that the earlier gives of another day."""
    old = [c for c in corpus.of(early.doc) if c.kind in EVENTS and c.count is not None]
    for claim in corpus.of(late.doc):
        if claim.kind in EVENTS and _news(claim, late):
            again = next((c for c in old if _equal(c, claim)), None)
            if again is not None:
                yield claim, again


def _news(claim: Claim, print_: Print) -> bool:
    day, when = print_.published[0], claim.date
    if day is None or when is None or when.start is None:
        return False
    return 0 <= (day - when.start).days <= NEWS_DAYS


def _equal(a: Claim, b: Claim) -> bool:
    m, n = a.count, b.count
    if m is None or n is None or m.value is None or m.value != n.value or m.measure != n.measure:
        return False
    if number_bits(m.value) < TELLING_BITS or not groups_compatible(m.group, n.group):
        return False
    one_place = places.relate_claims(a, b) is PlaceRelation.SAME
    return one_place and dates.relate(a.date, b.date) is TimeRelation.DISJOINT
