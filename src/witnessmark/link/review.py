"""Which pairs of reports a person should look at first: the most open ones whose answer changes the most."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from witnessmark import codebook
from witnessmark.link import speakers
from witnessmark.link.cluster import probability
from witnessmark.link.labels import about, told
from witnessmark.model.claim import Claim
from witnessmark.model.decision import Decision, Judgement, in_force
from witnessmark.model.incident import Incident
from witnessmark.model.pair import Candidate, Pair, Part, Standing
from witnessmark.model.sentence import quantified, sentence

_SETTLED = frozenset({Judgement.SAME, Judgement.DIFFERENT})
# How open a merge is that something stated stands against, before anybody looked at it: half as much as one
# at even odds.
REFUSED_DOUBT = 0.5
# A comparison that adds less says nothing either way.
LEAST_BITS = 0.05
# Letters from which a longer quote tells no more of what it is about.
_TELLING = 120


@dataclass(frozen=True)
class Reviewed:
    """What the pairs of a case are read from; `openings` are the first words of documents by id."""

    incidents: Sequence[Incident]
    claims: Mapping[str, Claim]
    decisions: Sequence[Decision]
    openings: Mapping[str, str]


def pairs_of(candidates: Iterable[Candidate], case: Reviewed) -> list[Pair]:
    """The candidates nobody settled, and those that stood against a merge; the most valuable first.

    What somebody was unsure of comes after what nobody looked at.
    """
    homes = _Homes(case)
    found = [_pair(candidate, homes) for candidate in unsettled(candidates, case.decisions)]
    return sorted(found, key=lambda p: (bool(p.judged), -p.value, p.a, p.b))


def pair_of(candidate: Candidate, case: Reviewed) -> Pair:
    """One candidate as a reviewer meets it, settled or not; `case` needs to hold no more than it names."""
    return _pair(candidate, _Homes(case))


def unsettled(candidates: Iterable[Candidate], decisions: Sequence[Decision]) -> Iterator[Candidate]:
    """The candidates nobody settled, and those that stood against a merge."""
    verdict = {d.id: d.judgement for d in in_force(decisions)}
    for candidate in candidates:
        refused = candidate.standing is Standing.REFUSED
        if refused or not candidate.judged or verdict.get(candidate.judged[-1]) not in _SETTLED:
            yield candidate


def _pair(candidate: Candidate, homes: "_Homes") -> Pair:
    chance = None if candidate.weight is None else probability(candidate.weight)
    refused = candidate.standing is Standing.REFUSED
    doubt = REFUSED_DOUBT if refused or chance is None else 4 * chance * (1 - chance)
    counted = homes.shared_figures(candidate)
    voices = homes.voices(candidate)
    worth = doubt * (1 + math.log2(1 + sum(counted.values())) + len(voices) - 1)
    reasons = [
        f"{p.bits:+.1f} {about(p.comparison)}: {told(p.comparison, p.found)}" for p in _by_weight(candidate)
    ]
    return Pair(
        candidate.a,
        candidate.b,
        candidate.documents,
        tuple(homes.quote(name) for name in (candidate.a, candidate.b)),
        candidate.standing,
        None if chance is None else round(chance, 4),
        round(worth, 3),
        ((candidate.reason,) if candidate.reason else ()) + tuple(reasons),
        _changes(candidate.standing, counted, voices),
        candidate.judged,
    )


def _by_weight(candidate: Candidate) -> list[Part]:
    telling = [p for p in candidate.parts if abs(p.bits) >= LEAST_BITS]
    return sorted(telling, key=lambda p: (-abs(p.bits), p.comparison))


def _changes(standing: Standing, counted: Mapping[str, int], voices: frozenset[str]) -> tuple[str, ...]:
    """What deciding against how they stand would change, in words."""
    if standing is Standing.TOGETHER:
        out = [_once(n, what) for what, n in counted.items()]
    else:
        out = [_twice(n, what) for what, n in counted.items()]
    if len(voices) > 1:
        called = ", ".join(sorted(_called(voice) for voice in voices))
        out.append(quantified("as one event it has {n} voices: {who}", n=len(voices), who=called))
    return tuple(out)


def _once(n: int, measure: str) -> str:
    return sentence("{n} {measure} are counted once; as two events, twice", n=f"{n:,}", measure=measure)


def _twice(n: int, measure: str) -> str:
    return sentence("{n} {measure} are counted twice; as one event, once", n=f"{n:,}", measure=measure)


def _called(voice: str) -> str:
    """A voice by its name: an id of the codebook says nothing to a reader."""
    known = codebook.load().claimants.get(voice)
    if known is not None:
        return known.name
    return (
        voice.replace("_", " ").capitalize()
        if speakers.standing(voice) is speakers.Standing.UNNAMED
        else voice
    )


class _Homes:
    """Where reports are in the incidents of a case, and what they say there."""

    def __init__(self, case: Reviewed) -> None:
        self._case = case
        self._incident = {c: i for i in case.incidents for c in i.claims}
        self._telling: dict[str, list[Incident]] = defaultdict(list)
        for i in case.incidents:
            for doc in i.documents:
                self._telling[doc].append(i)

    def quote(self, name: str) -> str:
        """What stands for a report: its most telling quote, or how its document begins."""
        told = self._told(name)
        best = max(told, key=lambda c: (min(len(c.quote), _TELLING), -c.start), default=None)
        return best.quote if best is not None else self._case.openings.get(name, "")

    def shared_figures(self, candidate: Candidate) -> dict[str, int]:
        """What both count, by measure: the smaller number, which is counted once or twice."""
        one, other = self._figures(candidate.a), self._figures(candidate.b)
        return {what: min(one[what], other[what]) for what in sorted(one.keys() & other.keys())}

    def voices(self, candidate: Candidate) -> frozenset[str]:
        homes = [i for name in (candidate.a, candidate.b) if (i := self._home(name)) is not None]
        return frozenset(o for i in homes for o in i.origins)

    def _figures(self, name: str) -> dict[str, int]:
        out: dict[str, int] = defaultdict(int)
        for c in self._told(name):
            if c.count is not None and c.count.value:
                measure = c.count.measure.replace("_", " ")
                out[measure] = max(out[measure], c.count.value)
        return out

    def _home(self, name: str) -> Incident | None:
        if name in self._incident:
            return self._incident[name]
        return next(iter(self._telling.get(name, ())), None)

    def _told(self, name: str) -> list[Claim]:
        """The claims of a report: those of its document in its incident."""
        claim, home = self._case.claims.get(name), self._incident.get(name)
        if claim is None:
            return []
        inside = home.claims if home is not None else (name,)
        known = (self._case.claims.get(c) for c in inside)
        return [c for c in known if c is not None and c.doc == claim.doc]
