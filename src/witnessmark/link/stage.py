"""The stage: readings in, lineages, incidents without figures and cross-document relations out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from witnessmark.link.accusations import attach_accusations
from witnessmark.link.candidates import candidates_of
from witnessmark.link.corpus import Corpus
from witnessmark.link.denials import attach_denials
from witnessmark.link.describe import describe
from witnessmark.link.events import Events, fold_events
from witnessmark.link.folds import SAME, Fold, Ground
from witnessmark.link.judgements import NONE, Judgements
from witnessmark.link.lineage import (
    NO_SOURCES,
    Lines,
    dependences,
    find_lineages,
    lineage_relations,
    published_by,
    sources,
)
from witnessmark.link.origins import Origin, Voices, origins_of, settle
from witnessmark.link.situations import fold_situations
from witnessmark.link.statements import date_contradictions, same_claims
from witnessmark.link.totals import fold_totals
from witnessmark.link.unionfind import UnionFind
from witnessmark.link.unknowns import unknowns
from witnessmark.link.unspecified import specified
from witnessmark.model.claim import ClaimKind, Relation, RelationType
from witnessmark.model.grade import Grade
from witnessmark.model.ids import content_id
from witnessmark.model.incident import Incident, Lineage
from witnessmark.model.order import incident_order, relation_order
from witnessmark.model.publishers import publisher_relations
from witnessmark.model.reading import Linkage, Reading

_PART = (RelationType.SUBSET_OF, RelationType.SUM, RelationType.PARTIAL_SUM)


@dataclass(frozen=True, slots=True)
class Work:
    """What linking stood on and found: the ground, the lineages, the events, and what comes of them."""

    linkage: Linkage
    ground: Ground
    lines: Lines
    events: Events


def link(readings: Sequence[Reading], judgements: Judgements = NONE) -> Linkage:
    """Lineages, incidents and cross-document relations of `readings`, in an order that is their own.

    Every document is in exactly one lineage; a claim is in at most one incident. Incidents have neither
    figures nor grade yet. `origins` gives the voice of every claim, copies settled; `candidates` the
    pairs of reports that are open, judged, or were refused. What was judged comes before every weight.
    """
    return work(readings, judgements).linkage


def work(readings: Sequence[Reading], judgements: Judgements = NONE) -> Work:
    """As `link`, with what it stood on."""
    corpus = Corpus(readings)
    own = origins_of(corpus.claims.values(), corpus.publisher)
    lines = find_lineages(corpus, own)
    lineages = lines.lineages
    across = [
        *same_claims(corpus, lineages, own),
        *date_contradictions(corpus),
        *lines.contradictions,
        *lineage_relations(lineages),
        *publisher_relations(published_by(corpus)),
    ]
    ground = ground_of(corpus, own, lineages, across)
    found = fold_events(ground, judgements)
    totals = fold_totals(ground, frozenset(c for f in found.folds for c in f.claims))
    folds = [*found.folds, *totals, *fold_situations(ground)]
    folds = attach_denials(ground, attach_accusations(ground, folds))
    dependent = dependences(ground, folds, lines.prints)
    voices = specified(voices_of(ground, lineages, sources(ground, dependent)), folds)
    incidents = _related(ground, [_incident(ground, f, voices) for f in folds])
    linkage = Linkage(
        lineages=lineages,
        incidents=tuple(sorted(incidents, key=incident_order)),
        relations=tuple(sorted({*across, *(d.relation() for d in dependent)}, key=relation_order)),
        origins=tuple(sorted(voices.names.items())),
        candidates=candidates_of(found),
    )
    return Work(linkage, ground, lines, found)


def ground_of(
    corpus: Corpus, own: Mapping[str, Origin], lineages: Iterable[Lineage], across: Iterable[Relation]
) -> Ground:
    """What folding stands on; `across` are the relations between documents."""
    line_of = {doc: line.id for line in lineages for doc in line.documents}
    lineage = {c.id: line_of[c.doc] for c in corpus.claims.values()}
    return Ground(corpus, (*corpus.relations, *across), own, lineage, line_of)


def voices_of(ground: Ground, lineages: Iterable[Lineage], counted: Mapping[str, str] = NO_SOURCES) -> Voices:
    """The voices of every claim, copies settled; `counted` is the lineage another is counted with."""
    main = {line.id: line.origin for line in lineages}
    source = {c: counted.get(line, line) for c, line in ground.lineage.items()}
    days = {doc: r.document.published.day for doc, r in ground.corpus.readings.items()}
    printed = {c.id: days[c.doc] for c in ground.corpus.claims.values()}
    return settle(ground.own, _classes(ground), ground.lineage, main, source, printed)


def _classes(ground: Ground) -> list[list[str]]:
    """Sets of claims that say the same."""
    sets = UnionFind()
    for rel in ground.relations:
        if rel.type in SAME and rel.b in ground.corpus.claims:
            for a in rel.a:
                sets.join(a, rel.b)
    return sets.groups()


def _incident(ground: Ground, fold: Fold, voices: Voices) -> Incident:
    claims = [ground.corpus.claims[c] for c in fold.claims]
    parts = frozenset(a for rel in ground.pointing(fold.claims, *_PART) for a in rel.a)
    anew = frozenset(c.id for c in claims if c.doc in ground.recycled)
    known = describe(fold.kind, claims, parts | anew)
    documents = tuple(sorted({*fold.documents, *(c.doc for c in claims)}))
    return Incident(
        id=content_id("incident", {"kind": str(fold.kind), "claims": sorted(fold.claims) or list(documents)}),
        kind=fold.kind,
        claims=fold.claims,
        documents=documents,
        date=known.date,
        place=known.place,
        method=known.method,
        weapon=known.weapon,
        target=known.target,
        attributed_to=known.attributed_to,
        figures=(),
        origins=_origins(ground, fold, voices),
        publications=len(documents),
        grade=Grade(),
        target_near=known.target_near,
        unknown=unknowns(fold.kind, known, claims),
    )


def _origins(ground: Ground, fold: Fold, voices: Voices) -> tuple[str, ...]:
    """The voices a fold goes back to; a publisher counts only where its source names nobody else.

    Who denies an event is no origin of it.
    """
    told = [c for c in fold.claims if ground.corpus.claims[c].kind is not ClaimKind.DENIAL]
    named = {name for c in told if c in voices.named for name in voices.names[c]}
    heard = {voices.source[c] for c in told if c in voices.named}
    alone = {name for c in told if voices.source[c] not in heard for name in voices.names[c]}
    return tuple(sorted(named | alone))


def _related(ground: Ground, incidents: Iterable[Incident]) -> list[Incident]:
    """Totals with the incidents that a text says are among them, strikes with those they followed."""
    known = list(incidents)
    home = {c: i.id for i in known for c in i.claims}
    members: dict[str, set[str]] = defaultdict(set)
    before: dict[str, set[str]] = defaultdict(set)
    for rel in ground.relations:
        other = home.get(rel.b or "")
        for own in {home[a] for a in rel.a if a in home} - {other}:
            if other is not None and rel.type is RelationType.MEMBER_INCIDENT_OF:
                members[other].add(own)
            elif other is not None and rel.type is RelationType.FOLLOW_UP_STRIKE_OF:
                before[own].add(other)
    return [
        replace(i, members=tuple(sorted(members[i.id])), follows=tuple(sorted(before[i.id]))) for i in known
    ]
