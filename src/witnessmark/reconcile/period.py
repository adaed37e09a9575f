"""Figures of any period, place or party: sums over single incidents, labelled as such.

Totals that somebody gave are never added, neither to each other nor to incidents: they stand beside the sum.
An incident that may lie outside, or may be an accident, is in the upper end only; one of which too little is
known is left out, by name.
"""

from collections import defaultdict
from collections.abc import Sequence

from witnessmark import codebook
from witnessmark.model.figure import Figure
from witnessmark.model.incident import Incident, IncidentKind
from witnessmark.model.period import LeftOut, Period, PeriodFigure, Scope, Share
from witnessmark.model.sentence import sentence
from witnessmark.reconcile.figures import Row
from witnessmark.reconcile.scope import Inside, bounds

_RETRACTED = "retracted"  # the grade's flag for what its origin took back


def period(incidents: Sequence[Incident], scope: Scope) -> Period:
    """The figures of the incidents in `scope`; independent of their order."""
    ordered = sorted(incidents, key=lambda i: i.id)
    around = bounds(scope, ordered)
    inside = {i.id for i in ordered if i.kind is IncidentKind.INCIDENT}
    told_within = {m: i.id for i in ordered if i.id in inside for m in i.members}
    shares: dict[Row, list[tuple[Figure, Share]]] = defaultdict(list)
    counted, left_out, totals = [], [], []
    for incident in ordered:
        where, why = around.holds(incident)
        where = min(where, Inside.PERHAPS) if _by_accident(incident) else where
        if where is Inside.NO or incident.kind not in _ASKED:
            continue
        if incident.kind is IncidentKind.AGGREGATE:
            totals.extend([incident.id] if where > Inside.UNKNOWN else [])
            continue
        reason = _reason(incident, told_within) or (why if where is Inside.UNKNOWN else "")
        if reason:
            left_out.append(LeftOut(incident.id, reason))
            continue
        counted.append(incident.id)
        for f in incident.figures:
            share = Share(incident.id, f.low, f.best, f.high, where is Inside.YES)
            shares[f.measure, f.group].append((f, share))
    figures = tuple(_sum(row, shares[row]) for row in sorted(shares, key=lambda r: (r[0], r[1] or "")))
    return Period(scope, figures, tuple(counted), tuple(left_out), tuple(totals))


_ASKED = frozenset({IncidentKind.INCIDENT, IncidentKind.AGGREGATE, IncidentKind.ALLEGATION})


def _by_accident(incident: Incident) -> bool:
    """Whether a report tells it as an accident: then it may be no attack."""
    known = codebook.load().taxonomy("methods")
    return any(m in known and known[m].extra.get("attack") is False for m in incident.method)


def _reason(incident: Incident, told_within: dict[str, str]) -> str:
    """Why an incident's figures are in no sum, wherever it lies."""
    if incident.kind is IncidentKind.ALLEGATION:
        return sentence("an allegation that its own source calls not verified")
    if _RETRACTED in incident.grade.flags:
        return sentence("retracted")
    if incident.id in told_within:
        inside = told_within[incident.id]
        return sentence("counted in {incident}, which it is said to be among", incident=inside)
    return ""


def _sum(row: Row, found: Sequence[tuple[Figure, Share]]) -> PeriodFigure:
    """Certain shares in all three; the others in the upper end, which is open as soon as one share's is.

    A share without a best value counts with its lower bound, without that with nothing.
    """
    certain = [s for _, s in found if s.certain]
    highs = [s.high for _, s in found]
    known = any(s.best is not None or s.low is not None for s in certain)
    best = sum(s.best if s.best is not None else s.low or 0 for s in certain)
    shares = " + ".join(_said(s) for s in certain) or sentence("none certain")
    rule = sentence("sum over incidents ({added})", added=shares)
    figure = Figure(
        row[0],
        row[1],
        sum(s.low or 0 for s in certain),
        best if known else None,
        None if None in highs else sum(n for n in highs if n is not None),
        rule,
        tuple(dict.fromkeys(c for f, _ in found for c in f.claims)),
        tuple(a for f, _ in found for a in f.set_aside),
    )
    return PeriodFigure(figure, tuple(s for _, s in found))


def _said(share: Share) -> str:
    if share.best is not None:
        return f"{share.best:,}"
    if share.low is None:
        return sentence("not known")
    return sentence("at least {n}", n=f"{share.low:,}")
