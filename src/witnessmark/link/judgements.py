"""Judgements on pairs of reports, as linking uses them.

A judgement names two claims or documents, never reports: what counts as one report can change when a
document is read again, and the judgement then holds for the reports those claims are in by now. A claim that
is read no longer stands for what is read at its place.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from witnessmark.link.parting import overlap
from witnessmark.link.report import Report
from witnessmark.model.claim import Claim
from witnessmark.model.decision import ON_PAIRS, Decision, Judgement, in_force
from witnessmark.model.sentence import sentence


@dataclass(frozen=True)
class Judgements:
    """What was decided about pairs of claims or documents.

    `decisions` are all ever made, in the order they were recorded; `former` the claims they name that are
    read no longer. Where they are `settled`, they are those in force already.
    """

    decisions: Sequence[Decision] = ()
    former: Sequence[Claim] = ()
    settled: bool = False

    def in_force(self) -> tuple[Decision, ...]:
        """Those of the decisions that count."""
        return tuple(self.decisions) if self.settled else in_force(self.decisions)


NONE = Judgements()


@dataclass(frozen=True)
class Judged:
    """The judgements in force on pairs of reports, by the names of the two.

    `same` are the pairs to join, in the order they were judged; `different` says of each pair to keep apart
    which judgement does; `on` are all judgements on a pair, the one that holds last; `unmet` those that no
    two reports answer to, with the reason.
    """

    same: tuple[tuple[str, str], ...] = ()
    different: Mapping[frozenset[str], str] = field(default_factory=dict)
    on: Mapping[frozenset[str], tuple[Decision, ...]] = field(default_factory=dict)
    unmet: tuple[tuple[Decision, str], ...] = ()

    def against(self, a: str, b: str) -> str | None:
        """Why a judgement keeps two reports apart, or None."""
        return self.different.get(frozenset((a, b)))


def judged(judgements: Judgements, reports: Mapping[str, Report], claims: Iterable[Claim] = ()) -> Judged:
    """The judgements in force, on `reports` by name; `claims` are all that are read, in reports or not.

    Where several are on one pair, the last that a person made holds, else the last. Of those made in one go
    it is enough that one is met.
    """
    stands = _Stands(reports, (*judgements.former, *claims))
    on: dict[frozenset[str], list[Decision]] = defaultdict(list)
    unmet = []
    for decision in judgements.in_force():
        if decision.judgement in ON_PAIRS and len(decision.subject) == 2:
            pair = frozenset(name for s in decision.subject if (name := stands.report(s)) is not None)
            if len(pair) == 2:
                on[pair].append(decision)
            elif reason := stands.gap(decision):
                unmet.append((decision, reason))
    ordered = {pair: tuple(sorted(found, key=lambda d: d.human)) for pair, found in on.items()}
    place = {d.id: n for n, d in enumerate(judgements.decisions)}
    holds = sorted(((found[-1], pair) for pair, found in ordered.items()), key=lambda h: place[h[0].id])
    same = tuple(_names(pair) for d, pair in holds if d.judgement is Judgement.SAME)
    different = {
        pair: sentence("judged different: {decision}", decision=d.id)
        for d, pair in holds
        if d.judgement is Judgement.DIFFERENT
    }
    acts = {d.act for made in on.values() for d in made}
    left = tuple((d, reason) for d, reason in unmet if d.act is None or d.act not in acts)
    return Judged(same, different, ordered, left)


def about(judgements: Judgements, homes: Mapping[str, str]) -> list[tuple[Decision, frozenset[str] | None]]:
    """The judgements in force with the documents each is about; None where one it names is not known.

    `homes` has the document of every claim and document a judgement names.
    """
    out: list[tuple[Decision, frozenset[str] | None]] = []
    for decision in judgements.in_force():
        if decision.judgement in ON_PAIRS:
            docs = [homes.get(s) for s in decision.subject]
            known = frozenset(d for d in docs if d is not None)
            out.append((decision, known if None not in docs else None))
    return out


def _names(pair: frozenset[str]) -> tuple[str, str]:
    a, b = sorted(pair)
    return a, b


class _Stands:
    """Which report a claim or document stands for."""

    def __init__(self, reports: Mapping[str, Report], claims: Iterable[Claim]) -> None:
        self._home = {c.id: r.name for r in reports.values() for c in r.claims}
        self._of: dict[str, list[Report]] = defaultdict(list)
        for r in reports.values():
            self._of[r.doc].append(r)
        self._known = {c.id: c for c in claims}

    def report(self, subject: str) -> str | None:
        """The report of a claim, or the one a document is about above all; None where there is none."""
        if subject in self._home:
            return self._home[subject]
        if subject in self._of:
            return max(self._of[subject], key=lambda r: (len(r.claims), *_early(r))).name
        claim = self._known.get(subject)
        return self._at(claim) if claim is not None else None

    def gap(self, decision: Decision) -> str | None:
        """Why a judgement moves nothing; None where it asks for nothing that is not so already."""
        names = [self.report(s) for s in decision.subject]
        if None in names:
            return sentence("names what stands in no account of an event by now")
        if decision.judgement is not Judgement.DIFFERENT:
            return None
        return sentence("is on what is read as one by now")

    def _at(self, claim: Claim) -> str | None:
        """The report of what is read where a claim was; of the whole document where it has only one."""
        here = self._of.get(claim.doc, [])
        overlap = {r.name: _overlap(r, claim) for r in here}
        best = max(overlap.values(), default=0)
        if best > 0 or len(here) == 1:
            return min(name for name, n in overlap.items() if n == best)
        return None


def _early(report: Report) -> tuple[int, str]:
    return (-min((c.start for c in report.claims), default=0), report.name)


def _overlap(report: Report, claim: Claim) -> int:
    return max((overlap(c, claim) for c in report.claims), default=0)
