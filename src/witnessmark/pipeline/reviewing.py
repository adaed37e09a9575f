"""Two reports side by side: what each says, what agrees and what differs, what an answer would change."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from witnessmark.model.decision import Decision
from witnessmark.model.incident import Incident
from witnessmark.model.pair import Candidate, Pair, Standing
from witnessmark.model.reading import Reading
from witnessmark.model.revision import amended, revisions
from witnessmark.pipeline import opening


class Found(Protocol):
    """What is asked of a case, each by an index; `witnessmark.Case` is one."""

    def readings_of(self, docs: Iterable[str]) -> list[Reading]: ...
    def incidents_of(self, names: Iterable[str]) -> list[Incident]: ...
    def decisions_on(self, ids: Collection[str]) -> list[Decision]: ...
    def homes(self, names: Iterable[str]) -> dict[str, str]: ...
    def candidate(self, a: str, b: str) -> Candidate | None: ...


@dataclass(frozen=True, slots=True)
class Compared:
    """What one comparison of two reports found, in words; `bits` speak for one event, below 0 against."""

    about: str
    found: str
    bits: float


@dataclass(frozen=True, slots=True)
class PairFile:
    """A pair with all that its page is made of; the readings have what people added and corrected.

    `claims` are those of either report, in the order of the pair; none where a document stands for itself.
    """

    pair: Pair
    compared: tuple[Compared, ...]
    readings: tuple[Reading, ...]
    incidents: tuple[Incident, ...]
    claims: tuple[tuple[str, ...], ...]
    decisions: tuple[Decision, ...]


def candidate_of(case: Found, a: str, b: str) -> Candidate | None:
    """The two reports as linking holds them, or as two it does not compare; None where one is not there.

    Linking may drop a pair while somebody has it before them; what they say of it is about two reports that
    are there all the same.
    """
    held = case.candidate(a, b)
    homes = case.homes([a, b])
    if held is not None or a == b or not homes.keys() >= {a, b}:
        return held
    a, b = sorted([a, b])
    inside = ({*i.claims, *i.documents} for i in case.incidents_of([a, b]))
    standing = Standing.TOGETHER if any(names >= {a, b} for names in inside) else Standing.APART
    return Candidate(a, b, tuple(dict.fromkeys([homes[a], homes[b]])), standing)


def pair_files(case: Found, candidates: Sequence[Candidate]) -> list[PairFile]:
    """The files of some candidates, in their order; what they are made of is asked for once for all."""
    names = {name for candidate in candidates for name in (candidate.a, candidate.b)}
    readings = case.readings_of({doc for candidate in candidates for doc in candidate.documents})
    made = case.decisions_on(names | {c.id for r in readings for c in r.claims})
    revised = revisions(made)
    every = [amended(reading, revised) for reading in readings]
    incidents = case.incidents_of(names)
    return [_file(candidate, every, made, incidents) for candidate in candidates]


def _file(
    candidate: Candidate, every: Sequence[Reading], made: Sequence[Decision], listed: Sequence[Incident]
) -> PairFile:
    from witnessmark.link import labels
    from witnessmark.link.review import LEAST_BITS, Reviewed, pair_of

    names = (candidate.a, candidate.b)
    readings = [r for r in every if r.document.id in candidate.documents]
    claims = {c.id: c for r in readings for c in r.claims}
    incidents = [i for i in listed if not set(names).isdisjoint((*i.claims, *i.documents))]
    openings = {r.document.id: opening(r.document) for r in readings}
    found = Reviewed(incidents, claims, made, openings)
    on = tuple(d for d in made if set(d.subject) == set(names))
    taken = {d.id for d in on}
    told = sorted(candidate.parts, key=lambda p: (-abs(p.bits), p.comparison))
    return PairFile(
        pair_of(candidate, found),
        tuple(
            Compared(labels.about(p.comparison), labels.told(p.comparison, p.found), p.bits)
            for p in told
            if abs(p.bits) >= LEAST_BITS
        ),
        tuple(readings),
        tuple(incidents),
        tuple(_claims(name, incidents, readings) for name in names),
        (*on, *(d for d in made if d.supersedes in taken and d not in on)),
    )


def _claims(name: str, incidents: Sequence[Incident], readings: Sequence[Reading]) -> tuple[str, ...]:
    """The claims of the report that a claim stands for: those of its document in its incident."""
    home = next((r for r in readings if any(c.id == name for c in r.claims)), None)
    if home is None:
        return ()
    incident = next((i for i in incidents if name in i.claims), None)
    inside = set(incident.claims) if incident is not None else {name}
    return tuple(c.id for c in home.claims if c.id in inside)
