"""How strongly two claims say the same, and what that is worth as evidence of one common report."""

import math
from dataclasses import dataclass
from functools import lru_cache

from witnessmark.link import dates, places
from witnessmark.link.dates import TimeRelation
from witnessmark.link.places import PlaceRelation
from witnessmark.link.vocabulary import groups_compatible
from witnessmark.model.claim import Claim, ClaimKind
from witnessmark.model.count import Count

# Rapidfuzz token-set ratio from which two wordings count as one utterance; a quotation translated there and
# back keeps its content words in about this share (own back-translated examples: 72-96, unrelated: under 55).
SAME_WORDS = 70.0
# Half the content words in common is enough for two sentences that give one period and place.
ALIKE_WORDS = 50.0
MOST_OF_WINDOW = 0.8
# What agreement without a figure is worth: one utterance as much as a number of two digits (log2 of 64), an
# event of one day and settlement as a number below twenty, a shared legal term or situation hardly anything.
UTTERANCE_BITS, EVENT_BITS, TOPIC_BITS = 6.0, 4.0, 1.0
LEGAL = frozenset({ClaimKind.LEGAL_CHARACTERISATION, ClaimKind.LEGAL_RULE_STATEMENT, ClaimKind.ATTRIBUTION})
EVENTS = frozenset({ClaimKind.INCIDENT, ClaimKind.INCIDENT_UNSPECIFIED})


@dataclass(frozen=True, slots=True)
class Sameness:
    """`score` orders rival pairs, `bits` says how unlikely the agreement is by chance."""

    score: float
    bits: float


def compare(a: Claim, b: Claim) -> Sameness | None:
    """None unless the two claims can be one statement."""
    if (a.count is None) != (b.count is None) or (a.count and b.count and not _one_figure(a.count, b.count)):
        return None
    when = dates.relate(a.date, b.date)
    where = places.relate_claims(a, b)
    if when is TimeRelation.DISJOINT or where is PlaceRelation.APART:
        return None
    wording = likeness(a.quote, b.quote)
    if a.count is not None and b.count is not None:
        return _figures(a.count, b.count, when, where, wording)
    return _statements(a, b, when, where, wording)


def likeness(a: str, b: str) -> float:
    """How alike two wordings are, 0 to 100, whatever the order of their words."""
    from rapidfuzz import fuzz

    return fuzz.token_set_ratio(a.casefold(), b.casefold())


def _one_figure(a: Count, b: Count) -> bool:
    return a.measure == b.measure and groups_compatible(a.group, b.group) and values_agree(a, b)


def _figures(a: Count, b: Count, when: TimeRelation, where: PlaceRelation, wording: float) -> Sameness:
    bits = number_bits(a.value if a.value is not None else a.low)
    exact = (a.group == b.group) + ((a.low, a.high) == (b.low, b.high))
    score = 2 + exact + max(0, when) + max(0, where) + wording / 100
    return Sameness(score, bits + max(0, when) + max(0, where - 1))


def values_agree(a: Count, b: Count) -> bool:
    """Whether two counts give the same number, fraction or vague word; bounds may be worded otherwise."""
    if a.fraction is not None or b.fraction is not None:
        return a.fraction == b.fraction
    if a.value is not None or b.value is not None:
        return a.value == b.value
    return (a.low, a.high, a.qualifier) == (b.low, b.high, b.qualifier)


@lru_cache(maxsize=4096)
def number_bits(value: int | None) -> float:
    """How surprising it is that two texts share this number: about log2 of its significant digits.

    Small and round numbers are frequent in any text (Newcomb-Benford), 1,068 is not; 380,000 has two
    significant digits and counts as 38.
    """
    if value is None:
        return 1.0
    digits = str(abs(value)).rstrip("0") or "0"
    return math.log2(int(digits) + 1)


def _statements(
    a: Claim, b: Claim, when: TimeRelation, where: PlaceRelation, wording: float
) -> Sameness | None:
    alike = wording >= SAME_WORDS
    if a.kind in LEGAL and b.kind in LEGAL:
        terms = bool(set(a.legal) & set(b.legal))
        if not (alike or (terms and _same_actors(a, b))):
            return None
        return Sameness(terms + wording / 50, UTTERANCE_BITS if alike else TOPIC_BITS)
    if a.kind is not b.kind and not {a.kind, b.kind} <= EVENTS:
        return None
    if a.kind in EVENTS:
        return _events(a, b, when, where, wording)
    shared = set(a.event_type) & set(b.event_type)
    if alike or (a.kind is ClaimKind.SITUATION and (shared or wording >= ALIKE_WORDS) and _same_start(a, b)):
        return Sameness(
            len(shared) + max(0, when) + max(0, where) + wording / 50, UTTERANCE_BITS if alike else TOPIC_BITS
        )
    return None


def _events(a: Claim, b: Claim, when: TimeRelation, where: PlaceRelation, wording: float) -> Sameness | None:
    """Two mentions of an event without a figure: only day and settlement together make them one."""
    if when is not TimeRelation.SAME_DAY or where is not PlaceRelation.SAME:
        return None
    shared = {*a.event_type, *a.weapon, *a.target} & {*b.event_type, *b.weapon, *b.target}
    if not shared:
        return None
    return Sameness(len(shared) + when + where + wording / 50, EVENT_BITS)


def _same_start(a: Claim, b: Claim) -> bool:
    """Whether both are dated and begin in one window, the coarser start holding the finer one."""
    if a.date is None or b.date is None or a.date.start is None or b.date.start is None:
        return False
    return a.date.start == b.date.start or dates.window_overlap(a.date, b.date, None) >= MOST_OF_WINDOW


def _same_actors(a: Claim, b: Claim) -> bool:
    return {(x.norm, x.role) for x in a.actors} == {(x.norm, x.role) for x in b.actors}
