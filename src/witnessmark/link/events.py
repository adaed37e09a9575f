"""Events across documents: which reports are about one event, and what each event's fold holds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from witnessmark.link import places
from witnessmark.link.cluster import Refusal
from witnessmark.link.compare import Pair, in_order, weigh, weighed
from witnessmark.link.components import clusters, gathered
from witnessmark.link.folds import Fold, Ground
from witnessmark.link.judgements import NONE, Judged, Judgements, judged
from witnessmark.link.parting import partings
from witnessmark.link.places import PlaceRelation
from witnessmark.link.report import DEAD, HURT, Report, reports_of
from witnessmark.link.row import row_of
from witnessmark.link.setting import is_peace
from witnessmark.link.table import database, load
from witnessmark.link.turns import in_turn
from witnessmark.model.claim import Claim, ClaimKind, Modality, RelationType
from witnessmark.model.incident import IncidentKind
from witnessmark.model.sentence import quantified, sentence
from witnessmark.model.when import When

_ONE_EVENT = frozenset({RelationType.SAME_CLAIM, RelationType.CAUSED_BY, RelationType.RESTATES})
# Between documents: one statement that two prints of a report give differently.
_CHANGED = frozenset({RelationType.CONTRADICTION, RelationType.SUPERSEDES})


@dataclass(frozen=True, slots=True)
class Events:
    """The folds of all events, and the reports, weights, judgements and refusals they rest on."""

    folds: tuple[Fold, ...]
    reports: Mapping[str, Report]
    pairs: tuple[Pair, ...]
    refused: tuple[Refusal, ...]
    groups: tuple[tuple[str, ...], ...]
    judged: Judged
    # Reports that were clustered together: others had no say in it.
    together: tuple[tuple[str, ...], ...] = ()


def fold_events(ground: Ground, judgements: Judgements = NONE) -> Events:
    """Every incident claim in exactly one fold, with the claims that qualify or deny it."""
    parted = partings(judgements, ground.corpus.by_document)
    reports = {r.name: r for doc in ground.corpus.readings for r in reports_of(ground, doc, parted)}
    given = judged(judgements, reports, ground.corpus.claims.values())
    same = same_claims(ground, reports)
    with database() as connection:
        load(connection, map(row_of, reports.values()))
        weigh(connection)
        parts = list(clusters(connection, together=same, apart=apart(reports), judged=given))
        found = gathered(parts)
        pairs = in_order(weighed(connection))
    folds = [_fold(ground, [reports[name] for name in group]) for group in found.groups]
    kept = tuple(f for f in folds if _is_told(ground, f))
    together = tuple(tuple(sorted(chain.from_iterable(p.groups))) for p in parts)
    return Events(kept, reports, pairs, found.refused, found.groups, given, together)


def _is_told(ground: Ground, fold: Fold) -> bool:
    """Whether anybody tells of an event; what is denied and said by nobody is none."""
    kinds = {ground.corpus.claims[c].kind for c in fold.claims}
    return bool(kinds - {ClaimKind.DENIAL}) or (len(fold.documents) > 1 and not kinds)


def same_claims(ground: Ground, reports: Mapping[str, Report]) -> Iterator[tuple[str, str]]:
    """Reports tied by a claim of each: one statement, cause and harm, or a figure that prints differ in."""
    home = {c.id: r.name for r in reports.values() for c in r.claims}
    yield from ((home[a], home[b]) for a, b in ground.dated_anew if a in home and b in home)
    for rel in ground.relations:
        if rel.type in _ONE_EVENT or rel.type in _CHANGED:
            for a in rel.a:
                if a in home and rel.b in home and home[a] != home[rel.b]:
                    one, other = reports[home[a]], reports[home[rel.b]]
                    if rel.type in _ONE_EVENT or one.doc != other.doc:
                        yield (one.name, other.name)


def apart(reports: Mapping[str, Report]) -> Callable[[str, str], str | None]:
    """Why two reports cannot be one event: all nights, or all settlements, they state are other ones.

    So are a strike and the one that followed it, in whatever texts they are told. Where attacks are rare, a
    day or town read wrongly is likelier than a second attack told in the same words: there other days and
    towns weigh against and forbid nothing.
    """

    def reason(a: str, b: str) -> str | None:
        one, other = reports[a], reports[b]
        if any(_of_another_strike(x, y) for x, y in ((one, other), (other, one))):
            return sentence("one tells of a second strike alone, the other says nothing of one")
        if in_turn(one.turn, other.turn):
            return sentence("told as strikes {n} and {m} of a row", n=one.turn, m=other.turn)
        if is_peace(one.peace, other.peace):
            return None
        gap = min((_days_between(x, y) for x in one.nights for y in other.nights), default=0)
        if gap > 1:
            return quantified("stated {n} days apart", n=gap)
        relations = [places.relate(x, y) for x in one.settlements for y in other.settlements]
        if relations and all(r is PlaceRelation.APART for r in relations):
            return sentence(
                "stated at {place} and at {elsewhere}",
                place=one.settlements[0].name,
                elsewhere=other.settlements[0].name,
            )
        return None

    return reason


def _of_another_strike(second: Report, other: Report) -> bool:
    """Whether one tells of a second strike, and the other of none and of no number of its dead or hurt."""
    if (second.turn or 1) == 1 or other.turn is not None:
        return False
    return not any(second.numbers(m) & other.numbers(m) for m in (DEAD, HURT))


def _days_between(one: When, other: When) -> int:
    """Days from the end of the earlier night to the start of the later; none or less where they meet."""
    gaps = ((one, other), (other, one))
    return max((y.start - x.end).days for x, y in gaps if x.end is not None and y.start is not None)


def _fold(ground: Ground, reports: list[Report]) -> Fold:
    claims: list[Claim] = [c for r in reports for c in r.claims]
    ids = {c.id for c in claims}
    about = ground.pointing(ids, RelationType.MODIFIES_MODALITY, RelationType.DENIES)
    extra = {a for rel in about for a in rel.a}
    extra &= ground.corpus.claims.keys()
    events = [c for c in claims if c.kind not in (ClaimKind.SITUATION, ClaimKind.DENIAL)]
    unverified = bool(events) and all(c.modality is Modality.NEEDS_VERIFICATION for c in events)
    kind = IncidentKind.ALLEGATION if unverified else IncidentKind.INCIDENT
    return ground.fold(kind, ids | extra, documents={r.doc for r in reports})
