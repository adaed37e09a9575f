"""The pairs of reports that a reviewer may look at: open ones, judged ones, and merges that were refused."""

import math
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from witnessmark.link.cluster import JOIN, Refusal
from witnessmark.link.compare import Pair
from witnessmark.link.events import Events
from witnessmark.link.report import Report
from witnessmark.link.weights import model
from witnessmark.model.decision import Decision
from witnessmark.model.pair import Candidate, Part, Standing
from witnessmark.model.sentence import sentence

# Bits from the threshold of joining within which a pair is open: beyond, odds are 16 to 1 and more.
OPEN_BITS = 4.0
THRESHOLD = math.log2(JOIN / (1 - JOIN))


def candidates_of(events: Events) -> tuple[Candidate, ...]:
    """The candidates of the reports of a run, in order of names."""
    weighed = {(p.a, p.b): p for p in events.pairs}
    refused = {(r.a, r.b): r for r in events.refused}
    on = {_names(pair): decisions for pair, decisions in events.judged.on.items()}
    near = {pair for pair, p in weighed.items() if abs(p.weight - THRESHOLD) <= OPEN_BITS}
    home = {name: n for n, group in enumerate(events.groups) for name in group}
    reports = events.reports
    pairs = sorted(near | set(refused) | set(on))
    found = [
        _candidate(reports, pair, weighed.get(pair), refused.get(pair), on.get(pair, ()), home)
        for pair in pairs
    ]
    return (*found, *_unmet(events))


def _candidate(
    reports: Mapping[str, Report],
    pair: tuple[str, str],
    weighed: Pair | None,
    refusal: Refusal | None,
    on: tuple[Decision, ...],
    home: Mapping[str, int],
) -> Candidate:
    a, b = pair
    standing = Standing.TOGETHER if home[a] == home[b] else Standing.REFUSED if refusal else Standing.APART
    return Candidate(
        a,
        b,
        (reports[a].doc, reports[b].doc),
        standing,
        weighed.weight if weighed else None,
        _parts(weighed) if weighed else (),
        refusal.reason if refusal and standing is Standing.REFUSED else _parted(reports[a], reports[b]),
        tuple(d.id for d in on),
    )


def _parted(one: Report, other: Report) -> str:
    return (
        sentence("two parts of one account, parted as judged")
        if one.whole and one.whole == other.whole
        else ""
    )


def unlinked(pair: Pair, docs: tuple[str, str]) -> Candidate | None:
    """The candidate of two reports that nothing brought together; None where the pair is not open."""
    if abs(pair.weight - THRESHOLD) > OPEN_BITS:
        return None
    return Candidate(pair.a, pair.b, docs, Standing.APART, pair.weight, _parts(pair))


def _parts(pair: Pair) -> tuple[Part, ...]:
    return tuple(Part(name, _level(name, bits), round(bits, 2)) for name, bits in pair.parts)


def _unmet(events: Events) -> Iterator[Candidate]:
    """Judgements that nothing answers to by now: kept, shown, and tried again at the next run."""
    for decision, reason in sorted(events.judged.unmet, key=lambda u: u[0].id):
        a, b = sorted(decision.subject)
        why = sentence("judgement {decision} {said}", decision=decision.id, said=reason)
        yield Candidate(a, b, (), Standing.REFUSED, reason=why, judged=(decision.id,))


def _names(pair: frozenset[str]) -> tuple[str, str]:
    a, b = sorted(pair)
    return a, b


@cache
def _level(comparison: str, bits: float) -> str:
    """What a comparison found, by the label of the level that adds these bits."""
    return min(_levels(comparison), key=lambda level: abs(level[1] - bits))[0]


@cache
def _levels(comparison: str) -> tuple[tuple[str, float], ...]:
    (found,) = (c for c in model()["comparisons"] if c["output_column_name"] == comparison)
    return tuple((v["label_for_charts"], _bits(v)) for v in found["comparison_levels"])


def _bits(level: Mapping[str, Any]) -> float:
    if level.get("is_null_level"):
        return 0.0
    return math.log2(level["m_probability"] / level["u_probability"])
