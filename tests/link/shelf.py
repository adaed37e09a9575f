"""A case in memory, as relinking asks for it: what was left of documents when they were linked."""

from witnessmark.link.judgements import NONE, Judgements
from witnessmark.link.relink import Relinked, relink
from witnessmark.link.traces import cells, traces
from witnessmark.model.order import candidate_order, incident_order, lineage_order, relation_order
from witnessmark.model.publishers import publisher_relations


class Shelf:
    """Documents as they come, and what linking made of them so far."""

    def __init__(self):
        self.held, self.left = {}, {}
        self.lineages, self.incidents, self.relations, self.between, self.origins = {}, {}, {}, {}, {}
        self.linked = []  # how many documents were linked each time

    # As relinking asks ----------------------------------------------------------------------------------

    def cells(self, docs):
        homes = {self.left[d].cell for d in docs if d in self.left}
        return {d for d, t in self.left.items() if t.cell in homes}

    def readings(self, docs):
        return [self.held[d] for d in docs]

    def traces(self, docs):
        return {d: self.left[d] for d in docs if d in self.left}

    def tied(self, keys):
        return {d for d, t in self.left.items() if not keys.isdisjoint(t.keys)}

    def meeting(self, keys):
        return [(d, a) for d, t in self.left.items() for a in t.accounts if not keys.isdisjoint(a.keys)]

    # As a case changes ----------------------------------------------------------------------------------

    def add(self, readings, judgements: Judgements = NONE, judged=()):
        """Take readings in, new or read anew, and link them; `judged` are documents of new judgements."""
        self.held.update((r.document.id, r) for r in readings)
        homes = {c.id: d for d, r in self.held.items() for c in r.claims} | {d: d for d in self.held}
        changed = {*(r.document.id for r in readings), *judged}
        self.keep(relink(changed, self, judgements, homes))

    def keep(self, found: Relinked):
        docs = {t.doc for t in found.traces}
        self.linked.append(len(docs))
        claims = {c.id: d for d, r in self.held.items() for c in r.claims}
        tables = (
            (self.lineages, found.linkage.lineages, lambda line: line.documents[0]),
            (self.incidents, found.linkage.incidents, lambda i: i.documents[0]),
            (self.relations, found.linkage.relations, lambda rel: claims.get(rel.b, rel.b)),
        )
        for table, values, home in tables:
            for value in [v for v, d in table.items() if d in docs]:
                del table[value]
            table.update((v, home(v)) for v in values if getattr(v, "type", "") != "same_publisher_documents")
        for value in list(self.between):
            pair = set(value.documents)
            if not pair or pair <= docs or pair & found.moved:
                del self.between[value]
        self.between.update((c, None) for c in found.candidates)
        self.origins = {c: v for c, v in self.origins.items() if claims.get(c) not in {*docs, None}}
        self.origins.update(found.linkage.origins)
        self.left.update((t.doc, t) for t in found.traces)

    def shown(self):
        """Everything linking gave, in order."""
        chain = publisher_relations({d: t.publisher for d, t in self.left.items() if t.publisher})
        return (
            sorted(self.lineages, key=lineage_order),
            sorted(self.incidents, key=incident_order),
            sorted([*self.relations, *chain], key=relation_order),
            sorted(self.between, key=candidate_order),
            sorted(self.origins.items()),
            {d: (t.cell, t.signature) for d, t in self.left.items()},
        )


def at_once(readings, judgements: Judgements = NONE):
    """What `Shelf.shown` has to be: everything linked together."""
    from witnessmark.link.judgements import about
    from witnessmark.link.stage import work

    homes = {c.id: c.doc for r in readings for c in r.claims}
    homes |= {r.document.id: r.document.id for r in readings}
    done = work(readings, judgements)
    found = done.linkage
    left = traces(done, cells(done, [docs for _, docs in about(judgements, homes) if docs]))
    return (
        sorted(found.lineages, key=lineage_order),
        list(found.incidents),
        list(found.relations),
        sorted(found.candidates, key=candidate_order),
        list(found.origins),
        {t.doc: (t.cell, t.signature) for t in left},
    )
